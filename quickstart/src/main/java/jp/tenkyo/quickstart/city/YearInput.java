package jp.tenkyo.quickstart.city;

import jp.tenkyo.avro.CertificateRequestMessage;
import jp.tenkyo.avro.ResidentChange;

/** What is sent on a day. A holder has inputs of one occasion a day at most, so the order among holders is open. */
public sealed interface YearInput {

    String inputId();

    String holderId();

    /** To the door for changes. */
    record OfRecord(ResidentChange change) implements YearInput {
        @Override
        public String inputId() {
            return change.getEventId();
        }

        @Override
        public String holderId() {
            return change.getHolderId();
        }
    }

    /** To certificate-requests. */
    record OfCertificate(String holderId, CertificateRequestMessage message) implements YearInput {
        @Override
        public String inputId() {
            return message.getId();
        }
    }
}
