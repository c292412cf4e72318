package jp.tenkyo.lifecycle.door;

/**
 * One thing wrong with the form of one input.
 *
 * @param field by its name in JSON and Avro
 * @param code stable, in capitals
 * @param detail what is wrong and what would be right; never the value that was given
 */
public record Fault(String field, String code, String detail) {}
