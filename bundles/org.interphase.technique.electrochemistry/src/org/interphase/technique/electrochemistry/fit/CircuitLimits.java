package org.interphase.technique.electrochemistry.fit;

import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * What a fitted circuit says of the two ends of a spectrum, whatever its parts are called: the resistance in series
 * (real part far above the measured frequencies) and the resistance to direct current (far below).
 *
 * @param series resistance in series
 * @param direct resistance to direct current; infinite for a circuit that blocks it
 * @param uSeries standard uncertainty of the resistance in series
 * @param uPolarisation standard uncertainty of the polarisation resistance
 */
public record CircuitLimits(double series, double direct, double uSeries, double uPolarisation) {

    /** How far beyond the measured frequencies the ends are taken. */
    private static final double FAR = 1e9;
    /** Part of a resistance by which a parameter does not change it. */
    private static final double NONE = 1e-4;
    /** Part of |Z| that -Im Z still has there in a circuit that blocks direct current. */
    private static final double BLOCKED = 1e-2;

    /** Ends of a judged fit. */
    public static CircuitLimits of(CircuitVerdict judged) {
        CircuitFit fit = judged.fit();
        double[] f = fit.spectrum().frequency();
        CompiledCircuit c = new CompiledCircuit(fit.circuit(), Frequencies.ofHertz(new double[] {f[0] * FAR,
            f[f.length - 1] / FAR}));
        c.evaluate(fit.p(), true);
        double[] high = new double[fit.p().length];
        double[] difference = new double[high.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = slope(fit, i, c.dRe(i)[0], c.re()[0]);
            difference[i] = slope(fit, i, c.dRe(i)[1] - c.dRe(i)[0], c.re()[1] - c.re()[0]);
        }
        boolean blocks = !(Math.abs(c.im()[1]) < BLOCKED * Math.abs(c.re()[1]));
        return new CircuitLimits(c.re()[0], blocks ? Double.POSITIVE_INFINITY : c.re()[1], judged.propagate(high),
                blocks ? Double.NaN : judged.propagate(difference));
    }

    /** Far is not infinitely far: what is left there of an arc is none, be it determined or not. */
    private static double slope(CircuitFit fit, int parameter, double slope, double value) {
        return Math.abs(slope * fit.p()[parameter]) < NONE * Math.abs(value) ? 0 : slope;
    }

    /** Whether direct current flows. */
    public boolean conducts() {
        return Double.isFinite(direct);
    }

    /** Resistance to direct current less the one in series. */
    public double polarisation() {
        return direct - series;
    }
}
