package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.signal.Despike;
import org.interphase.numerics.signal.NoiseLevel;

/** Removes cosmic-ray spikes. */
public final class DespikeOperation implements Operation<Curve, DespikeOperation.Parameters> {

    /** Narrowest line in points where none is stated. */
    private static final double RESOLVED = 4;

    /**
     * Parameters.
     *
     * @param threshold excess over the noise
     * @param narrowest FWHM of the narrowest real line in units of the axis; null for automatic
     */
    public record Parameters(
            @Param(label = "Threshold", def = "6", min = 3, max = 100, help = "How far a spike must stand out of its "
                    + "neighbours, in standard deviations of the noise.") double threshold,
            @Param(label = "Narrowest line", def = "", min = 0, help = "Full width at half maximum of the narrowest "
                    + "real line, in units of the axis; what is narrower may be a cosmic ray. Automatic: four "
                    + "points. Lines with visible wings that are narrower than stated are found and spared.")
                    Double narrowest) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.despike", 2, "Remove spikes",
            "Replaces runs of one to three points (cosmic rays) that stand out of the cubic through their neighbours "
                    + "by more than noise and do not lift the points beside them as a line does. Sharp lines stay as "
                    + "they are.", Curve.class, Parameters.class);

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        double[] y = Parts.finite(input);
        if (y.length < 8) {
            throw new AnalysisException("Spikes cannot be looked for in " + y.length + " points; 8 are needed.");
        }
        double step = (input.axis().max() - input.axis().min()) / (y.length - 1);
        double narrowest = p.narrowest() == null ? RESOLVED : p.narrowest() / step;
        if (!(narrowest > 0)) {
            throw new AnalysisException("The narrowest line must be wider than 0.");
        }
        double[] sigma = input.signal().sigma();
        Despike clean = Despike.narrowRuns(y, NoiseLevel.of(y, sigma), narrowest, p.threshold());
        int[] at = clean.touched();
        if (at.length == 0) {
            return Outcome.of(input);
        }
        double[] x = new double[at.length];
        double[] spikes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            x[i] = input.axis().get(at[i]);
            spikes[i] = y[at[i]];
        }
        Curve output = new Curve(input.header(), input.axis(), Signal.of(input.signal().quantity(),
                input.signal().unit(), clean.values(), sigma));
        return Outcome.builder(output).overlay("spikes", new Layer.Points("Removed", x, spikes, null,
                Style.points(Colour.MUTED, Style.Symbol.CROSS, 5)))
                .remark(Remark.info(at.length + " points hit by cosmic rays were replaced.")).build();
    }

    @Override
    public String methods(Parameters p) {
        return "Cosmic rays of one to three points that stand out by more than " + Numbers.plain(p.threshold(), 3)
                + " standard deviations of the noise were replaced.";
    }
}
