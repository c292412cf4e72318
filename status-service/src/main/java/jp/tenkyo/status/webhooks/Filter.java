package jp.tenkyo.status.webhooks;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.tenkyo.status.access.Choice;
import jp.tenkyo.status.access.Detail;
import jp.tenkyo.status.access.Permission;
import jp.tenkyo.status.access.Scope;
import jp.tenkyo.status.core.LastKnown;
import org.jspecify.annotations.Nullable;

/**
 * What of its permission a subscriber wants; what is left out is all of it.
 *
 * @param issuers key ids
 * @param municipalities codes of six digits
 * @param newCertificates false leaves out what says no more than that a certificate has been issued
 */
public record Filter(
        @Nullable Set<String> issuers,
        @Nullable Set<String> kinds,
        @Nullable Set<String> municipalities,
        @Nullable Detail detail,
        @Nullable Boolean newCertificates) {

    static final Filter ALL = new Filter(null, null, null, null, null);

    Permission permission() {
        return new Permission(
                choice(issuers), choice(kinds), choice(municipalities), detail == null ? Detail.REASON : detail);
    }

    private static Choice choice(@Nullable Set<String> values) {
        return values == null ? new Choice.Everything() : Choice.of(values);
    }

    /** Whether a change that the permission allows is wanted. */
    boolean wants(LastKnown change) {
        return !Boolean.FALSE.equals(newCertificates) || !change.isNew();
    }

    /** What is wrong with its form; empty text where nothing is. */
    String fault() {
        return fault(Scope.ISSUERS, issuers) + fault(Scope.KINDS, kinds) + fault(Scope.MUNICIPALITIES, municipalities);
    }

    private static String fault(Scope scope, @Nullable Set<String> values) {
        return values == null || scope.fits(values)
                ? ""
                : "filter.%s must be named: %s each. ".formatted(scope.name().toLowerCase(Locale.ROOT), scope.form());
    }

    /** Names of the fields that ask for more than is permitted, {@code *} being all that is. */
    Set<String> beyond(Permission permission) {
        var fields = new TreeSet<String>();
        addIfBeyond(fields, "issuers", issuers, permission.issuers());
        addIfBeyond(fields, "kinds", kinds, permission.kinds());
        addIfBeyond(fields, "municipalities", municipalities, permission.municipalities());
        if (detail == Detail.REASON && permission.detail() == Detail.STATUS_ONLY) {
            fields.add("detail");
        }
        return fields;
    }

    private static void addIfBeyond(Set<String> fields, String field, @Nullable Set<String> asked, Choice permitted) {
        if (asked != null && asked.stream().anyMatch(value -> !value.equals(Choice.ALL) && !permitted.has(value))) {
            fields.add(field);
        }
    }
}
