package jp.tenkyo.status.access;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A client that is this process itself, which asks its own channels as anybody would and sees all there is. Its key is
 * made at start, is in no setting and no file, and ends with the process.
 *
 * @param key to be shown as {@code X-API-Key}
 */
public record OwnClient(String key, Client client) {

    /** No client of the settings may be called so. */
    public static final String ID = "tenkyo-prober";

    private static final int KEY_BYTES = 32;

    /** @param random must be fit for keys */
    public static OwnClient generate(RandomGenerator random) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        var all = new Choice.Everything();
        return new OwnClient(
                HexFormat.of().formatHex(key), new Client(ID, new Permission(all, all, all, Detail.REASON)));
    }

    /** Without its key, which must not come into a log. */
    @Override
    public String toString() {
        return "OwnClient[%s]".formatted(ID);
    }
}
