package jp.tenkyo.status.ocsp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.freshness.Freshness;
import jp.tenkyo.status.table.Found;
import jp.tenkyo.status.table.StatusTable;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * Answers requests, whatever they are, from the table alone. No answer says good of a certificate whose revocation the
 * table had taken in before the answer was given, and none is given from a table that is stale.
 */
final class OcspResponder {

    /** Times that an answer is signed anew because its certificate changed meanwhile. */
    private static final int ATTEMPTS_MAX = 3;

    /** Stands for a serial that no certificate can have; its text is shown nowhere. */
    private static final Found NOT_OURS = new Found.Absent(new CertificateId("", ""));

    private final RequestReader requests;
    private final StatusTable table;
    private final Freshness.Source freshness;
    private final AnswerCache cache;
    private final OcspSettings settings;
    private final OcspMetrics metrics;
    private final InstantSource clock;
    private final Semaphore signedAtOnce;

    /** @param clock the machine's, for thisUpdate, nextUpdate and producedAt */
    OcspResponder(
            Responders responders,
            StatusTable table,
            Freshness.Source freshness,
            AnswerCache cache,
            OcspSettings settings,
            OcspMetrics metrics,
            InstantSource clock) {
        this.requests = new RequestReader(responders);
        this.table = table;
        this.freshness = freshness;
        this.cache = cache;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.signedAtOnce = new Semaphore(settings.signedAtOnceMax());
    }

    Reply answer(byte[] request) {
        return metrics.timed(() -> answerTo(request));
    }

    private Reply answerTo(byte[] request) {
        var kept = kept(request);
        if (kept.isPresent()) {
            return freshly(reused(kept.get()));
        }
        return switch (requests.read(request)) {
            case Asked.Malformed() -> refused(Reply.Refusal.MALFORMED_REQUEST);
            case Asked.Foreign() -> refused(Reply.Refusal.UNAUTHORIZED);
            case Asked.Statuses asked -> freshly(answer(asked, request));
        };
    }

    /** Of a request that came before in the same bytes, where its answer may be given again. */
    private Optional<Answer> kept(byte[] request) {
        var mark = table.mark();
        return cache.find(request).filter(answer -> mayBeReused(answer, mark));
    }

    private boolean mayBeReused(Answer answer, long mark) {
        return answer.isYoung(clock.instant()) && table.quietSince(mark) && !hasExpiredSince(answer);
    }

    /** Asked last: a table that went stale or was emptied while this was being answered has said nothing. */
    private Reply freshly(Reply reply) {
        return freshness.now().isFresh() ? reply : refused(Reply.Refusal.TRY_LATER);
    }

    private Reply answer(Asked.Statuses asked, byte[] request) {
        var only = asked.certificates().getFirst();
        return asked.certificates().size() == 1
                        && asked.nonce().isEmpty()
                        && only.id().isPresent()
                ? remembered(
                        request,
                        only,
                        reusable(asked.responder(), only, only.id().get()))
                : once(asked);
    }

    private Reply remembered(byte[] request, Asked.Certificate asked, Reply reply) {
        if (reply instanceof Reply.Reusable) {
            asked.id().ifPresent(id -> cache.remember(request, id, asked.form()));
        }
        return reply;
    }

    private Reply reusable(Responder responder, Asked.Certificate asked, CertificateId id) {
        var mark = table.mark();
        var kept = cache.find(id, asked.form()).filter(answer -> answer.isYoung(clock.instant()));
        if (kept.isPresent() && table.quietSince(mark) && !hasExpiredSince(kept.get())) {
            return reused(kept.get());
        }
        for (var attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            var found = table.find(id);
            if (kept.isPresent() && kept.get().about().equals(found)) {
                return reused(kept.get());
            }
            if (!(found instanceof Found.Known)) {
                return once(new Asked.Statuses(responder, List.of(asked), Optional.empty()));
            }
            var answer = sign(responder, asked, found);
            if (cache.keep(id, asked.form(), answer, () -> table.find(id).equals(found))) {
                metrics.signed(found);
                return new Reply.Reusable(answer);
            }
        }
        return refused(Reply.Refusal.TRY_LATER);
    }

    private Reply reused(Answer kept) {
        metrics.reused(kept.about());
        return new Reply.Reusable(kept);
    }

    private boolean hasExpiredSince(Answer kept) {
        return kept.about() instanceof Found.Known(var row) && table.hasExpired(row);
    }

    private Answer sign(Responder responder, Asked.Certificate asked, Found found) {
        var now = clock.instant();
        var builder = responder.begin();
        Statements.add(builder, asked.as(), found, responder.issuer(), now, nextUpdate(now));
        return new Answer(
                responder.sign(builder, now),
                found,
                now,
                now.plus(settings.validFor().dividedBy(2)));
    }

    private Instant nextUpdate(Instant now) {
        return now.plus(settings.validFor());
    }

    /** What can be used once is signed for each request; more of it at a time than the bound is shed. */
    private Reply once(Asked.Statuses asked) {
        if (!signedAtOnce.tryAcquire()) {
            metrics.shed();
            return refused(Reply.Refusal.TRY_LATER);
        }
        try {
            for (var attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                var found = find(asked);
                if (found.stream().anyMatch(Found.InDoubt.class::isInstance)) {
                    return refused(Reply.Refusal.TRY_LATER);
                }
                var der = sign(asked, found);
                if (find(asked).equals(found)) {
                    found.forEach(metrics::signedOnce);
                    return new Reply.Once(der);
                }
            }
            return refused(Reply.Refusal.TRY_LATER);
        } finally {
            signedAtOnce.release();
        }
    }

    private List<Found> find(Asked.Statuses asked) {
        return asked.certificates().stream()
                .map(one -> one.id().map(table::find).orElse(NOT_OURS))
                .toList();
    }

    private byte[] sign(Asked.Statuses asked, List<Found> found) {
        var now = clock.instant();
        var builder = asked.responder().begin();
        for (var i = 0; i < found.size(); i++) {
            var one = asked.certificates().get(i);
            Statements.add(builder, one.as(), found.get(i), asked.responder().issuer(), now, nextUpdate(now));
        }
        asked.nonce().ifPresent(nonce -> builder.setResponseExtensions(new Extensions(nonce)));
        return asked.responder().sign(builder, now);
    }

    private Reply refused(Reply.Refusal refusal) {
        metrics.refused(refusal);
        return refusal;
    }
}
