package jp.tenkyo.quickstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tenkyo.quickstart.page.Answer;
import jp.tenkyo.quickstart.page.Language;
import jp.tenkyo.quickstart.page.Page;
import jp.tenkyo.quickstart.page.Request;
import jp.tenkyo.quickstart.page.Template;
import org.jspecify.annotations.Nullable;

/** Where somebody starts to look: links to everything, and what has happened so far. */
final class StartPage implements Page {

    private static final List<String> FLOW_COUNTS = List.of(
            "records.resident-changes",
            "records.certificate-requests",
            "decided",
            "revoked",
            "certificates",
            "planned",
            "dead-letters",
            "delivery.SENT",
            "mails");

    /** What is known now. */
    record Seen(Map<String, Long> counts, @Nullable String exampleHolder, Progress.Moment moment) {

        long count(String name) {
            return counts.getOrDefault(name, 0L);
        }
    }

    private final Endpoints endpoints;
    private final DataFiles files;
    private final Optional<CertificateFiles> certificates;
    private final Optional<ClockForm> clock;
    private final Supplier<Seen> look;
    private final Template page = Template.named("start.html");
    private final Template wideFlow = Template.named("flow-wide.svg");
    private final Template narrowFlow = Template.named("flow-narrow.svg");
    private final JsonMapper json = JsonMapper.builder().build();

    StartPage(
            Endpoints endpoints,
            DataFiles files,
            Optional<CertificateFiles> certificates,
            Optional<BusinessClock> clock,
            Supplier<Seen> look) {
        this.endpoints = endpoints;
        this.files = files;
        this.certificates = certificates;
        this.clock = clock.map(ClockForm::new);
        this.look = look;
    }

    @Override
    public Answer answer(Request request) throws IOException {
        var path = request.path();
        if (path.isEmpty()) {
            return Answer.html(
                    page(request.language(), request.parameter("clock").isPresent()));
        }
        if (path.equals(List.of("api", "counters"))) {
            return counters(request.language());
        }
        if (path.getFirst().equals("files")) {
            return path.size() == 1 ? files.list(request.language()) : files.file(path.subList(1, path.size()));
        }
        if (path.size() == 2 && path.getFirst().equals("certificates") && certificates.isPresent()) {
            return certificates.get().file(path.getLast());
        }
        if (path.equals(List.of("year"))) {
            return files.year();
        }
        return path.size() == 1 ? Answer.resource(path.getFirst()) : Answer.notFound();
    }

    @Override
    public Answer post(Request request, String form) {
        return clock.isPresent() && request.path().equals(List.of("clock"))
                ? clock.get().set(request.language(), form)
                : Answer.notAllowed();
    }

    private String page(Language language, boolean clockRefused) {
        var seen = look.get();
        var number = NumberFormat.getIntegerInstance(language.locale());
        var counts = new CountTables(language, name -> number.format(seen.count(name)));
        var values = new HashMap<String, String>(Map.of(
                "lang", language.tag(),
                "otherLang", language.other().tag(),
                "phase", phase(language, seen.moment()),
                "tables", counts.all(),
                "clock", clock.map(form -> form.html(language, clockRefused)).orElse("")));
        for (var name : FLOW_COUNTS) {
            values.put(name, number.format(seen.count(name)));
        }
        values.put("flow", wideFlow.fill(language, values) + narrowFlow.fill(language, values));
        addLinks(values, seen.exampleHolder());
        return page.fill(language, values);
    }

    private void addLinks(Map<String, String> values, @Nullable String exampleHolder) {
        values.put("mailbox", endpoints.mailbox());
        values.put("lifecycle", endpoints.lifecycle());
        values.put("notifier", endpoints.notifier());
        values.put("status", endpoints.status());
        values.put("registry", endpoints.registry());
        values.put("kafka", endpoints.kafka());
        values.put("smtp", endpoints.smtp());
        values.put("subscriberKey", files.subscriberKey().toString());
        values.put(
                "holderLink",
                exampleHolder == null
                        ? endpoints.lifecycle() + "/v3/api-docs"
                        : endpoints.lifecycle() + "/holders/" + exampleHolder);
    }

    private Answer counters(Language language) throws IOException {
        var seen = look.get();
        var answer = new HashMap<String, @Nullable Object>();
        answer.put("phase", phase(language, seen.moment()));
        answer.put("phaseKey", seen.moment().phase());
        answer.put("counts", seen.counts());
        answer.put("exampleHolder", seen.exampleHolder());
        answer.put("clock", clock.map(ClockForm::text).orElse(null));
        return Answer.json(json.writeValueAsBytes(answer));
    }

    private static String phase(Language language, Progress.Moment moment) {
        var text = language.text("phase." + moment.phase());
        return moment.percent() < 0 ? text : text + " (" + moment.percent() + " %)";
    }
}
