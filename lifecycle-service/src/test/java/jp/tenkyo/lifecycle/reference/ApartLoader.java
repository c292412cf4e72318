package jp.tenkyo.lifecycle.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Loads core, reference model and comparison anew, apart from those of the tests; all else is shared. */
final class ApartLoader extends ClassLoader {

    private static final String[] APART = {"jp.tenkyo.lifecycle.core.", "jp.tenkyo.lifecycle.reference."};

    private final Map<String, byte[]> broken;
    private final Map<String, byte[]> sound;

    /**
     * @param broken byte code by the class's name, taken instead of the sound one
     * @param sound that of all others, as far as it has been read
     */
    ApartLoader(Map<String, byte[]> broken, Map<String, byte[]> sound) {
        super(ApartLoader.class.getClassLoader());
        this.broken = broken;
        this.sound = sound;
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
        var bytes = broken.containsKey(name)
                ? Objects.requireNonNull(broken.get(name))
                : sound.computeIfAbsent(name, this::read);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] read(String name) {
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
