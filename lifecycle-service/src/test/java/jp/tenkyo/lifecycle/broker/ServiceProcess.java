package jp.tenkyo.lifecycle.broker;

import jp.tenkyo.lifecycle.LifecycleApplication;
import org.springframework.boot.SpringApplication;

/** Main class of a child: the whole service, on a port that it says, with a stand-in for the registry. */
public final class ServiceProcess {

    private ServiceProcess() {}

    public static void main(String... arguments) throws Exception {
        QuietKafka.quieten();
        Contracts.register();
        var service = SpringApplication.run(LifecycleApplication.class, arguments);
        System.out.println(ChildJvm.SAYS + service.getEnvironment().getProperty("local.server.port"));
        while (System.in.read() >= 0) {
            // Nothing is ever said; its end is this process's, too.
        }
        Runtime.getRuntime().halt(0);
    }
}
