package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.interphase.model.Verdict;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.Fitter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.LineShape;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.shape.SplitPseudoVoigt;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * Peaks that overlap, by a fit of their sum over a straight baseline. Three shapes are tried (sech², pseudo-Voigt, and
 * one whose sides differ); the one with the lowest BIC gives the numbers, what the others would give, as far as they
 * describe the data about as well, is part of the uncertainty.
 */
final class OverlapFit {

    private static final List<LineShape> SHAPES = List.of(new SechSquared(), new PseudoVoigt(), new SplitPseudoVoigt());
    /** A shape whose reduced chi-square is below so many times that of the best takes part in the spread. */
    private static final double ABOUT_AS_WELL = 2;
    /** The fit is used where its misfit, root mean square, is below this part of the lowest peak or the noise. */
    private static final double GOOD = 0.01;
    private static final double NOISE_LIKE = 1.5;
    /**
     * Points that take part at most; more are averaged in groups. The mean over a group of width d lies d^2/24 times
     * the second derivative from the curve: with a quarter of these points a peak was 0.1 % too low.
     */
    private static final int MOST_POINTS = 1000;
    private static final int FEWEST = 5;
    /** A misfit that leaves a number known to better than this is no reason to doubt it. */
    private static final double HARMLESS = 0.005;

    private OverlapFit() {
    }

    private record Fit(SumModel model, FitResult result, LineShape shape, double bic, double reduced) {

        FitVerdict judge() {
            double[] signal = new double[model.points()];
            for (String name : model.components()) {
                if (name.startsWith("p")) {
                    double[] v = model.componentValues(name, result.values());
                    for (int i = 0; i < signal.length; i++) {
                        signal[i] += v[i];
                    }
                }
            }
            return FitJudge.judge(model, result, 1, model.x(), signal);
        }
    }

    /**
     * The peaks of a group.
     *
     * @param at points of their maxima and shoulders
     * @param foot the baseline to start from
     * @param room first and last point that may belong to the group
     * @param line the baseline for people
     * @return one for each, in the order of the points; empty if no sum of peaks describes the data
     */
    static List<VoltammetricPeak> of(SweepCurve c, double[] smooth, List<Integer> at, FootLine foot, int[] room,
            VoltammetricPeak.BaseLine line) {
        int from = foot.from();
        int reach = (int) Math.round((foot.to() - foot.from()) / 2.0);
        int to = Math.min(room[1], foot.end() + (foot.closed() ? reach : 0)) + 1;
        int lump = 1 + (to - from - 1) / MOST_POINTS;
        double[] x = averaged(c.x(), from, to, lump);
        double[] y = averaged(c.y(), from, to, lump);
        double sigma = c.noise() * c.correlation() / Math.sqrt(lump);
        List<Fit> fits = new ArrayList<>();
        for (LineShape shape : SHAPES) {
            Fit f = fit(c, smooth, x, y, sigma, at, foot, shape);
            if (f != null) {
                fits.add(f);
            }
        }
        if (fits.isEmpty()) {
            return List.of();
        }
        Fit best = fits.stream().min((a, b) -> Double.compare(a.bic, b.bic)).orElseThrow();
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < at.size(); k++) {
            lowest = Math.min(lowest, numbers(best, k)[1]);
        }
        if (Math.sqrt(best.reduced) * sigma > Math.max(GOOD * lowest, NOISE_LIKE * sigma)) {
            return List.of();
        }
        FitVerdict judged = best.judge();
        List<VoltammetricPeak> out = new ArrayList<>();
        for (int k = 0; k < at.size(); k++) {
            out.add(peak(c, best, judged, fits, k, foot, line));
        }
        return out;
    }

    private static double[] averaged(double[] v, int from, int to, int lump) {
        double[] out = new double[(to - from) / lump];
        for (int i = 0; i < out.length; i++) {
            for (int k = 0; k < lump; k++) {
                out[i] += v[from + i * lump + k] / lump;
            }
        }
        return out;
    }

    private static Fit fit(SweepCurve c, double[] smooth, double[] x, double[] y, double sigma, List<Integer> at,
            FootLine foot, LineShape shape) {
        if (x.length < FEWEST) {
            return null;
        }
        SumModel.Builder builder = SumModel.on(x);
        for (int k = 0; k < at.size(); k++) {
            builder.add("p" + k, shape);
        }
        SumModel model = builder.addUnseen("line", PolynomialBackground.over(x, 1)).build();
        Parameters p = model.defaults();
        double scale = 0;
        for (int k = 0; k < at.size(); k++) {
            scale = Math.max(scale, smooth[at.get(k)] - foot.line().at(c.x()[at.get(k)]));
        }
        double narrowest = 3 * c.spacing();
        double widest = x[x.length - 1] - x[0];
        // too few points for this shape, nothing above the line, or no room for a peak: this shape takes no part
        if (x.length <= p.size() || !(scale > 0) || !(sigma > 0) || !(widest > narrowest)) {
            return null;
        }
        for (int k = 0; k < at.size(); k++) {
            double place = c.x()[at.get(k)];
            double near = Double.POSITIVE_INFINITY;
            for (int j = 0; j < at.size(); j++) {
                near = j == k ? near : Math.min(near, Math.abs(c.x()[at.get(j)] - place));
            }
            near = Math.min(near, (x[x.length - 1] - x[0]) / 2);
            double height = Math.max(0.05 * scale, smooth[at.get(k)] - foot.line().at(place));
            double reach = 0.6 * near;
            p = p.bounds("p" + k + ".centre", place - reach, place + reach).start("p" + k + ".centre", place)
                    .bounds("p" + k + ".height", 0, 3 * scale).start("p" + k + ".height", height)
                    .bounds("p" + k + ".fwhm", narrowest, widest)
                    .start("p" + k + ".fwhm", Math.min(widest, Math.max(narrowest, 0.8 * near)));
        }
        double middle = (x[0] + x[x.length - 1]) / 2;
        double half = (x[x.length - 1] - x[0]) / 2;
        p = p.start("line.c0", foot.line().at(middle)).start("line.c1", foot.line().at(middle + half)
                - foot.line().at(middle));
        double[] sigmas = new double[x.length];
        Arrays.fill(sigmas, sigma);
        FitResult r = new Fitter(model, p, FitOptions.defaults()).fit(y, Weights.sigma(sigmas));
        int free = r.free().length;
        double reduced = r.chiSquare() / Math.max(1, x.length - free);
        double bic = x.length * Math.log(Math.max(r.chiSquare(), 1e-300) / x.length) + free * Math.log(x.length);
        return r.converged() ? new Fit(model, r, shape, bic, reduced) : null;
    }

    private static VoltammetricPeak peak(SweepCurve c, Fit best, FitVerdict judged, List<Fit> fits, int k,
            FootLine foot, VoltammetricPeak.BaseLine line) {
        double[] own = numbers(best, k);
        double[] spread = new double[3];
        for (Fit f : fits) {
            if (f != best && f.reduced < ABOUT_AS_WELL * best.reduced) {
                double[] other = numbers(f, k);
                for (int q = 0; q < 3; q++) {
                    spread[q] = Math.max(spread[q], Math.abs(other[q] - own[q]) / Math.sqrt(3));
                }
            }
        }
        int at = best.model.firstParameter("p" + k);
        int parameters = best.result.values().length;
        double[] g = new double[parameters];
        g[at] = 1;
        double uPlace = judged.propagate(g);
        g[at] = 0;
        g[at + LineShape.HEIGHT] = 1;
        double uHeight = judged.propagate(g);
        double uArea = judged.propagate(areaGradient(best, k));
        double rate = c.sweep().rate();
        double sampling = c.sweep().increment() / Math.sqrt(12);
        int d = c.sweep().direction();
        int sign = c.sign();
        Verdict open = foot.closed() ? Verdict.SOUND : Verdict.doubtful("the current does not return to the baseline "
                + "behind the peaks");
        double height = norm(uHeight, spread[1], 0);
        double area = norm(uArea, spread[2], own[2] * c.sweep().rateUncertainty() / rate);
        return new VoltammetricPeak(c.sweep(),
                new VoltammetricPeak.Number(d * own[0], norm(uPlace, spread[0], sampling), verdict(judged, at, 1)),
                new VoltammetricPeak.Number(sign * own[1], height,
                        verdict(judged, at + LineShape.HEIGHT, height / own[1]).and(open)),
                new VoltammetricPeak.Number(sign * own[2] / rate, area / rate,
                        verdict(judged, at + LineShape.FWHM, area / own[2]).and(open)),
                best.result.values()[at + LineShape.FWHM], spread[1], line, fits.get(0).model.components().size() > 2,
                c.returning());
    }

    /** Centre, height and area over potential. */
    private static double[] numbers(Fit f, int k) {
        int at = f.model.firstParameter("p" + k);
        double[] p = f.result.values();
        return new double[] {p[at], p[at + LineShape.HEIGHT], p[at + LineShape.HEIGHT] * p[at + LineShape.FWHM]
                * f.shape.unitArea(p, at + LineShape.EXTRAS)};
    }

    private static double[] areaGradient(Fit f, int k) {
        int at = f.model.firstParameter("p" + k);
        double[] p = f.result.values();
        double unit = f.shape.unitArea(p, at + LineShape.EXTRAS);
        double[] out = new double[p.length];
        out[at + LineShape.HEIGHT] = p[at + LineShape.FWHM] * unit;
        out[at + LineShape.FWHM] = p[at + LineShape.HEIGHT] * unit;
        double[] extras = new double[f.shape.extras().size()];
        f.shape.unitAreaGradient(p, at + LineShape.EXTRAS, extras);
        for (int q = 0; q < extras.length; q++) {
            out[at + LineShape.EXTRAS + q] = p[at + LineShape.HEIGHT] * p[at + LineShape.FWHM] * extras[q];
        }
        return out;
    }

    /** @param relative relative uncertainty of the number, misfit included; 1 where it is none */
    private static Verdict verdict(FitVerdict f, int parameter, double relative) {
        List<Ground> grounds = f.grounds(parameter).stream().filter(g -> switch (g.kind()) {
            case MISFIT, STRUCTURE -> false;
            // at a noise of a ten thousandth any shape misfits; what that does is in the uncertainty
            case MISFIT_DOMINATES, UNFITTED_BAND -> !(relative < HARMLESS);
            default -> true;
        }).toList();
        if (grounds.isEmpty()) {
            return Verdict.SOUND;
        }
        String reason = grounds.stream().map(Ground::text).distinct().collect(Collectors.joining("; "));
        return grounds.stream().anyMatch(Ground::severe) ? Verdict.withheld(reason) : Verdict.doubtful(reason);
    }

    private static double norm(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
    }
}
