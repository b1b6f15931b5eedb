package org.interphase.spectra.operations;

import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.numerics.signal.Despike;

/** Removes cosmic-ray spikes. */
public final class DespikeOperation implements Operation<Curve, DespikeOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param threshold modified z-score
     * @param width largest width of a spike in points
     */
    public record Parameters(
            @Param(label = "Threshold", def = "7", min = 2, max = 100, help = "How far a step must stand out, in "
                    + "robust standard deviations of the steps between neighbouring points; 6 to 8 is usual.")
                    double threshold,
            @Param(label = "Width", def = "3", min = 1, max = 20, advanced = true, help = "Largest number of "
                    + "points a spike covers; real lines must be wider.") int width) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.despike", 1, "Remove spikes",
            "Replaces cosmic-ray spikes by the mean of their surroundings and marks the points it touched.",
            Curve.class, Parameters.class, new Citation("Whitaker 2018", "D. A. Whitaker and K. Hayes, Chemom. Intell. "
                    + "Lab. Syst. 179 (2018) 82."));

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        double[] y = Parts.finite(input);
        Despike clean;
        try {
            clean = Despike.whitakerHayes(y, p.threshold(), p.width(), 5);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("Spikes cannot be looked for: " + e.getMessage(), e);
        }
        int[] touched = clean.touched();
        double[] x = new double[touched.length];
        double[] spikes = new double[touched.length];
        for (int i = 0; i < touched.length; i++) {
            x[i] = input.axis().get(touched[i]);
            spikes[i] = y[touched[i]];
        }
        Curve output = new Curve(input.header(), input.axis(), org.interphase.model.Signal.of(input.signal().quantity(),
                input.signal().unit(), clean.values(), input.signal().sigma()));
        return Outcome.builder(output).overlay("spikes", new Layer.Points("Spikes removed", x, spikes, null,
                Style.points(Colour.HIGHLIGHT, Style.Symbol.CROSS, 6)))
                .remark(Remark.info(touched.length == 0 ? "No spike was found." : touched.length
                        + " points of spikes were replaced.")).build();
    }
}
