package org.interphase.technique.vibrational.map;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.api.Progress;
import org.interphase.model.CurveStack;
import org.interphase.model.Verdict;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.batch.BatchFit;
import org.interphase.numerics.batch.BatchResult;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.PseudoVoigt;

/**
 * Fits the same bands in every spectrum of a map, on all cores, starting from the fit of the average spectrum.
 * Values are [band][pixel]; NaN where the fit failed or the band is not detected. Whether a band is there is told by
 * its height alone, with place and shape held as the average spectrum has them: a fit that may look around finds
 * something in noise far more often than its threshold says.
 */
public final class BandImages {

    /** By so much lower a criterion speaks clearly (Kass and Raftery, J. Am. Stat. Assoc. 90 (1995) 773). */
    private static final double PREFERRED = 10;

    /** 95 % quantile of the normal distribution, one-sided. */
    private static final double ONE_SIDED = 1.645;
    /** Share of the pixels whose limit is no larger than that of the map. */
    private static final double MOST = 0.95;

    private final double[][] area;
    private final double[][] position;
    private final double[][] width;
    private final double[][] height;
    private final double[][] significance;
    private final int[] failed;
    private final double[] limit;
    private final MapModel[] models;
    private final boolean bent;
    private PixelJudge judge;
    private int measured;

    private BandImages(int bands, int pixels, boolean bent) {
        this.bent = bent;
        area = new double[bands][pixels];
        position = new double[bands][pixels];
        width = new double[bands][pixels];
        height = new double[bands][pixels];
        significance = new double[bands][pixels];
        failed = new int[bands];
        limit = new double[bands];
        models = new MapModel[bands];
    }

    /**
     * Fits.
     *
     * @param stack the map
     * @param from first axis index of the window
     * @param to index after the last
     * @param bands bands to fit together with a baseline: a straight one, or a parabola where the average spectrum
     *     clearly prefers it
     * @param detection least height over its uncertainty
     * @throws IllegalArgumentException if the window is too short for the bands
     */
    public static BandImages fit(CurveStack stack, int from, int to, List<MapBand> bands, double detection,
            Progress progress) {
        double[] x = Arrays.copyOfRange(stack.axis().values(), from, to);
        if (x.length < 4 * bands.size() + 4) {
            throw new IllegalArgumentException("the window of " + x.length + " points is too short for "
                    + bands.size() + " bands");
        }
        double[] mean = mean(stack, from, to);
        SumModel model = model(x, bands, 1);
        Parameters start = parameters(model, bands, mean, x);
        FitResult average = LeastSquares.fit(model, start, mean, Weights.unit());
        SumModel bent = model(x, bands, 2);
        Parameters bentStart = parameters(bent, bands, mean, x);
        FitResult bentAverage = LeastSquares.fit(bent, bentStart, mean, Weights.unit());
        boolean isBent = information(bentAverage, x.length) < information(average, x.length) - PREFERRED;
        if (isBent) {
            model = bent;
            start = bentStart;
            average = bentAverage;
        }
        double[] common = average.values();
        int pixels = stack.curves();
        double[][] curves = new double[pixels][];
        boolean[] whole = new boolean[pixels];
        for (int i = 0; i < pixels; i++) {
            curves[i] = Arrays.copyOfRange(stack.row(i), from, to);
            // a constant spectrum (a dead pixel) has no noise to tell anything by
            double level = curves[i][0];
            whole[i] = Arrays.stream(curves[i]).allMatch(Double::isFinite)
                    && Arrays.stream(curves[i]).anyMatch(v -> v != level);
            if (!whole[i]) {
                // such a spectrum and one with missing points is fitted as nothing and masked below
                Arrays.fill(curves[i], 0);
            }
        }
        progress.checkCancelled();
        Parameters seeded = start.starts(common);
        FitOptions options = FitOptions.defaults().withTolerance(1e-6).withMaxIterations(100)
                .withCancel(progress::isCancelled);
        Weights unit = Weights.unit();
        BatchResult result = BatchFit.of(model, seeded, options).cancelledWhen(progress::isCancelled)
                .onProgress(n -> progress.report((double) n / pixels, "fitting spectra")).fit(curves, i -> unit);
        progress.checkCancelled();
        Parameters held = held(start, average, bands, detection);
        BatchResult linear = BatchFit.of(model, held, options).cancelledWhen(progress::isCancelled)
                .fit(curves, i -> unit);
        progress.checkCancelled();
        BandImages out = new BandImages(bands.size(), pixels, isBent);
        out.judge = PixelJudge.of(model, seeded, x, curves, whole, options);
        for (boolean w : whole) {
            out.measured += w ? 1 : 0;
        }
        for (int b = 0; b < bands.size(); b++) {
            out.take(result, linear, bands.get(b).name(), b, whole, detection);
            boolean[] has = new boolean[pixels];
            for (int i = 0; i < pixels; i++) {
                has[i] = !Double.isNaN(out.area[b][i]);
            }
            out.models[b] = MapModel.of(stack, from, to, bands, b, isBent, has, progress);
            out.failed[b] = (int) Arrays.stream(out.area[b]).filter(Double::isNaN).count();
        }
        return out;
    }

    private static SumModel model(double[] x, List<MapBand> bands, int degree) {
        SumModel.Builder builder = SumModel.on(x);
        bands.forEach(b -> builder.add(b.name(), new PseudoVoigt()));
        return builder.addUnseen("base", PolynomialBackground.over(x, degree)).build();
    }

    /** Schwarz's criterion of a fit whose noise is not known: n ln(S / n) + k ln n. */
    private static double information(FitResult fit, int points) {
        return points * Math.log(Math.max(fit.chiSquare(), Double.MIN_NORMAL) / points)
                + fit.free().length * Math.log(points);
    }

    /** Whether the baseline is a parabola, which the average spectrum clearly prefers to a straight one. */
    public boolean isBent() {
        return bent;
    }

    /** Place and shape as the average spectrum has them, or as they were asked for where it does not have the band. */
    private static Parameters held(Parameters start, FitResult average, List<MapBand> bands, double detection) {
        Parameters p = start;
        for (MapBand b : bands) {
            String n = b.name();
            boolean there = average.value(n + ".height") > detection * average.uncertainty(n + ".height");
            p = p.fix(n + ".centre", there ? average.value(n + ".centre") : b.position())
                    .fix(n + ".fwhm", there ? average.value(n + ".fwhm") : b.fwhm())
                    .fix(n + ".mixing", there ? average.value(n + ".mixing") : 0.5);
        }
        return p;
    }

    private void take(BatchResult result, BatchResult linear, String name, int b, boolean[] whole,
            double detection) {
        double[] h = result.values(name + ".height");
        double[] u = result.uncertainties(name + ".height");
        double[] c = result.values(name + ".centre");
        double[] w = result.values(name + ".fwhm");
        double[] m = result.values(name + ".mixing");
        double[] alone = linear.values(name + ".height");
        double[] aloneU = linear.uncertainties(name + ".height");
        double[] heldWidth = linear.values(name + ".fwhm");
        double[] heldMixing = linear.values(name + ".mixing");
        double[] limits = new double[h.length];
        int count = 0;
        for (int i = 0; i < h.length; i++) {
            double noise = aloneU[i] * judge.correlation();
            significance[b][i] = whole[i] && noise > 0 ? alone[i] / noise : Double.NaN;
            boolean found = whole[i] && result.converged(i) && h[i] > 0 && Double.isFinite(u[i])
                    && significance[b][i] >= detection;
            position[b][i] = found ? c[i] : Double.NaN;
            height[b][i] = found ? h[i] : Double.NaN;
            width[b][i] = found ? w[i] : Double.NaN;
            area[b][i] = found ? h[i] * w[i] * unitArea(m[i]) : Double.NaN;
            if (noise > 0 && Double.isFinite(significance[b][i])) {
                // never below what the fit makes of the spectrum
                limits[count++] = (Math.max(detection, significance[b][i]) + ONE_SIDED) * noise * heldWidth[i]
                        * unitArea(heldMixing[i]);
            }
        }
        Arrays.sort(limits, 0, count);
        limit[b] = count == 0 ? Double.NaN : limits[Math.min(count - 1, (int) Math.ceil(MOST * count) - 1)];
    }

    /** Area of a pseudo-Voigt of unit height and width: m pi / 2 + (1 - m) sqrt(pi / ln 2) / 2. */
    private static double unitArea(double m) {
        return m * Math.PI / 2 + (1 - m) * Math.sqrt(Math.PI / Math.log(2)) / 2;
    }

    /** The mean of the spectra that have all points from one index to another; zeros where none has. */
    public static double[] mean(CurveStack stack, int from, int to) {
        double[] out = new double[to - from];
        int used = 0;
        for (int c = 0; c < stack.curves(); c++) {
            int curve = c;
            if (IntStream.range(from, to).allMatch(i -> Double.isFinite(stack.get(curve, i)))) {
                used++;
                for (int i = 0; i < out.length; i++) {
                    out[i] += stack.get(c, from + i);
                }
            }
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= Math.max(1, used);
        }
        return out;
    }

    private static Parameters parameters(SumModel model, List<MapBand> bands, double[] mean, double[] x) {
        Parameters p = model.defaults();
        double low = Arrays.stream(mean).min().orElse(0);
        for (MapBand b : bands) {
            String n = b.name();
            int i = Arrays.binarySearch(x, b.position());
            int at = Math.min(x.length - 1, i >= 0 ? i : -i - 1);
            p = p.bounds(n + ".centre", b.position() - b.fwhm(), b.position() + b.fwhm())
                    .start(n + ".centre", b.position()).bounds(n + ".fwhm", b.fwhm() / 3, b.fwhm() * 3)
                    .start(n + ".fwhm", b.fwhm())
                    .bounds(n + ".height", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    .start(n + ".height", Math.max(mean[at] - low, 1e-12)).bounds(n + ".mixing", 0, 1)
                    .start(n + ".mixing", 0.5);
        }
        return p.start("base.c0", low);
    }

    /** Areas of a band, per pixel. */
    public double[] area(int band) {
        return area[band].clone();
    }

    /** Positions of a band, per pixel. */
    public double[] position(int band) {
        return position[band].clone();
    }

    /** Widths of a band, per pixel. */
    public double[] width(int band) {
        return width[band].clone();
    }

    /** Heights of a band, per pixel. */
    public double[] height(int band) {
        return height[band].clone();
    }

    /** Number of spectra that have all values in the window and are not constant there. */
    public int measured() {
        return measured;
    }

    /** Height of a band over its uncertainty with place and shape held, per pixel; NaN where it was not measured. */
    public double[] significance(int band) {
        return significance[band].clone();
    }

    /** Area that would have been detected with a probability of 95 % in 95 % of the pixels. */
    public double limit(int band) {
        return limit[band];
    }

    /** What the choice of line shape and baseline is worth. */
    public MapModel model(int band) {
        return models[band];
    }

    /** What speaks against the numbers of all bands alike. */
    public Verdict verdict() {
        return judge.verdict();
    }

    /** Pixels without the band. */
    public int failed(int band) {
        return failed[band];
    }
}
