package jp.tenkyo.benchmarks.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.tenkyo.lifecycle.core.Action;
import jp.tenkyo.lifecycle.core.Carrier;
import jp.tenkyo.lifecycle.core.CertificateId;
import jp.tenkyo.lifecycle.core.ChangeReason;
import jp.tenkyo.lifecycle.core.ChangedAttribute;
import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Ground;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.Kind;
import jp.tenkyo.lifecycle.core.Lifecycle;
import jp.tenkyo.lifecycle.core.Policy;
import jp.tenkyo.lifecycle.core.Registration;
import jp.tenkyo.lifecycle.core.ResidentChange;

/**
 * One of many residents, and what can be told of them.
 *
 * @param number tells them apart
 */
record Resident(int number, Policy policy) {

    static final String CHITOSE = "012246";
    static final String SAPPORO = "011002";

    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    private static final Instant NOT_BEFORE = Instant.parse("2025-10-27T01:00:00Z");
    private static final String SIGNING_KEY = "5a".repeat(20);
    private static final String AUTHENTICATION_KEY = "c3".repeat(20);

    private String id() {
        return HexFormat.of().toHexDigits(number * 0x9E3779B97F4A7C15L)
                + HexFormat.of().toHexDigits(number);
    }

    Holder nobody() {
        return Holder.unknown(id());
    }

    /** With a signing and an authentication certificate on the card. */
    Holder certified(Instant notAfter) {
        var signing = after(nobody(), made(Kind.SIGNING, 1, NOT_BEFORE, notAfter), NOT_BEFORE);
        return after(signing, made(Kind.AUTHENTICATION, 1, NOT_BEFORE, notAfter), NOT_BEFORE);
    }

    Holder after(Holder before, Command command, Instant now) {
        return Lifecycle.handle(before, command, now, policy).holder();
    }

    /** @param version of the resident record that it was made from */
    Command made(Kind kind, int version, Instant notBefore, Instant notAfter) {
        return new Command.RegisterCertificate(new Registration(
                "request-" + number + "-" + kind + "-" + version,
                id(),
                CHITOSE,
                Registration.Type.ISSUE,
                Carrier.CARD,
                kind,
                certificate(kind, version),
                notBefore,
                notAfter,
                "1980-02-17",
                Optional.empty(),
                version));
    }

    Command change(ChangeReason reason, String municipality, ChangedAttribute... changed) {
        return change(reason, municipality, TODAY, changed);
    }

    Command movesOut(LocalDate day) {
        return change(ChangeReason.MOVED_OUT, CHITOSE, day);
    }

    Command asksToRevoke() {
        return new Command.ActOnCertificate(new Action(
                "revocation-" + number,
                id(),
                CHITOSE,
                Ground.Request.REVOKE,
                certificate(Kind.SIGNING, 1),
                Ground.HOLDER_REQUEST));
    }

    private CertificateId certificate(Kind kind, int version) {
        return CertificateId.of(
                kind == Kind.SIGNING ? SIGNING_KEY : AUTHENTICATION_KEY,
                HexFormat.of().toHexDigits(number) + HexFormat.of().toHexDigits(version));
    }

    private Command change(ChangeReason reason, String municipality, LocalDate day, ChangedAttribute... changed) {
        var attributes = EnumSet.noneOf(ChangedAttribute.class);
        attributes.addAll(List.of(changed));
        return new Command.RecordChange(new ResidentChange(
                "event-" + number,
                id(),
                municipality,
                2,
                reason,
                attributes,
                day,
                Optional.of(TODAY),
                TODAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }
}
