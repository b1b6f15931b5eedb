package org.interphase.technique.microscopy.operation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.Components;
import org.interphase.numerics.image.DistanceTransform;
import org.interphase.numerics.image.Shapes;
import org.interphase.numerics.image.Watershed;
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.figure.SizeHistogram;
import org.interphase.technique.microscopy.sampling.BlockHistograms;
import org.interphase.technique.microscopy.sampling.Counted;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.segmentation.Segmentation;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Size and shape of the separated particles. */
public final class Particles implements Operation<Raster, Particles.Parameters> {

    /** Largest share of particles that were divided from a neighbour. */
    private static final double TOUCHING = 0.5;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Split touching particles", def = "true", help = "Whether particles that touch are "
                    + "divided at their necks (watershed of the distance map).")
            boolean split,
            @Param(label = "Leave out cut particles", def = "true", help = "Whether particles that touch the edge of "
                    + "the region are left out, because their size is not known.")
            boolean whole,
            @Param(label = "Smallest area", unit = "px", def = "9", min = 1, max = 1e9, help = "Particles of fewer "
                    + "pixels are not counted.")
            int smallest,
            @Param(label = "Neck depth", unit = "px", def = "1.5", min = 0, max = 1000, advanced = true, help = "A "
                    + "particle counts for itself if it widens by more than this beyond its neck.")
            double depth,
            @Param(label = "Relative neck depth", def = "0.15", min = 0, max = 1, advanced = true, help = "And by more "
                    + "than this fraction of its largest radius.")
            double relativeDepth,
            @Param(label = "Scale uncertainty", unit = "%", def = "", min = 0, max = 100, help = "Relative standard "
                    + "uncertainty of the magnification; empty for what the file says.")
            Double scale) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.particles", 4, "Particles", "Counts the parts of the separated phase and "
                + "measures equivalent diameter, axes, Feret diameters and circularity of each.", Raster.class,
                Parameters.class,
                        Publication.article("L. Vincent, P. Soille",
                                "Watersheds in digital spaces: an efficient algorithm based on "
                                + "immersion simulations")
                                .in("IEEE Trans. Pattern Anal. Mach. Intell.", 1991, "13", "583-598")
                                .doi("10.1109/34.87344").seen().cited("Vincent 1991"));
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Segmentation s = Segmentation.required(input);
        LengthScale scale = LengthScale.of(input, p.scale());
        double pixel = scale.square();
        int w = s.area().width();
        int h = s.area().height();
        int[] labels;
        int count;
        if (p.split()) {
            Watershed.Segments found = Watershed.ofDistance(DistanceTransform.squared(s.mask(), w, h), w, h, p.depth(),
                    p.relativeDepth());
            labels = found.labels();
            count = found.count();
        } else {
            Components found = Components.of(s.mask(), w, h, Components.Connectivity.EIGHT);
            labels = found.toLabels();
            count = found.count();
        }
        progress.report(0.6, "shapes");
        progress.checkCancelled();
        Shapes.Shape[] all = Shapes.of(labels, w, h, count);
        boolean[] keep = new boolean[count + 1];
        boolean[] cut = s.area().cut(labels, count);
        Shapes.Shape[] kept = Arrays.stream(all).filter(x -> x.area() >= p.smallest()
                && !(p.whole() && (x.border() || cut[x.label()])))
                .toArray(Shapes.Shape[]::new);
        for (Shapes.Shape k : kept) {
            keep[k.label()] = true;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = keep[labels[i]] ? labels[i] : 0;
        }
        Outcome.Builder out = Outcome.builder(input).overlay("particles", PictureLayers.labels("Particles", input,
                s.area(), labels, Style.fill(Colour.component(0), 0.45)));
        scale.remarks(input).forEach(out::remark);
        Verdict verdict = s.ofSizes().and(touching(s, labels, kept, w, h));
        out.measure(Measurement.of("particle count", "N", kept.length, Math.sqrt(kept.length), "1").judged(verdict));
        if (kept.length == 0) {
            return out.remark(Remark.warning("No whole particle was found; check threshold, phase and smallest area."))
                    .build();
        }
        measure(out, kept, scale, pixel, s, verdict.and(scale.verdict(input)));
        return out.extra(table(input, kept, scale.unit(), pixel, s.area())).build();
    }

    /** Whether few enough particles had to be divided from a neighbour for their outlines to be their own. */
    private static Verdict touching(Segmentation s, int[] labels, Shapes.Shape[] kept, int w, int h) {
        Components parts = Components.of(s.mask(), w, h, Components.Connectivity.EIGHT);
        int[] part = parts.toLabels();
        int[] first = new int[parts.count() + 1];
        boolean[] shared = new boolean[parts.count() + 1];
        int[] partOf = new int[Arrays.stream(labels).max().orElse(0) + 1];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != 0) {
                partOf[labels[i]] = part[i];
                shared[part[i]] |= first[part[i]] != 0 && first[part[i]] != labels[i];
                first[part[i]] = labels[i];
            }
        }
        long divided = Arrays.stream(kept).filter(k -> shared[partOf[k.label()]]).count();
        return divided <= TOUCHING * kept.length ? Verdict.SOUND : Verdict.doubtful(divided + " of " + kept.length
                + " particles touch or overlap others, so their sizes depend on how they were divided");
    }

    private static void measure(Outcome.Builder out, Shapes.Shape[] kept, LengthScale scale, double pixel,
            Segmentation s, Verdict whole) {
        double area = s.area().area();
        Verdict verdict = whole.and(Counted.verdict(kept.length, "particles"));
        double[] d = Arrays.stream(kept).mapToDouble(k -> k.equivalentDiameter() * pixel).sorted().toArray();
        double mean = Arrays.stream(d).average().orElseThrow();
        double deviation = deviation(d, mean);
        double edge = pixel * Math.sqrt(2.0 / 12);
        double n = d.length;
        out.measure(Measurement.of("particle diameter mean", "d", mean, LengthScale.combine(
                Counted.error(deviation, n), edge, mean * scale.relative(), mean * s.shading()), scale.unit())
                .judged(verdict));
        if (n > 1) {
            out.measure(Measurement.of("particle diameter standard deviation", "s", deviation, deviation
                    / Math.sqrt(2 * (n - 1)), scale.unit()).judged(verdict));
        }
        for (double q : BlockHistograms.percentiles()) {
            double at = d[(int) Math.min(n - 1, Math.floor(q / 100 * n))];
            out.measure(Measurement.of(String.format(java.util.Locale.ROOT, "particle diameter D%.0f", q), "", at,
                    LengthScale.combine(quantileError(d, q / 100), edge, at * scale.relative(), at * s.shading()),
                    scale.unit()).judged(verdict));
        }
        for (var shape : List.<java.util.Map.Entry<String, ToDoubleFunction<Shapes.Shape>>>of(
                java.util.Map.entry("circularity", Shapes.Shape::circularity),
                java.util.Map.entry("aspect ratio", Shapes.Shape::aspectRatio))) {
            double[] v = Arrays.stream(kept).mapToDouble(shape.getValue()).filter(Double::isFinite).toArray();
            double m = Arrays.stream(v).average().orElse(Double.NaN);
            out.measure(Measurement.of(shape.getKey() + " mean", "", m, v.length > 1
                    ? Counted.error(deviation(v, m), v.length) : Double.NaN, "1").judged(verdict));
        }
        double covered = Arrays.stream(kept).mapToDouble(Shapes.Shape::area).sum() / area;
        // another field would hold another number of particles (Poisson) of other sizes; and all outlines may lie a
        // part of a pixel farther out or in (rectangular)
        double sampling = Math.sqrt(Arrays.stream(kept).mapToDouble(k -> Math.pow(k.area(), 2)).sum()) / area;
        double outline = Arrays.stream(kept).mapToDouble(Shapes.Shape::perimeter).sum() / Math.sqrt(12) / area;
        out.measure(Measurement.of("particle area fraction", "", 100 * covered, 100 * LengthScale.combine(sampling,
                outline, covered * s.shading()), "%").judged(verdict));
        out.figure(SizeHistogram.histogram("particle-size", "Particle-size distribution",
                "Distribution of the diameters of the discs of equal area, by number.", "Equivalent diameter",
                scale.unit(), d,
                (int) Math.max(5, Math.min(40, Math.ceil(2 * Math.cbrt(n)))), mean));
        if (n < 30) {
            out.remark(Remark.info("Only " + d.length + " whole particles were found; percentiles are coarse."));
        }
    }

    private static double deviation(double[] v, double mean) {
        return v.length < 2 ? 0 : Math.sqrt(Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / (v.length - 1));
    }

    /** Half the distance between the order statistics one binomial standard deviation away. */
    private static double quantileError(double[] sorted, double q) {
        double n = sorted.length;
        double s = Math.sqrt(n * q * (1 - q));
        int low = (int) Math.max(0, Math.floor(q * n - s));
        int high = (int) Math.min(n - 1, Math.ceil(q * n + s));
        return (sorted[high] - sorted[low]) / 2;
    }

    private static Table table(Raster input, Shapes.Shape[] kept, String unit, double pixel, Selection area) {
        String squared = unit.equals("px") ? "px" : unit + "2";
        return new Table(DatasetHeader.of(input.name() + " particles", "particles", Metadata.EMPTY), List.of(
                column("x", unit, kept, k -> (k.x() + area.x() + 0.5) * pixel),
                column("y", unit, kept, k -> (k.y() + area.y() + 0.5) * pixel),
                column("area", squared.equals("px") ? "1" : squared, kept, k -> k.area() * pixel * pixel),
                column("equivalent diameter", unit, kept, k -> k.equivalentDiameter() * pixel),
                column("major axis", unit, kept, k -> k.major() * pixel),
                column("minor axis", unit, kept, k -> k.minor() * pixel),
                column("Feret maximum", unit, kept, k -> k.feretMax() * pixel),
                column("Feret minimum", unit, kept, k -> k.feretMin() * pixel),
                column("perimeter", unit, kept, k -> k.perimeter() * pixel),
                column("circularity", "1", kept, Shapes.Shape::circularity),
                column("angle", "deg", kept, k -> Math.toDegrees(k.angle()))));
    }

    private static Column column(String name, String unit, Shapes.Shape[] kept,
            ToDoubleFunction<Shapes.Shape> value) {
        return Column.of(name, unit, Arrays.stream(kept).mapToDouble(value).toArray());
    }

    @Override
    public String methods(Parameters p) {
        return "Particles of at least " + p.smallest() + " pixels were measured"
                + (p.split() ? ", divided at necks by a watershed of the distance map" : "")
                + (p.whole() ? "; those cut by the edge were left out." : ".");
    }
}
