package org.interphase.technique.microscopy.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
import org.interphase.technique.microscopy.figure.PictureLayers;
import org.interphase.technique.microscopy.figure.SizeHistogram;
import org.interphase.technique.microscopy.layer.InterfaceTrace;
import org.interphase.technique.microscopy.layer.LayerFinder;
import org.interphase.technique.microscopy.layer.LayerGeometry;
import org.interphase.technique.microscopy.layer.LayerVerdict;
import org.interphase.technique.microscopy.layer.TracedLayer;
import org.interphase.technique.microscopy.scale.LengthScale;
import org.interphase.technique.microscopy.segmentation.Selection;

/**
 * Thickness of a layer between two interfaces, traced to a fraction of a pixel.
 *
 * <p>The fit takes an interface to lie where the grey level is halfway between both sides. A detector that bends the
 * grey scale by a fraction f of the step moves that place by Phi^-1(1/2 + f) standard deviations of the blur (Phi: the
 * normal distribution), 0.050 for f = 2 %. That detectors are linear to 2 % is an assumption (unverified); whoever
 * knows
 * better states another edge share.
 */
public final class LayerThickness implements Operation<Raster, LayerThickness.Parameters> {

    /** Two edges seen together on fewer of the lines than this are no layer but details that happen to face. */
    private static final double LEAST_SHARE = 0.1;
    /** Part of the lines from which on two traces that cross are taken for one and the same edge. */
    private static final double CROSSING = 0.05;

    /** Edge share then: what a bend of the grey scale by a tenth of the step does. */
    private static final double CLIPPED_EDGE = 0.25;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Region", def = "all", picture = Param.Picture.REGION, help = "The part that holds the "
                    + "layer; all for the whole specimen field.")
            Region region,
            @Param(label = "Layer is", def = "auto", help = "Brighter or darker than both neighbours, or between them "
                    + "(steps); auto takes the two strongest steps.")
            LayerFinder.Contrast contrast,
            @Param(label = "View angle", unit = "deg", def = "0", min = -80, max = 80, help = "Angle between the "
                    + "beam and "
                    + "the normal of the section face, tilted about the picture's x axis; heights are stretched by "
                    + "its secant (a FIB section face on a stage tilted by 52 degrees: state 38).")
            double viewAngle,
            @Param(label = "View angle uncertainty", unit = "deg", def = "1", min = 0, max = 45, help = "Standard "
                    + "uncertainty of the view angle.")
            double viewAngleUncertainty,
            @Param(label = "Scale uncertainty", unit = "%", def = "", min = 0, max = 100, help = "Relative standard "
                    + "uncertainty of the magnification; empty for what the file says.")
            Double scale,
            @Param(label = "Lines averaged", def = "2", min = 0, max = 50, advanced = true, help = "Neighbouring "
                    + "lines on each side that are averaged before an edge is fitted.")
            int average,
            @Param(label = "Edge share", def = "0.05", min = 0, max = 1, advanced = true, help = "Standard "
                    + "uncertainty of where in its blur an interface lies, as a fraction of the blur's standard "
                    + "deviation; "
                    + "0.05 is what a bend of the grey scale by 2 % of the step does.")
            double edgeShare) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.layer-thickness", 5, "Layer thickness", "Finds the layer, traces both "
                + "interfaces by fitting a blurred step on every line across it, and measures along the layer's local "
                + "normals. Works on tilted and curved layers.", Raster.class, Parameters.class,
                Publication.standard("BIPM, Sevres", "JCGM 100", 2008,
                        "Evaluation of measurement data: Guide to the expression of uncertainty in "
                        + "measurement")
                        .cited("JCGM 100"));
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Selection area = Selection.of(input, p.region()).complete(input);
        LengthScale scale = LengthScale.of(input, p.scale());
        float[] pixels = area.floats(input);
        List<LayerFinder.Rough> candidates = LayerFinder.candidates(pixels, area.width(), area.height(), p.contrast());
        if (candidates.isEmpty()) {
            throw new AnalysisException("No layer with two interfaces was found; draw a region around it or say "
                    + "whether it is bright or dark.");
        }
        progress.report(0.2, "tracing interfaces");
        progress.checkCancelled();
        TracedLayer traced = TracedLayer.best(pixels, area.width(), area.height(), candidates, p.average(), progress);
        InterfaceTrace.Lines lines = traced.lines();
        InterfaceTrace first = traced.first();
        InterfaceTrace second = traced.second();
        double fx = scale.pixelWidth();
        double fy = scale.pixelHeight() / Math.cos(Math.toRadians(p.viewAngle()));
        double[][][] points = points(traced, fx, fy);
        int n = points[0][0].length;
        if (n < Math.max(12, LEAST_SHARE * lines.count())) {
            throw new AnalysisException("The two interfaces could be followed together on only " + n + " of "
                    + lines.count() + " lines, so there may be no layer here; draw a region where both are clear.");
        }
        if (traced.crossing() > CROSSING * n) {
            throw new AnalysisException("The two interfaces could not be told apart: their traces meet or cross on "
                    + traced.crossing() + " of " + lines.count() + " lines; draw a region where both are clear.");
        }
        LayerGeometry.Result r = LayerGeometry.measure(points[0], points[1], 15);
        if (r.thickness().length < 12) {
            throw new AnalysisException("The layer is too short along its direction to measure along normals; draw a "
                    + "longer region.");
        }
        return outcome(input, area, p, scale, lines, first, second, r, fx, fy);
    }

    /** Interface points in physical coordinates on lines where both were found. */
    private static double[][][] points(TracedLayer traced, double fx, double fy) {
        InterfaceTrace.Lines lines = traced.lines();
        int n = lines.count();
        double[][][] out = new double[2][2][n];
        int k = 0;
        for (int i = 0; i < n; i++) {
            if (!traced.isLayer(i)) {
                continue;
            }
            double va = traced.first().offset()[i];
            double vb = traced.second().offset()[i];
            double along = lines.along(i);
            out[0][0][k] = lines.x(along, va) * fx;
            out[0][1][k] = lines.y(along, va) * fy;
            out[1][0][k] = lines.x(along, vb) * fx;
            out[1][1][k] = lines.y(along, vb) * fy;
            k++;
        }
        for (double[][] line : out) {
            line[0] = Arrays.copyOf(line[0], k);
            line[1] = Arrays.copyOf(line[1], k);
        }
        return out;
    }

    private static Outcome outcome(Raster input, Selection area, Parameters p, LengthScale scale,
            InterfaceTrace.Lines lines, InterfaceTrace first, InterfaceTrace second,
            LayerGeometry.Result r, double fx, double fy) {
        double[] t = r.thickness();
        double mean = Arrays.stream(t).average().orElseThrow();
        double deviation = Math.sqrt(LayerGeometry.variance(t));
        double sampling = LayerGeometry.errorOfMean(t);
        double pixel = Math.sqrt(fx * fy);
        double blur = median(first.blur()) + median(second.blur());
        boolean clipped = LayerVerdict.clipped(area.floats(input));
        double edge = (clipped ? Math.max(CLIPPED_EDGE, p.edgeShare()) : p.edgeShare())
                * LengthScale.combine(median(first.blur()), median(second.blur())) * pixel;
        double byScale = mean * scale.relative();
        double byTilt = tilt(p, r.angle()) * mean;
        double u = LengthScale.combine(sampling, edge, byScale, byTilt);
        // one normal alone: both fitted positions, and what all normals share
        double single = LengthScale.combine(median(first.sigma()) * pixel, median(second.sigma()) * pixel, edge,
                byScale, byTilt);
        String unit = scale.unit();
        double share = 2.0 * t.length / (first.found() + second.found());
        Verdict verdict = LayerVerdict.of(new LayerVerdict.Evidence(lines.count(), t.length, share,
                blur / 2 / (mean / pixel), deviation / mean, Math.max(median(first.misfit()), median(second.misfit()))))
                .and(scale.verdict(input));
        Outcome.Builder out = Outcome.builder(input);
        scale.remarks(input).forEach(out::remark);
        out.measure(Measurement.of("layer thickness", "d", mean, u, unit).judged(verdict))
                .measure(Measurement.of("layer thickness 95 % low", "", mean - 1.96 * u, Double.NaN, unit)
                        .judged(verdict))
                .measure(Measurement.of("layer thickness 95 % high", "", mean + 1.96 * u, Double.NaN, unit)
                        .judged(verdict))
                .measure(Measurement.of("layer thickness standard deviation", "s", deviation, LayerGeometry
                        .errorOfDeviation(deviation, sampling), unit).judged(verdict))
                .measure(Measurement.of("layer thickness minimum", "", Arrays.stream(t).min().orElseThrow(), single,
                        unit).judged(verdict))
                .measure(Measurement.of("layer thickness maximum", "", Arrays.stream(t).max().orElseThrow(), single,
                        unit).judged(verdict))
                .measure("number of lines", "n", t.length, 0, "1")
                .measure("uncertainty from sampling", "", sampling, Double.NaN, unit)
                .measure("uncertainty from edge position", "", edge, Double.NaN, unit)
                .measure("uncertainty from scale", "", byScale, Double.NaN, unit)
                .measure("uncertainty from view angle", "", byTilt, Double.NaN, unit)
                .measure("layer direction", "", Math.toDegrees(r.angle()),
                        Math.toDegrees(LayerGeometry.errorOfDirection(
                        r)), "deg");
        if (clipped) {
            out.remark(Remark.info("Black or white is cut off, which moves the places where interfaces seem to lie; "
                    + "the uncertainty of the edge position holds a quarter of the blur. Record with less contrast."));
        }
        if (LayerVerdict.interrupted(lines.count(), t.length, share)) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "Both interfaces were found together on only %d of %d "
                    + "lines; look at the traces before you use the number.", t.length, lines.count())));
        }
        if (blur / 2 > 0.25 * mean / pixel) {
            out.remark(Remark.warning("The interfaces are blurred over a good part of the layer; the fitted positions "
                    + "influence each other. Use a higher magnification."));
        }
        if (deviation > 0.25 * mean) {
            out.remark(Remark.warning("The thickness varies by more than a quarter of its mean; check that both traces "
                    + "follow the same layer."));
        }
        overlays(out, input, area, r, fx, fy);
        figures(out, r, t, mean, unit);
        return out.build();
    }

    /** Relative uncertainty from the view angle for a layer of this direction. */
    private static double tilt(Parameters p, double direction) {
        double a = Math.toRadians(Math.abs(p.viewAngle()));
        double d = Math.toRadians(p.viewAngleUncertainty());
        double stretch = Math.cos(a) / Math.cos(Math.min(a + d, Math.toRadians(89))) - 1;
        // only the vertical part of the normal is foreshortened
        double vertical = Math.cos(direction);
        return stretch * vertical * vertical;
    }

    private static double median(double[] v) {
        double[] s = Arrays.stream(v).filter(x -> !Double.isNaN(x)).sorted().toArray();
        return s.length == 0 ? Double.NaN : s[s.length / 2];
    }

    private static void overlays(Outcome.Builder out, Raster input, Selection area, LayerGeometry.Result r, double fx,
            double fy) {
        double pw = input.calibration().pixelWidth();
        double ph = input.calibration().pixelHeight();
        double[][] q = new double[4][];
        double[][] source = {r.x1(), r.y1(), r.x2(), r.y2()};
        for (int i = 0; i < 4; i++) {
            double f = i % 2 == 0 ? fx : fy;
            double[] pixels = Arrays.stream(source[i]).map(v -> v / f).toArray();
            q[i] = PictureLayers.panel(pixels, i % 2 == 0 ? area.x() : area.y(), i % 2 == 0 ? pw : ph);
        }
        out.overlay("first interface", new Layer.Line("Interfaces", q[0], q[1], Style.line(Colour.component(0), 1.5)));
        out.overlay("second interface", new Layer.Line("", q[2], q[3], Style.line(Colour.component(1), 1.5)));
        int step = Math.max(1, r.thickness().length / 40);
        int n = (r.thickness().length + step - 1) / step;
        double[] nx = new double[3 * n];
        double[] ny = new double[3 * n];
        for (int k = 0; k < n; k++) {
            int i = k * step;
            nx[3 * k] = q[0][i];
            ny[3 * k] = q[1][i];
            nx[3 * k + 1] = q[2][i];
            ny[3 * k + 1] = q[3][i];
            nx[3 * k + 2] = Double.NaN;
            ny[3 * k + 2] = Double.NaN;
        }
        out.overlay("normals", new Layer.Line("Normals", nx, ny, Style.line(Colour.HIGHLIGHT, 0.75)));
    }

    private static void figures(Outcome.Builder out, LayerGeometry.Result r, double[] t, double mean, String unit) {
        out.figure(SizeHistogram.histogram("thickness-histogram", "Thickness histogram",
                "Distribution of the thickness along the normals of the layer; the line marks the mean.", "Thickness",
                unit, t,
                (int) Math.max(8, Math.min(50, Math.sqrt(t.length))), mean));
        double[] along = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            along[i] = (r.x1()[i] + r.x2()[i]) / 2 * Math.cos(r.angle())
                    + (r.y1()[i] + r.y2()[i]) / 2 * Math.sin(r.angle());
        }
        double start = Arrays.stream(along).min().orElse(0);
        out.figure(Figure.of("thickness-along", "Thickness along the layer", "Thickness on each normal against the "
                + "position along the layer.", Panel.of(Panel.MAIN, AxisSpec.of("Position along the layer", unit),
                        AxisSpec.of("Thickness", unit), List.of(
                                new Layer.Line("", Arrays.stream(along).map(v -> v - start).toArray(), t,
                                        Style.line(Colour.DATA, 1)),
                                new Layer.Guides("Mean", false, new double[] {mean},
                                        Style.line(Colour.HIGHLIGHT, 1))))));
    }

    @Override
    public String methods(Parameters p) {
        return "Both interfaces of the layer were located on parallel lines by fitting a Gaussian-blurred step, and "
                + "the "
                + "thickness measured along the local normals" + (p.viewAngle() == 0 ? "" : String.format(Locale.ROOT,
                        ", corrected for a view angle of %.1f\u00b0", p.viewAngle()))
                + "; its uncertainty combines sampling (means of blocks along the layer), edge position, scale and "
                + "view angle.";
    }
}
