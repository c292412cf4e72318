package jp.tenkyo.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTest {

    private static final FileTime ALWAYS = FileTime.fromMillis(1_795_305_600_000L);

    @TempDir
    private Path home;

    /** Main class of a jar that unpacks itself, as one of Spring Boot does. */
    public static final class Unpacking {

        private Unpacking() {}

        public static void main(String... arguments) throws IOException, URISyntaxException {
            var jar = Path.of(Unpacking.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var folder = Files.createDirectories(Path.of(arguments[arguments.length - 1]));
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    @Test
    void a_jar_is_unpacked_once() throws Exception {
        build("first");
        var unpacked = ServiceJar.of(home, "service").path();
        Files.setLastModifiedTime(unpacked, ALWAYS);

        assertThat(ServiceJar.of(home, "service")).isEqualTo(new ServiceJar(unpacked, Unpacking.class.getName()));
        assertThat(Files.getLastModifiedTime(unpacked)).isEqualTo(ALWAYS);
    }

    /** The times of a reproducible build are the same each time. */
    @Test
    void a_jar_that_was_built_anew_is_unpacked_anew_whatever_its_time() throws Exception {
        build("first");
        ServiceJar.of(home, "service");
        build("second");

        assertThat(said(ServiceJar.of(home, "service").path())).isEqualTo("second");
    }

    @Test
    void a_module_without_a_jar_has_not_been_built() {
        assertThatThrownBy(() -> ServiceJar.of(home, "service"))
                .isInstanceOf(ServiceJar.NotBuiltException.class)
                .hasMessageContaining("service has not been built");
    }

    private void build(String says) throws IOException {
        var name = Unpacking.class.getName().replace('.', '/') + ".class";
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Unpacking.class.getName());
        var file = Files.createDirectories(home.resolve("service/target")).resolve("service-1-exec.jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = Unpacking.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            requireNonNull(code).transferTo(jar);
            jar.putNextEntry(new JarEntry("says"));
            jar.write(says.getBytes(UTF_8));
        }
        Files.setLastModifiedTime(file, ALWAYS);
    }

    private static String said(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile());
                var says = file.getInputStream(file.getEntry("says"))) {
            return new String(says.readAllBytes(), UTF_8);
        }
    }
}
