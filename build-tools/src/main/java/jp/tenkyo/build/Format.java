package jp.tenkyo.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds every Java source under a folder to palantir-java-format.
 *
 * <p>Arguments: {@code check} (exit status 1 and a list where files differ) or {@code apply}, and the folder.
 */
public final class Format {

    private static final JavaFormatterOptions STYLE = JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build();

    private Format() {}

    public static void main(String... args) throws IOException {
        var apply = "apply".equals(args[0]);
        var root = Path.of(args[1]);
        var differing = sources(root).filter(source -> differs(source, apply)).toList();
        differing.forEach(
                source -> System.out.println((apply ? "formatted " : "not formatted: ") + root.relativize(source)));
        if (!apply && !differing.isEmpty()) {
            System.out.println("Mend with: mvn -pl build-tools package -Dformat=apply");
            System.exit(1);
        }
    }

    private static Stream<Path> sources(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return List.copyOf(paths.filter(Format::isSource).toList()).stream();
        }
    }

    private static boolean isSource(Path path) {
        var text = path.toString();
        return text.endsWith(".java") && !text.contains("/target/");
    }

    private static boolean differs(Path source, boolean apply) {
        try {
            var before = Files.readString(source);
            var after = formatted(before);
            if (apply && !after.equals(before)) {
                Files.writeString(source, after);
            }
            return !after.equals(before);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException("Cannot format " + source, e);
        }
    }

    private static String formatted(String text) throws FormatterException {
        var tidy = ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.PALANTIR);
        return Formatter.createFormatter(STYLE).formatSource(tidy);
    }
}
