package jp.tenkyo.quickstart.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What a page answers. */
public record Answer(int status, String contentType, Bytes body, Map<String, String> headers) {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    public static Answer html(String html) {
        return new Answer(OK, "text/html; charset=utf-8", new Bytes(html.getBytes(UTF_8)), Map.of());
    }

    public static Answer json(byte[] json) {
        return new Answer(OK, "application/json", new Bytes(json), Map.of());
    }

    public static Answer of(String contentType, byte[] body) {
        return new Answer(OK, contentType, new Bytes(body), Map.of());
    }

    /** Leads to another page, which is fetched anew. */
    public static Answer seeOther(String location) {
        return new Answer(SEE_OTHER, "text/plain; charset=utf-8", new Bytes(new byte[0]), Map.of("Location", location));
    }

    public static Answer notAllowed() {
        return new Answer(
                        NOT_ALLOWED,
                        "text/plain; charset=utf-8",
                        new Bytes("This page can only be read.\n".getBytes(UTF_8)),
                        Map.of())
                .with("Allow", "GET, HEAD");
    }

    public static Answer notFound() {
        return new Answer(NOT_FOUND, "text/plain; charset=utf-8", new Bytes("Not here.\n".getBytes(UTF_8)), Map.of());
    }

    /** A file from beside the pages: style sheet or script. */
    public static Answer resource(String name) {
        var type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        try (var stream = Answer.class.getResourceAsStream("/pages/" + name)) {
            return stream == null ? notFound() : of(type, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, Map.copyOf(more));
    }
}
