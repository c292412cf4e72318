/**
 * Revocation lists (RFC 5280): for each issuer key a full one, a delta to it, and one for each municipality. Built off
 * the path of revocations, from one view of the table, and checked against it before anybody can get them.
 */
@NullMarked
package jp.tenkyo.status.lists;

import org.jspecify.annotations.NullMarked;
