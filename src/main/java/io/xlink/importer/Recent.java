package io.xlink.importer;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map with a bound: beyond it, what was asked for or put least recently is forgotten. Not safe for threads. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int limit;

    Recent(int limit) {
        super(64, 0.75f, true);
        this.limit = limit;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
