package jp.tenkyo.status.prober;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.ListFetching.Fetched;
import jp.tenkyo.status.prober.core.Observation;

/** Looks into the full revocation list of a certificate's issuer, and the delta that brings it up to date. */
final class FullListAsking implements Asking {

    private final ListFetching lists;
    private final ListSigners signers;

    FullListAsking(ListFetching lists, ListSigners signers) {
        this.lists = lists;
        this.signers = signers;
    }

    @Override
    public Optional<Observation> ask(StatusRow row) throws InterruptedException {
        var signer = signers.of(row.id().issuerKeyId());
        return signer.isEmpty() ? Optional.empty() : ask(row, signer.get());
    }

    /**
     * The delta is fetched first: the list that it goes on from was published before it, and what is fetched after it
     * is that one or a newer one.
     */
    private Optional<Observation> ask(StatusRow row, X509Certificate signer) throws InterruptedException {
        var folder = "/lists/" + row.id().issuerKeyId();
        var delta = lists.fetch(folder + "/delta.crl", signer);
        var full = lists.fetch(folder + ".crl", signer);
        if (delta instanceof Fetched.TooLarge || full instanceof Fetched.TooLarge) {
            return Optional.empty();
        }
        var serial = row.id().serialNumber();
        if (full instanceof Fetched.Taken(var whole)) {
            // Before the first delta, the full list is all there is.
            if (delta instanceof Fetched.None) {
                return Optional.of(ListReading.of(whole, serial));
            }
            if (delta instanceof Fetched.Taken(var changes)) {
                return Optional.of(ListReading.of(whole, changes, serial));
            }
        }
        return Optional.of(new Observation.Refuses());
    }
}
