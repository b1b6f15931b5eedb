package org.interphase.technique.electrochemistry.impedance;

import java.util.Locale;
import org.interphase.model.Measurement;
import org.interphase.model.Product;

/**
 * How well the instrument knows the magnitude of an impedance: a gain that all points of a spectrum share, which no
 * residual shows. Resistances and inductances follow it, capacitances and admittances go against it, exponents and time
 * constants do not hang on it; in ratios, and in the slope of an Arrhenius plot, it cancels.
 *
 * @param relative relative standard uncertainty, at least 0
 */
public record ImpedanceAccuracy(double relative) implements Product {

    /**
     * Of an instrument of which nothing is said. Makers draw the frequencies and magnitudes within which an impedance
     * is right to 1 % as the middle of an accuracy contour plot (Gamry Instruments, application note "Accuracy Contour
     * Plots - Measurement and Discussion"); that it holds for an unknown instrument as a standard uncertainty is the
     * founders' choice, unverified.
     */
    public static final double USUAL = 0.01;

    /** Nothing counts. */
    public static final ImpedanceAccuracy EXACT = new ImpedanceAccuracy(0);

    /** What help says of the parameter. */
    public static final String HELP = "Relative standard uncertainty of an impedance by the data sheet of the "
            + "instrument: part of resistances, capacitances and inductances, of no exponent, time constant or "
            + "activation energy. Empty takes 1 %; 0 takes the instrument as exact.";

    /** As stated in percent; null for the usual one. */
    public static ImpedanceAccuracy of(Double percent) {
        return new ImpedanceAccuracy(percent == null ? USUAL : percent / 100);
    }

    /** The standard uncertainty of a value that goes with the first power of the impedance, or with its inverse. */
    public double with(double value, double uncertainty) {
        // what was given and not fitted was not measured
        return uncertainty == 0 ? 0 : Math.hypot(uncertainty, relative * value);
    }

    /**
     * A number with the accuracy in its uncertainty.
     *
     * @param power with which power of the impedance it goes
     */
    public Measurement counted(Measurement m, int power) {
        return power == 0 || !m.isDetected() ? m
                : m.withValue(m.value(), with(power * m.value(), m.uncertainty()));
    }

    /** The sentence of a methods section. */
    public static String methods(Double percent) {
        return percent == null ? " Resistances, capacitances and inductances include an accuracy of the instrument of "
                + "1 %, a usual value where nothing is stated." : percent == 0 ? "" : " Resistances, capacitances and "
                + "inductances include an accuracy of the instrument of " + percent + " %.";
    }

    @Override
    public String title() {
        return String.format(Locale.ROOT, "Impedances within %.2g %%", 100 * relative);
    }
}
