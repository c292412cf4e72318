package jp.tenkyo.lifecycle.reference.model;

/**
 * Something that came in.
 *
 * @param entry place in the log at which it did
 */
record Known<T>(int entry, T what) {}
