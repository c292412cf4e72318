package jp.tenkyo.lifecycle;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class LifecycleApplication {

    public static void main(String... args) {
        SpringApplication.run(LifecycleApplication.class, args);
    }
}
