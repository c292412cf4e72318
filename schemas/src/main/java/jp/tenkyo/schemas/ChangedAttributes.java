package jp.tenkyo.schemas;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import jp.tenkyo.avro.ChangedAttribute;

/** The attributes that a change can touch (異動項目) and what the Standard calls them. */
public final class ChangedAttributes {

    private static final StandardNames<ChangedAttribute> NAMES = new StandardNames<>(Map.ofEntries(
            entry(ChangedAttribute.NAME, "氏名"),
            entry(ChangedAttribute.FORMER_SURNAME, "旧氏"),
            entry(ChangedAttribute.ALIAS, "通称"),
            entry(ChangedAttribute.FURIGANA, "振り仮名"),
            entry(ChangedAttribute.ADDRESS, "住所"),
            entry(ChangedAttribute.ADDRESS_SUPPLEMENT, "方書"),
            entry(ChangedAttribute.DATE_OF_BIRTH, "生年月日"),
            entry(ChangedAttribute.SEX, "性別")));

    private ChangedAttributes() {}

    /** The attribute of that name; empty if there is none. */
    public static Optional<ChangedAttribute> named(String name) {
        return NAMES.named(name);
    }

    /** @throws IllegalArgumentException for UNKNOWN */
    public static String nameOf(ChangedAttribute attribute) {
        return NAMES.nameOf(attribute);
    }
}
