package org.interphase.technique.battery.titration;

import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.Channel;
import org.interphase.model.Verdict;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * The diffusion model of {@link DiffusionModel} fitted to a pulse and the rest behind it together.
 *
 * @param logTime ln(L^2/D in s)
 * @param logUncertainty its standard uncertainty, misfit and choices of the fit included
 * @param e0 equilibrium potential before the pulse, V
 * @param equilibrium change of the equilibrium potential by the pulse, V
 * @param equilibriumUncertainty its standard uncertainty, V
 * @param step ohmic and charge-transfer part while the current is on, V
 * @param stepUncertainty its standard uncertainty, V
 * @param noise standard deviation of a point, V
 * @param verdict whether the diffusion time may be published
 * @param rows what was fitted
 * @param fitted the model at those points, V
 */
record DiffusionFit(double logTime, double logUncertainty, double e0, double equilibrium,
        double equilibriumUncertainty, double step, double stepUncertainty, double noise, Verdict verdict,
        PulseRows rows, double[] fitted) {

    /** Diffusion times looked at, over the length of the pulse. */
    private static final double SHORTEST = 1e-2;
    private static final double LONGEST = 1e5;
    private static final int STARTS = 8;
    /** Points that tell which start is the best. */
    private static final int FEW = 60;
    /** Fewest points of the pulse and of the rest for five parameters. */
    private static final int FEWEST = 5;
    /** Difference of ln(time) between fits of other points, beyond which one D does not describe the pulse. */
    private static final double APART = Math.log(1.5);
    /** The same over the uncertainty of the fit itself. */
    private static final double BEYOND = 3;

    /**
     * Fits a pulse.
     *
     * @param before the currents before it, in the order of time
     * @param skip time after each switching that is left out, s
     * @return null where pulse or rest have too few points
     */
    static DiffusionFit of(IntToDoubleFunction time, Channel potential, List<PastCurrent> before, Pulse pulse,
            ParticleShape shape, double skip) {
        PulseRows rows = PulseRows.of(time, potential, pulse, skip, 1);
        if (rows.count(true) < FEWEST || rows.count(false) < FEWEST) {
            return null;
        }
        PulseHistory history = PulseHistory.of(shape, before, pulse);
        FitResult fit = fit(history, rows, pulse, true, Double.NaN);
        DiffusionModel model = new DiffusionModel(history, rows.times(), rows.on());
        FitVerdict judged = FitJudge.judge(model, fit, 1, rows.times(), null);
        double[] spreads = spread(time, potential, history, pulse, skip, fit);
        double spread = spreads[DiffusionModel.LOG_TIME];
        double[] timing = timing(time, potential, before, pulse, shape, skip, fit);
        double own = Math.hypot(judged.propagate(new double[] {0, 0, 0, 0, 1}), timing[DiffusionModel.LOG_TIME]);
        // a rectangular distribution between the fits (JCGM 100:2008, 4.3.7)
        double u = Math.hypot(own, spread / Math.sqrt(3));
        double noise = Math.sqrt(fit.chiSquare() / Math.max(1, fit.degreesOfFreedom()));
        double de = fit.value(2) + fit.value(3);
        double ude = judged.propagate(new double[] {0, 0, 1, 1, 0});
        Verdict verdict = verdict(judged, u, spread, own).and(against(pulse, de, ude));
        return new DiffusionFit(fit.value(DiffusionModel.LOG_TIME), u, fit.value(0), de, ude, fit.value(1),
                Math.hypot(judged.propagate(new double[] {0, 1, 0, 0, 0}),
                        Math.hypot(timing[1], spreads[1] / Math.sqrt(3))), noise, verdict, rows, fit.fitted());
    }

    private static FitResult fit(PulseHistory history, PulseRows rows, Pulse pulse, boolean curved, double near) {
        DiffusionModel model = new DiffusionModel(history, rows.times(), rows.on());
        double low = Math.log(SHORTEST * pulse.duration());
        double high = Math.log(LONGEST * pulse.duration());
        // bounds go with the length of the pulse, so that another pulse's solution may lie at or beyond them
        double start = Math.max(low, Math.min(high, near));
        Parameters begin = parameters(rows, low, high, curved);
        if (Double.isNaN(near)) {
            double best = Double.POSITIVE_INFINITY;
            PulseRows few = rows.thinned(FEW);
            DiffusionModel coarse = new DiffusionModel(history, few.times(), few.on());
            for (int i = 0; i < STARTS; i++) {
                double at = low + (i + 0.5) * (high - low) / STARTS;
                double chi = LeastSquares.fit(coarse, begin.fix(DiffusionModel.NAMES.get(4), at), few.potentials(),
                        Weights.unit()).chiSquare();
                if (chi < best) {
                    best = chi;
                    start = at;
                }
            }
        }
        return LeastSquares.fit(model, begin.start(DiffusionModel.NAMES.get(4), start), rows.potentials(),
                Weights.unit());
    }

    private static Parameters parameters(PulseRows rows, double low, double high, boolean curved) {
        double[] e = rows.potentials();
        double change = e[e.length - 1] - e[0];
        Parameters p = Parameters.of(Parameter.of("E0", e[0]), Parameter.of("V", 0), Parameter.of("a", change),
                Parameter.of("b", 0), Parameter.of("ln t_D", (low + high) / 2, low, high));
        return curved ? p : p.fix("b", 0);
    }

    /** How far each parameter moves with other points: more left out at switching, half of the rest, no curvature. */
    private static double[] spread(IntToDoubleFunction time, Channel potential, PulseHistory history,
            Pulse pulse, double skip, FitResult fit) {
        double[] most = new double[DiffusionModel.NAMES.size()];
        for (int k = 0; k < 3; k++) {
            PulseRows rows = PulseRows.of(time, potential, pulse, k == 0 ? 3 * skip : skip, k == 1 ? 0.5 : 1);
            if (rows.count(true) >= FEWEST && rows.count(false) >= FEWEST) {
                FitResult other = fit(history, rows, pulse, k != 2, fit.value(DiffusionModel.LOG_TIME));
                for (int i = 0; i < most.length; i++) {
                    most[i] = Math.max(most[i], Math.abs(other.value(i) - fit.value(i)));
                }
            }
        }
        return most;
    }

    /** What the times of switching leave open of each parameter: they are known no better than the sampling. */
    private static double[] timing(IntToDoubleFunction time, Channel potential, List<PastCurrent> before, Pulse pulse,
            ParticleShape shape, double skip, FitResult fit) {
        double[] out = new double[DiffusionModel.NAMES.size()];
        double each = pulse.timing() / Math.sqrt(2);
        for (int side = 0; side < 2 && each > 0; side++) {
            Pulse moved = side == 0 ? pulse.switched(pulse.on() + each, pulse.off())
                    : pulse.switched(pulse.on(), pulse.off() + each);
            PulseRows rows = PulseRows.of(time, potential, moved, skip, 1);
            FitResult other = fit(PulseHistory.of(shape, before, moved), rows, moved, true,
                    fit.value(DiffusionModel.LOG_TIME));
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.hypot(out[i], other.value(i) - fit.value(i));
            }
        }
        return out;
    }

    private static Verdict verdict(FitVerdict judged, double u, double spread, double own) {
        Verdict out = Verdict.SOUND;
        for (Ground g : judged.grounds(DiffusionModel.LOG_TIME)) {
            out = out.and(g.severe() || g.kind() == Ground.Kind.AT_BOUND
                    ? Verdict.withheld("pulse and rest do not determine the diffusion time: " + g.text())
                    : Verdict.doubtful(g.text()));
        }
        if (!(u < 1)) {
            return out.and(Verdict.withheld("pulse and rest leave the diffusion time open by a factor of e or more"));
        }
        if (spread > APART && spread > BEYOND * own) {
            out = out.and(Verdict.doubtful(String.format(Locale.ROOT, "one diffusion coefficient does not describe "
                    + "pulse and rest: with other points of them it changes by a factor of %.2g", Math.exp(spread))));
        }
        return out;
    }

    /** An equilibrium potential that moves against the charge is that of another process. */
    private static Verdict against(Pulse pulse, double change, double u) {
        return change * Math.signum(pulse.current()) > u ? Verdict.SOUND
                : Verdict.doubtful("the equilibrium potential does not follow the charge, as where two phases lie side "
                        + "by side or the rest before was not relaxed");
    }
}
