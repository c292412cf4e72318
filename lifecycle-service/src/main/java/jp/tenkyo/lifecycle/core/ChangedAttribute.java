package jp.tenkyo.lifecycle.core;

/** Which attribute of a resident record a change touched; never its value. */
public enum ChangedAttribute {
    NAME,
    FORMER_SURNAME,
    ALIAS,
    /** 振り仮名: in no certificate, so it ends none unless the policy says so. */
    FURIGANA,
    ADDRESS,
    ADDRESS_SUPPLEMENT,
    DATE_OF_BIRTH,
    SEX
}
