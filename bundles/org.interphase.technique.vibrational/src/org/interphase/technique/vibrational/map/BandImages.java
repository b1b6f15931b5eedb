package org.interphase.technique.vibrational.map;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.model.CurveStack;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.batch.BatchFit;
import org.interphase.numerics.batch.BatchResult;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.shape.PseudoVoigt;

/**
 * Fits the same bands in every spectrum of a map, on all cores, starting from the fit of the average spectrum.
 * Values are [band][pixel]; NaN where the fit failed or the band is not detected.
 */
public final class BandImages {

    private final double[][] area;
    private final double[][] position;
    private final double[][] width;
    private final double[][] height;
    private final int[] failed;
    private int measured;

    private BandImages(int bands, int pixels) {
        area = new double[bands][pixels];
        position = new double[bands][pixels];
        width = new double[bands][pixels];
        height = new double[bands][pixels];
        failed = new int[bands];
    }

    /**
     * Fits.
     *
     * @param stack the map
     * @param from first axis index of the window
     * @param to index after the last
     * @param bands bands to fit together with a straight baseline
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
        SumModel.Builder builder = SumModel.on(x);
        bands.forEach(b -> builder.add(b.name(), new PseudoVoigt()));
        SumModel model = builder.addUnseen("base", PolynomialBackground.over(x, 1)).build();
        double[] mean = mean(stack, from, to);
        Parameters start = parameters(model, bands, mean, x);
        double[] common = LeastSquares.fit(model, start, mean, Weights.unit()).values();
        int pixels = stack.curves();
        double[][] curves = new double[pixels][];
        boolean[] whole = new boolean[pixels];
        for (int i = 0; i < pixels; i++) {
            curves[i] = Arrays.copyOfRange(stack.row(i), from, to);
            whole[i] = Arrays.stream(curves[i]).allMatch(Double::isFinite);
            if (!whole[i]) {
                // a spectrum with missing points is fitted as nothing and masked below
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
        BandImages out = new BandImages(bands.size(), pixels);
        for (boolean w : whole) {
            out.measured += w ? 1 : 0;
        }
        for (int b = 0; b < bands.size(); b++) {
            out.take(result, bands.get(b).name(), b, whole, detection);
            out.failed[b] = (int) Arrays.stream(out.area[b]).filter(Double::isNaN).count();
        }
        return out;
    }

    private void take(BatchResult result, String name, int b, boolean[] whole, double detection) {
        double[] h = result.values(name + ".height");
        double[] u = result.uncertainties(name + ".height");
        double[] c = result.values(name + ".centre");
        double[] w = result.values(name + ".fwhm");
        double[] m = result.values(name + ".mixing");
        for (int i = 0; i < h.length; i++) {
            boolean found = whole[i] && result.converged(i) && h[i] > 0 && Double.isFinite(u[i])
                    && h[i] >= detection * u[i];
            position[b][i] = found ? c[i] : Double.NaN;
            height[b][i] = found ? h[i] : Double.NaN;
            width[b][i] = found ? w[i] : Double.NaN;
            // area of a pseudo-Voigt: h w (m pi / 2 + (1 - m) sqrt(pi / ln 2) / 2)
            area[b][i] = found ? h[i] * w[i] * (m[i] * Math.PI / 2
                    + (1 - m[i]) * Math.sqrt(Math.PI / Math.log(2)) / 2) : Double.NaN;
        }
    }

    public static double[] mean(CurveStack stack, int from, int to) {
        double[] out = new double[to - from];
        int used = 0;
        for (int c = 0; c < stack.curves(); c++) {
            if (!Double.isNaN(stack.get(c, from))) {
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

    /** Number of spectra that have all values in the window. */
    public int measured() {
        return measured;
    }

    /** Pixels without the band. */
    public int failed(int band) {
        return failed[band];
    }
}
