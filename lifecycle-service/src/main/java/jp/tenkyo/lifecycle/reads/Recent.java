package jp.tenkyo.lifecycle.reads;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was used last, by holder. The events of a holder come close together, and what a task knows of them need not be
 * read from its store for each. It lives as long as the task: after a crash it is empty, as the store goes back.
 */
final class Recent<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;
    private static final int HOLDERS_MAX = 500;
    private static final float LOAD_FACTOR = 0.75f;

    Recent() {
        super(HOLDERS_MAX, LOAD_FACTOR, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > HOLDERS_MAX;
    }
}
