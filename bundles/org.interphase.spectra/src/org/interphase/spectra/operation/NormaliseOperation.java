package org.interphase.spectra.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.signal.Normalise;

/** Brings curves to a common scale. */
public final class NormaliseOperation implements Operation<Curve, NormaliseOperation.Parameters> {

    /** What becomes one. */
    public enum Method {
        /** The largest value. */
        MAXIMUM,
        /** The area. */
        AREA,
        /** The Euclidean norm. */
        VECTOR,
        /** Standard normal variate: mean zero, standard deviation one. */
        SNV,
        /** The value at a position. */
        POSITION
    }

    /**
     * Parameters.
     *
     * @param method what becomes one
     * @param position position for that method
     */
    public record Parameters(
            @Param(label = "To", def = "maximum", help = "What becomes one: the largest value, the area, the Euclidean "
                    + "norm, the value at a position; or standard normal variate.") Method method,
            @Param(label = "Position", def = "", picture = Param.Picture.X, help = "Position whose value becomes "
                    + "one, in the axis unit; for that method only.") Double position) {
    }

    private static final OperationInfo<Curve, Parameters> INFO = OperationInfo.of("curve.normalise", 1, "Normalise",
            "Brings curves to a common scale for comparison. Take out the baseline first.", Curve.class,
            Parameters.class);

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        double[] y = Parts.finite(input);
        double[] scaled;
        try {
            scaled = switch (p.method()) {
                case MAXIMUM -> Normalise.maximum(y);
                case AREA -> Normalise.area(input.axis().values(), y);
                case VECTOR -> Normalise.vector(y);
                case SNV -> Normalise.standardNormalVariate(y);
                case POSITION -> atPosition(input, y, p.position());
            };
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The curve cannot be normalised: " + e.getMessage(), e);
        }
        Unit unit = p.method() == Method.AREA ? Unit.of("a.u.") : Unit.ONE;
        double[] sigma = input.signal().sigma();
        if (sigma != null) {
            double factor = factor(y, scaled);
            for (int i = 0; i < sigma.length; i++) {
                sigma[i] *= factor;
            }
        }
        return Outcome.of(input.withSignal(Signal.of("Normalised " + input.signal().quantity().toLowerCase(
                java.util.Locale.ROOT), unit, scaled, sigma)));
    }

    private static double[] atPosition(Curve input, double[] y, Double position) throws AnalysisException {
        if (position == null) {
            throw new AnalysisException("Give the position whose value becomes one.");
        }
        double divisor = y[input.axis().nearest(position)];
        if (divisor == 0) {
            throw new AnalysisException("The value at " + position + " is zero; choose another position.");
        }
        double[] out = y.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] /= divisor;
        }
        return out;
    }

    /** Ratio of differences, which holds for scaling with and without an offset. */
    private static double factor(double[] y, double[] scaled) {
        int low = 0;
        int high = 0;
        for (int i = 1; i < y.length; i++) {
            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
        }
        return y[high] == y[low] ? 1 : Math.abs((scaled[high] - scaled[low]) / (y[high] - y[low]));
    }
}
