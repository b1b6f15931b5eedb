package org.interphase.numerics.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.numerics.fit.Evaluator;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Identifiability;
import org.interphase.numerics.fit.Model;

/**
 * The judge. Stateless; thresholds are chosen so that data which obey the model are doubted in less than one fit of a
 * hundred.
 */
public final class FitJudge {

    /** A band in the residuals from so many standard deviations on; places and widths tried are accounted for. */
    public static final double BAND = 6;
    /** Neighbouring residuals that hang together by so many standard deviations. */
    public static final double STRUCTURE = 5;
    /** Reduced chi-square of weights one trusts from which on a model is not that of the data. */
    public static final double MISFIT = 25;
    /** The misfit's share of an uncertainty over the noise's from which on the number is doubtful. */
    public static final double DOMINATES = 3;
    /** 2 ln(likelihood ratio) from which on a misfit widens the uncertainties. */
    private static final double EVIDENCE = 1;
    /** The same from which on it may cast doubt: one fit in a hundred of true models has more. */
    private static final double STRONG = 6.6;
    private static final double SURE = 3;

    private FitJudge() {
    }

    /**
     * Judges a fit.
     *
     * @param model what was fitted
     * @param fit the result; residuals must be in the order of the abscissa, channels one after the other
     * @param channels 1, or 2 for stacked complex data
     * @param abscissa place of each point of a channel; null if it means nothing
     * @param signal what of the prediction is signal and not background, at each point; null for all of it. Misfit in
     *     proportion to the signal (a wrong line shape) is told from misfit of the same size everywhere
     */
    public static FitVerdict judge(Model model, FitResult fit, int channels, double[] abscissa, double[] signal) {
        double[] r = fit.weightedResiduals();
        int k = fit.values().length;
        double[][] jacobian = new double[k][r.length];
        double[] inverseSigma = new double[r.length];
        double[] values = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            inverseSigma[i] = 1 / fit.weights().sigmaAt(i);
        }
        Evaluator evaluator = model.evaluator();
        evaluator.values(fit.values(), values);
        evaluator.jacobian(fit.values(), inverseSigma, jacobian);
        int free = fit.free().length;
        double nu = Math.max(1, r.length - free);
        double assumed = fit.weights().absolute() ? 1 : fit.chiSquare() / nu;
        double[][] unit = fit.unboundCovariance().orElseGet(fit::covariance);
        for (double[] row : unit) {
            for (int j = 0; j < k; j++) {
                row[j] /= assumed > 0 ? assumed : 1;
            }
        }
        return judge(new Evidence(r, channels, jacobian, unit, free, fit.weights().absolute(), fit.converged(),
                abscissa, envelopes(signal == null ? values : signal, inverseSigma)), known(fit));
    }

    /**
     * Judges a fit that another engine made.
     *
     * @param e what is known of it
     * @param known what speaks against single parameters, by their number
     */
    public static FitVerdict judge(Evidence e, Map<Integer, List<Ground>> known) {
        double[] r = e.residuals();
        double nu = Math.max(1, r.length - e.free());
        double chi = 0;
        for (double v : r) {
            chi += v * v;
        }
        int k = e.unit().length;
        Misfit misfit = Misfit.of(r, e.channels(), e.jacobian(), e.unit(), e.free(), e.envelopes());
        boolean counts = misfit.exists() && misfit.evidence > EVIDENCE;
        double noise = noise(counts ? misfit.noise : chi / nu, e.absolute(), nu);
        double scale = e.absolute() || !(noise > 0) ? 1 : Math.sqrt(noise);
        double[] inNoise = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            inNoise[i] = r[i] / scale;
        }
        ResidualTests tests = ResidualTests.of(inNoise, e.channels(), e.free());
        double[] shift = shift(e, known);
        double[][] scatter = new double[k][k];
        double[][] extra = counts ? misfit.covariance() : new double[k][k];
        double[][] visible = counts ? misfit.visibleCovariance() : extra;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                scatter[i][j] = e.unit()[i][j] * noise;
            }
        }
        boolean strong = counts && misfit.evidence > STRONG;
        return new FitVerdict(new FitVerdict.Parts(scatter, extra, visible, shift, strong), noise, tests,
                common(e, chi / nu, tests), own(known, strong ? extra : null, scatter, shift));
    }

    /**
     * How far the parameters would move if the bounds that were reached were taken away: the Gauss-Newton step C J^t r
     * with a covariance C that no bound narrows; zero where no bound was reached, since there J^t r is.
     */
    private static double[] shift(Evidence e, Map<Integer, List<Ground>> known) {
        double[][] unit = e.unit();
        double[] out = new double[unit.length];
        if (known.values().stream().flatMap(List::stream).noneMatch(g -> g.kind() == Ground.Kind.AT_BOUND)) {
            return out;
        }
        double[] slope = new double[unit.length];
        for (int a = 0; a < slope.length; a++) {
            for (int i = 0; i < e.residuals().length; i++) {
                slope[a] += e.jacobian()[a][i] * e.residuals()[i];
            }
        }
        for (int a = 0; a < out.length; a++) {
            for (int b = 0; b < slope.length; b++) {
                out[a] += unit[a][b] * slope[b];
            }
        }
        return out;
    }

    /** Known noise is believed unless the scatter is beyond it by three standard deviations of chi-square. */
    private static double noise(double found, boolean absolute, double nu) {
        return absolute && found <= 1 + SURE * Math.sqrt(2 / nu) ? 1 : found;
    }

    private static double[][] envelopes(double[] signal, double[] inverseSigma) {
        double[] flat = new double[signal.length];
        java.util.Arrays.fill(flat, 1);
        double[] shaped = new double[signal.length];
        double most = 0;
        for (int i = 0; i < signal.length; i++) {
            shaped[i] = Math.abs(signal[i]) * inverseSigma[i];
            most = Math.max(most, shaped[i]);
        }
        for (int i = 0; i < signal.length; i++) {
            shaped[i] /= most > 0 ? most : 1;
        }
        return new double[][] {flat, shaped};
    }

    private static List<Ground> common(Evidence e, double reduced, ResidualTests tests) {
        List<Ground> out = new ArrayList<>();
        if (!e.converged()) {
            out.add(new Ground(Ground.Kind.NOT_CONVERGED, Double.NaN, Double.NaN, true));
        }
        if (e.absolute() && reduced > MISFIT) {
            out.add(new Ground(Ground.Kind.MISFIT, reduced, Double.NaN, false));
        }
        if (Math.abs(tests.band()) > BAND) {
            int points = e.residuals().length / e.channels();
            double at = e.abscissa() == null ? Double.NaN : e.abscissa()[tests.bandAt() % points];
            out.add(new Ground(Ground.Kind.UNFITTED_BAND, tests.band(), at, false));
        } else if (tests.autocorrelation() > STRUCTURE) {
            out.add(new Ground(Ground.Kind.STRUCTURE, tests.autocorrelation(), Double.NaN, false));
        }
        return out;
    }

    private static Map<Integer, List<Ground>> known(FitResult fit) {
        Map<Integer, List<Ground>> out = new HashMap<>();
        Identifiability known = fit.identifiability();
        for (String name : known.atBound()) {
            add(out, fit, name, new Ground(Ground.Kind.AT_BOUND, Double.NaN, Double.NaN, false));
        }
        for (String name : known.undetermined()) {
            add(out, fit, name, new Ground(Ground.Kind.UNDETERMINED, Double.NaN, Double.NaN, true));
        }
        for (Identifiability.Pair pair : known.correlated()) {
            Ground g = new Ground(Ground.Kind.CORRELATED, pair.correlation(), Double.NaN, false);
            add(out, fit, pair.first(), g);
            add(out, fit, pair.second(), g);
        }
        return out;
    }

    private static Map<Integer, List<Ground>> own(Map<Integer, List<Ground>> known, double[][] extra,
            double[][] scatter, double[] shift) {
        Map<Integer, List<Ground>> out = new HashMap<>();
        known.forEach((i, grounds) -> out.put(i, new ArrayList<>(grounds.stream().map(g -> g.kind()
                == Ground.Kind.AT_BOUND ? beyond(g, shift[i], scatter[i][i]) : g).toList())));
        for (int i = 0; extra != null && i < extra.length; i++) {
            double ratio = scatter[i][i] > 0 ? Math.sqrt(extra[i][i] / scatter[i][i]) : 0;
            if (ratio > DOMINATES) {
                out.computeIfAbsent(i, x -> new ArrayList<>()).add(new Ground(Ground.Kind.MISFIT_DOMINATES, ratio,
                        Double.NaN, false));
            }
        }
        return out;
    }

    private static Ground beyond(Ground bound, double shift, double variance) {
        return new Ground(bound.kind(), variance > 0 ? Math.abs(shift) / Math.sqrt(variance) : Double.NaN, bound.at(),
                bound.severe());
    }

    private static void add(Map<Integer, List<Ground>> out, FitResult fit, String name, Ground ground) {
        out.computeIfAbsent(fit.parameters().indexOf(name), x -> new ArrayList<>()).add(ground);
    }
}
