package org.interphase.technique.porosimetry.intrusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * One or two pore systems, each a hyperbola on double logarithmic scales: occupied bulk volume
 * B = B_inf exp(-G / log10(P / P_d)) above the entry pressure P_d (J. H. M. Thomeer, J. Pet. Technol. 12 (1960) 73-77,
 * doi:10.2118/1324-G), over a closure volume that went in before.
 *
 * @param closure volume before the pore systems, in per cent of the bulk volume
 * @param closureUncertainty its standard uncertainty; 0 where it was set
 * @param systems the systems by entry pressure
 * @param pressure pressures in psi the fit goes through
 * @param volume volumes at them
 * @param fitted the fit at them
 * @param scatter standard deviation of the residuals
 * @param bic information criterion
 * @param sound whether the judge has no ground against the fit
 * @param ground the first ground
 */
public record ThomeerFit(double closure, double closureUncertainty, List<PoreSystem> systems, double[] pressure,
        double[] volume, double[] fitted, double scatter, double bic, boolean sound, String ground) {

    /** Pascal in a pound-force per square inch. */
    public static final double PSI = 6894.757293168361;
    private static final int EACH = 3;
    /** The fit begins where the slope is this part of the steepest below it. */
    private static final double FLAT = 0.1;
    private static final double[] GEOMETRY = {0.2, 0.8};
    private static final double[] APART = {0.8, 1.3, 1.8, 2.4};

    /**
     * A pore system.
     *
     * @param entry entry pressure in psi (mercury and air)
     * @param entryUncertainty standard uncertainty
     * @param geometry pore geometrical factor G
     * @param geometryUncertainty standard uncertainty
     * @param volume occupied bulk volume at infinite pressure, per cent
     * @param volumeUncertainty standard uncertainty
     */
    public record PoreSystem(double entry, double entryUncertainty, double geometry, double geometryUncertainty,
            double volume, double volumeUncertainty) {
    }

    /**
     * Fits so many systems.
     *
     * @param p in Pa, ascending
     * @param v in per cent of the bulk volume
     * @param closure stated closure volume; null to fit it
     */
    public static Optional<ThomeerFit> of(double[] p, double[] v, int systems, Double closure) {
        double[] x = Arrays.stream(p).map(q -> Math.log10(q / PSI)).toArray();
        int steep = steepest(x, v);
        int from = steep;
        while (from > 0 && slope(x, v, from) > FLAT * slope(x, v, steep)) {
            from--;
        }
        double[] xs = Arrays.copyOfRange(x, from, x.length);
        double[] ys = Arrays.copyOfRange(v, from, v.length);
        int k = 1 + EACH * systems;
        if (xs.length < 3 * k) {
            return Optional.empty();
        }
        Model model = Model.numeric(xs.length, k, (q, f) -> values(xs, q, f));
        double total = ys[ys.length - 1] - ys[0];
        double top = xs[xs.length - 1];
        FitResult best = null;
        for (double g : GEOMETRY) {
            for (double apart : systems == 1 ? new double[] {0} : APART) {
                double second = x[steep] + apart;
                if (second > top - 0.1) {
                    continue;
                }
                Parameter[] all = new Parameter[k];
                double c = closure == null ? ys[0] : closure;
                all[0] = closure == null ? Parameter.of("closure", c, Math.min(0, c) - 0.5 * total, c + 0.5 * total)
                        : new Parameter("closure", c, c, c, true, null);
                for (int s = 0; s < systems; s++) {
                    double start = s == 0 ? (xs[0] + x[steep]) / 2 : second;
                    all[1 + EACH * s] = Parameter.of("entry " + s, start, xs[0] - 0.5, s == 0 ? x[steep] : top);
                    all[2 + EACH * s] = Parameter.of("G " + s, g, 1e-3, 5);
                    all[3 + EACH * s] = Parameter.of("B " + s, total / systems, 0, 5 * Math.max(total, 1e-9));
                }
                FitResult fit = LeastSquares.fit(model, Parameters.of(all), ys, Weights.unit());
                best = best == null || fit.chiSquare() < best.chiSquare() ? fit : best;
            }
        }
        return best == null ? Optional.empty() : Optional.of(result(model, best, xs, ys, systems));
    }

    private static ThomeerFit result(Model model, FitResult fit, double[] xs, double[] ys, int systems) {
        FitVerdict judged = FitJudge.judge(model, fit, 1, xs, null);
        int k = fit.values().length;
        double[] u = new double[k];
        for (int i = 0; i < k; i++) {
            double[] gradient = new double[k];
            gradient[i] = 1;
            u[i] = judged.propagate(gradient);
        }
        List<PoreSystem> out = new ArrayList<>();
        for (int s = 0; s < systems; s++) {
            double entry = Math.pow(10, fit.value(1 + EACH * s));
            out.add(new PoreSystem(entry, entry * Math.log(10) * u[1 + EACH * s], fit.value(2 + EACH * s),
                    u[2 + EACH * s], fit.value(3 + EACH * s), u[3 + EACH * s]));
        }
        out.sort((a, b) -> Double.compare(a.entry, b.entry));
        return new ThomeerFit(fit.value(0), u[0], List.copyOf(out), Arrays.stream(xs).map(q -> Math.pow(10, q))
                .toArray(), ys, fit.fitted(), Math.sqrt(fit.reducedChiSquare()), fit.bic(),
                judged.grounds().isEmpty(), judged.grounds().isEmpty() ? ""
                        : text(judged.grounds().get(0).kind()));
    }

    private static String text(Ground.Kind kind) {
        return switch (kind) {
            case NOT_CONVERGED -> "the Thomeer fit did not end in a minimum";
            case AT_BOUND, UNDETERMINED, CORRELATED -> "the data do not determine all parameters of the pore systems";
            default -> "the data leave the hyperbolas by more than their scatter";
        };
    }

    private static void values(double[] x, double[] q, double[] f) {
        for (int i = 0; i < x.length; i++) {
            double sum = q[0];
            for (int s = 1; s + EACH <= q.length; s += EACH) {
                double over = x[i] - q[s];
                sum += over > 0 ? q[s + 2] * Math.exp(-q[s + 1] / over) : 0;
            }
            f[i] = sum;
        }
    }

    private static int steepest(double[] x, double[] v) {
        int best = 1;
        for (int i = 1; i < x.length; i++) {
            best = slope(x, v, i) > slope(x, v, best) ? i : best;
        }
        return best;
    }

    /** Slope over a tenth of a decade about a point. */
    private static double slope(double[] x, double[] v, int i) {
        int a = i;
        int b = i;
        while (a > 0 && x[i] - x[a] < 0.05) {
            a--;
        }
        while (b < x.length - 1 && x[b] - x[i] < 0.05) {
            b++;
        }
        return (v[b] - v[a]) / (x[b] - x[a]);
    }

    /**
     * Air permeability in mD by Thomeer's empirical relation K = 3.8068 G^-1.3334 (B_inf / P_d)^2 of the first system,
     * with B in per cent and P_d in psi of mercury and air (J. H. Thomeer, J. Pet. Technol. 35 (1983) 809-814,
     * doi:10.2118/10922-PA).
     */
    public double permeability() {
        PoreSystem s = systems.get(0);
        return 3.8068 * Math.pow(s.geometry, -1.3334) * Math.pow(s.volume / s.entry, 2);
    }

    /** Its relative standard uncertainty by the parameters, as if they were independent; not that of the relation. */
    public double permeabilityUncertainty() {
        PoreSystem s = systems.get(0);
        return Math.sqrt(Math.pow(1.3334 * s.geometryUncertainty / s.geometry, 2)
                + Math.pow(2 * s.volumeUncertainty / s.volume, 2) + Math.pow(2 * s.entryUncertainty / s.entry, 2));
    }
}
