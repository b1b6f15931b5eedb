package org.interphase.technique.microscopy.operation;

import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.ChordLengths;
import org.interphase.numerics.image.DistanceTransform;
import org.interphase.numerics.image.Granulometry;
import org.interphase.numerics.image.LocalThickness;
import org.interphase.numerics.image.Watershed;
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.figure.SizeHistogram;
import org.interphase.technique.microscopy.sampling.BlockHistograms;
import org.interphase.technique.microscopy.sampling.Counted;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Pore sizes by exact local thickness, watershed segments, granulometry and chords. */
public final class PoreSize implements Operation<Raster, PoreSize.Parameters> {

    /** Largest share of the phase near pixels that do not count. */
    private static final double CUT = 0.5;
    /** Blocks per side for the uncertainty. */
    private static final int BLOCKS = 6;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Watershed segments", def = "true", help = "Whether pores are also counted one by one, "
                    + "divided at their necks.")
            boolean watershed,
            @Param(label = "Granulometry", def = "false", help = "Whether the surviving area after openings by growing "
                    + "discs is computed as well (slow on large pictures).")
            boolean granulometry,
            @Param(label = "Neck depth", unit = "px", def = "1", min = 0, max = 1000, advanced = true, help = "A pore "
                    + "counts for itself if it widens by more than this beyond its neck.")
            double depth,
            @Param(label = "Relative neck depth", def = "0.1", min = 0, max = 1, advanced = true, help = "And by more "
                    + "than this fraction of its largest radius.")
            double relativeDepth,
            @Param(label = "Scale uncertainty", unit = "%", def = "", min = 0, max = 100, help = "Relative standard "
                    + "uncertainty of the magnification; empty for what the file says.")
            Double scale,
            @Param(label = "Seed", def = "1", advanced = true, help = "Start of the random numbers.")
            long seed) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.pore-size", 4, "Pore size", "Size of the separated phase: for each pixel "
                + "the diameter of the largest disc that fits into the phase and covers it (exact local thickness), "
                + "weighted by area; mean chords along x and y; and pores divided at their necks.", Raster.class,
                Parameters.class,
                Publication.article("T. Hildebrand, P. Ruegsegger",
                        "A new method for the model-independent assessment of thickness in "
                        + "three-dimensional images")
                        .in("J. Microsc.", 1997, "185", "67-75")
                        .doi("10.1046/j.1365-2818.1997.1340694.x").seen().cited("Hildebrand 1997"),
                Publication.book("A. Meijster, J. B. T. M. Roerdink, W. H. Hesselink",
                        "A general algorithm for computing distance transforms in linear time")
                        .in("in Mathematical Morphology and its Applications to Image "
                        + "and Signal Processing, Kluwer, Boston", 2000, "", "331-340")
                        .doi("10.1007/0-306-47025-X_36").seen().cited("Meijster 2000"));
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Segmentation s = Segmentation.required(input);
        Selection area = s.area();
        LengthScale scale = LengthScale.of(input, p.scale());
        double pixel = scale.square();
        int w = area.width();
        int h = area.height();
        // neither the edge of the picture nor that of the selection is a wall; discs stand on the phase alone
        int[] distance = DistanceTransform.squared(area.open(s.mask()), w, h);
        only(distance, s.mask(), area);
        progress.report(0.2, "local thickness");
        progress.checkCancelled();
        Outcome.Builder out = Outcome.builder(input);
        scale.remarks(input).forEach(out::remark);
        int[] radii;
        try {
            radii = LocalThickness.squaredRadii(distance, w, h);
            only(radii, s.mask(), area);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The phase fills the whole region, so its size is not bounded; check the "
                    + "threshold.", e);
        }
        progress.report(0.6, "distribution");
        BlockHistograms blocks = blocks(radii, w, h);
        if (blocks == null) {
            throw new AnalysisException("There is no phase in the region; check threshold and phase.");
        }
        Verdict verdict = s.ofSizes().and(scale.verdict(input)).and(cut(s, blocks.statistics()[0]));
        thickness(out, input, s, scale, pixel, blocks, radii, p, verdict);
        chords(out, s, pixel, scale, verdict);
        radii = null;
        progress.report(0.7, "segments");
        progress.checkCancelled();
        if (p.watershed()) {
            segments(out, input, s, distance, pixel, scale, p, verdict);
        }
        distance = null;
        if (p.granulometry()) {
            granulometry(out, s, pixel, scale.unit(), blocks);
        }
        return out.build();
    }

    /**
     * Pores that are cut by pixels without value or outside the region look smaller: whether much of the phase lies
     * closer to them than half its thickness.
     */
    private static Verdict cut(Segmentation s, double thickness) {
        Selection area = s.area();
        if (area.within() == null) {
            return Verdict.SOUND;
        }
        int[] distance = DistanceTransform.squared(area.within(), area.width(), area.height());
        long phase = 0;
        long near = 0;
        for (int i = 0; i < distance.length; i++) {
            phase += s.mask()[i];
            near += s.mask()[i] != 0 && 4.0 * distance[i] < thickness * thickness ? 1 : 0;
        }
        return near <= CUT * phase ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT, "%.0f %% of the phase "
                + "lies so near to pixels that do not count that its size there is not known", 100.0 * near / phase));
    }

    /** Sets values outside the phase to 0, where a selection leaves pixels out. */
    private static void only(int[] values, byte[] mask, Selection area) {
        for (int i = 0; area.within() != null && i < values.length; i++) {
            values[i] = mask[i] == 0 ? 0 : values[i];
        }
    }

    /** Thickness in pixels by squared radius, in blocks; null without phase. */
    private static BlockHistograms blocks(int[] radii, int w, int h) {
        int largest = 0;
        for (int r : radii) {
            largest = Math.max(largest, r);
        }
        if (largest == 0) {
            return null;
        }
        int[] classOf = new int[largest + 1];
        boolean[] occurs = new boolean[largest + 1];
        for (int r : radii) {
            occurs[r] = true;
        }
        int n = 0;
        for (int r = 1; r <= largest; r++) {
            if (occurs[r]) {
                classOf[r] = n++;
            }
        }
        double[] values = new double[n];
        for (int r = 1; r <= largest; r++) {
            if (occurs[r]) {
                values[classOf[r]] = LocalThickness.thickness(r);
            }
        }
        double[][] weights = new double[BLOCKS * BLOCKS][n];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int r = radii[y * w + x];
                if (r > 0) {
                    int b = (int) ((long) y * BLOCKS / h) * BLOCKS + (int) ((long) x * BLOCKS / w);
                    weights[b][classOf[r]]++;
                }
            }
        }
        return new BlockHistograms(values, weights);
    }

    private static void thickness(Outcome.Builder out, Raster input, Segmentation s, LengthScale scale, double pixel,
            BlockHistograms blocks, int[] radii, Parameters p, Verdict whole) {
        double[] stat = blocks.statistics();
        double[] error = blocks.standardErrors(500, p.seed());
        String[] names = {"pore size mean", "pore size D10", "pore size D50", "pore size D90"};
        double edge = disc(pixel);
        Verdict verdict = Double.isNaN(error[0]) ? whole.and(Verdict.doubtful("the phase lies in too few places to "
                + "tell how its size varies")) : whole;
        for (int k = 0; k < names.length; k++) {
            double value = stat[k] * pixel;
            out.measure(Measurement.of(names[k], k == 0 ? "d" : "", value, LengthScale.combine(finite(error[k]) * pixel,
                    edge, value * scale.relative(), value * s.shading()), scale.unit()).judged(verdict));
        }
        double[] values = blocks.values();
        double largest = values[values.length - 1] * pixel;
        out.measure(Measurement.of("pore size standard deviation", "s", blocks.deviation() * pixel, LengthScale.combine(
                finite(error[error.length - 1]) * pixel, blocks.deviation() * pixel * scale.relative()), scale.unit())
                .judged(verdict))
                .measure(Measurement.of("pore size maximum", "", largest, LengthScale.combine(edge,
                        largest * scale.relative(), largest * s.shading()), scale.unit()).judged(verdict));
        if (Double.isNaN(error[0])) {
            out.remark(Remark.warning("The phase lies in too few places to tell how its size varies; the uncertainty "
                    + "holds pixel and scale only."));
        }
        if (stat[0] < 4) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "Pores are only %.1f pixels wide on average; use a "
                    + "higher magnification.", stat[0])));
        }
        double[] physical = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            physical[i] = values[i] * pixel;
        }
        out.overlay("thickness", PictureLayers.thickness("Pore size", input, s.area(), radii, pixel,
                Style.fill(Colour.DATA, 0.75)));
        out.figure(SizeHistogram.weighted("pore-size", "Pore-size distribution", "Distribution of the local thickness, "
                + "weighted by area; the line marks the mean.", "Pore size", scale.unit(), physical, blocks.total(), 0,
                largest * 1.0001, Math.max(8, Math.min(60, values.length)), stat[0] * pixel));
    }

    private static void chords(Outcome.Builder out, Segmentation s, double pixel, LengthScale scale, Verdict verdict) {
        int w = s.area().width();
        int h = s.area().height();
        for (boolean alongX : new boolean[] {true, false}) {
            long[] c = alongX ? ChordLengths.alongX(s.mask(), s.area().within(), w, h)
                    : ChordLengths.alongY(s.mask(), s.area().within(), w, h);
            if (ChordLengths.count(c) > 0) {
                double mean = ChordLengths.mean(c) * pixel;
                double sampling = ChordLengths.standardError(s.mask(), s.area().within(), w, h, alongX) * pixel;
                out.measure(Measurement.of("mean chord along " + (alongX ? "x" : "y"), "", mean, LengthScale.combine(
                        finite(sampling), wall(pixel), mean * scale.relative(), mean * s.shading()), scale.unit())
                        .judged(verdict));
            }
        }
    }

    private static double finite(double v) {
        return Double.isNaN(v) ? 0 : v;
    }

    /** Both walls of a pore are known to the pixel they run through: rectangular, one pixel wide, each. */
    private static double wall(double pixel) {
        return pixel * Math.sqrt(2.0 / 12);
    }

    /**
     * The same for a covering disc, which the nearest of all pixels of the wall bounds: between straight walls it has
     * their distance, in a round pore it is smaller by up to a pixel (rectangular, from 0 to 1 pixel, about 0).
     */
    private static double disc(double pixel) {
        return LengthScale.combine(wall(pixel), pixel / Math.sqrt(3));
    }

    private static void segments(Outcome.Builder out, Raster input, Segmentation s, int[] distance, double pixel,
            LengthScale scale, Parameters p, Verdict whole) {
        int w = s.area().width();
        int h = s.area().height();
        Watershed.Segments found = Watershed.ofDistance(distance, w, h, p.depth(), p.relativeDepth());
        int[] areas = new int[found.count() + 1];
        boolean[] cut = s.area().cut(found.labels(), found.count());
        for (int y = 0; y < h; y++) {
            boolean outer = y == 0 || y == h - 1;
            for (int x = 0; x < w; x++) {
                int l = found.labels()[y * w + x];
                areas[l]++;
                cut[l] |= outer || x == 0 || x == w - 1;
            }
        }
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int l = 1; l < areas.length; l++) {
            if (!cut[l]) {
                double d = 2 * Math.sqrt(areas[l] / Math.PI) * pixel;
                sum += d;
                squares += d * d;
                n++;
            }
        }
        // lines only: a fill would mix with the colours of the local thickness
        out.overlay("segments", PictureLayers.necks("Necks between pores", input, s.area(), found.labels(),
                Style.fill(Colour.HIGHLIGHT, 0.9)));
        out.measure(Measurement.of("pore count", "N", n, Math.sqrt(n), "1").judged(whole));
        if (n > 1) {
            double mean = sum / n;
            double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean) * n / (n - 1));
            out.measure(Measurement.of("pore equivalent diameter", "", mean, LengthScale.combine(
                    Counted.error(deviation, n), wall(pixel), mean * scale.relative(), mean * s.shading()),
                    scale.unit()).judged(whole.and(Counted.verdict(n, "pores"))));
        }
    }

    private static void granulometry(Outcome.Builder out, Segmentation s, double pixel, String unit,
            BlockHistograms blocks) {
        double[] values = blocks.values();
        double largest = values[values.length - 1] / 2;
        int n = (int) Math.max(4, Math.min(24, Math.ceil(largest)));
        double[] radii = new double[n];
        for (int i = 0; i < n; i++) {
            radii[i] = Math.round(largest * i / (n - 1.0) * 2) / 2.0;
        }
        double[] left = Granulometry.surviving(s.mask(), s.area().width(), s.area().height(), radii);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2 * radii[i] * pixel;
            y[i] = 100 * left[i];
        }
        out.figure(Figure.of("granulometry", "Granulometry", "Area that survives an opening by a disc, against the "
                + "disc's diameter.", Panel.of(Panel.MAIN, AxisSpec.of("Disc diameter", unit),
                        AxisSpec.of("Surviving area", "%").range(0, 100),
                        List.of(new Layer.Line("", x, y, Style.line(Colour.DATA, 1.5))))));
    }

    @Override
    public String methods(Parameters p) {
        return "Pore sizes are local thicknesses (exact Euclidean distance transform, largest covering disc), "
                + "weighted by "
                + "area; uncertainties combine spatial resampling (" + BLOCKS * BLOCKS + " blocks), one pixel of wall "
                + "position and the scale" + (p.watershed() ? "; single pores were divided at necks by a watershed of "
                        + "the distance map." : ".");
    }
}
