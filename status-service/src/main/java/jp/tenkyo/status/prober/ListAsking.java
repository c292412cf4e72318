package jp.tenkyo.status.prober;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.core.Effect;
import jp.tenkyo.status.prober.core.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the revocation list of a certificate's municipality, read by Java's own. Not safe for use by several
 * threads.
 */
final class ListAsking implements Asking {

    private static final Logger LOG = LoggerFactory.getLogger(ListAsking.class);
    private static final int KEPT_MAX = 8;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final ServiceHttp http;
    private final ListSigners signers;
    private final long bytesMax;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    /** A list that was taken, so that it is taken again only when there is another. */
    private record Kept(String etag, X509CRL list) {}

    /** @param clock the machine's */
    ListAsking(ServiceHttp http, ListSigners signers, long bytesMax, InstantSource clock) {
        this.http = http;
        this.signers = signers;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    @Override
    public Optional<Observation> ask(StatusRow row) throws InterruptedException {
        var signer = signers.of(row.id().issuerKeyId());
        if (signer.isEmpty()) {
            return Optional.empty();
        }
        var path = "/lists/%s/%s.crl".formatted(row.id().issuerKeyId(), row.municipality());
        var request = http.to(path);
        var known = kept.remove(path);
        if (known != null) {
            request.header("If-None-Match", known.etag());
            kept.put(path, known);
        }
        var answer = http.send(request.build(), bytesMax);
        return answer.isEmpty() ? Optional.of(new Observation.Refuses()) : read(row, path, signer.get(), answer.get());
    }

    private Optional<Observation> read(
            StatusRow row, String path, X509Certificate signer, HttpResponse<byte[]> answer) {
        var known = kept.get(path);
        return switch (answer.statusCode()) {
            case OK -> taken(row, path, signer, answer);
            case NOT_MODIFIED -> Optional.of(known == null ? new Observation.Refuses() : in(known.list(), row));
            case NOT_FOUND -> Optional.of(new Observation.KnowsNothing());
            default -> Optional.of(new Observation.Refuses());
        };
    }

    private Optional<Observation> taken(
            StatusRow row, String path, X509Certificate signer, HttpResponse<byte[]> answer) {
        var bytes = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        if (bytes > bytesMax) {
            LOG.info("A revocation list has {} bytes, which is more than the prober reads", bytes);
            return Optional.empty();
        }
        try {
            var list = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
            list.verify(signer.getPublicKey());
            keep(path, new Kept(answer.headers().firstValue("ETag").orElse(""), list));
            return Optional.of(in(list, row));
        } catch (GeneralSecurityException e) {
            LOG.warn("A revocation list cannot be believed", e);
            return Optional.of(new Observation.Refuses());
        }
    }

    private void keep(String path, Kept list) {
        kept.remove(path);
        kept.put(path, list);
        if (kept.size() > KEPT_MAX) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private Observation in(X509CRL list, StatusRow row) {
        if (!list.getNextUpdate().toInstant().isAfter(clock.instant())) {
            return new Observation.Refuses();
        }
        var entry = list.getRevokedCertificate(row.id().serialNumber());
        return new Observation.Says(entry == null ? Effect.UNREVOKED : effect(entry), OptionalInt.empty());
    }

    /** Java names reasons as we do. */
    private static Effect effect(X509CRLEntry entry) {
        var reason = entry.getRevocationReason();
        return Effect.ended(
                reason == null ? Reason.UNSPECIFIED : Reason.valueOf(reason.name()),
                Optional.of(entry.getRevocationDate().toInstant()));
    }
}
