package org.interphase.technique.electrochemistry.reader;

import java.util.List;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/**
 * The pairs of columns an impedance is written in, besides its own parts, and what it follows from them by: admittance
 * Z = 1/Y; a capacitance in parallel, Y = 1/R + jωC with the loss factor D = G/(ωC); in series, Z = R - j/(ωC) with
 * D = ωCR (IEC 60384-1 for both).
 */
enum ImpedanceForm {
    PARTS(ImpedanceRole.REAL, ImpedanceRole.IMAGINARY, ""),
    POLAR(ImpedanceRole.MODULUS, ImpedanceRole.PHASE, "from modulus and phase"),
    LOG_POLAR(ImpedanceRole.LOG_MODULUS, ImpedanceRole.PHASE, "from the logarithm of the modulus and phase"),
    ADMITTANCE(ImpedanceRole.ADMITTANCE_REAL, ImpedanceRole.ADMITTANCE_IMAGINARY, "from the admittance"),
    CONDUCTANCE(ImpedanceRole.CONDUCTANCE, ImpedanceRole.SUSCEPTANCE, "from conductance and susceptance"),
    PARALLEL_LOSS(ImpedanceRole.PARALLEL_CAPACITANCE, ImpedanceRole.LOSS_FACTOR,
            "from parallel capacitance and loss factor"),
    PARALLEL_RESISTANCE(ImpedanceRole.PARALLEL_CAPACITANCE, ImpedanceRole.PARALLEL_RESISTANCE,
            "from parallel capacitance and resistance"),
    PARALLEL_CONDUCTANCE(ImpedanceRole.PARALLEL_CAPACITANCE, ImpedanceRole.CONDUCTANCE,
            "from parallel capacitance and conductance"),
    SERIES_RESISTANCE(ImpedanceRole.REAL, ImpedanceRole.SERIES_CAPACITANCE, "from series capacitance and resistance"),
    SERIES_LOSS(ImpedanceRole.SERIES_CAPACITANCE, ImpedanceRole.LOSS_FACTOR,
            "from series capacitance and loss factor"),
    SERIES_INDUCTANCE(ImpedanceRole.REAL, ImpedanceRole.SERIES_INDUCTANCE, "from series inductance and resistance");

    private final ImpedanceRole first;
    private final ImpedanceRole second;
    private final String note;

    ImpedanceForm(ImpedanceRole first, ImpedanceRole second, String note) {
        this.first = first;
        this.second = second;
        this.note = note;
    }

    ImpedanceRole first() {
        return first;
    }

    ImpedanceRole second() {
        return second;
    }

    /** What the metadata say of the conversion; empty where there is none. */
    String note() {
        return note;
    }

    /** Whether the sign of the second column may be a matter of convention. */
    boolean leavesSignOpen() {
        return this == PARTS;
    }

    /** The scale both columns' units have; null if they disagree or are units of something else. */
    ImpedanceScale scale(ImpedanceHeading a, ImpedanceHeading b) {
        ImpedanceScale out = null;
        for (ImpedanceHeading h : List.of(a, b)) {
            ImpedanceRole.Measures m = h.role().measures();
            if (h.unit().isOne() || m == ImpedanceRole.Measures.ANGLE || m == ImpedanceRole.Measures.NUMBER) {
                continue;
            }
            ImpedanceScale own = scale(m, h.unit());
            if (own == null || out != null && own != out) {
                return null;
            }
            out = own;
        }
        return out == null ? ImpedanceScale.WHOLE : out;
    }

    private static ImpedanceScale scale(ImpedanceRole.Measures measures, Unit unit) {
        for (ImpedanceScale s : ImpedanceScale.values()) {
            if (unit.isCompatible(unit(measures, s))) {
                return s;
            }
        }
        return null;
    }

    private static Unit unit(ImpedanceRole.Measures measures, ImpedanceScale scale) {
        return Unit.of(switch (measures) {
            case ADMITTANCE -> scale.of("S", -1);
            case CAPACITANCE -> scale.of("F", -1);
            case INDUCTANCE -> scale.of("H", 1);
            case ANGLE, NUMBER, FREQUENCY -> "1";
            case IMPEDANCE -> scale.unit().text();
        });
    }

    /**
     * Real and imaginary part (with its own sign) in the unit of the scale.
     *
     * @param hertz frequencies
     * @param radians whether a phase is in radians
     * @param sign factor on a phase
     */
    double[][] parts(double[] hertz, ImpedanceHeading a, ImpedanceHeading b, ImpedanceScale scale, boolean radians,
            int sign) {
        double[] x = a.in(unit(first.measures(), scale));
        boolean convert = second == ImpedanceRole.PHASE && radians && !b.unit().isOne();
        double[] y = b.in(convert ? Unit.of("rad") : unit(second.measures(), scale));
        double[][] z = new double[2][x.length];
        for (int i = 0; i < x.length; i++) {
            double w = 2 * Math.PI * hertz[i];
            switch (this) {
                case PARTS -> set(z, i, x[i], y[i]);
                case POLAR, LOG_POLAR -> {
                    double modulus = this == POLAR ? x[i] : Math.pow(10, x[i]);
                    double angle = sign * (radians ? y[i] : Math.toRadians(y[i]));
                    set(z, i, modulus * Math.cos(angle), modulus * Math.sin(angle));
                }
                case ADMITTANCE, CONDUCTANCE -> inverse(z, i, x[i], y[i]);
                case PARALLEL_LOSS -> inverse(z, i, w * x[i] * y[i], w * x[i]);
                case PARALLEL_RESISTANCE -> inverse(z, i, 1 / y[i], w * x[i]);
                case PARALLEL_CONDUCTANCE -> inverse(z, i, y[i], w * x[i]);
                case SERIES_RESISTANCE -> set(z, i, x[i], -1 / (w * y[i]));
                case SERIES_LOSS -> set(z, i, y[i] / (w * x[i]), -1 / (w * x[i]));
                case SERIES_INDUCTANCE -> set(z, i, x[i], w * y[i]);
            }
        }
        return z;
    }

    private static void set(double[][] z, int i, double re, double im) {
        z[0][i] = re;
        z[1][i] = im;
    }

    private static void inverse(double[][] z, int i, double g, double b) {
        double square = g * g + b * b;
        set(z, i, g / square, -b / square);
    }
}
