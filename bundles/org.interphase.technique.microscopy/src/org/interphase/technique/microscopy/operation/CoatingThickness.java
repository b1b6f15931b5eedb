package org.interphase.technique.microscopy.operation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
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
import org.interphase.numerics.image.Contours;
import org.interphase.numerics.image.Filters;
import org.interphase.numerics.image.Histogram;
import org.interphase.numerics.image.Morphology;
import org.interphase.technique.microscopy.coating.ShellFit;
import org.interphase.technique.microscopy.coating.ShellProfiles;
import org.interphase.technique.microscopy.coating.ShellVerdict;
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.figure.SizeHistogram;
import org.interphase.technique.microscopy.layer.LayerGeometry;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.segmentation.Selection;

/**
 * Thickness and completeness of the coating around a particle. The default edge share is explained at
 * {@link LayerThickness}.
 */
public final class CoatingThickness implements Operation<Raster, CoatingThickness.Parameters> {

    /** How much thicker than typical a coating may be in places, in pixels, where it is no more than twice as thick. */
    private static final double SPREAD = 30;
    /** A particle that the edge cuts counts beside a whole one from this ratio of areas on: that one may be a speck. */
    private static final double MUCH_LARGER = 8;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Region", def = "all", picture = Param.Picture.REGION, help = "The part that holds the "
                    + "particle; all for the whole field (the largest particle that is not cut by the edge).")
            Region region,
            @Param(label = "Smallest coating", unit = "px", def = "", min = 0, max = 1000, help = "Thinner places "
                    + "count as gaps; automatic: a quarter of the typical thickness, and what the blur "
                    + "lets be seen.")
            Double smallest,
            @Param(label = "Search inward", unit = "px", def = "", min = 4, max = 2000, advanced = true,
                    help = "How far "
                    + "inside the outline profiles reach; automatic from the particle's size.")
            Double inward,
            @Param(label = "Search outward", unit = "px", def = "", min = 4, max = 2000, advanced = true,
                    help = "How far "
                    + "outside the outline profiles reach; automatic from the particle's size.")
            Double outward,
            @Param(label = "Scale uncertainty", unit = "%", def = "", min = 0, max = 100, help = "Relative standard "
                    + "uncertainty of the magnification; empty for what the file says.")
            Double scale,
            @Param(label = "Edge share", def = "0.05", min = 0, max = 1, advanced = true, help = "Standard "
                    + "uncertainty of where in its blur a contour lies, as a fraction of the blur's standard "
                    + "deviation; "
                    + "0.05 is what a bend of the grey scale by 2 % of the step does.")
            double edgeShare) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.coating-thickness", 4, "Coating thickness", "Finds the particle, and "
                + "fits core, "
                + "coating and surroundings to the grey levels along the normals of its outline: three grey levels and "
                + "the blur in common, inner and outer contour for each normal. Gives mean thickness where there is "
                + "coating, coverage, and the thinnest place.", Raster.class, Parameters.class,
                Publication.standard("BIPM, Sevres", "JCGM 100", 2008,
                        "Evaluation of measurement data: Guide to the expression of uncertainty in "
                        + "measurement")
                        .cited("JCGM 100"));
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Selection area = Selection.of(input, p.region()).complete(input);
        LengthScale scale = LengthScale.of(input, p.scale());
        double pixel = scale.square();
        int w = area.width();
        int h = area.height();
        float[] pixels = area.floats(input);
        progress.report(0.2, "profiles");
        List<Contours.Contour> outlines = outlines(pixels, w, h);
        if (outlines.isEmpty()) {
            throw new AnalysisException("No particle of at least 200 pixels stands out from its surroundings.");
        }
        Shell shell = null;
        for (int i = 0; i < outlines.size() && shell == null; i++) {
            shell = shell(outlines.get(i), pixels, w, h, p, progress);
        }
        if (shell == null) {
            throw new AnalysisException("No coating is seen between the particle and its surroundings: the grey level "
                    + "changes in one step. Draw a region around one coated particle.");
        }
        progress.report(0.8, "statistics");
        return outcome(input, area, p, scale, pixel, shell.profiles, shell.fit, shell.reach,
                Filters.noise(pixels, w, h));
    }

    /** A coating that was found: profiles across it, their fit, and how far they reach inward and outward. */
    private record Shell(ShellProfiles profiles, ShellFit.Result fit, double[] reach) {
    }

    /** The coating along an outline; null if the grey level changes in one step there. */
    private static Shell shell(Contours.Contour outline, float[] pixels, int w, int h, Parameters p, Progress progress)
            throws AnalysisException {
        double radius = Math.sqrt(outline.area() / Math.PI);
        double inward = p.inward() != null ? p.inward() : Math.min(0.7 * radius, Math.max(25, Math.min(60,
                0.5 * radius)));
        double outward = p.outward() != null ? p.outward() : Math.max(30, Math.min(60, 0.6 * radius));
        progress.checkCancelled();
        ShellProfiles profiles = ShellProfiles.along(outline, pixels, w, h, inward, outward);
        ShellFit.Result fit = ShellFit.rough(profiles);
        // a coating thicker than the profiles reach shows only one of its contours: look farther on large particles
        for (double reach = 0.25 * radius; fit == null && reach <= 0.6 * radius && p.inward() == null
                && p.outward() == null; reach *= 2) {
            if (reach > inward) {
                inward = Math.min(reach, 500);
                outward = inward;
                profiles = ShellProfiles.along(outline, pixels, w, h, inward, outward);
                fit = ShellFit.rough(profiles);
                progress.checkCancelled();
            }
        }
        if (fit == null) {
            return null;
        }
        // the first outline may jump between core and coating at gaps: take the core's own, and as much of the
        // profile as a coating of varying thickness needs, whatever was enough to find it
        Contours.Contour core = core(pixels, w, h, fit.levels(), outline);
        double typical = fit.thickness()[0];
        inward = p.inward() != null ? Math.min(inward, needed(0.4 * typical, fit.blur()))
                : Math.min(0.9 * radius, needed(0.4 * typical, fit.blur()));
        outward = p.outward() != null ? Math.min(outward, needed(2 * typical, fit.blur()))
                : needed(typical + Math.min(typical, SPREAD), fit.blur());
        profiles = ShellProfiles.along(core, pixels, w, h, inward, outward);
        fit = ShellFit.of(profiles);
        progress.checkCancelled();
        return fit == null ? null : new Shell(profiles, fit, new double[] {inward, outward});
    }

    /** Length of a profile that holds a contour so far away, in pixels. */
    private static double needed(double away, double blur) {
        return 15 + away + 6 * blur;
    }

    /**
     * Outlines that may be the particle's: the largest of those that the edge of the picture does not cut, as the
     * minority along the edge tells what is particle; where the edge cuts all of them, or one that is much larger, the
     * largest of either kind, since then the edge does not tell.
     */
    private static List<Contours.Contour> outlines(float[] pixels, int w, int h) throws AnalysisException {
        float[] smooth = Filters.gaussian(pixels, w, h, 1.5);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float v : smooth) {
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        if (!(high > low)) {
            throw new AnalysisException("All pixels have the same grey level; there is no particle.");
        }
        int[] counts = Histogram.of(smooth, null, low, high, 256);
        double level = low + (Histogram.otsu(counts) + 1.0) * (high - low) / 256;
        boolean dark = darkAtEdge(smooth, w, h, level) < 0.5;
        List<Contours.Contour> likely = outlines(smooth, w, h, level, dark);
        Comparator<Contours.Contour> bySize = Comparator.comparingDouble(Contours.Contour::area);
        Optional<Contours.Contour> whole = likely.stream().filter(c -> !touches(c, w, h)).max(bySize);
        double small = whole.map(c -> MUCH_LARGER * c.area()).orElse(0.0);
        Stream<Contours.Contour> cut = Stream.of(likely, outlines(smooth, w, h, level, !dark))
                .flatMap(all -> all.stream().max(bySize).stream()).filter(c -> c.area() > small);
        return Stream.concat(whole.stream(), cut).toList();
    }

    /** Outlines of more than 200 pixels of what is darker, or brighter, than a level, with its holes filled. */
    private static List<Contours.Contour> outlines(float[] smooth, int w, int h, double level, boolean dark) {
        byte[] mask = new byte[smooth.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (smooth[i] < level == dark ? 1 : 0);
        }
        mask = Morphology.fillHoles(mask, w, h);
        float[] field = new float[mask.length];
        double sign = dark ? -1 : 1;
        for (int i = 0; i < field.length; i++) {
            // holes are filled in the mask, so the field there is lifted above the level
            double v = sign * (smooth[i] - level);
            field[i] = (float) (mask[i] != 0 ? Math.max(v, 1e-6) : Math.min(v, -1e-6));
        }
        return Contours.of(field, w, h, 0).stream().filter(c -> c.area() > 200).toList();
    }

    /** Share of the picture's edge that is darker than a level. */
    private static double darkAtEdge(float[] smooth, int w, int h, double level) {
        double edge = 0;
        for (int x = 0; x < w; x++) {
            edge += (smooth[x] < level ? 1 : 0) + (smooth[(h - 1) * w + x] < level ? 1 : 0);
        }
        for (int y = 0; y < h; y++) {
            edge += (smooth[y * w] < level ? 1 : 0) + (smooth[y * w + w - 1] < level ? 1 : 0);
        }
        return edge / (2.0 * w + 2.0 * h);
    }

    /** The outline halfway between core and coating that lies in the particle; the particle's own if there is none. */
    private static Contours.Contour core(float[] pixels, int w, int h, double[] levels, Contours.Contour particle) {
        float[] smooth = Filters.gaussian(pixels, w, h, 1);
        double level = (levels[0] + levels[1]) / 2;
        double sign = levels[0] > levels[1] ? 1 : -1;
        byte[] mask = new byte[smooth.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (sign * (smooth[i] - level) > 0 ? 1 : 0);
        }
        mask = Morphology.fillHoles(mask, w, h);
        float[] field = new float[mask.length];
        for (int i = 0; i < field.length; i++) {
            double v = sign * (smooth[i] - level);
            field[i] = (float) (mask[i] != 0 ? Math.max(v, 1e-6) : Math.min(v, -1e-6));
        }
        double cx = Arrays.stream(particle.x()).average().orElse(0);
        double cy = Arrays.stream(particle.y()).average().orElse(0);
        double reach = Math.sqrt(particle.area() / Math.PI);
        return Contours.of(field, w, h, 0).stream().filter(c -> c.area() > 0.1 * particle.area())
                .filter(c -> Math.hypot(Arrays.stream(c.x()).average().orElse(0) - cx,
                        Arrays.stream(c.y()).average().orElse(0) - cy) < reach)
                .max(Comparator.comparingDouble(Contours.Contour::area)).orElse(particle);
    }

    private static boolean touches(Contours.Contour c, int w, int h) {
        return Arrays.stream(c.x()).anyMatch(v -> v < 0 || v > w - 1) || Arrays.stream(c.y())
                .anyMatch(v -> v < 0 || v > h - 1);
    }

    private static Outcome outcome(Raster input, Selection area, Parameters p, LengthScale scale, double pixel,
            ShellProfiles profiles, ShellFit.Result fit, double[] reach, double noise) throws AnalysisException {
        double scatter = scatter(fit.thickness());
        double[] positive = Arrays.stream(fit.thickness()).filter(v -> v > 0.3).sorted().toArray();
        boolean thin = positive.length > 0 && positive[positive.length / 2] < 4 * fit.blur();
        double[] smooth = runningMedian(fit.thickness(), thin || scatter > 0.3 ? 4 : 2);
        double[] some = Arrays.stream(smooth).filter(v -> v > 0.3).sorted().toArray();
        if (some.length < 8) {
            throw new AnalysisException("Hardly any coating was found around the particle; look at the picture, or "
                    + "draw a region around one coated particle.");
        }
        double typical = some[some.length / 2];
        // what is thinner than about two blurs cannot be told from none: the profile changes with the square of the
        // thickness there, so halfway is at 0.7 of it
        double least = p.smallest() != null ? p.smallest() : Math.max(Math.max(0.5, 0.25 * typical),
                Math.min(0.7 * typical, 1.8 * fit.blur()));
        int known = 0;
        int covered = 0;
        boolean[] has = new boolean[smooth.length];
        for (int i = 0; i < smooth.length; i++) {
            if (!Double.isNaN(smooth[i])) {
                known++;
                has[i] = smooth[i] > least && fit.thickness()[i] > 0;
                covered += has[i] ? 1 : 0;
            }
        }
        double thinnest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < has.length; i++) {
            thinnest = has[i] ? Math.min(thinnest, smooth[i]) : thinnest;
        }
        double[] t = inner(fit.thickness(), has, (int) Math.ceil(3 * fit.blur()));
        double mean = Arrays.stream(t).average().orElse(Double.NaN);
        double deviation = Math.sqrt(LayerGeometry.variance(t));
        double sampling = LayerGeometry.errorOfMean(t);
        double edge = p.edgeShare() * fit.blur() * Math.sqrt(2);
        double relative = scale.relative();
        String unit = scale.unit();
        double u = LengthScale.combine(sampling, edge, mean * relative) * pixel;
        double single = LengthScale.combine(scatter, edge, mean * relative) * pixel;
        double coverage = (double) covered / known;
        double ends = 2 * Math.max(1, gaps(has)) * fit.blur() / known;
        Outcome.Builder out = Outcome.builder(input);
        scale.remarks(input).forEach(out::remark);
        Verdict verdict = ShellVerdict.of(fit, noise, new ShellVerdict.Evidence(mean, coverage, known, profiles.seen()))
                .and(scale.verdict(input));
        out.measure(Measurement.of("coating thickness", "d", mean * pixel, u, unit).judged(verdict))
                .measure(Measurement.of("coating thickness 95 % low", "", mean * pixel - 1.96 * u, Double.NaN, unit)
                        .judged(verdict))
                .measure(Measurement.of("coating thickness 95 % high", "", mean * pixel + 1.96 * u, Double.NaN, unit)
                        .judged(verdict))
                .measure(Measurement.of("coating thickness standard deviation", "s", deviation * pixel, LayerGeometry
                        .errorOfDeviation(deviation, sampling) * pixel, unit).judged(verdict))
                .measure(Measurement.of("coating thickness minimum", "", thinnest * pixel, single, unit)
                        .judged(verdict))
                .measure(Measurement.of("coating thickness maximum", "", Arrays.stream(t).max().orElse(Double.NaN)
                        * pixel, single, unit).judged(verdict))
                .measure(Measurement.of("coverage", "", 100 * coverage, 100 * Math.max(ends, 0.5 / known), "%")
                        .judged(verdict))
                .measure("number of normals", "n", known, 0, "1")
                .measure("uncertainty from sampling", "", sampling * pixel, Double.NaN, unit)
                .measure("uncertainty from edge position", "", edge * pixel, Double.NaN, unit)
                .measure("uncertainty from scale", "", mean * relative * pixel, Double.NaN, unit);
        if (mean < 3 * fit.blur()) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The coating is only %.1f times as thick as the "
                    + "blur is "
                    + "wide; its thickness and its grey level can hardly be told apart. Use a higher magnification.",
                    mean / fit.blur())));
        }
        if (known < 0.9 * profiles.seen()) {
            out.remark(Remark.warning("On " + (profiles.seen() - known) + " of " + profiles.seen() + " normals no "
                    + "contour was found (outside the picture, or another particle); coverage refers to the rest."));
        }
        if (profiles.seen() < 0.99 * profiles.count()) {
            out.remark(Remark.info("The edge of the picture cuts the particle; thickness and coverage are those of the "
                    + "part that is seen."));
        }
        if (coverage < 0.999) {
            out.remark(Remark.info(String.format(Locale.ROOT, "The coating has gaps (%d); the mean holds where there "
                    + "is coating.", gaps(has))));
        }
        overlays(out, input, area, profiles, fit, has);
        figures(out, profiles, fit, has, mean, pixel, unit, t);
        return out.resolved(new Parameters(p.region(), least, reach[0], reach[1], p.scale(), p.edgeShare())).build();
    }

    /** Scatter of the thickness from one normal to the next, from the median of second differences. */
    private static double scatter(double[] v) {
        int n = v.length;
        double[] d = new double[n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            // neighbours share pixels: three apart they hardly do
            double x = v[i] - (v[Math.floorMod(i - 3, n)] + v[(i + 3) % n]) / 2;
            if (!Double.isNaN(x) && v[i] > 0) {
                d[m++] = Math.abs(x);
            }
        }
        Arrays.sort(d, 0, m);
        // 1.4826: median absolute deviation of a normal distribution; 1.5: variance of this difference
        return m < 8 ? 0 : 1.4826 * d[m / 2] / Math.sqrt(1.5);
    }

    private static double[] runningMedian(double[] v, int half) {
        int n = v.length;
        double[] out = new double[n];
        double[] window = new double[2 * half + 1];
        for (int i = 0; i < n; i++) {
            int m = 0;
            for (int k = -half; k <= half; k++) {
                double x = v[Math.floorMod(i + k, n)];
                if (!Double.isNaN(x)) {
                    window[m++] = x;
                }
            }
            Arrays.sort(window, 0, m);
            out[i] = Double.isNaN(v[i]) || m == 0 ? Double.NaN : window[m / 2];
        }
        return out;
    }

    /** Thickness where there is coating, without the rounded ends at gaps; with them if nothing else is left. */
    private static double[] inner(double[] thickness, boolean[] has, int margin) {
        int n = has.length;
        double[] all = new double[n];
        double[] away = new double[n];
        int total = 0;
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (!has[i]) {
                continue;
            }
            all[total++] = thickness[i];
            boolean end = false;
            for (int k = -margin; k <= margin; k++) {
                end |= !has[Math.floorMod(i + k, n)];
            }
            if (!end) {
                away[kept++] = thickness[i];
            }
        }
        return kept >= 8 ? Arrays.copyOf(away, kept) : Arrays.copyOf(all, total);
    }

    private static int gaps(boolean[] has) {
        int n = 0;
        for (int i = 0; i < has.length; i++) {
            n += has[i] && !has[(i + 1) % has.length] ? 1 : 0;
        }
        return n;
    }

    private static void overlays(Outcome.Builder out, Raster input, Selection area, ShellProfiles p,
            ShellFit.Result fit, boolean[] has) {
        double pw = input.calibration().pixelWidth();
        double ph = input.calibration().pixelHeight();
        int n = p.count();
        double[][] q = new double[4][n];
        for (int i = 0; i < n; i++) {
            q[0][i] = p.x()[i] + p.nx()[i] * fit.inner()[i];
            q[1][i] = p.y()[i] + p.ny()[i] * fit.inner()[i];
            q[2][i] = has[i] ? p.x()[i] + p.nx()[i] * fit.outer()[i] : Double.NaN;
            q[3][i] = has[i] ? p.y()[i] + p.ny()[i] * fit.outer()[i] : Double.NaN;
        }
        out.overlay("inner contour", new Layer.Outline("Inner contour", PictureLayers.panel(q[0], area.x(), pw),
                PictureLayers.panel(q[1], area.y(), ph), true, Style.line(Colour.component(0), 1.5)));
        out.overlay("outer contour", new Layer.Line("Outer contour", PictureLayers.panel(q[2], area.x(), pw),
                PictureLayers.panel(q[3], area.y(), ph), Style.line(Colour.component(1), 1.5)));
    }

    private static void figures(Outcome.Builder out, ShellProfiles p, ShellFit.Result fit, boolean[] has, double mean,
            double pixel, String unit, double[] t) {
        double cx = Arrays.stream(p.x()).average().orElse(0);
        double cy = Arrays.stream(p.y()).average().orElse(0);
        int n = p.count();
        double[] angle = new double[n];
        for (int i = 0; i < n; i++) {
            // counted from the right, anticlockwise as seen
            angle[i] = Math.toDegrees(Math.atan2(cy - p.y()[i], p.x()[i] - cx));
            angle[i] += angle[i] < 0 ? 360 : 0;
        }
        int[] order = org.interphase.model.Axis.ascendingOrder(angle);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = angle[order[i]];
            y[i] = has[order[i]] ? fit.thickness()[order[i]] * pixel : 0;
        }
        out.figure(Figure.of("thickness-angle", "Thickness against angle", "Coating thickness against the direction "
                + "from the particle's centre (0 to the right, anticlockwise); 0 in gaps.", Panel.of(Panel.MAIN,
                        AxisSpec.of("Angle", "deg").range(0, 360), AxisSpec.of("Coating thickness", unit), List.of(
                                new Layer.Line("", x, y, Style.line(Colour.DATA, 1)),
                                new Layer.Guides("Mean", false, new double[] {mean * pixel},
                                        Style.line(Colour.HIGHLIGHT, 1))))));
        double[] physical = Arrays.stream(t).map(v -> v * pixel).toArray();
        out.figure(SizeHistogram.histogram("thickness-histogram", "Thickness histogram", "Distribution of the coating "
                + "thickness "
                + "along the outline where there is coating; the line marks the mean.", "Coating thickness", unit,
                physical, (int) Math.max(8, Math.min(50, Math.sqrt(t.length))), mean * pixel));
    }

    @Override
    public String methods(Parameters p) {
        return "Inner and outer contour of the coating were fitted along the normals of the particle's outline (core, "
                + "coating and surroundings as flat levels with a common Gaussian blur)"
                + (p.smallest() == null ? "" : String.format(Locale.ROOT, "; places thinner than %.2g px count as gaps",
                        p.smallest())) + ".";
    }
}
