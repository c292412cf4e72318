package jp.tenkyo.status.ocsp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.StatusListener;

/** Signed answers by certificate and form, dropped by the event that makes them untrue. */
final class AnswerCache implements StatusListener {

    /** More than a question about one certificate has; a stranger cannot fill the memory with longer ones. */
    private static final int REQUEST_BYTES_MAX = 256;

    private record Key(CertificateId id, CertIdForm form) {}

    private final Cache<Key, Answer> answers;
    /** Which answer was given to the very bytes of a request: to read them again would take longer than all else. */
    private final Cache<ByteBuffer, Key> requests;

    /** @param max answers kept, and requests; beyond it, those that are asked for least go */
    AnswerCache(int max) {
        this.answers = Caffeine.newBuilder().maximumSize(max).build();
        this.requests = Caffeine.newBuilder().maximumSize(max).build();
    }

    /** The answer to a request that was remembered, as {@link #find(CertificateId, CertIdForm)} would find it. */
    Optional<Answer> find(byte[] request) {
        return Optional.ofNullable(requests.getIfPresent(ByteBuffer.wrap(request)))
                .map(answers::getIfPresent);
    }

    /** @param request one that asks about nothing else; nobody writes to it any more */
    void remember(byte[] request, CertificateId id, CertIdForm form) {
        if (request.length <= REQUEST_BYTES_MAX) {
            requests.put(ByteBuffer.wrap(request), new Key(id, form));
        }
    }

    Optional<Answer> find(CertificateId id, CertIdForm form) {
        return Optional.ofNullable(answers.getIfPresent(new Key(id, form)));
    }

    /**
     * Keeps the answer only if it is still true, looked at under the lock of its key. The event of a change comes after
     * the change can be found, and waits for that lock: so either the look sees the change, or the event drops the
     * answer. Nothing stale stays, however long signing took.
     *
     * @return whether it was true
     */
    boolean keep(CertificateId id, CertIdForm form, Answer answer, BooleanSupplier stillTrue) {
        return answers.asMap().compute(new Key(id, form), (_, _) -> stillTrue.getAsBoolean() ? answer : null) != null;
    }

    long size() {
        return answers.estimatedSize();
    }

    @Override
    public void changed(List<Change> changes, Set<CertificateId> touched) {
        for (var id : touched) {
            for (var form : CertIdForm.values()) {
                answers.asMap().remove(new Key(id, form));
            }
        }
    }

    @Override
    public void emptied() {
        answers.asMap().clear();
    }
}
