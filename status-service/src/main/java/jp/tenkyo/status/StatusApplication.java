package jp.tenkyo.status;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StatusApplication {

    public static void main(String... args) {
        SpringApplication.run(StatusApplication.class, args);
    }
}
