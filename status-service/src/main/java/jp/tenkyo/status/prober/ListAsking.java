package jp.tenkyo.status.prober;

import java.util.Optional;
import jp.tenkyo.status.core.StatusRow;
import jp.tenkyo.status.lists.ListSigners;
import jp.tenkyo.status.prober.ListFetching.Fetched;
import jp.tenkyo.status.prober.core.Observation;

/** Looks into the revocation list of a certificate's municipality. */
final class ListAsking implements Asking {

    private final ListFetching lists;
    private final ListSigners signers;

    ListAsking(ListFetching lists, ListSigners signers) {
        this.lists = lists;
        this.signers = signers;
    }

    @Override
    public Optional<Observation> ask(StatusRow row) throws InterruptedException {
        var issuer = row.id().issuerKeyId();
        var signer = signers.of(issuer);
        return signer.isEmpty()
                ? Optional.empty()
                : switch (lists.fetch("/lists/%s/%s.crl".formatted(issuer, row.municipality()), signer.get())) {
                    case Fetched.Taken(var list) ->
                        Optional.of(ListReading.of(list, row.id().serialNumber()));
                    case Fetched.None() -> Optional.of(new Observation.KnowsNothing());
                    case Fetched.Refused() -> Optional.of(new Observation.Refuses());
                    case Fetched.TooLarge() -> Optional.empty();
                };
    }
}
