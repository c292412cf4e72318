package jp.tenkyo.lifecycle.reference;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import jp.tenkyo.lifecycle.core.Lifecycle;
import org.jspecify.annotations.NullMarked;

/**
 * Compiles one broken file of the core in memory against the sound rest, and loads a hunt that has it for its core.
 * What is sound is read once, for all mutants that it is asked for. Not safe for use by several threads.
 */
final class BrokenCore {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);
    private final Map<String, byte[]> sound = new ConcurrentHashMap<>();

    BrokenCore() {
        try {
            // The core needs no more than itself and its annotations.
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(placeOf(Lifecycle.class), placeOf(NullMarked.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LongPredicate hunt(Mutant mutant) {
        var loader = new ApartLoader(compiled(mutant), sound);
        try {
            return (LongPredicate) loader.loadClass(Hunt.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("mutant " + mutant, e);
        }
    }

    private Map<String, byte[]> compiled(Mutant mutant) {
        var messages = new StringWriter();
        var made = new ClassesInMemory(files);
        var options = List.of("-proc:none", "-implicit:none");
        var task = COMPILER.getTask(messages, made, null, options, null, List.of(new Source(mutant)));
        if (!task.call()) {
            throw new IllegalStateException("mutant " + mutant + " does not compile: " + messages);
        }
        return made.classes();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Mutant mutant) {
            super(URI.create("string:///jp/tenkyo/lifecycle/core/" + mutant.file()), Kind.SOURCE);
            this.text = mutant.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
