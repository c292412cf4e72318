package jp.tenkyo.lifecycle.door;

/** The path names a key that is none of this installation's issuers. */
final class IssuerUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IssuerUnknownException() {
        super("No issuer of this installation has that key; GET /issuers lists those that are set.");
    }
}
