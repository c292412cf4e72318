package jp.tenkyo.quickstart.check;

/** What is compared, one line of the summary each. */
public enum Aspect {
    CERTIFICATES("certificates end in the right status", "証明書の状態"),
    VERSIONS("versions rise by one", "版番号"),
    INPUTS("every input decided exactly once, and rightly", "入力ごとの判断"),
    RENUMBERED("bulk minor correction revokes nobody", "軽微な修正"),
    NOTICES("holders hear what they must, once", "通知"),
    DELIVERIES("every notice ends in one recorded outcome", "配信の結果"),
    DEATHS("nothing is sent after a death", "死亡後の通知なし"),
    MAILS("one mail for each notice sent", "メール"),
    REFUSED("wrong rows refused at the door", "受付できない行"),
    DEAD_LETTERS("no dead letters", "デッドレター");

    private final String promise;
    private final String japanese;

    Aspect(String promise, String japanese) {
        this.promise = promise;
        this.japanese = japanese;
    }

    public String promise() {
        return promise;
    }

    public String japanese() {
        return japanese;
    }
}
