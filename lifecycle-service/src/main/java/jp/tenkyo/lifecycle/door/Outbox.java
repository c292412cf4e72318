package jp.tenkyo.lifecycle.door;

import java.util.List;
import jp.tenkyo.lifecycle.contract.Outgoing;

/** Takes records to the broker. */
interface Outbox {

    /**
     * Sends all or nothing: when it returns, the broker has acknowledged every record; when it throws, no reader of
     * committed records will see any of them, unless the answer to the last step was lost.
     *
     * @throws BrokerUnavailableException if the broker did not acknowledge in time
     * @throws jp.tenkyo.schemas.RegistryUnavailableException if a schema's id is not known yet and the registry is away
     */
    void sendAll(List<Outgoing> records, TraceContext trace);
}
