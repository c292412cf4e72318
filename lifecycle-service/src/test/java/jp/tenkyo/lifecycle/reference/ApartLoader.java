package jp.tenkyo.lifecycle.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Loads core, reference model and comparison anew, apart from those of the tests; all else is shared. */
final class ApartLoader extends ClassLoader {

    private static final String[] APART = {"jp.tenkyo.lifecycle.core.", "jp.tenkyo.lifecycle.reference."};

    private final Map<String, byte[]> broken;

    /** @param broken byte code by the class's name, taken instead of the sound one */
    ApartLoader(Map<String, byte[]> broken) {
        super(ApartLoader.class.getClassLoader());
        this.broken = broken;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isApart(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    protected Class<?> findClass(String name) {
        var bytes = broken.containsKey(name) ? Objects.requireNonNull(broken.get(name)) : sound(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] sound(String name) {
        try (var stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isApart(String name) {
        for (var prefix : APART) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
