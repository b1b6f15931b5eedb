package org.interphase.model.unit;

/**
 * A value with its unit and, where known, its standard uncertainty.
 *
 * @param value the number
 * @param uncertainty standard uncertainty in the same unit; NaN if not known
 * @param unit the unit of both
 */
public record Quantity(double value, double uncertainty, Unit unit) {

    /** A value whose uncertainty is not known. */
    public static Quantity of(double value, String unit) {
        return new Quantity(value, Double.NaN, Unit.of(unit));
    }

    /**
     * The same quantity in another unit.
     *
     * @throws IllegalArgumentException if the units measure different things
     */
    public Quantity in(Unit other) {
        return new Quantity(unit.convert(value, other), uncertainty * unit.scaleTo(other), other);
    }

    @Override
    public String toString() {
        String number = Numbers.withUncertainty(value, uncertainty);
        return unit.isOne() ? number : number + " " + unit.pretty();
    }
}
