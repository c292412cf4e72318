package jp.tenkyo.quickstart.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tenkyo.avro.CertificateState;
import jp.tenkyo.quickstart.city.Expected;
import jp.tenkyo.quickstart.city.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Compares facts with the truth, aspect by aspect. Pure: the same facts and truth give the same summary.
 *
 * @param refused event ids of the rows that the import refused
 * @param mails all that the mail server took since the topics are empty
 */
record Comparison(Truth truth, Facts facts, Set<String> refused, List<Mail> mails) {

    Summary summary() {
        var findings = new Findings();
        compareCertificates(findings);
        compareInputs(findings);
        compareRefused(findings);
        compareDeadLetters(findings);
        new NoticeComparison(truth, facts, mails, findings).compare();
        return new Summary(Map.copyOf(findings.tallies()), List.copyOf(findings.kept()), figures());
    }

    private void compareCertificates(Findings findings) {
        var renumbered = truth.renumbered();
        truth.certificates().forEach(expected -> {
            var found = facts.certificates().get(expected.certificateId());
            compareStatus(expected, found, findings);
            if (renumbered.contains(expected.holderId())) {
                findings.looked(Aspect.RENUMBERED);
                if (found != null && found.state() == CertificateState.REVOKED) {
                    findings.differs(
                            Aspect.RENUMBERED,
                            expected.certificateId(),
                            "not revoked",
                            text(found),
                            expected.because());
                }
            }
        });
    }

    private static void compareStatus(
            Expected.OfCertificate expected, Facts.@Nullable Standing found, Findings findings) {
        findings.looked(Aspect.CERTIFICATES);
        findings.looked(Aspect.VERSIONS);
        if (found == null || found.state() != expected.status() || found.reason() != expected.reason()) {
            findings.differs(
                    Aspect.CERTIFICATES,
                    expected.certificateId(),
                    expected.status() + (expected.reason() == null ? "" : " " + expected.reason()),
                    found == null ? "not registered" : text(found),
                    expected.because());
        }
        if (found != null && !found.steady()) {
            findings.differs(
                    Aspect.VERSIONS,
                    expected.certificateId(),
                    "1, 2, 3 …",
                    "a version left out or repeated, at last " + found.version(),
                    expected.because());
        }
    }

    private void compareInputs(Findings findings) {
        truth.inputs().forEach(expected -> {
            findings.looked(Aspect.INPUTS);
            var found = facts.decisions().getOrDefault(expected.inputId(), List.of());
            if (!matches(expected.answers(), found)) {
                findings.differs(
                        Aspect.INPUTS,
                        expected.inputId(),
                        expected.answers().toString(),
                        found.toString(),
                        expected.because());
            }
        });
    }

    private static boolean matches(List<Expected.Answer> answers, List<Facts.Decision> decisions) {
        if (answers.size() != decisions.size()) {
            return false;
        }
        for (var i = 0; i < answers.size(); i++) {
            if (!matches(answers.get(i), decisions.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Expected.Answer answer, Facts.Decision decision) {
        return answer.outcomes().contains(decision.outcome())
                && (answer.code() == null || answer.code().equals(decision.code()))
                && answer.findings().equals(decision.findings());
    }

    private void compareRefused(Findings findings) {
        var expected = new TreeMap<String, String>();
        truth.refusals().forEach(refusal -> expected.put(refusal.eventId(), refusal.because()));
        expected.forEach((eventId, because) -> {
            findings.looked(Aspect.REFUSED);
            if (!refused.contains(eventId)) {
                findings.differs(Aspect.REFUSED, eventId, "refused", "taken or missing", because);
            }
            if (facts.decisions().containsKey(eventId)) {
                findings.differs(Aspect.REFUSED, eventId, "never reaches a topic", "was decided", because);
            }
        });
        refused.stream()
                .filter(eventId -> !expected.containsKey(eventId))
                .forEach(eventId ->
                        findings.differs(Aspect.REFUSED, eventId, "taken", "refused", "nothing is wrong with the row"));
    }

    private void compareDeadLetters(Findings findings) {
        findings.looked(Aspect.DEAD_LETTERS);
        facts.deadLetters()
                .forEach((cause, count) -> findings.differs(
                        Aspect.DEAD_LETTERS, cause, "none", count.toString(), "nothing unreadable was sent"));
    }

    /** What happened, in numbers. */
    private Map<String, Long> figures() {
        var figures = new TreeMap<String, Long>();
        facts.certificates()
                .values()
                .forEach(standing -> figures.merge("certificates " + text(standing), 1L, Long::sum));
        facts.decisions().values().stream()
                .flatMap(List::stream)
                .forEach(decision -> figures.merge("inputs " + decision.outcome(), 1L, Long::sum));
        facts.notices().values().forEach(notice -> figures.merge("notices " + notice.stage(), 1L, Long::sum));
        facts.attempts().values().stream()
                .flatMap(List::stream)
                .forEach(attempt -> figures.merge("deliveries " + attempt.outcome(), 1L, Long::sum));
        figures.put("mails", (long) mails.size());
        figures.put("rows refused", (long) refused.size());
        return figures;
    }

    private static String text(Facts.Standing standing) {
        return standing.state() + (standing.reason() == null ? "" : " " + standing.reason());
    }
}
