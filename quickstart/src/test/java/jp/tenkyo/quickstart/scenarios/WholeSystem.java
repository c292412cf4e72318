package jp.tenkyo.quickstart.scenarios;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.SchemaSetup;
import jp.tenkyo.schemas.setup.TopicSetup;
import org.apache.kafka.clients.admin.Admin;

/** Surroundings with topics and schemas, both services on them, and who sends and who reads. */
record WholeSystem(Surroundings surroundings, RunningServices services, Outside outside, Ledger ledger)
        implements AutoCloseable {

    static final TopicLayout LAYOUT = new TopicLayout(3, (short) 1);

    /** Takes over the surroundings: they end with the system, or when it does not come up. */
    static WholeSystem on(Surroundings surroundings, Path folder) throws IOException, InterruptedException {
        try {
            try (var admin = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
                TopicSetup.create(admin, LAYOUT);
            }
            SchemaSetup.register(surroundings.registryUrl());
            return new WholeSystem(
                    surroundings,
                    new RunningServices(surroundings, folder),
                    new Outside(surroundings),
                    new Ledger(surroundings));
        } catch (IOException | InterruptedException | RuntimeException e) {
            surroundings.close();
            throw e;
        }
    }

    @Override
    public void close() {
        outside.close();
        ledger.close();
        services.close();
        surroundings.close();
    }
}
