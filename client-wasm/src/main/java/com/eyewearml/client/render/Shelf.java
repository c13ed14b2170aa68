package com.eyewearml.client.render;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been used lately, up to a number of bytes; the least recently used goes first. The newest stays even where it alone is
 * larger.
 */
public final class Shelf<T> {
    private record Kept<T>(T value, long bytes) { }

    private final long capacityBytes;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
    private long bytes;

    public Shelf(long capacityBytes) {
        this.capacityBytes = capacityBytes;
    }

    /** What is kept under a name, which thereby is the most recently used; null for nothing. */
    public T take(String name) {
        Kept<T> found = kept.remove(name);
        if (found == null) {
            return null;
        }
        kept.put(name, found);
        return found.value();
    }

    /** Keeps something under a name and returns what had to go for it. */
    public List<T> put(String name, T value, long valueBytes) {
        List<T> gone = new ArrayList<>();
        Kept<T> before = kept.remove(name);
        if (before != null) {
            bytes -= before.bytes();
            gone.add(before.value());
        }
        Iterator<Kept<T>> oldest = kept.values().iterator();
        while (bytes + valueBytes > capacityBytes && oldest.hasNext()) {
            Kept<T> victim = oldest.next();
            oldest.remove();
            bytes -= victim.bytes();
            gone.add(victim.value());
        }
        kept.put(name, new Kept<>(value, valueBytes));
        bytes += valueBytes;
        return gone;
    }
}
