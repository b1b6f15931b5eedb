package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.spectra.peak.BackgroundModel;

/** Moves the axis by a constant. */
public final class ShiftOperation implements Operation<Curve, ShiftOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param shift added to every abscissa
     */
    public record Parameters(@Param(label = "Shift", def = "0", help = "Added to every value of the axis, in the "
            + "axis unit.")
            double shift) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.shift", 1, "Shift axis",
            "Moves the axis by a constant, for example to a reference line.", Curve.class, Parameters.class);

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        Axis axis = input.axis();
        double[] x = axis.values();
        for (int i = 0; i < x.length; i++) {
            x[i] += p.shift();
        }
        // a background's region would no longer be where its model says
        return Outcome.of(new Curve(input.header().without(BackgroundModel.class), axis.withValues(x), input.signal()));
    }
}
