package jp.tenkyo.quickstart.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a page is asked for. */
public record Request(URI uri, Language preferred) {

    /** The parts of the path, decoded; none for the root. */
    public List<String> path() {
        return Arrays.stream(uri.getPath().split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A parameter of the query, if it is there and not blank. */
    public Optional<String> parameter(String name) {
        var query = uri.getRawQuery();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    /** The language that the address asks for, else the browser. */
    public Language language() {
        return parameter("lang").flatMap(Language::tagged).orElse(preferred);
    }
}
