package jp.tenkyo.lifecycle;

import java.time.InstantSource;
import java.util.Arrays;
import jp.tenkyo.lifecycle.door.ImportCommand;
import jp.tenkyo.lifecycle.door.ReconcileCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service; with {@code import} or {@code reconcile} as first argument, runs that command instead. */
@SpringBootApplication
public class LifecycleApplication {

    public static void main(String... args) {
        if (args.length > 0 && "import".equals(args[0])) {
            System.exit(ImportCommand.run(InstantSource.system(), Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && "reconcile".equals(args[0])) {
            System.exit(ReconcileCommand.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(LifecycleApplication.class, args);
    }
}
