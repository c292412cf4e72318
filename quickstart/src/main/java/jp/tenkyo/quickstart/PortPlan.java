package jp.tenkyo.quickstart;

/** The port of every part on 127.0.0.1. */
record PortPlan(
        int startPage, int lifecycle, int notifier, int status, int registry, int kafka, int smtp, int mailbox) {

    private static final PortPlan USUAL = new PortPlan(8080, 8081, 8082, 8083, 8085, 9092, 3025, 8025);

    /** The usual ports, and free ones where these are taken. */
    static PortPlan choose(Ports ports) {
        return new PortPlan(
                ports.choose(USUAL.startPage),
                ports.choose(USUAL.lifecycle),
                ports.choose(USUAL.notifier),
                ports.choose(USUAL.status),
                ports.choose(USUAL.registry),
                ports.choose(USUAL.kafka),
                ports.choose(USUAL.smtp),
                ports.choose(USUAL.mailbox));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    boolean isUsual() {
        return equals(USUAL);
    }
}
