package jp.tenkyo.status.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One issuer's signer and lists. Reading is safe for several threads. */
final class IssuerLists {

    private final ListSigner signer;
    private final ListShelf shelf;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Optional.empty(), Manifest.EMPTY));

    private record Known(Optional<Instant> written, Manifest manifest) {}

    IssuerLists(ListSigner signer, Path folder) {
        this.signer = signer;
        this.shelf = new ListShelf(folder.resolve(signer.issuer().keyId()));
    }

    String issuerKeyId() {
        return signer.issuer().keyId();
    }

    ListSigner signer() {
        return signer;
    }

    ListShelf shelf() {
        return shelf;
    }

    /** Which lists stand, whichever instance published them. */
    Manifest standing() throws IOException {
        var seen = known.get();
        var written = shelf.manifestWritten();
        if (seen == null || !seen.written().equals(written)) {
            seen = new Known(written, shelf.manifest());
            known.set(seen);
        }
        return seen.manifest();
    }
}
