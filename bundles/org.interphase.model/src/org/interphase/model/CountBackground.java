package org.interphase.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What was counted beside a line, pixel by pixel of a map of counts. The map itself keeps what was counted in the
 * line's window, so that both keep their counting statistics: counts above background are map minus factor times
 * these, with variance map plus squared factor times these.
 *
 * @param title where the background was counted, for example the windows of energy
 * @param counts one value for each pixel of the map, row after row
 * @param factor background in the line's window per count beside it, larger than 0
 */
public record CountBackground(String title, Pixels counts, double factor) implements Product {

    /** @throws IllegalArgumentException if the factor is not larger than 0 */
    public CountBackground {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(counts, "counts");
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a background needs a factor larger than 0, not " + factor);
        }
    }

    /** The background of a map; none where it has another number of pixels, as once the map was cropped. */
    public static Optional<CountBackground> of(Raster map) {
        return map.product(CountBackground.class).filter(b -> b.counts.size() == map.pixels().size());
    }
}
