package jp.tenkyo.quickstart;

/** What the quickstart is doing. */
enum Phase {
    STARTING,
    GENERATING,
    LOADING,
    IMPORTING,
    PLAYING,
    WAITING,
    CHECKING,
    RUNNING
}
