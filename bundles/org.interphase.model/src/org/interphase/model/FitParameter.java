package org.interphase.model;

import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * One parameter of a fit and what the fit made of it.
 *
 * @param component the component it belongs to, or empty for a parameter of the whole model
 * @param name parameter name, for example "position", "FWHM", "area"
 * @param symbol formula symbol; may be empty
 * @param value fitted value
 * @param uncertainty standard uncertainty; 0 if fixed, NaN if it could not be determined
 * @param unit unit of value, uncertainty and bounds
 * @param lower lower bound, -infinity if none
 * @param upper upper bound, +infinity if none
 * @param state how it took part in the fit
 * @param tie for a tied parameter, the relation in words such as "= CF2 + 3.1"; else empty
 */
public record FitParameter(String component, String name, String symbol, double value, double uncertainty, Unit unit,
        double lower, double upper, State state, String tie) {

    /** How a parameter took part in a fit. */
    public enum State {
        /** Varied. */
        FREE,
        /** Held at its value. */
        FIXED,
        /** Follows another parameter exactly. */
        TIED,
        /** Varied and ended on a bound. */
        AT_BOUND
    }

    /** Requires all parts. */
    public FitParameter {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(tie, "tie");
    }

    /** Component and name joined, for example "LiF position". */
    public String path() {
        return component.isEmpty() ? name : component + " " + name;
    }
}
