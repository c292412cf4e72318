package jp.tenkyo.status.lists;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import jp.tenkyo.status.core.Reason;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.TableView;

/**
 * Holds lists, as verifiers will read them, against the view of the table that they were made from, before they are
 * published. It has its own reading of what must be listed, so that one mistake is not made twice alike.
 */
final class ListCheck {

    private final ListSigner signer;
    private final Manifest before;
    private final Map<ListName, Iterator<ListEntry>> left = new TreeMap<>();

    /** @param before what stood when they were made */
    ListCheck(ListSigner signer, Manifest before) {
        this.signer = signer;
        this.before = before;
    }

    /**
     * @param base the full list that stands, which a delta goes on from
     * @throws ListRefusedException if it is not signed, or not numbered, as it must be
     */
    void add(ListFrame frame, ListBytes list, Iterable<ListEntry> base) throws ListRefusedException {
        var name = frame.name();
        refuseUnless(list.isSignedBy(signer.certificate()), name, "its signature does not verify");
        refuseUnless(list.number() == frame.number(), name, "it has another number than it was given");
        refuseUnless(list.number() > before.numberOf(name), name, "its number does not rise");
        refuseUnless(list.base().equals(frame.base()), name, "it goes on from another list");
        var isDelta = name.equals(ListName.DELTA);
        refuseUnless(
                !isDelta || frame.base().orElse(0) == before.numberOf(ListName.FULL),
                name,
                "it goes on from a full list that does not stand");
        left.put(name, isDelta ? new AppliedDelta(base.iterator(), list.iterator()) : list.iterator());
    }

    /** @throws ListRefusedException unless each list has all that must be on it, and nothing else */
    void against(TableView view) throws ListRefusedException {
        try {
            view.forEachOf(
                    signer.issuer().keyId(),
                    (row, inDoubt) -> left.forEach((name, entries) -> {
                        if (name.covers(row) && mustBeListed(row, inDoubt, before.decidedBefore(name))) {
                            next(name, entries, row);
                        }
                    }));
        } catch (DiffersException e) {
            throw ListRefusedException.wrong(String.valueOf(e.getMessage()));
        }
        for (var list : left.entrySet()) {
            refuseUnless(!list.getValue().hasNext(), list.getKey(), "it lists what is not revoked");
        }
    }

    private static boolean mustBeListed(StatusRow row, boolean inDoubt, Instant listedBefore) {
        return switch (row.status()) {
            case REVOKED -> !listedBefore.isAfter(row.notAfter());
            case HOLD -> true;
            case GOOD -> inDoubt;
            case EXPIRED -> false;
        };
    }

    private static void next(ListName name, Iterator<ListEntry> entries, StatusRow row) {
        if (!entries.hasNext()) {
            throw new DiffersException(name, "a revoked certificate is missing");
        }
        var entry = entries.next();
        var serial = row.id().serial();
        if (!entry.serial().equals(serial) && !entry.serial().equals("0" + serial)) {
            throw new DiffersException(name, "a revoked certificate is missing, or one is listed that is not");
        }
        var since = row.revokedAt().orElse(row.recordedAt()).truncatedTo(ChronoUnit.SECONDS);
        var reason = row.reason().orElse(row.status().isFinal() ? Reason.UNSPECIFIED : Reason.CERTIFICATE_HOLD);
        if (!entry.revokedAt().equals(since) || entry.reason() != reason.code()) {
            throw new DiffersException(name, "a revoked certificate is listed with another time or reason");
        }
    }

    private static void refuseUnless(boolean right, ListName name, String otherwise) throws ListRefusedException {
        if (!right) {
            throw ListRefusedException.wrong("List %s: %s".formatted(name, otherwise));
        }
    }

    /** Ends a walk. */
    private static final class DiffersException extends RuntimeException {

        private static final long serialVersionUID = 1;

        DiffersException(ListName name, String what) {
            super("List %s: %s".formatted(name, what));
        }
    }
}
