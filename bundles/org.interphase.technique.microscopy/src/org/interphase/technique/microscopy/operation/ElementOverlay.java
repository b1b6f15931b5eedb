package org.interphase.technique.microscopy.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.Filters;
import org.interphase.numerics.image.Histogram;
import org.interphase.numerics.image.PhaseFraction;
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.segmentation.MissingPixels;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Lays element maps over each other and says how far they occur together. */
public final class ElementOverlay implements Operation<Series, ElementOverlay.Parameters> {

    private static final int BLOCKS = 8;
    /** Below this the relative noise of a pixel is larger than one third. */
    private static final double FEW_COUNTS = 9;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Smoothing", unit = "px", def = "1", min = 0, max = 50, help = "Standard deviation of the "
                    + "Gaussian that maps are smoothed with: counts of single pixels are mostly noise.")
            double smoothing,
            @Param(label = "Resamples", def = "500", min = 100, max = 100000, advanced = true, help = "Number of block "
                    + "resamples for the uncertainties.")
            int resamples,
            @Param(label = "Seed", def = "1", advanced = true, help = "Start of the random numbers.")
            long seed) {
    }

    /** One map, smoothed, with the pixels above its threshold, and those that have a value (null for all). */
    private record Map(String name, Raster raster, float[] values, byte[] present, byte[] within) {
        boolean has(int index) {
            return within == null || within[index] != 0;
        }
    }

    @Override
    public OperationInfo<Series, Parameters> info() {
        return OperationInfo.of("microscopy.element-overlay", 2, "Element overlay", "For each pair of maps: Pearson's "
                + "correlation, and Manders' fractions M1 and M2 (how much of one element's signal lies where the "
                + "other is present). Presence is signal above Otsu's threshold.", Series.class, Parameters.class,
                Publication.article("E. M. M. Manders, F. J. Verbeek, J. A. Aten",
                        "Measurement of co-localization of objects in dual-colour confocal images")
                        .in("J. Microsc.", 1993, "169", "375-382")
                        .doi("10.1111/j.1365-2818.1993.tb03313.x").seen().cited("Manders 1993"));
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Map> maps = maps(input, p);
        Outcome.Builder out = Outcome.builder(input);
        Raster first = maps.get(0).raster();
        for (Map m : maps) {
            PhaseFraction.Estimate e = PhaseFraction.of(m.present(), m.within(), first.width(), first.height())
                    .estimate(Double.NaN, p.resamples(), p.seed());
            out.measure(Measurement.of(m.name() + " area fraction", "", 100 * e.value(), 100 * e.standardError(), "%")
                    .judged(verdict(m)));
            sparse(m).ifPresent(out::remark);
        }
        for (int i = 0; i < maps.size(); i++) {
            for (int j = i + 1; j < maps.size(); j++) {
                progress.checkCancelled();
                pair(out, maps.get(i), maps.get(j), first, p);
            }
        }
        if (!first.calibration().isPhysical()) {
            out.remark(Remark.info("The maps have no scale; they are laid over each other pixel by pixel."));
        }
        return out.figure(figure(maps, first)).build();
    }

    private static Verdict verdict(Map m) {
        return sparse(m).isEmpty() ? Verdict.SOUND : Verdict.doubtful("the map of " + m.name() + " is mostly counting "
                + "noise");
    }

    /** A remark where a map of counts is mostly counting noise: correlations are then too small. */
    private static java.util.Optional<Remark> sparse(Map m) {
        if (!m.raster().unit().text().equals("counts")) {
            return java.util.Optional.empty();
        }
        double sum = 0;
        int n = 0;
        for (int i = 0; i < m.raster().pixels().size(); i++) {
            sum += m.has(i) ? m.raster().pixels().get(i) : 0;
            n += m.has(i) ? 1 : 0;
        }
        double mean = sum / n;
        return mean >= FEW_COUNTS ? java.util.Optional.empty() : java.util.Optional.of(Remark.warning(String.format(
                Locale.ROOT, "The map of %s holds only %.2g counts per pixel: presence and correlation are governed by "
                        + "counting noise. Smooth more, bin, or count longer.", m.name(), mean)));
    }

    private static List<Map> maps(Series input, Parameters p) throws AnalysisException {
        List<Map> out = new ArrayList<>();
        int w = 0;
        int h = 0;
        for (Dataset d : input.members()) {
            if (!(d instanceof Raster r)) {
                throw new AnalysisException("'" + d.name() + "' is no map; choose element maps only.");
            }
            if (!out.isEmpty() && (r.width() != w || r.height() != h)) {
                throw new AnalysisException(String.format(Locale.ROOT, "'%s' has %d x %d pixels, '%s' %d x %d; maps "
                        + "must be of one size to be laid over each other.", r.name(), r.width(), r.height(),
                        out.get(0).name(), w, h));
            }
            w = r.width();
            h = r.height();
            float[] recorded = r.pixels().toFloats();
            byte[] within = within(recorded);
            float[] v = Filters.gaussian(within == null ? recorded : MissingPixels.filled(recorded, w, h), w, h,
                    p.smoothing());
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < v.length; i++) {
                low = within == null || within[i] != 0 ? Math.min(low, v[i]) : low;
                high = within == null || within[i] != 0 ? Math.max(high, v[i]) : high;
            }
            byte[] present = new byte[v.length];
            if (high > low) {
                double level = low + (Histogram.otsu(Histogram.of(v, within, low, high, 256)) + 1.0) * (high - low)
                        / 256;
                for (int i = 0; i < v.length; i++) {
                    present[i] = (byte) (v[i] >= level && (within == null || within[i] != 0) ? 1 : 0);
                }
            }
            String name = r.name();
            long same = out.stream().filter(m -> m.raster().name().equals(r.name())).count();
            out.add(new Map(same == 0 ? name : name + " (" + (same + 1) + ")", r, v, present, within));
        }
        if (out.size() < 2) {
            throw new AnalysisException("An overlay needs at least two maps.");
        }
        return out;
    }

    /** 1 where there is a value, 0 where not; null if there is one everywhere. */
    private static byte[] within(float[] values) {
        if (!MissingPixels.in(values)) {
            return null;
        }
        byte[] out = new byte[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (Float.isNaN(values[i]) ? 0 : 1);
        }
        return out;
    }

    /** Sums over blocks from which all coefficients follow: n, a, b, aa, bb, ab, a where b, b where a. */
    private static void pair(Outcome.Builder out, Map a, Map b, Raster raster, Parameters p) {
        int w = raster.width();
        int h = raster.height();
        double[][] sums = new double[BLOCKS * BLOCKS][8];
        double lowA = minimum(a);
        double lowB = minimum(b);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                if (!a.has(i) || !b.has(i)) {
                    continue;
                }
                double va = a.values()[i] - lowA;
                double vb = b.values()[i] - lowB;
                double[] s = sums[y * BLOCKS / h * BLOCKS + x * BLOCKS / w];
                s[0]++;
                s[1] += va;
                s[2] += vb;
                s[3] += va * va;
                s[4] += vb * vb;
                s[5] += va * vb;
                s[6] += b.present()[i] * va;
                s[7] += a.present()[i] * vb;
            }
        }
        int[] once = new int[sums.length];
        java.util.Arrays.fill(once, 1);
        double[] value = coefficients(sums, once);
        double[] error = new double[3];
        double[] mean = new double[3];
        SplittableRandom random = new SplittableRandom(p.seed());
        int[] times = new int[sums.length];
        for (int k = 0; k < p.resamples(); k++) {
            java.util.Arrays.fill(times, 0);
            for (int n = 0; n < sums.length; n++) {
                times[random.nextInt(sums.length)]++;
            }
            double[] c = coefficients(sums, times);
            for (int q = 0; q < 3; q++) {
                mean[q] += c[q] / p.resamples();
                error[q] += c[q] * c[q] / p.resamples();
            }
        }
        String[] names = {"Pearson " + a.name() + "-" + b.name(), "Manders " + a.name() + " in " + b.name(),
            "Manders " + b.name() + " in " + a.name()};
        Verdict verdict = verdict(a).and(verdict(b));
        String[] symbols = {"r", "M1", "M2"};
        for (int q = 0; q < 3; q++) {
            double u = Math.sqrt(Math.max(0, error[q] - mean[q] * mean[q]));
            if (Double.isNaN(value[q])) {
                out.remark(Remark.warning(names[q] + " is not determined: a map has the same value everywhere."));
            }
            out.measure(Double.isNaN(value[q]) ? Measurement.withheld(names[q], symbols[q], "1", "a map has the same "
                    + "value everywhere") : Measurement.of(names[q], symbols[q], value[q], u, "1").judged(verdict));
        }
    }

    private static double minimum(Map m) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m.values().length; i++) {
            low = m.has(i) ? Math.min(low, m.values()[i]) : low;
        }
        return low;
    }

    private static double[] coefficients(double[][] sums, int[] times) {
        double[] s = new double[8];
        for (int b = 0; b < sums.length; b++) {
            for (int k = 0; k < 8; k++) {
                s[k] += times[b] * sums[b][k];
            }
        }
        double cov = s[5] - s[1] * s[2] / s[0];
        double va = s[3] - s[1] * s[1] / s[0];
        double vb = s[4] - s[2] * s[2] / s[0];
        return new double[] {cov / Math.sqrt(va * vb), s[6] / s[1], s[7] / s[2]};
    }

    private static Figure figure(List<Map> maps, Raster first) {
        Selection whole = new Selection(0, 0, first.width(), first.height(), null);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < maps.size(); i++) {
            layers.add(PictureLayers.mask(maps.get(i).name(), first, whole, maps.get(i).present(),
                    Style.fill(Colour.component(i), 0.6)));
        }
        for (int i = 0; i < maps.size(); i++) {
            // pictures have no place in a legend: points that are nowhere tell the colours
            layers.add(new Layer.Points(maps.get(i).name(), new double[] {Double.NaN}, new double[] {Double.NaN}, null,
                    Style.points(Colour.component(i), Style.Symbol.SQUARE, 8)));
        }
        var c = first.calibration();
        return Figure.of("element-overlay", "Element overlay", "Where each element is present (signal above Otsu's "
                + "threshold).", Panel.of(Panel.MAIN, AxisSpec.of("x", c.unit()).range(0,
                        first.width() * c.pixelWidth()), AxisSpec.of("y", c.unit()).range(0,
                                first.height() * c.pixelHeight()).directed(Direction.DESCENDING), layers)
                        .equalScales());
    }
}
