package jp.tenkyo.status.access;

/**
 * Somebody who is known and may see something: a verifier or a registry subscriber.
 *
 * @param id for logs and settings; names an organisation, never a person
 */
public record Client(String id, Permission permission) {

    /** The request attribute under which a known client is found. */
    public static final String ATTRIBUTE = "jp.tenkyo.status.access.client";
}
