package jp.tenkyo.status.contract;

import java.util.Optional;
import jp.tenkyo.schemas.DeadLetterCause;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.StatusRow;

/** What came of reading a record of certificate-status. */
public sealed interface Reading {

    record Understood(StatusRow row) implements Reading {}

    /**
     * It says nothing that may be answered from.
     *
     * @param about the certificate that its key names; empty where the key names none
     */
    record Unreadable(Optional<CertificateId> about, DeadLetterCause cause) implements Reading {}
}
