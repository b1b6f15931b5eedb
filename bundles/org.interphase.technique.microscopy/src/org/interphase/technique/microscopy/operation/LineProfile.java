package org.interphase.technique.microscopy.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Signal;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.numerics.image.Interpolation;

/** Grey level along a drawn line, averaged over its width. */
public final class LineProfile implements Operation<Raster, LineProfile.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Line", def = "all", picture = Param.Picture.REGION, help = "The line; all for the middle "
                    + "row of the specimen field.")
            Region line,
            @Param(label = "Width", unit = "px", def = "1", min = 1, max = 10000, help = "Number of parallel lines "
                    + "that are averaged.")
            int width) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.profile", 1, "Line profile", "Values along a line, one per pixel length, "
                + "with linear interpolation.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Raster.Field f = input.field();
        double[] x;
        double[] y;
        if (p.line().isAll()) {
            x = new double[] {f.x() + 0.5, f.x() + f.width() - 0.5};
            y = new double[] {f.y() + f.height() / 2.0, f.y() + f.height() / 2.0};
        } else if (p.line().form() == Region.Form.LINE) {
            x = p.line().x();
            y = p.line().y();
        } else {
            throw new AnalysisException("Draw a line for a profile.");
        }
        double length = Math.hypot(x[1] - x[0], y[1] - y[0]);
        int n = (int) Math.floor(length) + 1;
        if (n < 2) {
            throw new AnalysisException("The line is shorter than a pixel.");
        }
        double dx = (x[1] - x[0]) / length;
        double dy = (y[1] - y[0]) / length;
        double pw = input.calibration().pixelWidth();
        double ph = input.calibration().pixelHeight();
        float[] pixels = input.pixels().toFloats();
        double[] at = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = i * Math.hypot(dx * pw, dy * ph);
            double sum = 0;
            int m = 0;
            for (int k = 0; k < p.width(); k++) {
                double side = k - (p.width() - 1) / 2.0;
                // drawn positions count from the corner of a pixel, values belong to its centre
                double g = Interpolation.bilinear(pixels, input.width(), input.height(),
                        x[0] - 0.5 + dx * i - dy * side, y[0] - 0.5 + dy * i + dx * side);
                if (!Double.isNaN(g)) {
                    sum += g;
                    m++;
                }
            }
            v[i] = m == 0 ? Double.NaN : sum / m;
        }
        Curve curve = new Curve(DatasetHeader.of(input.name() + " profile", "profile", Metadata.EMPTY),
                Axis.of("Distance", input.calibration().unit(), at, Direction.ASCENDING),
                Signal.of(input.quantity(), input.unit(), v));
        double[] px = {x[0] * pw, x[1] * pw};
        double[] py = {y[0] * ph, y[1] * ph};
        return Outcome.builder(input).extra(curve)
                .overlay("profile line", new Layer.Line("Profile", px, py, Style.line(Colour.HIGHLIGHT, 1.5)))
                .figure(Figure.of("profile", "Line profile", "Values along the drawn line.", Panel.of(Panel.MAIN,
                        AxisSpec.of("Distance", input.calibration().unit()),
                        AxisSpec.of(input.quantity(), input.unit()),
                        List.of(new Layer.Line("", at, v, Style.line(Colour.DATA, 1))))))
                .build();
    }
}
