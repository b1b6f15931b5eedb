package org.interphase.engine.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Outcome;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;

/**
 * Outcomes of steps by what they were made from: input hash, and for each step up to this one operation, version and
 * resolved parameters. The same key always means the same outcome, so nothing ever has to be invalidated. Bounded
 * memory: outcomes used longest ago go first. Safe to use from several threads.
 */
public final class OutcomeCache {

    private static final long OVERHEAD = 2048;

    private record Entry(Outcome outcome, long bytes) {
    }

    private final long capacity;
    private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
    private long used;
    private long hits;
    private long misses;

    /** A cache of a quarter of the memory the Java runtime may use, at most 1 GB. */
    public OutcomeCache() {
        this(Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4));
    }

    /** A cache of about this many bytes; 0 keeps nothing. */
    public OutcomeCache(long bytes) {
        this.capacity = bytes;
    }

    /** The outcome of a key, if it is still kept. */
    public synchronized Optional<Outcome> get(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            misses++;
            return Optional.empty();
        }
        hits++;
        return Optional.of(entry.outcome);
    }

    /** Keeps an outcome under its key. */
    public synchronized void put(String key, Outcome outcome) {
        long bytes = weigh(outcome);
        if (bytes > capacity) {
            return;
        }
        Entry old = entries.put(key, new Entry(outcome, bytes));
        used += bytes - (old == null ? 0 : old.bytes);
        var oldest = entries.entrySet().iterator();
        while (used > capacity && oldest.hasNext()) {
            used -= oldest.next().getValue().bytes;
            oldest.remove();
        }
    }

    /** How often a key was found. */
    public synchronized long hits() {
        return hits;
    }

    /** How often a key was not found. */
    public synchronized long misses() {
        return misses;
    }

    /** Bytes in use, estimated. */
    public synchronized long bytes() {
        return used;
    }

    // an estimate from above: arrays that outcomes share count for each of them
    private static long weigh(Outcome o) {
        long bytes = OVERHEAD + weigh(o.dataset());
        for (Dataset d : o.extra()) {
            bytes += weigh(d);
        }
        for (Overlay overlay : o.overlays()) {
            bytes += weigh(overlay.layer());
        }
        for (Figure f : o.figures()) {
            bytes += f.panels().stream().flatMap(p -> p.layers().stream()).mapToLong(OutcomeCache::weigh).sum();
        }
        return bytes;
    }

    private static long weigh(Dataset d) {
        return OVERHEAD + 16 * d.points() * (1 + d.header().products().size());
    }

    private static long weigh(Layer layer) {
        return 128 + switch (layer) {
            case Layer.Line l -> 16L * l.x().length;
            case Layer.Points l -> 24L * l.x().length;
            case Layer.Band l -> 24L * l.x().length;
            case Layer.Bars l -> 16L * l.edges().length;
            case Layer.Labels l -> 128L * l.texts().size();
            case Layer.Outline l -> 16L * l.x().length;
            case Layer.Guides l -> 8L * l.at().length;
            case Layer.Picture l -> 8L * l.raster().points();
            case Layer.Span l -> 0;
        };
    }
}
