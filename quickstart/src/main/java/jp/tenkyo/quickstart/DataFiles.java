package jp.tenkyo.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Language;
import jp.tenkyo.quickstart.page.Template;

/** The files of a run that are worth a look, by the names under which they are served. */
final class DataFiles {

    private final DataFolder data;
    private final Template template = Template.named("files.html");

    DataFiles(DataFolder data) {
        this.data = data;
    }

    /** Where the API key lies by which feed and webhooks can be tried. */
    Path subscriberKey() {
        return data.subscriberKey();
    }

    Answer list(Language language) throws IOException {
        var links = shown().keySet().stream()
                .map(name -> "<li><a href=\"/files/%1$s\">%1$s</a></li>".formatted(Template.escape(name)))
                .collect(Collectors.joining("\n"));
        return Answer.html(template.fill(
                language,
                Map.of(
                        "lang",
                        language.tag(),
                        "otherLang",
                        language.other().tag(),
                        "folder",
                        data.root().toString(),
                        "files",
                        links.isEmpty() ? "<li>" + language.text("files.none") + "</li>" : links)));
    }

    /** One of the files listed; any other path is not there. */
    Answer file(List<String> path) throws IOException {
        var name = String.join("/", path);
        var file = shown().get(name);
        if (file == null) {
            return Answer.notFound();
        }
        return name.endsWith(".json")
                ? Answer.json(Files.readAllBytes(file))
                : Answer.of("text/csv", Files.readAllBytes(file))
                        .with("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.getFileName()));
    }

    /** The report of a year, which brings its own style sheet. */
    Answer year() throws IOException {
        return Files.isRegularFile(data.yearPage())
                ? Answer.html(Files.readString(data.yearPage()))
                        .with(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                : Answer.notFound();
    }

    private Map<String, Path> shown() throws IOException {
        var files = new TreeMap<String, Path>();
        for (var file : List.of(data.endpoints(), data.summary(), data.year())) {
            if (Files.isRegularFile(file)) {
                files.put(file.getFileName().toString(), file);
            }
        }
        if (Files.isDirectory(data.day())) {
            try (var day = Files.newDirectoryStream(data.day(), "*.csv")) {
                day.forEach(file -> files.put("day/" + file.getFileName(), file));
            }
        }
        return files;
    }
}
