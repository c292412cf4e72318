package jp.tenkyo.lifecycle.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with an input in itself, whoever its holder is. The doors ask it before they take an input, and the
 * decision asks it again, since Kafka is a door too.
 */
public final class Form {

    private static final Spelling HOLDER_ID = Spelling.of(1, 64, "AZ", "az", "09", "..", "__", "--");
    private static final Spelling INPUT_ID = Spelling.of(1, 128, "!~");
    private static final Spelling FINDING = Spelling.of(1, 64, "AZ", "09", "__");
    private static final Spelling YEAR = Spelling.of(4, 4, "09");
    private static final Spelling MONTH_OR_DAY = Spelling.of(2, 2, "09");

    private Form() {}

    /**
     * One fault of an input.
     *
     * @param field by its name in JSON and Avro
     * @param detail what is wrong and what would be right; never the value of a personal attribute
     */
    public record Problem(String field, OutcomeCode code, String detail) {}

    public static boolean isHolderId(String text) {
        return HOLDER_ID.fits(text);
    }

    /** YYYY-MM-DD; 1950-00-00 and 1950-02-30 are legal: the record may not know better (Standard). */
    static boolean isDateOfBirth(String text) {
        return text.length() == "YYYY-MM-DD".length()
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && YEAR.fits(text, 0, 4)
                && MONTH_OR_DAY.fits(text, 5, 7)
                && MONTH_OR_DAY.fits(text, 8, 10);
    }

    /** Faults of a change received at {@code now}; empty when there is none. */
    public static List<Problem> problemsOf(ResidentChange change, Instant now) {
        var problems = new Problems();
        problems.inputId("eventId", OutcomeCode.EVENT_ID_INVALID, change.eventId());
        problems.holder(change.holderId(), change.municipality(), change.recordNumber());
        problems.dates(change, Tokyo.dateOf(now));
        problems.unless(
                !change.reason().needsChanged() || !change.changed().isEmpty(),
                "changed",
                OutcomeCode.CHANGED_MISSING,
                () -> change.reason() + " must say what changed, such as NAME or ADDRESS.");
        problems.unless(
                change.plannedMoveOutDate().isEmpty() || change.reason().mayLieInTheFuture(),
                "plannedMoveOutDate",
                OutcomeCode.PLANNED_MOVE_OUT_DATE_NOT_APPLICABLE,
                "A planned move-out date belongs to MOVED_OUT or MOVED_ABROAD only.");
        problems.continuedUse(change);
        return problems.found;
    }

    /** Faults of a report that a certificate was made; empty when there is none. */
    public static List<Problem> problemsOf(Registration registration) {
        var problems = new Problems();
        problems.inputId("requestId", OutcomeCode.REQUEST_ID_INVALID, registration.requestId());
        problems.holder(registration.holderId(), registration.municipality(), registration.recordNumber());
        problems.certificateId(registration.certificateId());
        problems.unless(
                registration.notBefore().isBefore(registration.notAfter()),
                "notAfter",
                OutcomeCode.NOT_AFTER_BEFORE_NOT_BEFORE,
                "notAfter must be later than notBefore.");
        problems.unless(
                isDateOfBirth(registration.dateOfBirth()),
                "dateOfBirth",
                OutcomeCode.DATE_OF_BIRTH_INVALID,
                "dateOfBirth is YYYY-MM-DD; unknown parts are 00.");
        problems.unless(
                registration.carrier() != Carrier.RESIDENT_CARD || registration.kind() == Kind.SIGNING,
                "kind",
                OutcomeCode.KIND_NOT_ON_CARRIER,
                "A RESIDENT_CARD carries SIGNING certificates only.");
        return problems.found;
    }

    /** Faults of a request to revoke, hold or release; empty when there is none. */
    public static List<Problem> problemsOf(Action action) {
        var problems = new Problems();
        problems.inputId("requestId", OutcomeCode.REQUEST_ID_INVALID, action.requestId());
        problems.holder(action.holderId(), action.municipality(), 1);
        problems.wholeCertificateId(action.certificateId());
        problems.unless(
                action.ground().request() == action.request(),
                "ground",
                OutcomeCode.GROUND_NOT_FOR_TYPE,
                () -> action.ground() + " is a ground to " + action.ground().request() + ", not to " + action.request()
                        + ".");
        return problems.found;
    }

    /** Faults of a decision that a person has taken; empty when there is none. */
    public static List<Problem> problemsOf(DecisionTaken taken) {
        var problems = new Problems();
        problems.request(taken.requestId(), taken.holderId());
        problems.municipality(taken.municipality());
        problems.wholeCertificateId(taken.certificateId());
        problems.unless(
                FINDING.fits(taken.finding()),
                "finding",
                OutcomeCode.FINDING_INVALID,
                "finding is the code of a finding, such as DATE_OF_BIRTH_NEEDS_DECISION.");
        return problems.found;
    }

    /** Faults of a report that an issuer's key is compromised; empty when there is none. */
    public static List<Problem> problemsOf(IssuerCompromise compromise) {
        var problems = new Problems();
        problems.inputId("requestId", OutcomeCode.REQUEST_ID_INVALID, compromise.requestId());
        problems.certificateId(CertificateId.of(compromise.issuerKeyId(), "1"));
        return problems.found;
    }

    /** Collects what is wrong with one input. */
    static final class Problems {

        private final List<Problem> found = new ArrayList<>(0);

        List<Problem> found() {
            return List.copyOf(found);
        }

        void unless(boolean fine, String field, OutcomeCode code, String detail) {
            if (!fine) {
                found.add(new Problem(field, code, detail));
            }
        }

        /** @param detail is made where something is wrong: nearly every input is sound */
        void unless(boolean fine, String field, OutcomeCode code, Supplier<String> detail) {
            if (!fine) {
                found.add(new Problem(field, code, detail.get()));
            }
        }

        void inputId(String field, OutcomeCode code, String id) {
            unless(INPUT_ID.fits(id), field, code, () -> field + " is 1 to 128 printable ASCII characters.");
        }

        void request(String requestId, String holderId) {
            inputId("requestId", OutcomeCode.REQUEST_ID_INVALID, requestId);
            holderId(holderId);
        }

        void holderId(String holderId) {
            unless(
                    isHolderId(holderId),
                    "holderId",
                    OutcomeCode.HOLDER_ID_INVALID,
                    "holderId is 1 to 64 of A-Z, a-z, 0-9, dot, underscore, hyphen.");
        }

        void municipality(String municipality) {
            unless(
                    Municipality.isCode(municipality),
                    "municipality",
                    OutcomeCode.MUNICIPALITY_INVALID,
                    "municipality is 6 digits, the last of them the check digit, such as 012246.");
        }

        void holder(String holderId, String municipality, int recordNumber) {
            holderId(holderId);
            municipality(municipality);
            unless(
                    recordNumber >= 1,
                    "recordNumber",
                    OutcomeCode.RECORD_NUMBER_INVALID,
                    "recordNumber counts the record's versions from 1.");
        }

        void dates(ResidentChange change, LocalDate today) {
            unless(
                    change.reason().mayLieInTheFuture() || !change.eventDate().isAfter(change.processedDate()),
                    "eventDate",
                    OutcomeCode.EVENT_DATE_AFTER_PROCESSED_DATE,
                    "eventDate is after processedDate; only MOVED_OUT and MOVED_ABROAD may lie in the future.");
            unless(
                    !change.processedDate().isAfter(today),
                    "processedDate",
                    OutcomeCode.PROCESSED_DATE_IN_FUTURE,
                    () -> "processedDate is after today, " + today + " in Tokyo.");
        }

        void continuedUse(ResidentChange change) {
            var abroad = change.reason() == ChangeReason.MOVED_ABROAD;
            unless(
                    !abroad || change.continuedUse().isPresent(),
                    "continuedUse",
                    OutcomeCode.CONTINUED_USE_MISSING,
                    "MOVED_ABROAD must say whether the card stays in use: true or false.");
            unless(
                    abroad || change.continuedUse().isEmpty(),
                    "continuedUse",
                    OutcomeCode.CONTINUED_USE_NOT_APPLICABLE,
                    "Continued use belongs to MOVED_ABROAD only.");
        }

        void wholeCertificateId(CertificateId id) {
            unless(
                    id.isWellFormed(),
                    "certificateId",
                    OutcomeCode.CERTIFICATE_ID_INVALID,
                    "certificateId is issuerKeyId:serial: 40 hex digits, a colon, 1 to 40 hex digits other than zero.");
        }

        void certificateId(CertificateId id) {
            unless(
                    CertificateId.isKeyId(id.issuerKeyId()),
                    "issuerKeyId",
                    OutcomeCode.ISSUER_KEY_ID_INVALID,
                    "issuerKeyId is the SHA-1 of the issuer's public key: 40 hex digits.");
            unless(
                    CertificateId.isSerial(id.serial()),
                    "serial",
                    OutcomeCode.SERIAL_INVALID,
                    "serial is 1 to 40 hex digits, and not zero.");
        }
    }
}
