package org.interphase.technique.battery.titration;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.interphase.electro.record.Channel;
import org.interphase.numerics.linear.StraightLine;

/**
 * A pulse by the textbook: potential over the square root of time as a straight line, and the two changes of potential
 * of the formula of Weppner and Huggins, J. Electrochem. Soc. 124 (1977) 1569:
 * {@code D = 4 / (pi tau) (V/A)^2 (dEs/dEt)^2}.
 *
 * @param extrapolated jump of the potential, from the line at the start of the pulse, V
 * @param extrapolatedUncertainty its standard uncertainty, V
 * @param first jump to the first sample with current, V
 * @param transientChange dEt, slope of the line times the root of the length of the pulse, V
 * @param transientUncertainty its standard uncertainty, V
 * @param steady dEs, change from before the pulse to the end of the rest, V
 * @param steadyUncertainty its standard uncertainty, V
 * @param linearity square of the correlation of potential and square root of time
 * @param polarisation potential at the end of the pulse over that at the end of the rest, V
 */
record ClassicalPulse(double extrapolated, double extrapolatedUncertainty, double first, double transientChange,
        double transientUncertainty, double steady, double steadyUncertainty, double linearity, double polarisation) {

    private static final int FEWEST = 4;

    /**
     * @param skip time after the switching that is left out, s
     * @param noise standard deviation of a point, V
     * @param left what the rest has not relaxed yet, V
     * @return null where the pulse has too few points or no rest follows
     */
    static ClassicalPulse of(IntToDoubleFunction time, Channel potential, Pulse pulse, double skip, double noise,
            double left) {
        int[] rows = IntStream.rangeClosed(pulse.first(), pulse.last()).filter(r -> time.applyAsDouble(r)
                >= pulse.on() + skip && !Double.isNaN(potential.get(r))).toArray();
        if (rows.length < FEWEST || !pulse.hasRest()) {
            return null;
        }
        double[] root = IntStream.of(rows).mapToDouble(r -> Math.sqrt(time.applyAsDouble(r) - pulse.on())).toArray();
        double[] e = IntStream.of(rows).mapToDouble(potential::get).toArray();
        StraightLine line = StraightLine.through(root, e, new double[e.length]);
        double before = potential.get(pulse.before());
        double atEnd = potential.get(pulse.last());
        double rested = potential.get(pulse.end());
        // a start half a sample off shifts the line's start along the line
        double shift = Math.abs(line.slope()) * pulse.timing() / (2 * Math.sqrt(pulse.duration()));
        double uStart = Math.sqrt(line.interceptSigma() * line.interceptSigma() + shift * shift);
        double remaining = Double.isNaN(left) ? 0 : left / Math.sqrt(3);
        return new ClassicalPulse(line.intercept() - before, Math.hypot(uStart, noise),
                potential.get(pulse.first()) - before, line.slope() * Math.sqrt(pulse.duration()),
                Math.hypot(line.slopeSigma() * Math.sqrt(pulse.duration()), shift), rested - before,
                Math.sqrt(2 * noise * noise + remaining * remaining), linearity(root, e), atEnd - rested);
    }

    private static double linearity(double[] x, double[] y) {
        double mx = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElse(0);
        double my = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
            xy += (x[i] - mx) * (y[i] - my);
        }
        return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : Double.NaN;
    }

    /** {@code (dEs/dEt)^2}. */
    double ratioSquared() {
        double q = steady / transientChange;
        return q * q;
    }

    /** D over the square of volume per area, 1/s. */
    double rate(double duration) {
        return 4 / (Math.PI * duration) * ratioSquared();
    }

    /** Relative standard uncertainty of {@link #rate}, that of the pulse's length included. */
    double relativeUncertainty(Pulse pulse) {
        double s = steadyUncertainty / steady;
        double t = transientUncertainty / transientChange;
        double d = Math.sqrt(2) * pulse.timing() / pulse.duration();
        return Math.sqrt(4 * s * s + 4 * t * t + d * d);
    }
}
