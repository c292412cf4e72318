package jp.tenkyo.lifecycle.door;

import java.nio.file.Path;

/**
 * What to import.
 *
 * @param refused where the refused rows go
 * @param fromLine rows that begin before this line are passed over
 */
record ImportOrder(Path file, CsvEncoding encoding, Path refused, long fromLine) {}
