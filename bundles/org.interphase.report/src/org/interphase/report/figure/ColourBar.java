package org.interphase.report.figure;

import java.util.Optional;
import org.interphase.model.Raster;
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
public record ColourBar(Layer.ColourMap map, double low, double high, AxisSpec axis) {

    private static final int STEPS = 64;

    /** The topmost picture of a panel whose colours are values; greys, masks and numbers of objects need no key. */
    public static Optional<Layer.Picture> pictureOf(Panel panel) {
        return panel.layers().stream().filter(Layer.Picture.class::isInstance).map(Layer.Picture.class::cast)
                .filter(p -> p.colours().needsKey()).reduce((first, second) -> second);
    }

    /** The key of a picture between two values; empty if they do not differ. */
    public static Optional<ColourBar> of(Layer.Picture picture, double low, double high) {
        return low < high && Double.isFinite(high - low) ? Optional.of(new ColourBar(picture.colours(), low, high,
                AxisSpec.of(picture.raster().quantity(), picture.raster().unit())))
                : Optional.empty();
    }

    /** The key of a panel, from the values of its topmost coloured picture; empty without one. */
    static Optional<ColourBar> of(Panel panel) {
        return pictureOf(panel).flatMap(p -> {
            double[] range = range(PicturePng.reduced(p));
            return of(p, range[0], range[1]);
        });
    }

    /** The values of a picture's first and last colour: given, or the range within the picture's field. */
    static double[] range(Layer.Picture p) {
        Raster r = p.raster();
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        if (Double.isNaN(p.low()) || Double.isNaN(p.high())) {
            Raster.Field f = r.field();
            for (int y = f.y(); y < f.y() + f.height(); y++) {
                for (int x = f.x(); x < f.x() + f.width(); x++) {
                    double v = r.get(x, y);
                    if (Double.isFinite(v)) {
                        lo = Math.min(lo, v);
                        hi = Math.max(hi, v);
                    }
                }
            }
        }
        return new double[] {Double.isNaN(p.low()) ? lo : p.low(), Double.isNaN(p.high()) ? hi : p.high()};
    }

    /** Number of stripes of one colour that make the bar. */
    public int steps() {
        return STEPS;
    }

    /** The colour 0xRRGGBB of a stripe, 0 at the low end. */
    public int rgb(int step) {
        return ColourMaps.argb(map, low + (step + 0.5) * (high - low) / STEPS, low, high, 255, 0) & 0xffffff;
    }

    /** Marks along the bar. */
    public Ticks ticks(double length, double lineHeight) {
        return Ticks.linear(low, high, (int) Math.clamp(length / (2 * lineHeight), 2, 7));
    }
}
