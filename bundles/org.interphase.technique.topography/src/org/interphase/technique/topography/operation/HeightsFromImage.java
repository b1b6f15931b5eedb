package org.interphase.technique.topography.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.surface.HeightField;

/** Makes a height map of a picture whose grey levels are heights. */
public final class HeightsFromImage implements Operation<Raster, HeightsFromImage.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Height per grey level", unit = "nm", def = "0", min = 0, help = "How much higher a point "
                    + "is whose grey level is higher by one; the instrument states it. For pictures of real numbers, "
                    + "what one of their unit is.")
            double perLevel,
            @Param(label = "Lowest is missing", def = "false", help = "Whether grey level 0 means that nothing was "
                    + "measured, so that such points become holes.")
            boolean zeroIsMissing) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.<Raster, Parameters>of("topography.image-heights", 1, "Heights from an image", "Turns "
                + "grey levels into heights: for height pictures that a microscope saved as an image. How high a grey "
                + "level is must be given; the distance of points is that of the picture.", Raster.class,
                Parameters.class)
                .forKinds("image", "sem", "tem", HeightField.OTHER_KIND);
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        if (!(p.perLevel() > 0)) {
            throw new AnalysisException("How high a grey level is, is not known; give it as height per grey level.");
        }
        if (!input.calibration().isPhysical()) {
            throw new AnalysisException("The picture has no scale, so that slopes and lengths are not known; "
                    + "calibrate it first, or say its pixel size.");
        }
        double[] z = new double[input.pixels().size()];
        for (int i = 0; i < z.length; i++) {
            double v = input.pixels().get(i);
            z[i] = p.zeroIsMissing() && v == 0 ? Double.NaN : v * p.perLevel() / 1000;
        }
        Raster map = new Raster(input.header().withKind(HeightField.KIND), input.width(), input.height(),
                Pixels.ofDoubles(z), "Height", Unit.of("um"), input.calibration(), input.field());
        Outcome.Builder out = Outcome.builder(map);
        if (input.pixels().isInteger() && input.pixels().bits() == 8) {
            out.remark(Remark.warning("The picture has 256 grey levels at most; heights are known to steps of "
                    + p.perLevel() + " nm only.").coded("coarse-heights"));
        }
        return out.build();
    }

    @Override
    public String methods(Parameters p) {
        return "Grey levels were taken as heights of " + p.perLevel() + "\u00a0nm each.";
    }
}
