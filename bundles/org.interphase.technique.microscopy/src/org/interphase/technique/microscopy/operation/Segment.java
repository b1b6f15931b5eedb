package org.interphase.technique.microscopy.operation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.LocalThreshold;
import org.interphase.numerics.image.Morphology;
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.segmentation.MissingPixels;
import org.interphase.technique.microscopy.segmentation.PhaseEvidence;
import org.interphase.technique.microscopy.segmentation.SegmentQuality;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.interphase.technique.microscopy.segmentation.Selection;
import org.interphase.technique.microscopy.threshold.AutomaticThresholds;

/** Divides a picture into a phase (pores, particles) and the rest by a threshold, and cleans the result. */
public final class Segment implements Operation<Raster, Segment.Parameters> {

    private static final int BINS = 256;
    /** Of the histogram, for the uncertainty of an automatic threshold. */
    private static final int RESAMPLES = 100;

    /** Which side of the threshold. */
    public enum Phase {
        DARK, BRIGHT, SMALLER, LARGER
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Region", def = "all", picture = Param.Picture.REGION, help = "The part that is analysed; "
                    + "all for the whole specimen field.")
            Region region,
            @Param(label = "Threshold", def = "otsu", help = "How the grey level is found: automatic methods of "
                    + "ImageJ, manual, or a local threshold (sauvola, niblack, phansalkar) for uneven illumination.")
            AutomaticThresholds.Method method,
            @Param(label = "Level", unit = "grey", def = "", picture = Param.Picture.LEVEL, help = "Grey level of a "
                    + "manual threshold; automatic methods fill it in. Write it or drag the line in the histogram.")
            Double level,
            @Param(label = "Phase", def = "dark", help = "Which side is the phase: dark (pores), bright, or the one "
                    + "that fills the smaller or the larger area. A dark phase that fills more than half of the field "
                    + "is doubted unless the larger one is asked for.")
            Phase phase,
            @Param(label = "Opening", unit = "px", def = "0", min = 0, max = 1000, help = "Radius of the disc that the "
                    + "phase is opened with: thinner parts vanish.")
            double opening,
            @Param(label = "Closing", unit = "px", def = "0", min = 0, max = 1000, help = "Radius of the disc that the "
                    + "phase is closed with: thinner gaps are filled.")
            double closing,
            @Param(label = "Smallest part", unit = "px", def = "4", min = 0, max = 1e9, help = "Connected parts of "
                    + "fewer pixels are removed as noise.")
            int smallest,
            @Param(label = "Fill holes", def = "false", help = "Whether enclosed holes belong to the phase.")
            boolean fillHoles,
            @Param(label = "Window", unit = "px", def = "31", min = 3, max = 2001, advanced = true,
                    help = "Side of the "
                    + "window of a local threshold.")
            int window,
            @Param(label = "Local weight", def = "0.25", min = -2, max = 2, advanced = true, help = "Weight k of the "
                    + "local standard deviation; usual: sauvola 0.34, niblack -0.2, phansalkar 0.25.")
            double weight) {

        private Parameters with(AutomaticThresholds.Method otherMethod, Double otherLevel) {
            return new Parameters(region, otherMethod, otherLevel, phase, opening, closing, smallest, fillHoles, window,
                    weight);
        }
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.segment", 2, "Segment", "Divides the specimen field into a phase and the "
                + "rest by grey level. What follows (porosity, pore size, particles) counts this phase.", Raster.class,
                Parameters.class,
                Publication.article("N. Otsu",
                        "A threshold selection method from gray-level histograms")
                        .in("IEEE Trans. Syst. Man Cybern.", 1979, "9", "62-66")
                        .doi("10.1109/TSMC.1979.4310076").seen().cited("Otsu 1979"),
                Publication.article("C. A. Schneider, W. S. Rasband, K. W. Eliceiri",
                        "NIH Image to ImageJ: 25 years of image analysis")
                        .in("Nat. Methods", 2012, "9", "671-675")
                        .doi("10.1038/nmeth.2089").seen().cited("Schneider 2012"));
    }

    /** A level that is set makes the threshold manual; an automatic method empties the level. */
    @Override
    public Parameters afterChange(Parameters p, String changed) {
        boolean manual = p.method() == AutomaticThresholds.Method.MANUAL;
        if (changed.equals("level") && p.level() != null && !manual) {
            return p.with(AutomaticThresholds.Method.MANUAL, p.level());
        }
        return changed.equals("method") && !manual && p.level() != null ? p.with(p.method(), null) : p;
    }

    @Override
    public List<Citation> citations(Parameters p) {
        return info().cited(switch (p.method()) {
            case OTSU -> "Otsu 1979";
            case MANUAL, SAUVOLA, NIBLACK, PHANSALKAR -> "";
            default -> "Schneider 2012";
        });
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Selection area = Selection.of(input, p.region());
        double[] range = range(input, area);
        if (!(range[1] > range[0])) {
            throw new AnalysisException("All pixels have the same grey level, so there is nothing to divide.");
        }
        int[] counts = histogram(input, area, range);
        if (java.util.Arrays.stream(counts).filter(c -> c > 0).count() < 2) {
            throw new AnalysisException("All pixels have the same grey level, so there is nothing to divide.");
        }
        double level = level(p, counts, range);
        boolean dark = p.phase() != Phase.BRIGHT;
        float[] levels = area.floats(input);
        // what is beside a gap decides about the gap while the phase is cleaned; the gap itself is not counted
        levels = MissingPixels.in(levels) ? MissingPixels.filled(levels, area.width(), area.height()) : levels;
        byte[] mask = p.method().isGlobal() ? threshold(levels, level) : local(levels, area, p);
        if (p.phase() == Phase.SMALLER || p.phase() == Phase.LARGER) {
            dark = 2 * count(mask, area) <= area.area() == (p.phase() == Phase.SMALLER);
        }
        mask = dark ? mask : Morphology.invert(mask);
        progress.report(0.4, "cleaning");
        progress.checkCancelled();
        mask = clean(mask, area, p);
        if (area.within() != null) {
            for (int i = 0; i < mask.length; i++) {
                mask[i] &= area.within()[i];
            }
        }
        String method = p.method().name().toLowerCase(Locale.ROOT).replace('_', '-');
        double share = (double) count(mask, area) / area.area();
        boolean divided = share > 1e-4 && share < 0.9999;
        Segmentation found = new Segmentation((dark ? "dark" : "bright") + " phase by " + method, area, mask, dark,
                level, method, range[0], range[1], counts, divided ? PhaseEvidence.of(input, area, mask) : null,
                choice(p.phase(), share));
        Outcome.Builder out = Outcome.builder(input.with(found))
                .overlay("phase", PictureLayers.mask("Phase", input, area, mask, Style.fill(Colour.HIGHLIGHT, 0.4)))
                .resolved(new Parameters(p.region(), p.method(), p.method().isGlobal() ? level : null,
                        p.phase() == Phase.LARGER ? Phase.LARGER : dark ? Phase.DARK : Phase.BRIGHT, p.opening(),
                        p.closing(), p.smallest(), p.fillHoles(), p.window(), p.weight()));
        if (p.method().isGlobal()) {
            out.measure("threshold", "t", level, thresholdError(input, area, p, range), "grey");
        }
        if (!divided) {
            out.remark(Remark.warning("The phase fills " + (share < 0.5 ? "almost nothing" : "almost everything")
                    + " of the region; check the threshold."));
        }
        if (divided) {
            SegmentQuality.remarks(found.evidence()).forEach(out::remark);
        }
        return out.build();
    }

    /** Dark is taken for pores unless somebody says otherwise; where it fills most of the field it may not be. */
    private static Verdict choice(Phase phase, double share) {
        return phase != Phase.DARK || share <= 0.5 ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "the dark phase fills %.0f %% of the field and may be the solid (if it is not, ask for the larger "
                        + "phase in step Segment)", 100 * share));
    }

    private static long count(byte[] mask, Selection area) {
        long n = 0;
        for (int i = 0; i < mask.length; i++) {
            n += area.has(i) ? mask[i] : 0;
        }
        return n;
    }

    /** Smallest and largest grey level; 0 to 256 for 8-bit pictures, so that a bin is a grey level. */
    private static double[] range(Raster r, Selection area) {
        if (r.pixels().isInteger() && r.pixels().bits() == 8) {
            return new double[] {0, 256};
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        float[] row = new float[area.width()];
        for (int y = 0; y < area.height(); y++) {
            r.pixels().copyTo((area.y() + y) * r.width() + area.x(), row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (area.has(y * row.length + x)) {
                    low = Math.min(low, Float.isNaN(row[x]) ? low : row[x]);
                    high = Math.max(high, Float.isNaN(row[x]) ? high : row[x]);
                }
            }
        }
        return new double[] {low, r.pixels().isInteger() ? high + 1 : high};
    }

    private static int[] histogram(Raster r, Selection area, double[] range) {
        return histogram(r, area, new Selection(0, 0, area.width(), area.height(), null), range);
    }

    /** Histogram of a part of an area; the part counts from the area's corner. */
    private static int[] histogram(Raster r, Selection area, Selection part, double[] range) {
        int[] counts = new int[BINS];
        double scale = BINS / (range[1] - range[0]);
        float[] row = new float[part.width()];
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            r.pixels().copyTo((area.y() + y) * r.width() + area.x() + part.x(), row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (area.has(y * area.width() + part.x() + x) && !Float.isNaN(row[x])) {
                    counts[Math.min(BINS - 1, (int) ((row[x] - range[0]) * scale))]++;
                }
            }
        }
        return counts;
    }

    /**
     * Standard error of an automatic threshold, by resampling the histograms of 36 blocks of the picture: how much the
     * level depends on which piece of the structure is seen. A stated level is exact.
     */
    private static double thresholdError(Raster r, Selection area, Parameters p, double[] range)
            throws AnalysisException {
        if (p.method() == AutomaticThresholds.Method.MANUAL) {
            return 0;
        }
        int blocks = 6;
        if (area.width() < 2 * blocks || area.height() < 2 * blocks) {
            return Double.NaN;
        }
        int[][] parts = new int[blocks * blocks][];
        for (int b = 0; b < parts.length; b++) {
            int x = b % blocks * area.width() / blocks;
            int y = b / blocks * area.height() / blocks;
            parts[b] = histogram(r, area, new Selection(x, y, (b % blocks + 1) * area.width() / blocks - x,
                    (b / blocks + 1) * area.height() / blocks - y, null), range);
        }
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int k = 0; k < RESAMPLES; k++) {
            int[] counts = new int[BINS];
            for (int b = 0; b < parts.length; b++) {
                int[] part = parts[random.nextInt(parts.length)];
                for (int i = 0; i < BINS; i++) {
                    counts[i] += part[i];
                }
            }
            double edge = AutomaticThresholds.edge(p.method(), counts);
            if (Double.isFinite(edge)) {
                sum += edge;
                squares += edge * edge;
                n++;
            }
        }
        double bin = (range[1] - range[0]) / BINS;
        double variance = n < RESAMPLES / 2 ? Double.NaN : Math.max(0, squares / n - sum / n * (sum / n));
        // and the level is one of the bins' edges
        return bin * Math.sqrt(variance + 1.0 / 12);
    }

    private static double level(Parameters p, int[] counts, double[] range) throws AnalysisException {
        if (!p.method().isGlobal()) {
            return Double.NaN;
        }
        if (p.method() == AutomaticThresholds.Method.MANUAL) {
            if (p.level() == null) {
                throw new AnalysisException("A manual threshold needs a level; state one or choose an automatic "
                        + "method.");
            }
            return p.level();
        }
        double edge = AutomaticThresholds.edge(p.method(), counts);
        if (Double.isNaN(edge)) {
            throw new AnalysisException("The method " + p.method().name().toLowerCase(Locale.ROOT)
                    + " finds no threshold in this histogram; choose another, for example otsu.");
        }
        return range[0] + edge * (range[1] - range[0]) / counts.length;
    }

    private static byte[] threshold(float[] levels, double level) {
        byte[] mask = new byte[levels.length];
        float limit = (float) level;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (levels[i] < limit ? 1 : 0);
        }
        return mask;
    }

    private static byte[] local(float[] levels, Selection area, Parameters p) {
        LocalThreshold.Method m = LocalThreshold.Method.valueOf(p.method().name());
        return LocalThreshold.dark(levels, area.width(), area.height(), m, p.window() / 2, p.weight());
    }

    private static byte[] clean(byte[] mask, Selection area, Parameters p) {
        int w = area.width();
        int h = area.height();
        byte[] out = mask;
        if (p.opening() > 0) {
            out = Morphology.open(out, w, h, p.opening());
        }
        if (p.closing() > 0) {
            out = Morphology.close(out, w, h, p.closing());
        }
        if (p.fillHoles()) {
            out = Morphology.fillHoles(out, w, h);
        }
        if (p.smallest() > 1) {
            out = Morphology.removeSmall(out, w, h, p.smallest());
            // specks of the other phase are noise as well
            out = p.fillHoles() ? out : Morphology.invert(Morphology.removeSmall(Morphology.invert(out), w, h,
                    p.smallest()));
        }
        return out;
    }

    @Override
    public String methods(Parameters p) {
        String how = p.method() == AutomaticThresholds.Method.MANUAL ? "at grey level " + p.level()
                : "by the method " + p.method().name().toLowerCase(Locale.ROOT).replace('_', '-')
                        + (p.level() == null ? "" : String.format(Locale.ROOT, " (grey level %.5g)", p.level()));
        return "The " + p.phase().name().toLowerCase(Locale.ROOT) + " phase was separated " + how
                + "; parts of fewer than " + p.smallest() + " pixels were removed.";
    }
}
