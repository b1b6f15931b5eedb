package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Progress;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.LineShape;
import org.interphase.numerics.shape.PeakFeatures;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.shape.Voigt;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * A fit of named bands at known places together with a polynomial baseline, so that heights carry the baseline's
 * uncertainty. Lines are pseudo-Voigt or true Voigt, whichever describes the data better: a pseudo-Voigt line is up
 * to 1.5 % of its height off the profile it stands for, which at good counts is far more than the noise. A band that
 * does not stand out is held at its nominal place and width and keeps a free height of either sign: its estimate stays
 * unbiased and gives the detection limit.
 */
public final class LocalFit {

    /**
     * A band to look for.
     *
     * @param name for results
     * @param centre where it should be
     * @param lower least position
     * @param upper largest position
     * @param fwhm usual width
     * @param narrowest least width
     * @param widest largest width
     */
    public record Line(String name, double centre, double lower, double upper, double fwhm, double narrowest,
            double widest) {

        /** A band within +-reach of its place and a factor of three of its usual width. */
        public static Line of(String name, double centre, double reach, double fwhm) {
            return new Line(name, centre, centre - reach, centre + reach, fwhm, fwhm / 3, 3 * fwhm);
        }
    }

    /**
     * What became of a band.
     *
     * @param features position, height, width, area
     * @param significance height over its uncertainty with place and width held
     * @param limit height at which it would have been detected
     * @param detected whether it stands out
     */
    public record Found(PeakFeatures features, double significance, double limit, boolean detected) {
    }

    /** What of a band is meant. */
    public enum Quantity {
        /** Where its maximum is. */
        POSITION,
        /** Height over the baseline. */
        HEIGHT,
        /** Full width at half maximum. */
        WIDTH,
        /** Area over the whole axis. */
        AREA
    }

    /**
     * A fit with lines of one shape.
     *
     * @param correlated factor on uncertainties of noise that hangs together and scatters more than its weights
     * @param significance for each band height over its uncertainty, and that uncertainty
     * @param held bands that don't stand out
     */
    private record Attempt(LineShape shape, SumModel model, FitResult result, double correlated,
            Map<String, double[]> significance, List<String> held, double threshold) {
    }

    /** Largest share of a misfit without strong evidence in an uncertainty, over that of the noise. */
    private static final double LARGEST = FitJudge.DOMINATES;

    /** A bound moves a number by so many of its standard uncertainties before it casts doubt. */
    private static final double MOVED = 3;

    /** The shapes a line may have; each with one parameter of its own, its share of a Lorentzian. */
    private static final List<LineShape> SHAPES = List.of(new PseudoVoigt(), new Voigt());

    private final LineShape shape;
    private final SumModel model;
    private final FitResult result;
    private final FitVerdict verdict;
    private final double[][] covariance;
    private final Map<String, Found> found;
    private final double[] x;
    private final double[] y;
    private final double[] fitted;

    private LocalFit(Attempt fit, boolean judged, double[] x, double[] y) {
        this.shape = fit.shape;
        this.model = fit.model;
        this.result = fit.result;
        this.x = x;
        this.y = y;
        this.fitted = result.fitted();
        this.verdict = judged ? judge(model, result, x) : null;
        this.covariance = widened(fit.correlated);
        this.found = new LinkedHashMap<>();
        fit.significance.forEach((name, s) -> found.put(name, new Found(features(name), s[0], fit.threshold * s[1],
                !fit.held.contains(name))));
    }

    private boolean isDominated(int parameter) {
        return verdict != null && verdict.grounds(parameter).stream()
                .anyMatch(g -> g.kind() == Ground.Kind.MISFIT_DOMINATES);
    }

    private static FitVerdict judge(SumModel model, FitResult result, double[] x) {
        double[] base = model.componentValues("base", result.values());
        double[] signal = result.fitted();
        for (int i = 0; i < signal.length; i++) {
            signal[i] -= base[i];
        }
        return FitJudge.judge(model, result, 1, x, signal);
    }

    /**
     * Covariance with the misfit of the model and with noise that hangs together between neighbours. A misfit that is
     * hardly seen may hide anything where bands and baseline absorb it; unless there is evidence for it (the judge's
     * ground), it counts up to three times the noise.
     */
    private double[][] widened(double correlated) {
        double[][] c = verdict == null ? result.covariance() : verdict.covariance();
        double[] stretch = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            // what noise alone gives with the scatter of the residuals and their correlation is the least
            double least = correlated * correlated * result.covariance(i, i);
            double most = isDominated(i) ? Double.POSITIVE_INFINITY : (1 + LARGEST * LARGEST) * least;
            double wanted = Math.min(Math.max(least, c[i][i]), most);
            stretch[i] = c[i][i] > 0 ? Math.sqrt(wanted / c[i][i]) : 1;
        }
        for (int i = 0; i < c.length; i++) {
            for (int j = 0; j < c.length; j++) {
                c[i][j] *= stretch[i] * stretch[j];
            }
        }
        return c;
    }

    private PeakFeatures features(String name) {
        return new PeakFeatures(estimate(name, Quantity.POSITION), estimate(name, Quantity.HEIGHT),
                estimate(name, Quantity.WIDTH), Optional.of(estimate(name, Quantity.AREA)));
    }

    /** A quantity of a band with its standard uncertainty. */
    public PeakFeatures.Estimate estimate(String name, Quantity quantity) {
        return new PeakFeatures.Estimate(value(result.values(), name, quantity),
                Math.sqrt(Math.max(0, covariance(name, name, quantity))));
    }

    /**
     * Fits.
     *
     * @param x ascending abscissa of the window
     * @param y ordinate
     * @param sigma standard uncertainties
     * @param lines bands
     * @param degree degree of the baseline polynomial
     * @param threshold significance from which a band counts as detected
     * @throws IllegalArgumentException if the window has too few points for the lines
     */
    public static LocalFit fit(double[] x, double[] y, double[] sigma, List<Line> lines, int degree,
            double threshold, Progress progress) {
        return shaped(x, y, sigma, lines, degree, threshold, progress).get(0);
    }

    /**
     * The same with lines of either shape: first the fit that describes the data better, judged, then the other,
     * where only values are asked for.
     */
    public static List<LocalFit> shaped(double[] x, double[] y, double[] sigma, List<Line> lines, int degree,
            double threshold, Progress progress) {
        List<Attempt> attempts = SHAPES.stream()
                .map(s -> attempt(s, x, y, sigma, lines, degree, threshold, progress))
                .sorted(Comparator.comparingDouble(f -> f.result.chiSquare())).toList();
        return List.of(new LocalFit(attempts.get(0), true, x.clone(), y.clone()),
                new LocalFit(attempts.get(1), false, x.clone(), y.clone()));
    }

    /** Fewest points for which bands and a baseline can be fitted. */
    public static int leastPoints(int bands, int degree) {
        return 4 * bands + degree + 4;
    }

    /**
     * The same of pseudo-Voigt lines and without the judge, where only values are asked for: uncertainties hold no
     * misfit.
     */
    public static LocalFit unjudged(double[] x, double[] y, double[] sigma, List<Line> lines, int degree,
            double threshold, Progress progress) {
        return new LocalFit(attempt(SHAPES.get(0), x, y, sigma, lines, degree, threshold, progress), false, x.clone(),
                y.clone());
    }

    /** The same with lines of the shape of this fit. */
    public LocalFit unjudgedAlike(double[] x, double[] y, double[] sigma, List<Line> lines, int degree,
            double threshold, Progress progress) {
        return new LocalFit(attempt(shape, x, y, sigma, lines, degree, threshold, progress), false, x.clone(),
                y.clone());
    }

    private static Attempt attempt(LineShape shape, double[] x, double[] y, double[] sigma, List<Line> lines,
            int degree, double threshold, Progress progress) {
        if (x.length < leastPoints(lines.size(), degree)) {
            throw new IllegalArgumentException(x.length + " points are too few to fit " + lines.size()
                    + " bands and a baseline");
        }
        SumModel.Builder builder = SumModel.on(x);
        lines.forEach(l -> builder.add(l.name(), shape));
        SumModel model = builder.addUnseen("base", PolynomialBackground.over(x, degree)).build();
        List<String> held = new ArrayList<>();
        FitOptions options = FitOptions.defaults().withCancel(progress::isCancelled);
        while (true) {
            progress.checkCancelled();
            Parameters p = parameters(shape, model, lines, held, x, y);
            FitResult result = LeastSquares.fit(model, p, y, Weights.sigma(sigma), options);
            progress.checkCancelled();
            double[] rest = result.fitted();
            for (int i = 0; i < rest.length; i++) {
                rest[i] = (y[i] - rest[i]) / sigma[i];
            }
            double scale = NoiseLevel.correlationOfResiduals(rest, 1)
                    * Math.sqrt(Math.max(1, result.reducedChiSquare()));
            Map<String, double[]> significance = significance(shape, model, p, result, lines, y, sigma, scale);
            String weakest = lines.stream().map(Line::name).filter(n -> !held.contains(n))
                    .filter(n -> !(significance.get(n)[0] >= threshold))
                    .min((a, b) -> Double.compare(significance.get(a)[0], significance.get(b)[0])).orElse(null);
            if (weakest != null) {
                held.add(weakest);
                continue;
            }
            return new Attempt(shape, model, result, scale, significance, held, threshold);
        }
    }

    private static Parameters parameters(LineShape shape, SumModel model, List<Line> lines, List<String> held,
            double[] x, double[] y) {
        String share = "." + own(shape);
        Parameters p = model.defaults();
        double low = Arrays.stream(y).min().orElse(0);
        double top = Arrays.stream(y).max().orElse(1) - low;
        for (Line l : lines) {
            String n = l.name();
            p = p.bounds(n + ".height", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            if (held.contains(n)) {
                p = p.fix(n + ".centre", l.centre()).fix(n + ".fwhm", l.fwhm()).fix(n + share, 0.5)
                        .start(n + ".height", 0);
            } else {
                int i = Arrays.binarySearch(x, l.centre());
                int at = Math.min(x.length - 1, i >= 0 ? i : -i - 1);
                p = p.bounds(n + ".centre", l.lower(), l.upper()).start(n + ".centre", l.centre())
                        .bounds(n + ".fwhm", l.narrowest(), l.widest()).start(n + ".fwhm", l.fwhm())
                        .bounds(n + share, 0, 1).start(n + share, 0.5)
                        .start(n + ".height", Math.max(0.05 * top, y[at] - low));
            }
        }
        return p.start("base.c0", low);
    }

    /** For each band height over its uncertainty, and that uncertainty, with places and shapes held. */
    private static Map<String, double[]> significance(LineShape shape, SumModel model, Parameters p,
            FitResult result, List<Line> lines, double[] y, double[] sigma, double scale) {
        Parameters held = p;
        for (Line l : lines) {
            for (String name : List.of(".centre", ".fwhm", "." + own(shape))) {
                held = held.fix(l.name() + name, result.value(l.name() + name));
            }
        }
        FitResult linear = LeastSquares.fit(model, held, y, Weights.sigma(sigma));
        Map<String, double[]> out = new LinkedHashMap<>();
        for (Line l : lines) {
            double u = linear.uncertainty(l.name() + ".height") * scale;
            out.put(l.name(), new double[] {linear.value(l.name() + ".height") / u, u});
        }
        return out;
    }

    /** What became of a band. */
    public Found found(String name) {
        return found.get(name);
    }

    /** Names of all bands in order. */
    public List<String> names() {
        return List.copyOf(found.keySet());
    }

    /** Covariance of a quantity of two bands. */
    public double covariance(String a, String b, Quantity quantity) {
        double[] ga = gradient(a, quantity);
        double[] gb = gradient(b, quantity);
        double sum = 0;
        for (int i = 0; i < ga.length; i++) {
            for (int j = 0; j < gb.length && ga[i] != 0; j++) {
                sum += ga[i] * covariance[i][j] * gb[j];
            }
        }
        return sum;
    }

    /**
     * What speaks against a quantity of a band: the common grounds, those of its own parameter, and those of the
     * others it follows from. A bound that one of the others reached counts only if it moves it.
     */
    public List<Ground> grounds(String name, Quantity quantity) {
        if (verdict == null) {
            return List.of();
        }
        int own = index(name, switch (quantity) {
            case POSITION -> "centre";
            case WIDTH -> "fwhm";
            default -> "height";
        });
        List<Ground> out = new ArrayList<>(verdict.grounds(own));
        double[] g = gradient(name, quantity);
        for (int i = 0; i < g.length; i++) {
            for (Ground ground : i != own && g[i] != 0 ? verdict.grounds(i) : List.<Ground>of()) {
                boolean counts = ground.kind() != Ground.Kind.AT_BOUND || !(ground.weight() <= MOVED);
                if (counts && !out.contains(ground)) {
                    out.add(ground);
                }
            }
        }
        return out;
    }

    private int index(String band, String name) {
        return result.parameters().indexOf(band + "." + name);
    }

    private double[] gradient(String band, Quantity quantity) {
        double[] g = new double[result.values().length];
        switch (quantity) {
            case POSITION -> g[index(band, "centre")] = 1;
            case HEIGHT -> g[index(band, "height")] = 1;
            case WIDTH -> g[index(band, "fwhm")] = 1;
            default -> {
                double[] p = result.values();
                double h = p[index(band, "height")];
                double w = p[index(band, "fwhm")];
                int share = index(band, own(shape));
                double unit = shape.unitArea(p, share);
                double[] byShare = new double[1];
                shape.unitAreaGradient(p, share, byShare);
                g[index(band, "height")] = w * unit;
                g[index(band, "fwhm")] = h * unit;
                g[share] = h * w * byShare[0];
            }
        }
        return g;
    }

    /** Name of the one parameter of a shape's own. */
    private static String own(LineShape shape) {
        return shape.extras().get(0).name();
    }

    private double value(double[] p, String band, Quantity quantity) {
        return switch (quantity) {
            case POSITION -> p[index(band, "centre")];
            case HEIGHT -> p[index(band, "height")];
            case WIDTH -> p[index(band, "fwhm")];
            case AREA -> p[index(band, "height")] * p[index(band, "fwhm")]
                    * shape.unitArea(p, index(band, own(shape)));
        };
    }

    /** A copy of the abscissa. */
    public double[] x() {
        return x.clone();
    }

    /** The fitted curve. */
    public double[] fitted() {
        return fitted.clone();
    }

    /** The fitted baseline. */
    public double[] baseline() {
        return model.componentValues("base", result.values());
    }

    /** One band over the abscissa, without baseline. */
    public double[] band(String name) {
        return model.componentValues(name, result.values());
    }

    /** Root mean square of data minus fit. */
    public double rmsResidual() {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        return Math.sqrt(sum / y.length);
    }

    /** Chi-square per degree of freedom. */
    public double reducedChiSquare() {
        return result.reducedChiSquare();
    }

    /** Whether the fit met its tolerance. */
    public boolean converged() {
        return result.converged();
    }
}
