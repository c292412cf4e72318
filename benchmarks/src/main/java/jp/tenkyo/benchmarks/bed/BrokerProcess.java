package jp.tenkyo.benchmarks.bed;

import java.nio.file.Path;
import jp.tenkyo.stack.LocalBroker;

/** Main class of the broker's own process. Argument: its data folder. It says its address when it is ready. */
public final class BrokerProcess {

    static final String READY = "ready ";

    private BrokerProcess() {}

    public static void main(String... arguments) throws InterruptedException {
        var broker = LocalBroker.start(Path.of(arguments[0]), 0);
        System.out.println(READY + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
