package jp.tenkyo.lifecycle.door;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.tenkyo.lifecycle.contract.ContactPoint;
import jp.tenkyo.lifecycle.core.Form;

/** Reads where a holder can be reached. Nothing that it complains of repeats an address. */
final class ContactPointForm implements InputForm<JsonFields> {

    private static final String HOLDER_ID = "holderId";
    private static final String MAIL = "mail";
    private static final String POSTAL = "postal";
    private static final String LANGUAGE = "language";
    private static final String CHANNEL = "channel";
    private static final String POSTCODE = "postcode";
    private static final String LINES = "lines";

    /** RFC 5321 Mailbox with a dot-atom before the at sign; quoted local parts and address literals are refused. */
    private static final Pattern MAILBOX = Pattern.compile(
            "(?=.{1,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /** Seven digits in Japan; letters and blanks elsewhere, for holders who live abroad. */
    private static final Pattern POSTCODE_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,15}");

    private static final Pattern LINE = Pattern.compile("\\P{Cntrl}{1,100}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LINES_MAX = 6;

    @Override
    public Set<String> fieldNames() {
        return Set.of(HOLDER_ID, MAIL, POSTAL, LANGUAGE, CHANNEL);
    }

    @Override
    public String idField() {
        return HOLDER_ID;
    }

    @Override
    public Reading read(JsonFields fields, Instant now) {
        var faults = fields.faults();
        var holderId = fields.required(HOLDER_ID, fields.text(HOLDER_ID));
        var mail = fields.text(MAIL);
        var postal = fields.nested(POSTAL, Set.of(POSTCODE, LINES)).flatMap(ContactPointForm::postal);
        var language = fields.required(LANGUAGE, fields.symbol(LANGUAGE, ContactPoint.Language.class));
        var channel = fields.required(CHANNEL, fields.symbol(CHANNEL, ContactPoint.Channel.class));
        channel.ifPresent(chosen -> {
            switch (chosen) {
                case MAIL -> fields.required(MAIL, mail);
                case LETTER -> fields.required(POSTAL, postal);
            }
        });
        holderId.ifPresent(id -> check(id, faults));
        if (mail.isPresent() && !MAILBOX.matcher(mail.get()).matches()) {
            faults.add(MAIL, "MAIL_INVALID", "mail is one address, such as hanako@example.jp.");
        }
        return faults.isEmpty()
                ? new Reading.Sound(new ContactPoint(
                                holderId.orElseThrow(), mail, postal, language.orElseThrow(), channel.orElseThrow())
                        .outgoing(now))
                : new Reading.Faulty(faults.found());
    }

    /** Forgets a holder's contact point. */
    static Reading forget(String holderId, Instant now) {
        var faults = new Faults();
        check(holderId, faults);
        return faults.isEmpty()
                ? new Reading.Sound(ContactPoint.forgotten(holderId, now))
                : new Reading.Faulty(faults.found());
    }

    private static void check(String holderId, Faults faults) {
        if (!Form.isHolderId(holderId)) {
            faults.add(HOLDER_ID, "HOLDER_ID_INVALID", "holderId is 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    private static Optional<ContactPoint.Postal> postal(JsonFields fields) {
        var postcode = fields.required(POSTCODE, fields.text(POSTCODE));
        var lines = fields.required(LINES, fields.texts(LINES));
        if (postcode.isPresent() && !POSTCODE_FORM.matcher(postcode.get()).matches()) {
            fields.fault(
                    POSTCODE, "POSTCODE_INVALID", "postcode is 066-8686, or a foreign one of up to 16 characters.");
        }
        if (lines.isPresent()
                && (lines.get().isEmpty()
                        || lines.get().size() > LINES_MAX
                        || !lines.get().stream()
                                .allMatch(line -> LINE.matcher(line).matches()))) {
            fields.fault(LINES, "LINES_INVALID", "lines are 1 to " + LINES_MAX + " texts of 1 to 100 characters each.");
        }
        return postcode.isPresent() && lines.isPresent()
                ? Optional.of(new ContactPoint.Postal(postcode.get(), lines.get()))
                : Optional.empty();
    }
}
