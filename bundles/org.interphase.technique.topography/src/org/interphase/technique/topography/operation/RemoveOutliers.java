package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Spikes;

/** Makes holes of single points that stand far off their neighbours. */
public final class RemoveOutliers implements Operation<Raster, RemoveOutliers.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Remove", def = "false", help = "Whether outliers are taken out.")
            boolean remove,
            @Param(label = "Threshold", def = "7", min = 3, max = 1000, help = "How many robust standard deviations a "
                    + "point may lie off the median of its neighbours. Lower values take steep texture out too.")
            double threshold,
            @Param(label = "Radius", unit = "px", def = "1", min = 1, max = 10, help = "Half side of the window of "
                    + "neighbours; 1 for single points, 2 or 3 for clusters.")
            int radius) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.outliers", 1, "Remove outliers", "Points that stand "
                + "far off the median of their neighbours become holes, which are not counted. Nothing is filled in.",
                Raster.class, Parameters.class).forKinds(HeightField.KIND);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        if (!p.remove()) {
            return Outcome.of(input);
        }
        HeightField f = HeightField.of(input);
        Spikes spikes = Spikes.of(f, p.radius(), p.threshold(), progress);
        if (spikes.count() == 0) {
            return Outcome.of(input);
        }
        double share = 100.0 * spikes.count() / f.measured();
        Remark remark = share > 5 ? Remark.warning(spikes.count() + " points are outliers, which is more than spikes "
                + "usually are; raise the threshold if texture was taken for them.") : Remark.info(spikes.count()
                + (spikes.count() == 1 ? " point was" : " points were") + " taken out as outliers.");
        return Outcome.builder(spikes.takenFrom(f).into(input)).remark(remark.coded("outliers")).build();
    }

    @Override
    public String methods(Parameters p) {
        return !p.remove() ? "No outliers were taken out." : "Points more than " + p.threshold() + " robust standard "
                + "deviations off the median of their "
                + (2 * p.radius() + 1) + " x " + (2 * p.radius() + 1) + " neighbourhood were left out.";
    }
}
