package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.technique.vibrational.internal.bands.Spikes;

/** Removes cosmic rays from a Raman spectrum. */
public final class DespikeOperation implements Operation<Curve, DespikeParameters> {

    @Override
    public OperationInfo<Curve, DespikeParameters> info() {
        return OperationInfo.of("vibrational.despike", 1, "Remove cosmic rays",
                "Replaces runs of one to three points that stand out of the cubic through their neighbours by more "
                        + "than noise and do not lift the points beside them as a band does. Sharp bands stay as they "
                        + "are.",
                Curve.class, DespikeParameters.class).forKinds(Kinds.RAMAN);
    }

    @Override
    public Outcome apply(Curve input, DespikeParameters p, Progress progress) throws AnalysisException {
        Spectrum s = Spectrum.of(input.withHeader(input.header().without(org.interphase.model.Background.class)),
                Range.ALL, 8);
        double step = (s.x()[s.x().length - 1] - s.x()[0]) / (s.x().length - 1);
        Spikes clean = Spikes.remove(s.y(), s.noise().sigma(), p.narrowest() / step, p.threshold());
        int[] at = clean.touched();
        if (at.length == 0) {
            return Outcome.of(input);
        }
        double[] sigma = input.signal().sigma();
        Outcome.Builder out = Outcome.builder(input.withSignal(Signal.of(input.signal().quantity(),
                input.signal().unit(), clean.values(), sigma)));
        double[] x = new double[at.length];
        double[] y = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            x[i] = s.x()[at[i]];
            y[i] = s.y()[at[i]];
        }
        out.overlay("spikes", new Layer.Points("Removed", x, y, null,
                Style.points(Colour.MUTED, Style.Symbol.CROSS, 5)));
        return out.remark(Remark.info(at.length + " points hit by cosmic rays were replaced.")).build();
    }
}
