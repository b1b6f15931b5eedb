package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.interphase.electro.record.Channel;
import org.interphase.numerics.linear.StraightLine;

/**
 * Intermittent current interruption: short rests in a slow charge or discharge. In a rest the potential goes with the
 * square root of time, with the slope k; between rests the potential that the rests start from drifts with the charge,
 * {@code dE/dt}. Then {@code D = 4/pi (V/A)^2 (dE/dt / k)^2}. What went on before goes on in the rest, so the potential
 * there is {@code (1 - bend) dE/dt t - k sqrt(t)}, bend that of {@link ParticleShape}, and not the root alone, which
 * for spheres would give some 10 % too much. Source: Y.-C. Chien, H. Liu, A. S. Menon, W. R. Brant,
 * D. Brandell, M. J. Lacey, Nat. Commun. 14 (2023) 2289.
 *
 * @param pulse the pulse the interruption ends
 * @param root slope over the square root of time in the rest, V/s^0.5
 * @param rootUncertainty its standard uncertainty
 * @param drift slope of the potential over the time with current, V/s
 * @param driftUncertainty its standard uncertainty
 * @param potential potential of the interruption without its resistance, V
 * @param jump potential lost at the interruption without diffusion, V
 */
public record Interruptions(Pulse pulse, double root, double rootUncertainty, double drift, double driftUncertainty,
        double potential, double jump) {

    /** Kind of a table of them. */
    public static final String KIND = "gitt.interruptions";

    private static final int FEWEST = 4;

    /**
     * The interruptions that have pulses of current before and behind them and enough points.
     *
     * @param shape shape of the particles
     * @param from time after the switching from which on the square root is looked for, s
     * @param to time until which it is, s
     */
    static List<Interruptions> of(IntToDoubleFunction time, Channel potential, List<Pulse> pulses,
            ParticleShape shape, double from, double to) {
        double[] running = new double[pulses.size()];
        double sum = 0;
        List<StraightLine> lines = new ArrayList<>();
        for (int i = 0; i < running.length; i++) {
            Pulse p = pulses.get(i);
            sum += p.duration();
            running[i] = sum;
            lines.add(line(time, potential, p, from, to, 0));
        }

        List<Interruptions> out = new ArrayList<>();
        for (int i = 1; i < running.length - 1; i++) {
            StraightLine line = lines.get(i);
            if (line == null || lines.get(i - 1) == null || lines.get(i + 1) == null) {
                continue;
            }
            // the slope through the neighbours; how far the three are off a line is its uncertainty (rectangular)
            double before = (line.intercept() - lines.get(i - 1).intercept()) / (running[i] - running[i - 1]);
            double after = (lines.get(i + 1).intercept() - line.intercept()) / (running[i + 1] - running[i]);
            double drift = (lines.get(i + 1).intercept() - lines.get(i - 1).intercept())
                    / (running[i + 1] - running[i - 1]);
            double noise = Math.hypot(lines.get(i - 1).interceptSigma(), lines.get(i + 1).interceptSigma())
                    / (running[i + 1] - running[i - 1]);
            StraightLine root = line(time, potential, pulses.get(i), from, to,
                    (1 - shape.bend()) * drift);
            out.add(new Interruptions(pulses.get(i), root.slope(), root.slopeSigma(), drift,
                    Math.hypot(noise, (after - before) / Math.sqrt(12)), line.intercept(),
                    potential.get(pulses.get(i).last()) - line.intercept()));
        }
        return out;
    }

    private static StraightLine line(IntToDoubleFunction time, Channel potential, Pulse p, double from, double to,
            double drift) {
        int[] rows = IntStream.rangeClosed(p.last() + 1, p.end()).filter(r -> time.applyAsDouble(r) - p.off() >= from
                && time.applyAsDouble(r) - p.off() <= to && !Double.isNaN(potential.get(r))).toArray();
        if (rows.length < FEWEST) {
            return null;
        }
        return StraightLine.through(IntStream.of(rows).mapToDouble(r -> Math.sqrt(time.applyAsDouble(r) - p.off()))
                .toArray(), IntStream.of(rows).mapToDouble(r -> potential.get(r) - drift * (time.applyAsDouble(r)
                        - p.off())).toArray(), new double[rows.length]);
    }

    /** D over the square of volume per area, 1/s. */
    public double rate() {
        return 4 / Math.PI * (drift / root) * (drift / root);
    }

    /** Relative standard uncertainty of {@link #rate}. */
    public double relativeUncertainty() {
        return 2 * Math.hypot(driftUncertainty / drift, rootUncertainty / root);
    }
}
