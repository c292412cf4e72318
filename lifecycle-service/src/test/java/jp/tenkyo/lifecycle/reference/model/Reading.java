package jp.tenkyo.lifecycle.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.DecisionTaken;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/** One reading of the log: every sentence that may end a certificate is held against every certificate. */
final class Reading {

    private final Log log;
    private final List<Known<ResidentChange>> changes = new ArrayList<>();
    private final List<Known<Registration>> made = new ArrayList<>();
    private final List<Known<Action>> actions = new ArrayList<>();
    private final List<Known<String>> compromises = new ArrayList<>();
    private final List<Known<DecisionTaken>> decisions = new ArrayList<>();
    private final MoveOuts moveOuts;
    private final Requests requests;
    /** By the entry that registered the certificate. */
    private final Map<Integer, Life> lives = new HashMap<>();

    private Optional<Reading> beforeTheLatest = Optional.empty();
    private final Questions questions;

    Reading(Log log) {
        this.log = log;
        for (var index = 0; index < log.size(); index++) {
            read(index, log.get(index));
        }
        this.moveOuts = new MoveOuts(log, changes, made);
        this.requests = new Requests(actions, made);
        this.questions = new Questions(changes, decisions);
    }

    private void read(int index, Log.Entry entry) {
        entry.compromisedKey().ifPresent(key -> compromises.add(new Known<>(index, key)));
        entry.input().ifPresent(input -> read(index, entry, input));
    }

    private void read(int index, Log.Entry entry, Command input) {
        if (input instanceof Command.RecordChange(var change)
                && !TableOfChanges.isRefused(change, Days.of(entry.recordedAt()))) {
            changes.add(new Known<>(index, change));
        }
        if (input instanceof Command.RegisterCertificate registers
                && known(registers.registration().certificateId()).isEmpty()) {
            made.add(new Known<>(index, registers.registration()));
        }
        if (input instanceof Command.ActOnCertificate(var action)) {
            actions.add(new Known<>(index, action));
        }
        if (input instanceof Command.TakeDecision(var taken)) {
            decisions.add(new Known<>(index, taken));
        }
    }

    private Optional<Registration> known(CertificateId id) {
        return registered(id).map(Known::what);
    }

    private Optional<Known<Registration>> registered(CertificateId id) {
        return made.stream()
                .filter(one -> one.what().certificateId().equals(id))
                .findFirst();
    }

    /** Whether the latest input is refused. */
    boolean refusesTheLatest() {
        var latest = log.size() - 1;
        var input = log.get(latest).input();
        if (input.isEmpty()) {
            return false;
        }
        return switch (input.get()) {
            case Command.RecordChange(var change) ->
                TableOfChanges.isRefused(change, Days.of(log.get(latest).recordedAt()));
            // "refused is only what is wrong in itself (form; a known certificateId with other content)"
            case Command.RegisterCertificate registers ->
                !known(registers.registration().certificateId()).equals(Optional.of(registers.registration()));
            case Command.ActOnCertificate(var action) ->
                Requests.isRefused(
                        action, known(action.certificateId()), beforeTheLatest().standings());
            case Command.TakeDecision(var taken) -> nobodyAsks(taken);
            default -> false;
        };
    }

    /** What was never asked cannot be decided; of one that has ended nothing is left to decide. */
    private boolean nobodyAsks(DecisionTaken taken) {
        return registered(taken.certificateId())
                .filter(one -> Questions.hasEnded(life(one).standing())
                        || questions.lastAsked(one, taken.finding()).isPresent())
                .isEmpty();
    }

    /** Of every certificate, in the order of registration, what a person has still to decide. */
    List<List<String>> questions() {
        return made.stream()
                .map(one -> questions.open(one, life(one).standing()))
                .toList();
    }

    /** As it was when the latest input came in. */
    private Reading beforeTheLatest() {
        if (beforeTheLatest.isEmpty()) {
            beforeTheLatest = Optional.of(new Reading(log.before(log.size() - 1)));
        }
        return beforeTheLatest.get();
    }

    List<Standing> standings() {
        return made.stream().map(this::life).map(Life::standing).toList();
    }

    /** Whether a change that has taken effect concerns a certificate and ends its kind. */
    boolean isConcerned(CertificateId id) {
        return made.stream()
                .filter(known -> known.what().certificateId().equals(id))
                .anyMatch(known -> groundsInChanges(known).findAny().isPresent());
    }

    /** What a person should look at in the latest input. */
    List<String> findings() {
        var latest = log.size() - 1;
        var entry = log.get(latest);
        for (var known : changes) {
            if (known.entry() == latest) {
                return Findings.of(known.what());
            }
        }
        for (var known : made) {
            if (known.entry() == latest) {
                var before = beforeTheLatest();
                var others =
                        new StillValid(before.made.stream().map(Known::what).toList(), before.standings());
                var findings = new ArrayList<>(Findings.of(known.what(), entry.recordedAt(), others));
                questions.lastAsked(known, Questions.ENTRY).ifPresent(_ -> findings.add(Questions.ENTRY));
                return findings;
            }
        }
        return List.of();
    }

    private Life life(Known<Registration> certificate) {
        var known = lives.get(certificate.entry());
        if (known != null) {
            return known;
        }
        var life = lived(certificate);
        lives.put(certificate.entry(), life);
        return life;
    }

    private Life lived(Known<Registration> certificate) {
        var happenings = new ArrayList<Happening>();
        expiry(certificate).ifPresent(happenings::add);
        groundsInChanges(certificate).forEach(happenings::add);
        firedTimers(certificate).forEach(happenings::add);
        laterCertificates(certificate).forEach(happenings::add);
        compromisesOfIssuer(certificate).forEach(happenings::add);
        cascade(certificate).ifPresent(happenings::add);
        happenings.addAll(requests.on(certificate));
        return Life.of(log, certificate.what(), happenings);
    }

    /** "A certificate is valid through notAfter and EXPIRED from the next second". */
    private Optional<Happening> expiry(Known<Registration> certificate) {
        var dueAt = certificate.what().notAfter().plusSeconds(1);
        return log.decided(certificate.entry(), dueAt, Moment.Rank.EXPIRY).map(Happening::expires);
    }

    private Stream<Happening> groundsInChanges(Known<Registration> certificate) {
        var kind = certificate.what().kind();
        return changes.stream()
                .filter(known -> TableOfChanges.ends(known.what()).contains(kind))
                .filter(known -> Concern.concerns(known.what(), certificate.what()))
                .flatMap(known -> moveOuts.takesEffect(known).stream()
                        .map(moment -> revoked(certificate, moment, Set.of(TableOfChanges.reason(known.what())))));
    }

    /** "moved out, and no 転入 within 30 days after the planned move-out date". */
    private Stream<Happening> firedTimers(Known<Registration> certificate) {
        if (certificate.what().kind() != Kind.AUTHENTICATION) {
            return Stream.empty();
        }
        return changes.stream()
                .filter(known -> Concern.timerConcerns(known.what(), certificate.what()))
                .flatMap(known -> moveOuts.timerFires(known).stream())
                .map(moment -> revoked(certificate, moment, Set.of("cessationOfOperation")));
    }

    /** "Registering one ends every earlier one (by notBefore) of the same holder, kind and carrier as superseded". */
    private Stream<Happening> laterCertificates(Known<Registration> certificate) {
        return made.stream()
                .filter(known -> known.what().kind() == certificate.what().kind())
                .filter(known -> known.what().carrier() == certificate.what().carrier())
                .filter(known -> isEarlier(certificate, known))
                .map(known -> revoked(certificate, registered(known), Set.of("superseded")));
    }

    /**
     * Open: of two made in the same second. "At most one valid certificate of a kind per carrier", and they are
     * reported in the order of making; so the one registered first is the earlier one.
     */
    private static boolean isEarlier(Known<Registration> one, Known<Registration> other) {
        var order = one.what().notBefore().compareTo(other.what().notBefore());
        return order < 0 || (order == 0 && one.entry() < other.entry());
    }

    /** "CA key compromised: every certificate of that CA generation", also one that is registered later. */
    private Stream<Happening> compromisesOfIssuer(Known<Registration> certificate) {
        return compromises.stream()
                .filter(known ->
                        known.what().equals(certificate.what().certificateId().issuerKeyId()))
                .map(known -> revoked(certificate, Moment.of(known.entry()), Set.of("cACompromise")));
    }

    /**
     * "card signing revoked → phone signing revoked; card authentication revoked → phone authentication revoked.
     * Independently of each other, and not on plain expiry"; "a cascade carries the card certificate's reason".
     */
    private Optional<Happening> cascade(Known<Registration> certificate) {
        if (certificate.what().carrier() != Carrier.PHONE) {
            return Optional.empty();
        }
        return cardCertificateOf(certificate.what())
                .map(this::life)
                .flatMap(card -> card.revokedIn().map(moment -> revoked(certificate, moment, card.reasons())));
    }

    /**
     * Open: which of several card certificates of its kind is a phone certificate's. Taken so: the one that was the
     * newest when the phone's was made; where none had been made by then, the first one.
     */
    private Optional<Known<Registration>> cardCertificateOf(Registration phone) {
        var newest = Optional.<Known<Registration>>empty();
        var first = Optional.<Known<Registration>>empty();
        for (var card : made) {
            if (card.what().carrier() != Carrier.CARD || card.what().kind() != phone.kind()) {
                continue;
            }
            var notBefore = card.what().notBefore();
            if (!notBefore.isAfter(phone.notBefore())
                    && newest.filter(one -> one.what().notBefore().isAfter(notBefore))
                            .isEmpty()) {
                newest = Optional.of(card);
            }
            if (first.filter(one -> !one.what().notBefore().isAfter(notBefore)).isEmpty()) {
                first = Optional.of(card);
            }
        }
        return newest.isPresent() ? newest : first;
    }

    /** A ground meets a certificate when both are known. */
    private static Happening revoked(Known<Registration> certificate, Moment ground, Set<String> reasons) {
        return Happening.revoked(Moment.later(registered(certificate), ground), reasons);
    }

    private static Moment registered(Known<Registration> certificate) {
        return Moment.of(certificate.entry());
    }
}
