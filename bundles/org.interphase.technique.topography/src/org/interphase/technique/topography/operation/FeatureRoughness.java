package org.interphase.technique.topography.operation;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.topography.areal.HeightParameters;
import org.interphase.technique.topography.areal.Hills;
import org.interphase.technique.topography.areal.HybridParameters;
import org.interphase.technique.topography.areal.SurfaceCondition;
import org.interphase.technique.topography.areal.SurfaceDoubts;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;

/** Feature parameters of ISO 25178-2: density, curvature and heights of peaks and pits. */
public final class FeatureRoughness implements Operation<Raster, FeatureRoughness.Parameters> {

    private static final int TOP = 5;
    private static final int FEW = 20;
    /** Least prominence in standard deviations of noise: of a million points hardly one pair differs by as much. */
    private static final double NOISE = 8;
    /** Part of the curvature of peaks that noise may make up. */
    private static final double BENT_BY_NOISE = 0.1;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Pruning", unit = "%", def = "5", min = 0.1, max = 50, help = "Least height of a hill "
                    + "above the saddle to a higher one, as a part of the maximum height Sz; 5 % in ISO 25178-3.")
            double pruning,
            @Param(label = "Height calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of the height scale, from the calibration of the instrument. It enters every "
                    + "height; 0 takes it as exact.")
            double heightCalibration,
            @Param(label = "Lateral calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of lengths in the plane, from the calibration of the instrument. It enters every "
                    + "length, area and slope; 0 takes it as exact.")
            double lateralCalibration) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.features", 4, "Feature parameters", "Density and mean "
                + "curvature of peaks, mean heights of the five highest peaks and deepest pits, of the hills and dales "
                + "that Wolf pruning leaves. Take noise out by the S-filter before: every point of noise is a peak.",
                Raster.class, Parameters.class).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = HeightField.of(input);
        HeightParameters h = HeightParameters.of(f);
        if (h.sq() == 0) {
            throw new AnalysisException("All measured heights are equal; there are no hills.");
        }
        SurfaceCondition c = SurfaceCondition.of(f, h, HybridParameters.of(f, HybridParameters.Edges.EXACT),
                input.header().product(FormRemoval.class)
                .orElse(FormRemoval.NONE), progress.part(0, 0.6));
        double least = p.pruning() / 100 * h.sz();
        Hills hills = Hills.of(f, least);
        progress.report(0.8, "dales");
        Hills dales = Hills.dales(f, least);
        Verdict verdict = new SurfaceDoubts(c).onExtremes();
        if (least < NOISE * c.noise()) {
            verdict = verdict.and(Verdict.doubtful("noise from point to point makes hills as high as the least that "
                    + "counts: use the S-filter first"));
        }
        String unit = f.unit().text();
        String length = f.length().text();
        double area = h.points() * f.stepX() * f.stepY();
        Outcome.Builder out = Outcome.builder(input);
        Verdict many = hills.count() < FEW ? verdict.and(Verdict.doubtful("there are only " + hills.count()
                + " hills")) : verdict;
        // as many more or fewer as of independent hills
        double height = p.heightCalibration() / 100;
        double lateral = p.lateralCalibration() / 100;
        double density = hills.count() / area;
        out.measure(Measurement.of("Spd", "S_pd", density, Math.hypot(Math.sqrt(hills.count()) / area,
                2 * lateral * density), length + "-2").judged(many));
        double[] bends = curvatures(f, hills);
        double mean = Arrays.stream(bends).average().orElse(Double.NaN);
        if (bends.length < 2) {
            out.measure(Measurement.withheld("Spc", "S_pc", length + "-1", "there are fewer than two peaks away from "
                    + "edges and holes"));
        } else {
            double square = Arrays.stream(bends).map(b -> (b - mean) * (b - mean)).sum() / (bends.length - 1);
            // a curvature is a height over the square of a length
            out.measure(Measurement.of("Spc", "S_pc", mean, Math.hypot(Math.sqrt(square / bends.length), mean
                    * Math.hypot(height, 2 * lateral)), length + "-1")
                    .judged(many).judged(noisy(f, c.noise(), mean)));
        }
        double[] high = top(f, hills, f.mean(), 1);
        double[] low = top(f, dales, f.mean(), -1);
        Verdict five = high.length < TOP || low.length < TOP ? verdict.and(Verdict.doubtful("there are fewer than five "
                + "hills or dales")) : verdict;
        measure(out, "S5p", "S_5p", value(high), u(high), height, unit, five);
        measure(out, "S5v", "S_5v", value(low), u(low), height, unit, five);
        measure(out, "S10z", "S_10z", value(high) + value(low), Math.hypot(u(high), u(low)), height, unit, five);
        Calibrations.remark(out, p.heightCalibration(), p.lateralCalibration());
        return out.overlay("peaks", points("Peaks", input, hills)).build();
    }

    /** A peak is where noise was highest: a second difference there is larger by about two deviations of it. */
    private static Verdict noisy(HeightField f, double noise, double curvature) {
        double step = Math.min(f.stepX(), f.stepY());
        double bias = 2 * noise * f.heightToLength() / (step * step);
        return bias > BENT_BY_NOISE * Math.abs(curvature) ? Verdict.doubtful("noise from point to point bends peaks by "
                + Numbers.plain(100 * bias / Math.abs(curvature), 2) + " % of their curvature: use the S-filter first")
                : Verdict.SOUND;
    }

    private static void measure(Outcome.Builder out, String name, String symbol, double value, double u, double scale,
            String unit, Verdict verdict) {
        out.measure(Measurement.of(name, symbol, value, Math.hypot(u, scale * value), unit).judged(verdict));
    }

    private static double value(double[] v) {
        return Arrays.stream(v).average().orElse(0);
    }

    /** The highest differ between areas by about as much as they differ among themselves. */
    private static double u(double[] v) {
        double m = value(v);
        return v.length < 2 ? Double.NaN : Math.sqrt(Arrays.stream(v).map(x -> (x - m) * (x - m)).sum()
                / (v.length - 1));
    }

    private static double[] top(HeightField f, Hills hills, double mean, int sign) {
        return Arrays.stream(hills.peaks()).limit(TOP).mapToDouble(i -> sign * (f.z()[i] - mean)).toArray();
    }

    /** Mean of the two curvatures at every peak that has neighbours on all sides. */
    private static double[] curvatures(HeightField f, Hills hills) {
        int w = f.width();
        double toLength = f.heightToLength();
        return Arrays.stream(hills.peaks()).filter(i -> i % w > 0 && i % w < w - 1 && i / w > 0
                && i / w < f.height() - 1).mapToDouble(i -> {
                    double x = (f.z()[i - 1] - 2 * f.z()[i] + f.z()[i + 1]) / (f.stepX() * f.stepX());
                    double y = (f.z()[i - w] - 2 * f.z()[i] + f.z()[i + w]) / (f.stepY() * f.stepY());
                    return -toLength * (x + y) / 2;
                }).filter(v -> v == v).toArray();
    }

    private static Layer points(String label, Raster map, Hills hills) {
        Raster.Field f = map.field();
        double[] x = Arrays.stream(hills.peaks()).mapToDouble(i -> (f.x() + i % f.width() + 0.5)
                * map.calibration().pixelWidth()).toArray();
        double[] y = Arrays.stream(hills.peaks()).mapToDouble(i -> (f.y() + i / f.width() + 0.5)
                * map.calibration().pixelHeight()).toArray();
        return new Layer.Points(label, x, y, null, Style.points(Colour.HIGHLIGHT, Style.Symbol.CROSS, 4));
    }

    @Override
    public String methods(Parameters p) {
        return "Feature parameters are those of ISO 25178-2 of the hills and dales that Wolf pruning at " + p.pruning()
                + " % of Sz leaves.";
    }
}
