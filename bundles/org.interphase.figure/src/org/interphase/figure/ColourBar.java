package org.interphase.figure;

import java.util.Optional;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * The key that says which value a colour of a picture stands for.
 *
 * @param map colours from low to high
 * @param low value of the first colour
 * @param high value of the last colour, above low
 * @param axis quantity and unit of the values
 */
record ColourBar(Layer.ColourMap map, double low, double high, AxisSpec axis) {

    private static final int STEPS = 64;

    /** The key of a panel's topmost picture whose colours are values; empty without one, or if they do not differ. */
    static Optional<ColourBar> of(Panel panel, Pictures pictures) {
        return panel.layers().stream().filter(Layer.Picture.class::isInstance).map(Layer.Picture.class::cast)
                .filter(p -> p.colours().needsKey()).reduce((first, second) -> second).flatMap(p -> {
                    BytePyramid values = pictures.of(p);
                    return values.low() < values.high() && Double.isFinite(values.high() - values.low())
                            ? Optional.of(new ColourBar(p.colours(), values.low(), values.high(),
                            AxisSpec.of(p.raster().quantity(), p.raster().unit()))) : Optional.empty();
                });
    }

    /** Number of stripes of one colour that make the bar. */
    int steps() {
        return STEPS;
    }

    /** The colour 0xRRGGBB of a stripe, 0 at the low end. */
    int rgb(int step) {
        return ColourMaps.argb(map, low + (step + 0.5) * (high - low) / STEPS, low, high, 255, 0) & 0xffffff;
    }

    /** Marks along the bar. */
    Ticks ticks(double length, double lineHeight) {
        return Ticks.linear(low, high, (int) Math.clamp(length / (2 * lineHeight), 2, 7));
    }
}
