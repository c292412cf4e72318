package jp.tenkyo.notifier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class NotifierApplication {

    public static void main(String... args) {
        SpringApplication.run(NotifierApplication.class, args);
    }
}
