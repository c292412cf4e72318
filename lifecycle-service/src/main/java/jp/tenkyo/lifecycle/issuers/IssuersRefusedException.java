package jp.tenkyo.lifecycle.issuers;

import java.util.List;

/** The issuers that are set cannot be taken; each line of the message names the files and says what to do. */
public final class IssuersRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IssuersRefusedException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
