package jp.tenkyo.lifecycle.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The core with one rule broken.
 *
 * @param name which rule, and how
 * @param file of the core
 * @param from what stands in it exactly once
 */
record Mutant(String name, String file, String from, String to) {

    private static final Path CORE = Path.of("src/main/java/jp/tenkyo/lifecycle/core");

    /**
     * The broken source. Fails where the snippet is not there exactly once: then the core has changed, and so must
     * this.
     */
    String source() {
        var sound = sound();
        var at = sound.indexOf(from);
        if (at < 0 || sound.indexOf(from, at + 1) >= 0) {
            throw new IllegalStateException(
                    "%s: %s must have exactly once: %s".formatted(name, CORE.resolve(file), from));
        }
        return sound.replace(from, to);
    }

    private String sound() {
        try {
            return Files.readString(CORE.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException("mutant " + name, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
