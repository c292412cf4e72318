package jp.tenkyo.status.lists;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tenkyo.status.core.CertificateId;
import jp.tenkyo.status.core.Status;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.table.Change;
import jp.tenkyo.status.table.StatusListener;

/**
 * Whose lists no longer say what the table says. Marks are made when a change is written, so a view taken after marks
 * were taken has at least what they stand for. Until told otherwise, all lists of all issuers count as dirty.
 */
final class DirtyMarks implements StatusListener {

    private final Map<String, Set<String>> municipalities = new HashMap<>();
    /** Certificates of a municipality were seen: it has a list, or a mark has been made for one. */
    private final Map<String, Set<String>> seen = new HashMap<>();
    /** Issuers whose lists were all taken once since all became dirty. */
    private final Set<String> partial = new HashSet<>();

    /**
     * What is to be made anew.
     *
     * @param all every list of the issuer
     */
    record Dirt(boolean all, Set<String> municipalities) {

        boolean isNone() {
            return !all && municipalities.isEmpty();
        }

        boolean has(ListName name) {
            return all || municipalities.contains(name.text());
        }
    }

    @Override
    public synchronized void changed(List<Change> changes, Set<CertificateId> touched) {
        var told = new HashSet<CertificateId>();
        for (var change : changes) {
            var row = change.row();
            told.add(row.id());
            var isNew = seen.computeIfAbsent(row.id().issuerKeyId(), _ -> new HashSet<>())
                    .add(row.municipality());
            if (isNew || mayChangeLists(row)) {
                mark(row.id().issuerKeyId(), row.municipality());
            }
        }
        // What came in doubt names no municipality.
        touched.stream().filter(id -> !told.contains(id)).forEach(id -> partial.remove(id.issuerKeyId()));
    }

    /** A new certificate that is good is on no list; one that is good again may have been. */
    private static boolean mayChangeLists(StatusRow row) {
        return row.version() > 1 || row.status() != Status.GOOD;
    }

    private void mark(String issuerKeyId, String municipality) {
        municipalities.computeIfAbsent(issuerKeyId, _ -> new HashSet<>()).add(municipality);
    }

    @Override
    public synchronized void emptied() {
        municipalities.clear();
        seen.clear();
        partial.clear();
    }

    /**
     * Takes the issuer's marks away. Take them before looking at the table, and give them back if nothing came of it.
     */
    synchronized Dirt take(String issuerKeyId) {
        var marked = municipalities.remove(issuerKeyId);
        return new Dirt(partial.add(issuerKeyId), marked == null ? Set.of() : Set.copyOf(marked));
    }

    synchronized void giveBack(String issuerKeyId, Dirt dirt) {
        if (dirt.all()) {
            partial.remove(issuerKeyId);
        }
        dirt.municipalities().forEach(municipality -> mark(issuerKeyId, municipality));
    }
}
