package org.interphase.spectra.peak;

import java.util.Objects;
import org.interphase.model.Product;

/**
 * Which background an earlier step chose, so that a fit can refine it together with the peaks.
 *
 * @param kind the algorithm
 * @param from lower end of the region on the axis
 * @param to upper end of the region on the axis
 */
public record BackgroundModel(Kind kind, double from, double to) implements Product {

    /** Backgrounds that have a form inside the fit. */
    public enum Kind {
        /** No background. */
        NONE,
        /** A constant. */
        CONSTANT,
        /** A straight line. */
        LINEAR,
        /** A parabola. */
        QUADRATIC,
        /** A polynomial of third degree. */
        CUBIC,
        /** A constant plus a step that grows with the peaks' area towards higher values of the axis (Shirley). */
        SHIRLEY,
        /** As SHIRLEY, with a sloping line in place of the constant. */
        SHIRLEY_LINEAR,
        /** A constant plus the peaks convolved with the universal loss function (Tougaard). */
        TOUGAARD,
        /** Held as it is: the algorithm has no form inside a fit, or it came with the file. */
        HELD;

        /** The same with one more coefficient, which a background that slopes or bends more would need; or this. */
        Kind sloped() {
            return switch (this) {
                case CONSTANT -> LINEAR;
                case LINEAR -> QUADRATIC;
                case SHIRLEY -> SHIRLEY_LINEAR;
                default -> this;
            };
        }
    }

    /** Requires the kind. */
    public BackgroundModel {
        Objects.requireNonNull(kind, "kind");
    }

    /** Whether it can be refined with the peaks. */
    public boolean canVary() {
        return kind != Kind.HELD && kind != Kind.NONE;
    }

    @Override
    public String title() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " background";
    }
}
