package jp.tenkyo.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a figure was measured on: without it none can be compared.
 *
 * @param processor its model, where the system tells
 * @param load of the system when measuring began, one minute's average; above zero something else was running
 */
record Machine(String processor, int processors, long memoryMiB, String system, String jvm, double load) {

    private static final long MIB = 1L << 20;

    static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        var memory = system instanceof com.sun.management.OperatingSystemMXBean known ? known.getTotalMemorySize() : 0;
        return new Machine(
                processorModel().orElse(system.getArch()),
                system.getAvailableProcessors(),
                memory / MIB,
                system.getName() + " " + system.getVersion(),
                Runtime.version().toString(),
                system.getSystemLoadAverage());
    }

    private static Optional<String> processorModel() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
