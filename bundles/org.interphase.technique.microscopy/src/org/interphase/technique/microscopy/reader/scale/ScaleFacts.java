package org.interphase.technique.microscopy.reader.scale;

import org.interphase.model.Calibration;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * What a microscope says about a picture.
 *
 * @param calibration size of a pixel, {@link Calibration#NONE} if not told
 * @param fieldHeight rows of specimen before the data bar begins; 0 if not told
 * @param kind {@code sem}, {@code tem} or {@code image}
 * @param metadata further facts
 */
public record ScaleFacts(Calibration calibration, int fieldHeight, String kind, Metadata metadata) {

    /** A calibration in the unit that suits the width of the picture: nm below 3 um, um below 10 mm, else mm. */
    public static Calibration metres(double pixelWidth, double pixelHeight, int width, String source) {
        return metres(pixelWidth, pixelHeight, width, Double.NaN, source);
    }

    /** The same with a relative standard uncertainty. */
    static Calibration metres(double pixelWidth, double pixelHeight, int width, double relative, String source) {
        double field = pixelWidth * width;
        String unit = field < 3e-6 ? "nm" : field < 1e-2 ? "um" : "mm";
        double scale = Unit.of("m").scaleTo(Unit.of(unit));
        return new Calibration(round(pixelWidth * scale), round(pixelHeight * scale), Unit.of(unit), relative,
                source);
    }

    /** Undoes the last-digit noise of decimal prefixes: no instrument states fifteen digits. */
    private static double round(double v) {
        return new java.math.BigDecimal(v).round(new java.math.MathContext(13)).doubleValue();
    }
}
