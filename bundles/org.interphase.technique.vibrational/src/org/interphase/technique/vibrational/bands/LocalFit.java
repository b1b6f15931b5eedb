package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.PeakFeatures;
import org.interphase.numerics.shape.PseudoVoigt;
import org.interphase.numerics.signal.NoiseLevel;

/**
 * A fit of named bands at known places together with a polynomial baseline, so that heights carry the baseline's
 * uncertainty. A band that does not stand out is held at its nominal place and width and keeps a free height of
 * either sign: its estimate stays unbiased and gives the detection limit.
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

    private final SumModel model;
    private final FitResult result;
    private final double scale;
    private final Map<String, Found> found;
    private final double[] x;
    private final double[] y;
    private final double[] fitted;

    private LocalFit(SumModel model, FitResult result, double scale, Map<String, Found> found, double[] x,
            double[] y) {
        this.model = model;
        this.result = result;
        this.scale = scale;
        this.found = found;
        this.x = x;
        this.y = y;
        this.fitted = result.fitted();
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
        if (x.length < 3 * lines.size() + degree + 4) {
            throw new IllegalArgumentException(x.length + " points are too few to fit " + lines.size()
                    + " bands and a baseline");
        }
        SumModel.Builder builder = SumModel.on(x);
        lines.forEach(l -> builder.add(l.name(), new PseudoVoigt()));
        SumModel model = builder.addUnseen("base", PolynomialBackground.over(x, degree)).build();
        List<String> held = new ArrayList<>();
        FitOptions options = FitOptions.defaults().withCancel(progress::isCancelled);
        while (true) {
            progress.checkCancelled();
            Parameters p = parameters(model, lines, held, x, y);
            FitResult result = LeastSquares.fit(model, p, y, Weights.sigma(sigma), options);
            progress.checkCancelled();
            double[] rest = result.fitted();
            for (int i = 0; i < rest.length; i++) {
                rest[i] = (y[i] - rest[i]) / sigma[i];
            }
            double scale = NoiseLevel.correlationOfResiduals(rest, 1)
                    * Math.sqrt(Math.max(1, result.reducedChiSquare()));
            Map<String, double[]> significance = significance(model, p, result, lines, y, sigma, scale);
            String weakest = lines.stream().map(Line::name).filter(n -> !held.contains(n))
                    .filter(n -> !(significance.get(n)[0] >= threshold))
                    .min((a, b) -> Double.compare(significance.get(a)[0], significance.get(b)[0])).orElse(null);
            if (weakest != null) {
                held.add(weakest);
                continue;
            }
            Map<String, Found> found = new LinkedHashMap<>();
            for (Line l : lines) {
                double[] s = significance.get(l.name());
                found.put(l.name(), new Found(scaled(PeakFeatures.of(model, result, l.name()), scale), s[0],
                        threshold * s[1], !held.contains(l.name())));
            }
            return new LocalFit(model, result, scale, found, x.clone(), y.clone());
        }
    }

    private static PeakFeatures scaled(PeakFeatures f, double scale) {
        return new PeakFeatures(times(f.centre(), scale), times(f.height(), scale), times(f.fwhm(), scale),
                f.area().map(a -> times(a, scale)));
    }

    private static PeakFeatures.Estimate times(PeakFeatures.Estimate e, double scale) {
        return new PeakFeatures.Estimate(e.value(), e.uncertainty() * scale);
    }

    private static Parameters parameters(SumModel model, List<Line> lines, List<String> held, double[] x,
            double[] y) {
        Parameters p = model.defaults();
        double low = Arrays.stream(y).min().orElse(0);
        double top = Arrays.stream(y).max().orElse(1) - low;
        for (Line l : lines) {
            String n = l.name();
            p = p.bounds(n + ".height", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            if (held.contains(n)) {
                p = p.fix(n + ".centre", l.centre()).fix(n + ".fwhm", l.fwhm()).fix(n + ".mixing", 0.5)
                        .start(n + ".height", 0);
            } else {
                int i = Arrays.binarySearch(x, l.centre());
                int at = Math.min(x.length - 1, i >= 0 ? i : -i - 1);
                p = p.bounds(n + ".centre", l.lower(), l.upper()).start(n + ".centre", l.centre())
                        .bounds(n + ".fwhm", l.narrowest(), l.widest()).start(n + ".fwhm", l.fwhm())
                        .bounds(n + ".mixing", 0, 1).start(n + ".mixing", 0.5)
                        .start(n + ".height", Math.max(0.05 * top, y[at] - low));
            }
        }
        return p.start("base.c0", low);
    }

    /** For each band height over its uncertainty, and that uncertainty, with places and shapes held. */
    private static Map<String, double[]> significance(SumModel model, Parameters p, FitResult result,
            List<Line> lines, double[] y, double[] sigma, double scale) {
        Parameters held = p;
        for (Line l : lines) {
            for (String name : List.of(".centre", ".fwhm", ".mixing")) {
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

    /** Covariance of two bands' heights. */
    public double heightCovariance(String a, String b) {
        return scale * scale * result.covariance()[index(a, "height")][index(b, "height")];
    }

    private int index(String band, String name) {
        return result.parameters().indexOf(band + "." + name);
    }

    /**
     * Standard uncertainty of a function of two bands' areas by their full covariance (areas are nonlinear in height,
     * width and mixing: derivatives by finite differences).
     */
    public double areaRatioUncertainty(String a, String b) {
        double[] p = result.values();
        double[] gradient = new double[p.length];
        for (String band : List.of(a, b)) {
            for (String name : List.of("height", "fwhm", "mixing")) {
                int j = index(band, name);
                double h = Math.max(1e-6 * Math.abs(p[j]), 1e-9);
                double[] up = p.clone();
                double[] down = p.clone();
                up[j] += h;
                down[j] -= h;
                gradient[j] = (area(up, a) / area(up, b) - area(down, a) / area(down, b)) / (2 * h);
            }
        }
        return scale * result.propagate(gradient);
    }

    /** Area of a pseudo-Voigt: height fwhm (m pi/2 + (1 - m) sqrt(pi / ln 2) / 2). */
    private double area(double[] p, String band) {
        double m = p[index(band, "mixing")];
        return p[index(band, "height")] * p[index(band, "fwhm")]
                * (m * Math.PI / 2 + (1 - m) * Math.sqrt(Math.PI / Math.log(2)) / 2);
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
