package jp.tenkyo.benchmarks.throughput;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the service has written for one input, on the average.
 *
 * @param parts by topic
 */
record Footprint(Map<String, Part> parts) {

    /**
     * On one topic.
     *
     * @param bytes of keys, values and headers, for one input
     * @param examples some of the records, none where there were none
     */
    record Part(double records, double bytes, List<Example> examples) {

        static final Part NOTHING = new Part(0, 0, List.of());
    }

    Part part(String topic) {
        return parts.getOrDefault(topic, Part.NOTHING);
    }

    double records(Collection<String> topics) {
        return topics.stream().mapToDouble(topic -> part(topic).records).sum();
    }

    double bytes(Collection<String> topics) {
        return topics.stream().mapToDouble(topic -> part(topic).bytes).sum();
    }

    /** For another process to read. */
    void write(Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(parts.size());
            for (var entry : parts.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeDouble(entry.getValue().records);
                out.writeDouble(entry.getValue().bytes);
                out.writeInt(entry.getValue().examples.size());
                for (var example : entry.getValue().examples) {
                    example.writeTo(out);
                }
            }
        }
    }

    static Footprint read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var parts = new LinkedHashMap<String, Part>();
            for (var left = in.readInt(); left > 0; left--) {
                parts.put(in.readUTF(), new Part(in.readDouble(), in.readDouble(), examples(in)));
            }
            return new Footprint(parts);
        }
    }

    private static List<Example> examples(DataInputStream in) throws IOException {
        var examples = new ArrayList<Example>();
        for (var left = in.readInt(); left > 0; left--) {
            examples.add(Example.readFrom(in));
        }
        return examples;
    }
}
