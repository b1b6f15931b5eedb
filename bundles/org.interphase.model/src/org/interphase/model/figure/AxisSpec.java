package org.interphase.model.figure;

import java.util.Objects;
import org.interphase.model.Axis;
import org.interphase.model.Direction;
import org.interphase.model.unit.Unit;

/**
 * An axis of a panel.
 *
 * @param quantity title without unit, for example "Binding energy" or "-Z''"
 * @param unit unit, shown in brackets behind the title; a pure number shows none
 * @param direction which way values run
 * @param logarithmic whether the scale is logarithmic
 * @param min lower end; NaN to fit the layers
 * @param max upper end; NaN to fit the layers
 * @param visible whether ticks and title are drawn
 */
public record AxisSpec(String quantity, Unit unit, Direction direction, boolean logarithmic, double min, double max,
        boolean visible) {

    /** Requires all parts. */
    public AxisSpec {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
    }

    /** A linear, ascending axis that fits the layers. */
    public static AxisSpec of(String quantity, Unit unit) {
        return new AxisSpec(quantity, unit, Direction.ASCENDING, false, Double.NaN, Double.NaN, true);
    }

    /** A linear, ascending axis that fits the layers. */
    public static AxisSpec of(String quantity, String unit) {
        return of(quantity, Unit.of(unit));
    }

    /** The axis of a dataset, drawn in its direction over its range. */
    public static AxisSpec of(Axis axis) {
        return new AxisSpec(axis.quantity(), axis.unit(), axis.direction(), false, Double.NaN, Double.NaN, true);
    }

    /** The same axis with a logarithmic scale. */
    public AxisSpec log() {
        return new AxisSpec(quantity, unit, direction, true, min, max, visible);
    }

    /** The same axis over a fixed range. */
    public AxisSpec range(double from, double to) {
        return new AxisSpec(quantity, unit, direction, logarithmic, from, to, visible);
    }

    /** The same axis without ticks and title. */
    public AxisSpec hidden() {
        return new AxisSpec(quantity, unit, direction, logarithmic, min, max, false);
    }

    /** The same axis drawn in a direction. */
    public AxisSpec directed(Direction other) {
        return new AxisSpec(quantity, unit, other, logarithmic, min, max, visible);
    }

    /** Title with unit: {@code Binding energy (eV)}. */
    public String title() {
        String u = unit.pretty();
        return u.isEmpty() ? quantity : quantity + " (" + u + ")";
    }
}
