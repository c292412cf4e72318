package jp.tenkyo.status.ocsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.tenkyo.status.table.Tables;

/** Requests that are all in the middle of being signed, until it is closed. */
final class Flood implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Desk desk;
    private final CountDownLatch signing;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<CompletableFuture<Reply>> answers = new ArrayList<>();

    Flood(Desk desk, byte[] request, int number) {
        this.desk = desk;
        this.signing = new CountDownLatch(number);
        // The machine's clock is read when an answer is about to be signed.
        desk.machine = () -> {
            signing.countDown();
            await(goOn);
            return Tables.NOW;
        };
        var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
        for (var i = 0; i < number; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> desk.responder.answer(request), threads));
        }
    }

    void awaitSigning() {
        await(signing);
    }

    /** From now on, whoever reads the clock is not held up. */
    void keepOut() {
        desk.machine = () -> Tables.NOW;
    }

    List<Reply> replies() {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("waited too long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goOn.countDown();
        replies();
    }
}
