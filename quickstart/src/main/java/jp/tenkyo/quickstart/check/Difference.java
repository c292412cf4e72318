package jp.tenkyo.quickstart.check;

/**
 * One thing that is not as it must be.
 *
 * @param subject the certificate, input, notice or topic
 * @param because the situation in the city, and the row that brought it about
 */
public record Difference(Aspect aspect, String subject, String expected, String found, String because) {}
