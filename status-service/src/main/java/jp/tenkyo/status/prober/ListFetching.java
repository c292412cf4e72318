package jp.tenkyo.status.prober;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches revocation lists as a verifier does, read by Java's own, and keeps the latest ones. Not safe for use by
 * several threads.
 */
final class ListFetching {

    private static final Logger LOG = LoggerFactory.getLogger(ListFetching.class);
    /** In memory a list takes many times its bytes. */
    private static final int LARGEST_KEPT_MAX = 2;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    private final ServiceHttp http;
    private final long bytesMax;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private long bytesKept;

    /** A list that was taken, so that it is taken again only when there is another. */
    private record Kept(String etag, X509CRL list, int bytes) {}

    /** @param clock the machine's */
    ListFetching(ServiceHttp http, long bytesMax, InstantSource clock) {
        this.http = http;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    /** What came. */
    sealed interface Fetched {

        /** One that a verifier would take now. */
        record Taken(X509CRL list) implements Fetched {}

        /** Nobody has made it. */
        record None() implements Fetched {}

        /** No answer, or a list that no verifier would take. */
        record Refused() implements Fetched {}

        /** More than is read here. */
        record TooLarge() implements Fetched {}
    }

    /** @param signer must have signed it */
    Fetched fetch(String path, X509Certificate signer) throws InterruptedException {
        var request = http.to(path);
        var known = kept.get(path);
        if (known != null) {
            request.header("If-None-Match", known.etag());
        }
        var answer = http.send(request.build(), bytesMax);
        return answer.isEmpty() ? new Fetched.Refused() : current(read(path, signer, answer.get()));
    }

    private Fetched read(String path, X509Certificate signer, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case OK -> taken(path, signer, answer);
            case NOT_MODIFIED -> again(path);
            case NOT_FOUND -> new Fetched.None();
            default -> new Fetched.Refused();
        };
    }

    private Fetched again(String path) {
        var known = kept.remove(path);
        if (known == null) {
            return new Fetched.Refused();
        }
        // It was used last.
        kept.put(path, known);
        return new Fetched.Taken(known.list());
    }

    private Fetched taken(String path, X509Certificate signer, HttpResponse<byte[]> answer) {
        var bytes = answer.headers().firstValueAsLong("Content-Length").orElse(0);
        if (bytes > bytesMax) {
            LOG.info("A revocation list has {} bytes, which is more than the prober reads", bytes);
            return new Fetched.TooLarge();
        }
        try {
            var list = (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
            list.verify(signer.getPublicKey());
            keep(path, new Kept(answer.headers().firstValue("ETag").orElse(""), list, answer.body().length));
            return new Fetched.Taken(list);
        } catch (GeneralSecurityException e) {
            LOG.warn("A revocation list cannot be believed", e);
            return new Fetched.Refused();
        }
    }

    private void keep(String path, Kept list) {
        forget(path);
        kept.put(path, list);
        bytesKept += list.bytes();
        while (bytesKept > LARGEST_KEPT_MAX * bytesMax) {
            forget(kept.keySet().iterator().next());
        }
    }

    private void forget(String path) {
        var gone = kept.remove(path);
        bytesKept -= gone == null ? 0 : gone.bytes();
    }

    private Fetched current(Fetched fetched) {
        return fetched instanceof Fetched.Taken(var list)
                        && !list.getNextUpdate().toInstant().isAfter(clock.instant())
                ? new Fetched.Refused()
                : fetched;
    }
}
