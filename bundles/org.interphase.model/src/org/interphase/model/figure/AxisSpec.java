package org.interphase.model.figure;

import java.util.Objects;
import java.util.Optional;
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
 * @param other another scale the axis can be numbered by; only a linear axis has one
 * @param showsOther whether it is numbered by that
 */
public record AxisSpec(String quantity, Unit unit, Direction direction, boolean logarithmic, double min, double max,
        boolean visible, Optional<OtherScale> other, boolean showsOther) {

    /** Requires all parts. */
    public AxisSpec {
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        showsOther = showsOther && other.isPresent();
    }

    private AxisSpec(String quantity, Unit unit, Direction direction, boolean logarithmic, double min, double max,
            boolean visible) {
        this(quantity, unit, direction, logarithmic, min, max, visible, Optional.empty(), false);
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
        return new AxisSpec(quantity, unit, direction, true, min, max, visible, Optional.empty(), false);
    }

    /** The same axis over a fixed range. */
    public AxisSpec range(double from, double to) {
        return new AxisSpec(quantity, unit, direction, logarithmic, from, to, visible, other, showsOther);
    }

    /** The same axis without ticks and title. */
    public AxisSpec hidden() {
        return new AxisSpec(quantity, unit, direction, logarithmic, min, max, false, other, showsOther);
    }

    /** The same axis drawn in a direction. */
    public AxisSpec directed(Direction way) {
        return new AxisSpec(quantity, unit, way, logarithmic, min, max, visible, other, showsOther);
    }

    /** The same axis with a second scale to number it by; a logarithmic axis stays as it is. */
    public AxisSpec withOther(OtherScale scale) {
        return logarithmic ? this
                : new AxisSpec(quantity, unit, direction, false, min, max, visible, Optional.of(scale), showsOther);
    }

    /** The same axis numbered by its other scale, if it has one, or by its own. */
    public AxisSpec showing(boolean otherScale) {
        return new AxisSpec(quantity, unit, direction, logarithmic, min, max, visible, other,
                otherScale && other.isPresent());
    }

    /** Quantity the axis is numbered by. */
    public String shownQuantity() {
        return showsOther ? other.orElseThrow().quantity() : quantity;
    }

    /** Unit of the numbers at the axis. */
    public Unit shownUnit() {
        return showsOther ? other.orElseThrow().unit() : unit;
    }

    /** The number shown at a value of the axis. */
    public double shown(double value) {
        return showsOther ? other.orElseThrow().of(value) : value;
    }

    /** Title with unit: {@code Binding energy (eV)}. */
    public String title() {
        String u = shownUnit().pretty();
        return u.isEmpty() ? shownQuantity() : shownQuantity() + " (" + u + ")";
    }
}
