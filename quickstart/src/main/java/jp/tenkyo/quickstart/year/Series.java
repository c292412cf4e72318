package jp.tenkyo.quickstart.year;

/** A line or layer of a plot. Colours are Okabe and Ito's, told apart by people who see fewer of them too. */
public enum Series {
    MOVES("転入・転出・転居", "moved", "#0072b2"),
    RECORD("氏名等の修正", "name or record corrected", "#56b4e9"),
    DEATH("死亡", "died", "#8a63c7"),
    LEFT("国外転出・消除・番号変更", "abroad, deleted, number changed", "#cc79a7"),
    TIMER("転出後30日", "30 days after moving out", "#d55e00"),
    SUPERSEDED("更新・再発行", "renewed or reissued", "#009e73"),
    PHONE("スマホ(カードと連動)", "phone, with its card", "#e69f00"),
    OTHER("その他", "other", "#999999"),

    RENEWALS_DUE("更新期間に入った証明書", "window opened", "#d55e00"),
    RENEWALS_DONE("更新された証明書", "renewed in the window", "#009e73"),
    REPLACED("新しいカード・再発行", "issued anew", "#56b4e9"),

    SIGNING_REVOKED("署名用の失効", "signing revoked", "#0072b2"),
    RENEWED("更新完了", "renewed", "#009e73"),
    WINDOW_OPENED("更新開始", "renewal possible", "#56b4e9"),
    ONE_MONTH_LEFT("1か月前", "one month left", "#f0e442"),
    ONE_WEEK_LEFT("1週間前", "one week left", "#e69f00"),
    EXPIRED("期限切れ", "expired", "#d55e00"),
    OTHER_NOTICES("その他の通知", "other notices", "#999999"),

    CARD_AUTHENTICATION("カード 利用者証明用", "card, authentication", "#0072b2"),
    CARD_SIGNING("カード 署名用", "card, signing", "#d55e00"),
    PHONE_BOTH("スマホ(両方)", "phone, both kinds", "#009e73");

    private final String japanese;
    private final String english;
    private final String colour;

    Series(String japanese, String english, String colour) {
        this.japanese = japanese;
        this.english = english;
        this.colour = colour;
    }

    String japanese() {
        return japanese;
    }

    String english() {
        return english;
    }

    String colour() {
        return colour;
    }

    /** The layer of a revocation, by its kind of change or its rule. */
    static Series ofCause(String cause) {
        return switch (cause) {
            case "MOVED_IN", "MOVED_OUT", "MOVED_WITHIN_MUNICIPALITY" -> MOVES;
            case "CORRECTED_EX_OFFICIO", "CORRECTED_ERROR", "FORMER_SURNAME_ADDED" -> RECORD;
            case "DIED" -> DEATH;
            case "MOVED_ABROAD", "DELETED_EX_OFFICIO", "INDIVIDUAL_NUMBER_CHANGED" -> LEFT;
            case "SUPERSEDED" -> SUPERSEDED;
            case "CASCADE" -> PHONE;
            default -> cause.contains("TIMER") ? TIMER : OTHER;
        };
    }
}
