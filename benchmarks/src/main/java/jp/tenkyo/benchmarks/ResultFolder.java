package jp.tenkyo.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps results as JSON, one file for each name, its plots as SVG, and beside them one page of all that lie there. */
record ResultFolder(Path folder) {

    static final String PAGE = "index.html";

    /** More of a figure says nothing. */
    private static final MathContext DIGITS = new MathContext(6);

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule()
                    .addSerializer(Double.class, new Rounded())
                    .addSerializer(double.class, new Rounded()));

    private static final class Rounded extends JsonSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(
                    Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
        }
    }

    /** @return the file that was written */
    Path write(Report report) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(report.name() + ".json");
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n");
        for (var i = 0; i < report.plots().size(); i++) {
            Files.writeString(
                    folder.resolve("%s-%d.svg".formatted(report.name(), i + 1)),
                    new SvgPlot(report.plots().get(i)).file());
        }
        Files.writeString(folder.resolve(PAGE), ResultPage.html(reports()));
        return file;
    }

    private List<Report> reports() throws IOException {
        var reports = new ArrayList<Report>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            for (var file : files) {
                reports.add(JSON.readValue(file.toFile(), Report.class));
            }
        }
        reports.sort(Comparator.comparing(Report::name));
        return reports;
    }
}
