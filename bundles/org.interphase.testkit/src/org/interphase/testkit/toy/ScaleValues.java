package org.interphase.testkit.toy;

import java.util.Arrays;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Curve;

/** Multiplies the signal. */
public final class ScaleValues implements Operation<Curve, ScaleValues.Settings> {

    /**
     * Parameters.
     *
     * @param factor what the signal is multiplied by
     */
    public record Settings(@Param(label = "Factor", def = "1", min = 0, max = 1000,
            help = "What the signal is multiplied by.") double factor) {
    }

    @Override
    public OperationInfo<Curve, Settings> info() {
        return OperationInfo.of("toy.scale", 1, "Scale", "Multiplies the signal by a factor.", Curve.class,
                Settings.class);
    }

    @Override
    public Outcome apply(Curve input, Settings parameters, Progress progress) {
        double[] scaled = Arrays.stream(input.signal().values()).map(v -> v * parameters.factor()).toArray();
        return Outcome.of(input.withSignal(input.signal().withValues(scaled)));
    }
}
