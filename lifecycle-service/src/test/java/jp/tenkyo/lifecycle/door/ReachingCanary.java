package jp.tenkyo.lifecycle.door;

import jp.tenkyo.avro.ResidentChangeMessage;
import jp.tenkyo.lifecycle.reads.CertificateView;
import jp.tenkyo.lifecycle.topology.DecisionSettings;

/** Does what a door must not do, for the proof that the walls see it. */
final class ReachingCanary {

    private ReachingCanary() {}

    static int reachesTheDecisions(DecisionSettings settings) {
        return settings.hashCode();
    }

    static String reachesTheReads(CertificateView view) {
        return view.certificateId();
    }

    static String readsAMessage(ResidentChangeMessage message) {
        return message.getId();
    }
}
