package org.interphase.model.figure;

import java.util.Objects;

/**
 * A point of the picture that can be dragged to change a parameter of the step that made it.
 *
 * @param parameter path of the parameter within the step's record, for example {@code components[0].position}
 * @param kind what dragging changes
 * @param x where it is drawn
 * @param y where it is drawn; NaN for a line over the full height that moves along x
 * @param component the component it belongs to; may be empty
 * @param step id of the recipe step; empty until the runner stamps it
 * @param base ordinate at which the parameter of a {@link Kind#Y} handle is 0
 * @param factor what the parameter of a {@link Kind#Y} handle is per unit of height above the base
 */
public record Handle(String parameter, Kind kind, double x, double y, String component, String step, double base,
        double factor) {

    /** What dragging a handle changes. */
    public enum Kind {
        /** The parameter takes the x value under the pointer. */
        X,
        /** The parameter takes the factor times the height of the pointer above the base. */
        Y,
        /** The parameter takes twice the horizontal distance from the component's centre (a full width). */
        WIDTH
    }

    /** Requires all parts. */
    public Handle {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(step, "step");
    }

    /** A handle whose parameter is the place itself. */
    public Handle(String parameter, Kind kind, double x, double y, String component, String step) {
        this(parameter, kind, x, y, component, step, 0, 1);
    }

    /** A handle of a step yet to be stamped. */
    public static Handle of(String parameter, Kind kind, double x, double y, String component) {
        return new Handle(parameter, kind, x, y, component, "");
    }

    /**
     * A handle that scales a parameter with the height above a base, as an area with the height of its peak.
     *
     * @param base ordinate of the ground it stands on
     * @param value what the parameter is now
     */
    public static Handle height(String parameter, double x, double y, double base, double value, String component) {
        return new Handle(parameter, Kind.Y, x, y, component, "", base, value / (y - base));
    }

    /** The value of a {@link Kind#Y} handle's parameter at an ordinate. */
    public double valueAt(double ordinate) {
        return factor * (ordinate - base);
    }

    /** The same handle stamped with its step. */
    public Handle withStep(String other) {
        return new Handle(parameter, kind, x, y, component, other, base, factor);
    }
}
