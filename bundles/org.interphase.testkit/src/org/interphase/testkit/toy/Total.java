package org.interphase.testkit.toy;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Style;

/** Adds the counts in a range up. */
public final class Total implements Operation<Curve, Total.Settings> {

    /**
     * Parameters.
     *
     * @param range where to count
     * @param threshold smallest total that counts as detected
     */
    public record Settings(
            @Param(label = "Range", unit = "mm", def = "all", help = "Where to count.", picture = Param.Picture.X_RANGE)
            Range range,
            @Param(label = "Threshold", unit = "counts", def = "0", min = 0,
                    help = "A smaller total counts as not detected.") double threshold) {
    }

    @Override
    public OperationInfo<Curve, Settings> info() {
        return OperationInfo.of("toy.total", 2, "Total counts", "Adds the counts in a range up; the standard "
                + "uncertainty is the square root of the total.", Curve.class, Settings.class,
                Publication.book("S. D. Poisson",
                        "Recherches sur la probabilite des jugements")
                        .by("Bachelier, Paris", 1837).cited("Poisson 1837"));
    }

    @Override
    public Outcome apply(Curve input, Settings parameters, Progress progress) throws AnalysisException {
        double sum = 0;
        int points = 0;
        for (int i = 0; i < input.axis().size(); i++) {
            progress.checkCancelled();
            if (parameters.range().contains(input.axis().get(i))) {
                sum += input.signal().get(i);
                points++;
            }
        }
        if (points == 0) {
            throw new AnalysisException("there is no point in " + parameters.range() + "; choose a range within "
                    + input.axis().min() + " .. " + input.axis().max());
        }
        double[] x = input.axis().values();
        double[] mean = new double[x.length];
        Arrays.fill(mean, sum / points);
        Outcome.Builder out = Outcome.builder(input)
                .overlay(Overlay.main("mean", new Layer.Line("mean", x, mean, Style.line(Colour.MODEL, 1))))
                .handle(Handle.of("threshold", Handle.Kind.Y, x[0], mean[0], ""));
        if (sum < parameters.threshold()) {
            return out.measure(Measurement.notDetected("total", "N", parameters.threshold(), "counts")).build();
        }
        return out.measure("total", "N", sum, Math.sqrt(Math.max(0, sum)), "counts")
                .remark(Remark.info("The total is of " + points + " points.")).build();
    }
}
