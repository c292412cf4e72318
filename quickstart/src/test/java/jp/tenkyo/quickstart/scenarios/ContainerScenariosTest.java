package jp.tenkyo.quickstart.scenarios;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** On the images of the compose file, wherever a container engine answers. */
class ContainerScenariosTest extends Scenarios {

    private static final String SKIPPED =
            "SKIPPED: the scenarios on containers. No container engine answers here (DOCKER_HOST);"
                    + " the same scenarios run without one in LocalStackScenariosTest.";

    @Override
    Surroundings surround(Path folder) {
        var engine = DockerClientFactory.instance().isDockerAvailable();
        if (!engine) {
            System.out.println(SKIPPED);
        }
        assumeTrue(engine, SKIPPED);
        return new ContainerSurroundings();
    }
}
