package org.interphase.figure;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;

/** The reduced forms of pictures, each made once; those used longest ago go when there are too many. */
public final class Pictures {

    private static final int KEPT = 6;
    private static final long MOST_BYTES = 300_000_000;

    private record Key(Raster raster, double low, double high, boolean labels) {
        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && k.raster == raster && Double.compare(k.low, low) == 0
                    && Double.compare(k.high, high) == 0 && k.labels == labels;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(raster) * 31 + Double.hashCode(low) * 7 + Double.hashCode(high);
        }
    }

    private final Map<Key, BytePyramid> pyramids = new LinkedHashMap<>(8, 0.75f, true);

    /** The reduced form of a picture. */
    synchronized BytePyramid of(Layer.Picture p) {
        Key key = new Key(p.raster(), p.low(), p.high(), p.colours().isDistinct());
        BytePyramid found = pyramids.get(key);
        if (found == null) {
            found = BytePyramid.of(p);
            pyramids.put(key, found);
            long bytes = pyramids.values().stream().mapToLong(BytePyramid::bytes).sum();
            Iterator<BytePyramid> oldest = pyramids.values().iterator();
            while ((pyramids.size() > KEPT || bytes > MOST_BYTES) && pyramids.size() > 1) {
                bytes -= oldest.next().bytes();
                oldest.remove();
            }
        }
        return found;
    }

    /** Those that are kept. */
    public synchronized Set<BytePyramid> kept() {
        return Set.copyOf(pyramids.values());
    }
}
