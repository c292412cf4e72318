package jp.tenkyo.quickstart.scenarios;

import java.nio.file.Path;

/** On the broker, registry and mail server of the quickstart: everywhere. */
class LocalStackScenariosTest extends Scenarios {

    @Override
    Surroundings surround(Path folder) {
        return new LocalSurroundings(folder);
    }
}
