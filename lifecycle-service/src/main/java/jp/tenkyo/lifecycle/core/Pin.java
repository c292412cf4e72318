package jp.tenkyo.lifecycle.core;

import java.util.Optional;

/** Which of a carrier's PINs (暗証番号). Never its value: municipalities do not manage PINs (rule book 4). */
public enum Pin {
    /** 個人番号カード用, of the card itself. */
    CARD,
    /** 署名用. */
    SIGNING,
    /** 利用者証明用. */
    AUTHENTICATION;

    /** The kind of certificate that the PIN guards; the card's own guards none. */
    Optional<Kind> guards() {
        return switch (this) {
            case CARD -> Optional.empty();
            case SIGNING -> Optional.of(Kind.SIGNING);
            case AUTHENTICATION -> Optional.of(Kind.AUTHENTICATION);
        };
    }
}
