package jp.tenkyo.lifecycle.contract;

import java.time.Instant;
import jp.tenkyo.avro.IssuerCompromised;
import jp.tenkyo.avro.IssuerEventMessage;
import jp.tenkyo.avro.IssuerProgress;
import jp.tenkyo.lifecycle.core.IssuerCompromise;
import jp.tenkyo.schemas.Topic;

/** Puts what happens to issuers' keys into its envelope. */
public final class IssuerMessages {

    public static final String PROGRESS_TYPE = "jp.tenkyo.IssuerProgress";

    private IssuerMessages() {}

    /**
     * How far a partition is with a compromised key.
     *
     * @param compromisedAt when the partition recorded it
     * @param walked holders looked at
     * @param ended certificates
     */
    public record Progress(
            String requestId,
            String issuerKeyId,
            Instant compromisedAt,
            int partition,
            long walked,
            long ended,
            boolean complete) {}

    /**
     * The report that a key is compromised; its form must be sound. It belongs on every partition.
     *
     * @param now when a door took it in
     */
    public static Outgoing of(IssuerCompromise compromise, Instant now) {
        var message = IssuerEventMessage.newBuilder()
                .setId(compromise.requestId())
                .setSource(Outgoing.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setCompromised(new IssuerCompromised(compromise.requestId(), compromise.issuerKeyId()))
                .build();
        return new Outgoing(
                Topic.ISSUER_EVENTS,
                compromise.requestId(),
                compromise.issuerKeyId(),
                message,
                "jp.tenkyo.IssuerCompromised",
                now);
    }

    /** The id is derived: the same progress gives the same. */
    public static IssuerEventMessage of(Progress progress, Instant now) {
        return IssuerEventMessage.newBuilder()
                .setId("%s/%d/%d/%d/%s"
                        .formatted(
                                progress.issuerKeyId(),
                                progress.partition(),
                                progress.walked(),
                                progress.ended(),
                                progress.complete()))
                .setSource(Outputs.SOURCE)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setProgress(new IssuerProgress(
                        progress.requestId(),
                        progress.issuerKeyId(),
                        progress.compromisedAt(),
                        progress.partition(),
                        progress.walked(),
                        progress.ended(),
                        progress.complete()))
                .build();
    }
}
