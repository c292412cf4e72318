package jp.tenkyo.quickstart.scenarios;

import java.util.List;

/** What the services stand on: a broker, a registry and a mail server, each real. */
interface Surroundings extends AutoCloseable {

    String bootstrapServers();

    /** Base of Confluent's API; the same when the registry has come back. */
    String registryUrl();

    String smtpHost();

    int smtpPort();

    List<String> subjectsOfMailsTo(String address);

    /** Returns when nobody answers any more. */
    void stopRegistry();

    /** Returns when it answers again, with all that it knew. */
    void startRegistry();

    @Override
    void close();
}
