package jp.tenkyo.stack.ca;

import java.time.Instant;

/**
 * What goes into a holder's certificate. No attribute of a person is among it: the holder is named by the opaque
 * identifier alone.
 *
 * @param serial hex, four bytes
 * @param municipality code of the municipality that had it made
 */
public record HolderCertificate(
        Profile profile, String holderId, String serial, Instant notBefore, Instant notAfter, String municipality) {}
