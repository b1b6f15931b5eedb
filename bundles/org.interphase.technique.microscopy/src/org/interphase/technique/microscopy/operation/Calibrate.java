package org.interphase.technique.microscopy.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;

/** Sets the scale by hand: a line drawn along a scale bar, or the size of a pixel. */
public final class Calibrate implements Operation<Raster, Calibrate.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Line", def = "all", picture = Param.Picture.REGION, help = "A line drawn from end to end "
                    + "of the scale bar; all if the pixel size is stated instead.")
            Region line,
            @Param(label = "Length", def = "", min = 0, help = "What the line stands for, or the size of a pixel if no "
                    + "line is drawn; empty leaves the scale as it is.")
            Double length,
            @Param(label = "Unit", def = "um", help = "Unit of the length, for example nm or um.")
            String unit,
            @Param(label = "Pointing uncertainty", unit = "px", def = "0.7", min = 0, max = 100, help = "Standard "
                    + "uncertainty of the drawn line's length.")
            double pointing) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.calibrate", 1, "Calibrate", "Sets the size of a pixel from a drawn scale "
                + "bar or from a number, for pictures whose file does not tell it or tells it wrongly.", Raster.class,
                Parameters.class);
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        if (p.length() == null) {
            return Outcome.of(input);
        }
        if (!(p.length() > 0)) {
            throw new AnalysisException("The length of the scale bar must be larger than 0.");
        }
        if (!Unit.isKnown(p.unit()) || !Unit.of(p.unit()).isCompatible(Unit.of("m"))) {
            throw new AnalysisException("'" + p.unit() + "' is no unit of length; write for example nm or um.");
        }
        Unit unit = Unit.of(p.unit());
        if (p.line().isAll()) {
            return done(input, new Calibration(p.length(), p.length(), unit, Double.NaN, "stated by the analyst"));
        }
        if (p.line().form() != Region.Form.LINE) {
            throw new AnalysisException("Draw a line along the scale bar.");
        }
        double[] x = p.line().x();
        double[] y = p.line().y();
        double pixels = Math.hypot(x[1] - x[0], y[1] - y[0]);
        if (pixels < 2) {
            throw new AnalysisException("The drawn line is shorter than two pixels.");
        }
        return done(input, new Calibration(p.length() / pixels, p.length() / pixels, unit, p.pointing() / pixels,
                "scale bar drawn by the analyst"));
    }

    private static Outcome done(Raster input, Calibration c) {
        return Outcome.builder(input.withCalibration(c)).measure("pixel size", "", c.pixelWidth(),
                c.pixelWidth() * c.relativeUncertainty(), c.unit().text()).build();
    }
}
