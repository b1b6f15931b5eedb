package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.interphase.api.Progress;
import org.interphase.electro.record.Channel;
import org.interphase.numerics.linear.StraightLine;

/**
 * Intermittent current interruption: short rests in a slow charge or discharge. In a rest the potential goes with the
 * square root of time, with the slope k; between rests the potential that the rests start from drifts with the charge,
 * {@code dE/dt}. Then {@code D = 4/pi (V/A)^2 (dE/dt / k)^2}. What went on before goes on in the rest, so the potential
 * there is no root alone, which for spheres would give some 10 % too much; and after a start or a turn of the current
 * the surface runs ahead of the mean. So drift and root are set against those of the exact response of the particle to
 * all pulses so far, at the same times, and D solved for. Right after a start both tell the same, and D is left open.
 * Source of the method: Y.-C. Chien, H. Liu, A. S. Menon, W. R. Brant, D. Brandell, M. J. Lacey, Nat. Commun. 14 (2023)
 * 2289.
 *
 * @param pulse the pulse the interruption ends
 * @param root slope over the square root of time in the rest, V/s^0.5
 * @param drift slope of the potential over the time with current, V/s
 * @param potential potential of the interruption without its resistance, V
 * @param jump potential lost at the interruption without diffusion, V
 * @param rate D/L^2, 1/s; NaN where the data leave it open
 * @param relative relative standard uncertainty of the rate
 * @param turned whether the current turned less than a diffusion time ago
 * @param checked whether another part of the rest could be asked as well
 */
public record Interruptions(Pulse pulse, double root, double drift, double potential, double jump, double rate,
        double relative, boolean turned, boolean checked) {

    /** Kind of a table of them. */
    public static final String KIND = "gitt.interruptions";

    private static final int FEWEST = 4;
    /** Points of a rest by which the response is told. */
    private static final int SAMPLES = 12;
    /** Where D/L^2 is looked for, over one by the length of the pulse. */
    private static final double LOWEST = 1e-5;
    private static final double HIGHEST = 10;
    private static final int HALVINGS = 50;
    private static final double STEP = 1.05;

    /**
     * The interruptions that have pulses of current before and behind them, with nothing else between, and enough
     * points.
     *
     * @param currents all that flowed
     * @param shape shape of the particles
     * @param from time after the switching from which on the square root is looked for, s
     * @param to time until which it is, s
     * @throws CancellationException if the progress is cancelled
     */
    static List<Interruptions> of(IntToDoubleFunction time, Channel potential, List<Pulse> pulses,
            PastCurrents currents, ParticleShape shape, double from, double to, Progress progress) {
        double[] running = new double[pulses.size()];
        double sum = 0;
        List<StraightLine> lines = new ArrayList<>();
        for (int i = 0; i < running.length; i++) {
            sum += pulses.get(i).duration();
            running[i] = sum;
            lines.add(line(time, potential, pulses.get(i), from, to));
        }
        List<Interruptions> out = new ArrayList<>();
        for (int i = 1; i < running.length - 1; i++) {
            progress.checkCancelled();
            progress.report(i / (double) running.length, "interruption " + (i + 1));
            StraightLine line = lines.get(i);
            if (line == null || lines.get(i - 1) == null || lines.get(i + 1) == null
                    || currents.between(i - 1, i + 1).size() > 2) {
                continue;
            }
            Pulse p = pulses.get(i);
            // the slope through the neighbours; how far the three are off a line is its uncertainty (rectangular)
            double before = (line.intercept() - lines.get(i - 1).intercept()) / (running[i] - running[i - 1]);
            double after = (lines.get(i + 1).intercept() - line.intercept()) / (running[i + 1] - running[i]);
            double span = running[i + 1] - running[i - 1];
            double drift = (lines.get(i + 1).intercept() - lines.get(i - 1).intercept()) / span;
            double noise = Math.hypot(lines.get(i - 1).interceptSigma(), lines.get(i + 1).interceptSigma()) / span;
            double u = Math.hypot(Math.hypot(noise, (after - before) / Math.sqrt(12)) / drift,
                    rootUncertainty(time, potential, p, from, to, line) / line.slope());
            Part part = new Part(time, pulses, PulseHistory.of(shape, currents.before(i + 1), pulses.get(i + 1)), i);
            double[] solved = part.solve(drift / line.slope(), from, to);
            double[] other = part.solveOther(potential, drift, from, to);
            // the part of the rest that is taken (rectangular)
            double choice = other == null ? 0 : Math.log(other[0] / solved[0]) / Math.sqrt(3);
            out.add(new Interruptions(p, line.slope(), drift, line.intercept(), potential.get(p.last())
                    - line.intercept(), solved[0], Math.hypot(2 * u * solved[1], choice),
                    turned(currents.before(i), p, 1 / solved[0]), other != null));
        }
        return out;
    }

    /** Of the scatter, and of when the current was switched off. */
    private static double rootUncertainty(IntToDoubleFunction time, Channel potential, Pulse p, double from, double to,
            StraightLine root) {
        StraightLine later = line(time, potential, p.switched(p.on(), p.off() + p.timing() / Math.sqrt(2)), from, to);
        return later == null ? root.slopeSigma() : Math.hypot(root.slopeSigma(), later.slope() - root.slope());
    }

    /** An interruption and its neighbours as a particle of a D/L^2 would answer to them. */
    private record Part(IntToDoubleFunction time, List<Pulse> pulses, PulseHistory history, int i) {

        /** D/L^2 for a ratio of drift to root, and d ln(D/L^2) over d ln(ratio^2); NaN where it is left open. */
        double[] solve(double ratio, double from, double to) {
            double low = LOWEST / pulses.get(i).duration();
            double high = HIGHEST / pulses.get(i).duration();
            double wanted = Math.abs(ratio);
            if (!(wanted > 0) || ratio(low, from, to) >= wanted || !(ratio(high, from, to) > wanted)) {
                return new double[] {Double.NaN, Double.NaN};
            }
            for (int k = 0; k < HALVINGS; k++) {
                double middle = Math.sqrt(low * high);
                if (ratio(middle, from, to) < wanted) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double steep = Math.log(ratio(high * STEP, from, to) / ratio(high / STEP, from, to)) / Math.log(STEP);
            return new double[] {high, 1 / steep};
        }

        /**
         * The same by a part of the rest: without its beginning, or by its earlier half where too few points are left
         * then; null where those are too few as well.
         */
        double[] solveOther(Channel potential, double drift, double from, double to) {
            Pulse p = pulses.get(i);
            StraightLine later = from > 0 && 2 * from < to ? line(time, potential, p, 2 * from, to) : null;
            if (later != null) {
                return solve(drift / later.slope(), 2 * from, to);
            }
            double middle = (from + Math.min(to, time.applyAsDouble(p.end()) - p.off())) / 2;
            StraightLine earlier = line(time, potential, p, from, middle);
            return earlier == null ? null : solve(drift / earlier.slope(), from, middle);
        }

        /** Drift over root, 1/s^0.5, without its sign. */
        private double ratio(double rate, double from, double to) {
            Pulse next = pulses.get(i + 1);
            StraightLine first = response(pulses.get(i - 1), rate, from, to);
            StraightLine own = response(pulses.get(i), rate, from, to);
            StraightLine last = response(next, rate, from, to);
            // the history counts from the mean before the next pulse; this one's pulse moved the mean meanwhile
            double rise = last.intercept() - first.intercept() + pulses.get(i).charge() / next.charge();
            double span = pulses.get(i).duration() + next.duration();
            return Math.abs(rise / span / own.slope());
        }

        private StraightLine response(Pulse p, double rate, double from, double to) {
            int[] all = rows(time, p, from, to);
            int stride = Math.max(1, all.length / SAMPLES);
            int[] some = IntStream.range(0, all.length).filter(k -> k % stride == 0).map(k -> all[k]).toArray();
            double[] at = new double[2];
            return StraightLine.through(IntStream.of(some).mapToDouble(r -> Math.sqrt(time.applyAsDouble(r)
                    - p.off())).toArray(), IntStream.of(some).mapToDouble(r -> {
                        history.at(time.applyAsDouble(r), 1 / rate, at);
                        return at[0];
                    }).toArray(), new double[some.length]);
        }
    }

    private static boolean turned(List<PastCurrent> before, Pulse p, double diffusionTime) {
        return before.stream().anyMatch(q -> q.current() * p.current() < 0 && !(p.on() - q.to() > diffusionTime));
    }

    private static int[] rows(IntToDoubleFunction time, Pulse p, double from, double to) {
        return IntStream.rangeClosed(p.last() + 1, p.end()).filter(r -> time.applyAsDouble(r) - p.off() >= from
                && time.applyAsDouble(r) - p.off() <= to).toArray();
    }

    private static StraightLine line(IntToDoubleFunction time, Channel potential, Pulse p, double from, double to) {
        int[] rows = IntStream.of(rows(time, p, from, to)).filter(r -> !Double.isNaN(potential.get(r))).toArray();
        if (rows.length < FEWEST) {
            return null;
        }
        return StraightLine.through(IntStream.of(rows).mapToDouble(r -> Math.sqrt(time.applyAsDouble(r) - p.off()))
                .toArray(), IntStream.of(rows).mapToDouble(potential::get).toArray(), new double[rows.length]);
    }
}
