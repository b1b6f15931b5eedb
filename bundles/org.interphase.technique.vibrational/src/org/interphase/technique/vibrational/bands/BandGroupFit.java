package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
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

/** Fits neighbouring candidates with pseudo-Voigt bands over a parabola and drops what does not stand out. */
final class BandGroupFit {

    private static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));
    private static final int EXTRA = 4;
    private static final int TRIALS = 3;
    private static final FitOptions OPTIONS = FitOptions.defaults().withTolerance(1e-6).withMaxIterations(80);
    /** Response in the residuals at which one band more is tried, relative to the threshold. */
    private static final double COMPANION = 0.6;
    /** Real bands are pseudo-Voigts only to about a hundredth of their height; what is smaller is no further band. */
    private static final double SHAPE_ERROR = 0.01;

    private final double[] x;
    private final double[] y;
    private final double[] sigma;
    /** Factor for correlated noise: of the whole spectrum, and of the residuals of the fit at hand. */
    private final double spectrumCorrelation;
    private double correlation;
    private final BandFinder.Settings settings;
    private double[] residual = new double[0];
    private double chiSquare;

    private BandGroupFit(double[] x, double[] y, double[] sigma, double correlation, BandFinder.Settings settings) {
        this.x = x;
        this.y = y;
        this.sigma = sigma;
        this.spectrumCorrelation = correlation;
        this.correlation = correlation;
        this.settings = settings;
    }

    /** Start of a band: centre, FWHM, height. */
    private record Start(double centre, double fwhm, double height) {
    }

    static List<Band> fit(double[] x, double[] y, NoiseLevel noise, List<BandCandidates.Candidate> group,
            BandFinder.Settings settings, Progress progress) {
        BandCandidates.Candidate first = group.get(0);
        BandCandidates.Candidate last = group.get(group.size() - 1);
        int from = (int) Math.max(0, first.index() - Math.max(10, 2.5 * FWHM * first.scale()));
        int to = (int) Math.min(x.length, last.index() + Math.max(10, 2.5 * FWHM * last.scale()) + 1);
        if (to - from < 7) {
            return List.of();
        }
        double[] sigma = Arrays.copyOfRange(noise.sigma(), from, to);
        double[] part = Arrays.copyOfRange(y, from, to);
        double lowest = Arrays.stream(part).min().orElse(0);
        for (int i = 0; i < sigma.length; i++) {
            sigma[i] = Math.hypot(sigma[i], SHAPE_ERROR * (part[i] - lowest));
        }
        BandGroupFit fit = new BandGroupFit(Arrays.copyOfRange(x, from, to), part, sigma, noise.correlation(),
                settings);
        List<Start> starts = new ArrayList<>();
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double floor = Arrays.stream(fit.y).min().orElse(0);
        for (BandCandidates.Candidate c : group) {
            double height = Math.max(y[c.index()] - floor, noise.sigma()[c.index()]);
            starts.add(new Start(x[c.index()], Math.min(FWHM * c.scale() * step, settings.largestWidth()), height));
        }
        return fit.solve(starts, progress);
    }

    private List<Band> solve(List<Start> all, Progress progress) {
        List<Band> bands = reduce(all, progress);
        for (int added = 0; added < EXTRA && !bands.isEmpty(); added++) {
            List<Band> more = extended(bands, progress);
            if (more == null) {
                return bands;
            }
            bands = more;
        }
        return bands;
    }

    /** The fit with one band more where the residuals ask for it most; null if none holds. */
    private List<Band> extended(List<Band> bands, Progress progress) {
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double[] before = residual;
        double chi2 = chiSquare;
        List<BandCandidates.Candidate> found = BandCandidates.find(before, new NoiseLevel(sigma, correlation),
                x.length / 12.0, COMPANION * settings.threshold());
        for (BandCandidates.Candidate more : found.subList(0, Math.min(TRIALS, found.size()))) {
            List<Start> starts = new ArrayList<>();
            for (Band b : bands) {
                starts.add(new Start(b.position(), b.fwhm(), b.height()));
            }
            starts.add(new Start(x[more.index()], Math.min(FWHM * more.scale() * step, settings.largestWidth()),
                    3 * sigma[more.index()]));
            List<Band> next = reduce(starts, progress);
            // four parameters more must pay: the same threshold on chi-square as on heights
            if (next.size() > bands.size()
                    && chi2 - chiSquare > settings.threshold() * settings.threshold() * correlation * correlation) {
                return next;
            }
        }
        residual = before;
        chiSquare = chi2;
        return null;
    }

    /** Fits and drops the least significant band until all stand out. */
    private List<Band> reduce(List<Start> all, Progress progress) {
        List<Start> starts = new ArrayList<>(all);
        while (!starts.isEmpty()) {
            progress.checkCancelled();
            while (4 * starts.size() + 3 >= x.length && starts.size() > 1) {
                starts.remove(weakest(starts));
            }
            if (4 * starts.size() + 2 >= x.length) {
                return List.of();
            }
            SumModel model = model(starts.size());
            Parameters p = parameters(model, starts);
            FitResult result = LeastSquares.fit(model, p, y, Weights.sigma(sigma),
                    OPTIONS.withCancel(progress::isCancelled));
            correlation = Math.min(spectrumCorrelation,
                    NoiseLevel.correlationOfResiduals(weightedResiduals(result), spectrumCorrelation));
            double[] significance = significance(model, p, result, starts.size());
            int worst = -1;
            for (int i = 0; i < starts.size(); i++) {
                if (!(significance[i] >= needed(significance, i)) && (worst < 0
                        || significance[i] < significance[worst])) {
                    worst = i;
                }
            }
            if (worst < 0) {
                double[] fitted = result.fitted();
                residual = new double[y.length];
                for (int i = 0; i < y.length; i++) {
                    residual[i] = y[i] - fitted[i];
                }
                chiSquare = result.chiSquare();
                return bands(model, result, significance, starts.size());
            }
            List<Start> next = new ArrayList<>();
            for (int i = 0; i < starts.size(); i++) {
                if (i != worst) {
                    next.add(new Start(result.value("b" + i + ".centre"), result.value("b" + i + ".fwhm"),
                            Math.max(result.value("b" + i + ".height"), 0)));
                }
            }
            starts = next;
        }
        return List.of();
    }

    private double[] weightedResiduals(FitResult result) {
        double[] out = result.fitted();
        for (int i = 0; i < out.length; i++) {
            out[i] = (y[i] - out[i]) / sigma[i];
        }
        return out;
    }

    /**
     * The threshold for a band. On the flank of one that stands out there are few places to look, so chance gives
     * less than over a whole spectrum, and four fifths of the threshold do.
     */
    private double needed(double[] significance, int band) {
        for (int i = 0; i < significance.length; i++) {
            if (i != band && significance[i] >= settings.threshold()) {
                return 0.8 * settings.threshold();
            }
        }
        return settings.threshold();
    }

    private static int weakest(List<Start> starts) {
        int weakest = 0;
        for (int i = 1; i < starts.size(); i++) {
            if (starts.get(i).height() < starts.get(weakest).height()) {
                weakest = i;
            }
        }
        return weakest;
    }

    private SumModel model(int bands) {
        SumModel.Builder b = SumModel.on(x);
        for (int i = 0; i < bands; i++) {
            b.add("b" + i, new PseudoVoigt());
        }
        return b.addUnseen("base", PolynomialBackground.over(x, 2)).build();
    }

    private Parameters parameters(SumModel model, List<Start> starts) {
        Parameters p = model.defaults();
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double span = x[x.length - 1] - x[0];
        double largest = Math.max(1.3 * settings.largestWidth(), 3 * step);
        double top = Arrays.stream(y).max().orElse(1) - Arrays.stream(y).min().orElse(0);
        for (int i = 0; i < starts.size(); i++) {
            Start s = starts.get(i);
            String n = "b" + i;
            double width = Math.min(Math.max(s.fwhm(), 1.2 * step), Math.min(largest, span));
            double reach = Math.max(width, 2 * step);
            double lower = Math.max(x[0], s.centre() - reach);
            double upper = Math.min(x[x.length - 1], s.centre() + reach);
            p = p.bounds(n + ".centre", lower, upper).start(n + ".centre", Math.min(Math.max(s.centre(), lower), upper))
                    .bounds(n + ".fwhm", step, Math.min(largest, span)).start(n + ".fwhm", width)
                    .bounds(n + ".height", 0, 3 * top).start(n + ".height", Math.min(Math.max(s.height(), 0), 3 * top))
                    .bounds(n + ".mixing", 0, 1).start(n + ".mixing", 0.5);
        }
        return p.start("base.c0", Arrays.stream(y).min().orElse(0));
    }

    /** Heights over their uncertainties with centres and shapes held: what removing the band would cost. */
    private double[] significance(SumModel model, Parameters p, FitResult result, int bands) {
        Parameters held = p;
        for (int i = 0; i < bands; i++) {
            String n = "b" + i;
            for (String name : List.of(".centre", ".fwhm", ".mixing")) {
                held = held.fix(n + name, result.value(n + name));
            }
            held = held.bounds(n + ".height", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        FitResult linear = LeastSquares.fit(model, held, y, Weights.sigma(sigma));
        double[] out = new double[bands];
        for (int i = 0; i < bands; i++) {
            out[i] = linear.value("b" + i + ".height") / (linear.uncertainty("b" + i + ".height") * correlation);
            double width = result.value("b" + i + ".fwhm");
            // a band as narrow as one point is a spike, one at the largest width is the baseline's
            if (width < 1.15 * (x[x.length - 1] - x[0]) / (x.length - 1)
                    || width > 0.99 * p.get(p.indexOf("b" + i + ".fwhm")).upper()
                    || !isDetermined(result, "b" + i)) {
                out[i] = 0;
            }
        }
        return out;
    }

    /** Whether the data fix where the band is, how wide and how high; if not, another band or the baseline is it. */
    private boolean isDetermined(FitResult result, String band) {
        double scale = correlation * Math.sqrt(Math.max(1, result.reducedChiSquare()));
        double width = result.value(band + ".fwhm");
        return scale * result.uncertainty(band + ".centre") < 0.5 * width
                && scale * result.uncertainty(band + ".height") < 0.7 * result.value(band + ".height");
    }

    private List<Band> bands(SumModel model, FitResult result, double[] significance, int bands) {
        double scatter = Math.sqrt(Math.max(1, result.reducedChiSquare()));
        double scale = correlation * scatter;
        BandGroupJudge judge = BandGroupJudge.of(model, result, x, correlation);
        LeaningGroup leaning = LeaningGroup.of(x, y, sigma, result, bands, OPTIONS);
        BandMaxima maxima = new BandMaxima(result, bands);
        List<Band> out = new ArrayList<>();
        for (int i = 0; i < bands; i++) {
            PeakFeatures f = PeakFeatures.of(model, result, "b" + i);
            double area = f.area().map(PeakFeatures.Estimate::value).orElse(Double.NaN);
            double areaU = f.area().map(PeakFeatures.Estimate::uncertainty).orElse(Double.NaN);
            double top = maxima.position(i);
            boolean shoulder = Double.isNaN(top);
            String name = "b" + i;
            ShapeCheck check = ShapeCheck.of(x, residual, sigma, f.centre().value(), f.fwhm().value(),
                    f.height().value());
            double u = scale * judge.widening(name + ".centre")
                    * positionUncertainty(shoulder, maxima.uncertainty(i), f.centre().uncertainty());
            double position = shoulder ? f.centre().value() : top;
            if (!shoulder) {
                // where the model's maximum is not the data's, the band's shape is not the model's: the data decide
                double[] apex = Apex.near(x, y, sigma, top, f.fwhm().value());
                if (apex != null && Math.abs(apex[0] - top) > 2 * Math.hypot(u, correlation * apex[1])) {
                    // what the parabola through few points is worth, the model tells
                    position = apex[0];
                    u = Math.hypot(correlation * apex[1], 0.5 * (apex[0] - top));
                }
            }
            double heightU = scale * judge.widening(name + ".height") * f.height().uncertainty();
            double fwhmU = scale * judge.widening(name + ".fwhm") * f.fwhm().uncertainty();
            double widest = scale * areaU * Math.max(judge.widening(name + ".height"), judge.widening(name + ".fwhm"));
            Verdict verdict = judge.verdict(name).and(leaning.verdict(name, f.fwhm().value(), area))
                    .and(standsOut(significance[i] * correlation / Math.max(spectrumCorrelation, scale)))
                    .and(shared(maxima, result, i, bands, widest));
            double moved = shoulder ? 0 : leaning.position(name, position);
            out.add(new Band(position, root(u, check.position(), moved), f.height().value(), root(heightU,
                    check.height(), leaning.height(name, f.height().value())), f.fwhm().value(), root(fwhmU,
                            check.fwhm(), leaning.fwhm(name, f.fwhm().value())), area, root(widest, check.area(),
                                    leaning.area(name, area)), result.value(name + ".mixing"), significance[i],
                    shoulder, verdict));
        }
        return out;
    }

    /**
     * A line on the flank of another has no maximum that would tell it: how width, height and area are split between
     * the two, a line that leans included, only the shape of the lines says.
     */
    private static Verdict shared(BandMaxima maxima, FitResult result, int band, int bands, double areaU) {
        for (int other = 0; other < bands; other++) {
            String a = "b" + band;
            String b = "b" + other;
            double apart = Math.abs(result.value(a + ".centre") - result.value(b + ".centre"));
            double width = 0.5 * (result.value(a + ".fwhm") + result.value(b + ".fwhm"));
            boolean matters = result.value(b + ".height") * result.value(b + ".fwhm") > areaU;
            if (other != band && apart < width && matters && (Double.isNaN(maxima.position(other))
                    || Double.isNaN(maxima.position(band)))) {
                return Verdict.doubtful("a line on its flank shares its width and area");
            }
        }
        return Verdict.SOUND;
    }

    private static double root(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
    }

    private Verdict standsOut(double significance) {
        return significance >= 0.8 * settings.threshold() ? Verdict.SOUND
                : Verdict.doubtful("it hardly stands out of what the fit leaves over");
    }

    private static double positionUncertainty(boolean shoulder, double ofMaximum, double ofCentre) {
        return shoulder || !Double.isFinite(ofMaximum) ? ofCentre : ofMaximum;
    }
}
