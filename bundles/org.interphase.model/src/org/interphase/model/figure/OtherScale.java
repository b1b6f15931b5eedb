package org.interphase.model.figure;

import java.util.Objects;
import org.interphase.model.Product;
import org.interphase.model.unit.Unit;

/**
 * A second way to number an axis, a linear function of its values: kinetic for binding energy, for example. Only the
 * numbers and the title at the axis change; data, overlays and handles keep the axis' own values. A reader hands it
 * on as a product of the dataset, a picture offers it to the analyst.
 *
 * @param quantity title without unit
 * @param unit unit of the numbers
 * @param offset number at the axis' zero
 * @param factor change of the number per unit of the axis; not 0
 */
public record OtherScale(String quantity, Unit unit, double offset, double factor) implements Product {

    /** @throws IllegalArgumentException if the numbers are not finite or the factor is 0 */
    public OtherScale {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        if (!Double.isFinite(offset) || !Double.isFinite(factor) || factor == 0) {
            throw new IllegalArgumentException("no scale: " + offset + " + " + factor + " x");
        }
    }

    /** The number shown at a value of the axis. */
    public double of(double value) {
        return offset + factor * value;
    }

    /** The value of the axis at which a number is shown. */
    public double back(double number) {
        return (number - offset) / factor;
    }

    @Override
    public String title() {
        return quantity;
    }
}
