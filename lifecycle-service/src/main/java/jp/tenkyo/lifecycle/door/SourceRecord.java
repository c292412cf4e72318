package jp.tenkyo.lifecycle.door;

/**
 * One row of a source's list: the last version of a holder's record there.
 *
 * @param line of the list at which the row begins
 * @param number of that version (履歴番号)
 */
record SourceRecord(long line, String holderId, String municipality, int number) {}
