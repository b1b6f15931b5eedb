package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.topography.areal.TwoLevels;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Saturation;

/** Height of a step between two flat levels that share a tilt. */
public final class StepHeight implements Operation<Raster, StepHeight.Parameters> {

    /** Share of the mean square distance from the levels that bending may take. */
    private static final double CURVED = 0.2;

    /** Parameters. */
    public record Parameters(
            @Param(label = "Margin", unit = "px", def = "5", min = 0, max = 1000, help = "Points left out on both "
                    + "sides of the edge: its flank, and what optics makes of it.")
            int margin,
            @Param(label = "Height calibration", unit = "%", def = Calibrations.USUAL, min = 0, max = 50,
                    help = "Relative standard "
                    + "uncertainty of the height scale, from the calibration of the instrument; 0 takes it as exact.")
            double heightCalibration) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.step", 3, "Step height", "Height of the upper of two "
                + "flat levels above the lower one: both are told apart by height above the tilt and fitted together "
                + "with it, the neighbourhood of the edge left out, until no point changes its level.", Raster.class,
                Parameters.class,
                        Publication.standard("ISO, Geneva", "ISO 5436-1", 2000,
                                "Geometrical Product Specifications (GPS), Surface texture: Profile "
                                + "method; Measurement standards, Part 1: Material measures")
                                .cited("ISO 5436-1")).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        HeightField f = HeightField.of(input);
        TwoLevels levels = TwoLevels.of(f, p.margin(), progress);
        String unit = f.unit().text();
        Outcome.Builder out = Outcome.builder(input);
        if (Double.isNaN(levels.step())) {
            return out.measure(Measurement.withheld("step height", "d", unit, "two levels with points away from their "
                    + "edge were not found; a smaller margin may help")).build();
        }
        Verdict verdict = Verdict.SOUND;
        if (!(levels.step() > 4 * levels.scatter())) {
            verdict = verdict.and(Verdict.doubtful("the levels are no further apart than heights scatter about them: "
                    + "there may be no step"));
        }
        if (Math.min(levels.upper(), 1 - levels.upper()) < 0.05) {
            verdict = verdict.and(Verdict.doubtful("one of the levels holds less than a twentieth of the points"));
        }
        if (levels.used() < 0.5) {
            verdict = verdict.and(Verdict.doubtful("more than half of the points are near an edge: these are not two "
                    + "levels"));
        }
        if (Double.isNaN(levels.u())) {
            verdict = verdict.and(Verdict.doubtful("too few parts of the area hold both levels"));
        }
        Saturation saturation = Saturation.of(f);
        if (saturation.isCut() && levels.scatter() > 1e-9 * levels.step()) {
            verdict = verdict.and(Verdict.doubtful(saturation.largest() + " neighbouring points are all exactly as "
                    + "high as the highest or lowest: a level may be cut off there"));
        }
        double bent = Math.abs(levels.bent());
        // by chance the change is within three times its own uncertainty
        if (levels.curved() > CURVED || bent > levels.u() && bent > 3 * levels.bentU()) {
            verdict = verdict.and(Verdict.doubtful("the levels are not flat: where they may be bent, the step is "
                    + Numbers.plain(levels.step() + levels.bent(), 4) + "\u00a0" + f.unit().pretty()
                    + "; remove the form of the map first"));
        }
        if (Double.isNaN(bent)) {
            verdict = verdict.and(Verdict.doubtful("whether the levels are flat can't be told"));
        }
        // levels that are flat are so at any distance from the edge; a wave is not
        TwoLevels wider = TwoLevels.of(f, Math.max(2 * p.margin(), p.margin() + 3), progress);
        double moved = Double.isNaN(wider.step()) ? 0 : Math.abs(wider.step() - levels.step());
        if (moved > 2 * Math.hypot(levels.u(), wider.u())) {
            verdict = verdict.and(Verdict.doubtful("with twice the margin the step is " + Numbers.plain(wider.step(), 4)
                    + "\u00a0" + f.unit().pretty() + ": the levels are not flat beside the edge, which a larger margin "
                    + "may leave out, or there is no step"));
        }
        double scale = p.heightCalibration() / 100 * levels.step();
        out.measure(Measurement.of("step height", "d", levels.step(), Double.isNaN(levels.u()) ? Double.NaN
                : Math.hypot(Math.hypot(levels.u(), bent), Math.hypot(moved, scale)), unit).judged(verdict));
        Calibrations.height(out, p.heightCalibration());
        return out.build();
    }

    @Override
    public String methods(Parameters p) {
        return "The step height is that of two levels with one common tilt, fitted by least squares to all points more "
                + "than " + p.margin() + " points away from the edge.";
    }
}
