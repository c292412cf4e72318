package jp.tenkyo.lifecycle.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A holder's history, told step by step. The clock stands at 10:00 on 2026-04-10 in Tokyo until a story moves it. */
final class Story {

    static final String HOLDER = "holder-1";

    private final Policy policy;
    private final List<Event> events = new ArrayList<>();
    private final List<List<Event>> steps = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private Holder holder = Holder.unknown(HOLDER);
    private Instant clock = tokyo("2026-04-10T10:00");

    private Story(Policy policy) {
        this.policy = policy;
    }

    static Story begin() {
        return new Story(Policy.ofRuleBook());
    }

    static Story begin(Policy policy) {
        return new Story(policy);
    }

    static Instant tokyo(String local) {
        return LocalDateTime.parse(local).atZone(Tokyo.ZONE).toInstant();
    }

    /** Certificates are called by short names, whose characters are their serial. */
    static CertificateId id(String name) {
        return new CertificateId("ab".repeat(20), HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)));
    }

    static String name(CertificateId id) {
        return new String(HexFormat.of().parseHex(id.serial()), StandardCharsets.US_ASCII);
    }

    static Command action(Ground ground, String certificate) {
        return new Command.ActOnCertificate(new Action(
                "request-" + ground + certificate, HOLDER, Changed.CHITOSE, ground.request(), id(certificate), ground));
    }

    /** Sets the clock; the core learns of it with the next input only. */
    Story at(String local) {
        clock = tokyo(local);
        return this;
    }

    Story at(Instant instant) {
        clock = instant;
        return this;
    }

    Story given(Made... made) {
        Arrays.stream(made).forEach(this::when);
        return this;
    }

    Story when(Changed changed) {
        return when(changed.command());
    }

    Story when(Made made) {
        return when(made.command());
    }

    Story when(Ground ground, String certificate) {
        return when(action(ground, certificate));
    }

    Story when(Command command) {
        var step = Lifecycle.handle(holder, command, clock, policy);
        decisions.add(step.decision());
        var all = new ArrayList<>(step.due());
        all.addAll(step.decision().happened());
        return took(all, step.holder());
    }

    /** A tick: time passes, and nothing comes in. */
    Story whenTimePassesTo(String local) {
        clock = tokyo(local);
        var passage = Lifecycle.passTime(holder, clock, policy);
        return took(passage.due(), passage.holder());
    }

    private Story took(List<Event> all, Holder after) {
        steps.add(all);
        events.addAll(all);
        holder = after;
        return this;
    }

    Story then(String certificate, String state) {
        assertThat(stateOf(certificate)).as("certificate " + certificate).isEqualTo(state);
        return this;
    }

    Story thenRevokedAt(String certificate, String local) {
        assertThat(certificate(certificate).status())
                .isInstanceOfSatisfying(
                        Status.Revoked.class,
                        revoked -> assertThat(revoked.revokedAt()).isEqualTo(tokyo(local)));
        return this;
    }

    Story thenOutcome(Class<? extends Decision> outcome, OutcomeCode code) {
        assertThat(decision()).isInstanceOf(outcome);
        assertThat(decision().code()).isEqualTo(code);
        return this;
    }

    Story thenFindings(Finding... findings) {
        assertThat(decision().findings()).containsExactlyInAnyOrder(findings);
        return this;
    }

    Story thenFindings(Finding.Code... codes) {
        assertThat(decision().findings()).extracting(Finding::code).containsExactlyInAnyOrder(codes);
        return this;
    }

    /** Notices that wait to be sent, each as {@code CARRIER STAGE dueOn certificates}. */
    Story thenPending(String... notices) {
        assertThat(holder.notices()).extracting(Story::text).containsExactlyInAnyOrder(notices);
        return this;
    }

    /** Notices that the latest step planned and did not withdraw again. */
    Story thenPlanned(String... notices) {
        var withdrawn = withdrawnIds(steps.getLast());
        assertThat(planned(steps.getLast()).stream()
                        .filter(notice -> !withdrawn.contains(notice.id()))
                        .map(Story::text))
                .containsExactlyInAnyOrder(notices);
        return this;
    }

    /** Stages of the notices that the latest step withdrew. */
    Story thenWithdrawn(NoticeStage... stages) {
        var ids = withdrawnIds(steps.getLast());
        assertThat(planned(events).stream()
                        .filter(notice -> ids.contains(notice.id()))
                        .map(Notice::stage)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(stages);
        return this;
    }

    String stateOf(String certificate) {
        return state(certificate(certificate));
    }

    Certificate certificate(String certificate) {
        return holder.certificate(id(certificate)).orElseThrow();
    }

    Decision decision() {
        return decisions.getLast();
    }

    Holder holder() {
        return holder;
    }

    Instant clock() {
        return clock;
    }

    Policy policy() {
        return policy;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<Event> latestEvents() {
        return List.copyOf(steps.getLast());
    }

    /** A certificate's state in one line, such as {@code REVOKED superseded v2}. */
    static String state(Certificate certificate) {
        return name(certificate.status()) + " v" + certificate.version();
    }

    static String name(Status status) {
        return switch (status) {
            case Status.Good() -> "GOOD";
            case Status.OnHold(var _) -> "HOLD";
            case Status.Revoked(var reason, var _) -> "REVOKED " + reason.rfcName();
            case Status.Expired() -> "EXPIRED";
        };
    }

    static List<Notice> planned(List<Event> events) {
        return events.stream()
                .filter(Event.NoticePlanned.class::isInstance)
                .map(event -> ((Event.NoticePlanned) event).notice())
                .toList();
    }

    private static List<String> withdrawnIds(List<Event> events) {
        return events.stream()
                .filter(Event.NoticeWithdrawn.class::isInstance)
                .map(event -> ((Event.NoticeWithdrawn) event).noticeId())
                .toList();
    }

    private static String text(Notice notice) {
        return notice.carrier() + " " + notice.stage() + " " + notice.dueOn() + " "
                + notice.certificates().stream().map(Story::name).collect(Collectors.joining(" "));
    }
}
