package org.interphase.model;

import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * How large a pixel is and where that is known from.
 *
 * @param pixelWidth size of a pixel along x, in the unit
 * @param pixelHeight size of a pixel along y, in the unit
 * @param unit unit of length; {@code px} for an image without scale
 * @param relativeUncertainty relative standard uncertainty of the pixel size; NaN if not known
 * @param source where the scale comes from, for example "Zeiss AP_IMAGE_PIXEL_SIZE" or "none"
 */
public record Calibration(double pixelWidth, double pixelHeight, Unit unit, double relativeUncertainty,
        String source) {

    /** An image without scale: lengths are in pixels. */
    public static final Calibration NONE = new Calibration(1, 1, Unit.of("px"), 0, "none");

    /** @throws IllegalArgumentException if a pixel size is not positive and finite */
    public Calibration {
        Objects.requireNonNull(source, "source");
        if (!(pixelWidth > 0 && pixelHeight > 0 && Double.isFinite(pixelWidth) && Double.isFinite(pixelHeight))) {
            throw new IllegalArgumentException("pixel size " + pixelWidth + " x " + pixelHeight + " is not positive");
        }
    }

    /** Whether lengths are physical, not pixels. */
    public boolean isPhysical() {
        return !unit.equals(NONE.unit());
    }
}
