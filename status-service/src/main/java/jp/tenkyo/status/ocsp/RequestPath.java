package jp.tenkyo.status.ocsp;

import java.util.Base64;

/**
 * The request that a GET's path holds in base64 (RFC 6960 A.1.1). Clients differ in what they escape: a slash comes as
 * it is or as %2F, a plus as it is, as %2B, or as a space where somebody took the path for a form.
 */
final class RequestPath {

    private static final byte[] NOTHING = new byte[0];
    private static final int HEX = 16;
    private static final int TEXT_MAX = 4 * (RequestReader.BYTES_MAX / 3 + 1) * 3;

    private RequestPath() {}

    /**
     * @param path as the client sent it, before anything is decoded or normalised
     * @param prefix what stands before the base64's slash
     * @return empty where there is no base64
     */
    static byte[] decode(String path, String prefix) {
        if (path.length() <= prefix.length() + 1 || path.length() > TEXT_MAX) {
            return NOTHING;
        }
        try {
            return Base64.getDecoder().decode(unescaped(path.substring(prefix.length() + 1)));
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()) {
                    throw new IllegalArgumentException("an escape that ends early");
                }
                c = (char) Integer.parseInt(text, i + 1, i + 3, HEX);
                i += 2;
            }
            plain.append(c == ' ' ? '+' : c);
        }
        return plain.toString();
    }
}
