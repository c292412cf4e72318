package jp.tenkyo.status.feed;

import java.util.HashMap;
import java.util.Map;
import jp.tenkyo.status.access.Client;

/** Bounds how many wait at the same time, so that no client takes all there is. Safe for use by several threads. */
final class WaitingRoom {

    private final int max;
    private final int perClientMax;
    private final Map<String, Integer> waiting = new HashMap<>();
    private int all;

    WaitingRoom(int max, int perClientMax) {
        this.max = max;
        this.perClientMax = perClientMax;
    }

    /** @return whether there was room; then {@link #leave} has to follow */
    synchronized boolean enter(Client client) {
        var ofClient = waiting.getOrDefault(client.id(), 0);
        if (all >= max || ofClient >= perClientMax) {
            return false;
        }
        all++;
        waiting.put(client.id(), ofClient + 1);
        return true;
    }

    synchronized void leave(Client client) {
        all--;
        waiting.computeIfPresent(client.id(), (_, count) -> count > 1 ? count - 1 : null);
    }
}
