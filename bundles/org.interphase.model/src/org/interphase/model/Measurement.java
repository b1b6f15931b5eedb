package org.interphase.model;

import java.util.Objects;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/**
 * One number an analysis found, with its standard uncertainty, unit, and the step that made it.
 *
 * @param name what was measured, for example "LiF position" (unique within one result)
 * @param symbol formula symbol, for example "E_B"; may be empty
 * @param value the number; NaN if the quantity was looked for and not detected or not determined
 * @param uncertainty standard uncertainty in the same unit; NaN if not known
 * @param unit unit of value, uncertainty and limit
 * @param step id of the recipe step that made it; empty until the runner stamps it
 * @param limit if not detected: the value above which it would have been found; else NaN
 */
public record Measurement(String name, String symbol, double value, double uncertainty, Unit unit, String step,
        double limit) {

    /** @throws IllegalArgumentException if the uncertainty is negative */
    public Measurement {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(step, "step");
        if (uncertainty < 0) {
            throw new IllegalArgumentException("negative uncertainty of " + name);
        }
    }

    /** A measured value. */
    public static Measurement of(String name, String symbol, double value, double uncertainty, String unit) {
        return new Measurement(name, symbol, value, uncertainty, Unit.of(unit), "", Double.NaN);
    }

    /** A quantity that was looked for and not found; {@code limit} is the detection limit (NaN if not known). */
    public static Measurement notDetected(String name, String symbol, double limit, String unit) {
        return new Measurement(name, symbol, Double.NaN, Double.NaN, Unit.of(unit), "", limit);
    }

    /** Whether there is a value. */
    public boolean isDetected() {
        return !Double.isNaN(value);
    }

    /** The same measurement stamped with the step that made it. */
    public Measurement withStep(String id) {
        return new Measurement(name, symbol, value, uncertainty, unit, id, limit);
    }

    /** The same measurement under another name. */
    public Measurement withName(String other) {
        return new Measurement(other, symbol, value, uncertainty, unit, step, limit);
    }

    /** Text for people: {@code 688.14 ± 0.02 eV}, or {@code not detected (< 1.2 %)}. */
    public String pretty() {
        String u = unit.isOne() ? "" : "\u00a0" + unit.pretty();
        if (isDetected()) {
            String number = Numbers.withUncertainty(value, uncertainty);
            boolean bracket = !u.isEmpty() && number.contains(" \u00b1 ") && !number.contains(")");
            return bracket && unit.text().equals("%") ? "(" + number + ")" + u : number + u;
        }
        return Double.isNaN(limit) ? "not detected" : "not detected (< " + Numbers.plain(limit, 2) + u + ")";
    }
}
