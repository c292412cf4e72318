package jp.tenkyo.quickstart;

import java.util.List;
import java.util.Map;
import jp.tenkyo.schemas.Topic;
import jp.tenkyo.schemas.TopicLayout;
import jp.tenkyo.schemas.setup.SchemaSetup;
import jp.tenkyo.schemas.setup.TopicCheck;
import jp.tenkyo.schemas.setup.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes topics and schemas by the same code as the setup command. */
final class Preparation {

    private Preparation() {}

    /** @throws CannotRunException if topics of an earlier run differ from the catalogue */
    static String prepare(String bootstrapServers, String registryUrl, TopicLayout layout) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            TopicSetup.create(admin, layout);
            refuse(TopicCheck.differences(admin, layout));
        }
        var schemas = SchemaSetup.register(registryUrl).size();
        return "%d topics, %d schemas".formatted(Topic.values().length, schemas);
    }

    private static void refuse(List<String> differences) {
        if (!differences.isEmpty()) {
            throw new CannotRunException("The topics kept from an earlier run are not those of this version. Start with"
                    + " --fresh to make them anew.\n" + String.join("\n", differences));
        }
    }
}
