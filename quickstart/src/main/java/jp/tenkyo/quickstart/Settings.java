package jp.tenkyo.quickstart;

import java.nio.file.Path;

/**
 * What a run was asked for.
 *
 * @param home the checkout, where the services' jars were built
 * @param data folder that holds all that the run writes
 * @param residents of the city; 0 for none, and then nothing is played
 * @param seed of all that is drawn: the same seed on the same day gives the same city
 * @param fresh forget what earlier runs left
 * @param exit stop once the day or year was played and checked
 */
record Settings(Path home, DataFolder data, int residents, long seed, boolean fresh, boolean exit, Play play) {

    boolean hasCity() {
        return residents > 0;
    }
}
