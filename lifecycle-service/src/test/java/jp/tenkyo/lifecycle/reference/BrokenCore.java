package jp.tenkyo.lifecycle.reference;

import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import jp.tenkyo.lifecycle.core.Lifecycle;
import org.jspecify.annotations.NullMarked;

/** Compiles one broken file of the core in memory against the sound rest, and loads a hunt that has it for its core. */
final class BrokenCore {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private BrokenCore() {}

    static LongPredicate hunt(Mutant mutant) {
        var loader = new ApartLoader(compiled(mutant));
        try {
            return (LongPredicate) loader.loadClass(Hunt.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("mutant " + mutant, e);
        }
    }

    private static Map<String, byte[]> compiled(Mutant mutant) {
        var messages = new StringWriter();
        var files = new ClassesInMemory(COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        var options = List.of("-proc:none", "-implicit:none", "-classpath", classpath());
        var task = COMPILER.getTask(messages, files, null, options, null, List.of(new Source(mutant)));
        if (!task.call()) {
            throw new IllegalStateException("mutant " + mutant + " does not compile: " + messages);
        }
        return files.classes();
    }

    /** The core needs no more than itself and its annotations. */
    private static String classpath() {
        return placeOf(Lifecycle.class) + File.pathSeparator + placeOf(NullMarked.class);
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
