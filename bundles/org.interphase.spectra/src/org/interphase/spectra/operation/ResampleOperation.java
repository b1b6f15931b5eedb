package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.numerics.signal.Resample;

/** Puts a curve on an even grid. */
public final class ResampleOperation implements Operation<Curve, ResampleOperation.Parameters> {

    /** Ways to interpolate. */
    public enum Method {
        /** Straight lines. */
        LINEAR,
        /** Natural cubic spline. */
        SPLINE
    }

    /**
     * Parameters.
     *
     * @param step distance of the new points; null for the median distance of the old
     * @param method way to interpolate
     */
    public record Parameters(
            @Param(label = "Step", def = "", min = 1e-12, help = "Distance of the new points in the axis unit. "
                    + "Empty: the mean distance of the old ones.") Double step,
            @Param(label = "Method", def = "linear",
                    help = "Linear never overshoots; spline is smoother.") Method method) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.resample", 1, "Resample",
            "Puts a curve on an even grid within its range; nothing is extrapolated.", Curve.class, Parameters.class);

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        double[] y = Parts.finite(input);
        double span = input.axis().max() - input.axis().min();
        double step = p.step() == null ? span / Math.max(1, y.length - 1) : p.step();
        double wanted = span / step + 1;
        if (!(wanted >= 2 && wanted <= 5_000_000)) {
            throw new AnalysisException("A step of " + step + " gives " + Math.round(wanted)
                    + " points over the curve; choose another.");
        }
        int n = (int) Math.floor(wanted + 1e-9);
        double[] at = new double[n];
        for (int i = 0; i < n; i++) {
            at[i] = Math.min(input.axis().min() + i * step, input.axis().max());
        }
        double[] x = input.axis().values();
        double[] values = p.method() == Method.SPLINE && y.length >= 3 ? Resample.spline(x, y, at)
                : Resample.linear(x, y, at);
        Curve out = new Curve(input.header().without(Background.class), input.axis().withValues(at),
                input.signal().withValues(values));
        return Outcome.builder(out).remark(Remark.info("The curve is interpolated: neighbouring points are no longer "
                + "independent.")).build();
    }
}
