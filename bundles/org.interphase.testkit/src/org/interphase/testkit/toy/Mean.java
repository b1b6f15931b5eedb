package org.interphase.testkit.toy;

import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Curve;
import org.interphase.model.Series;

/** The mean over the points of all curves of a series. */
public final class Mean implements Operation<Series, Mean.Settings> {

    /** There is nothing to set. */
    public record Settings() {
    }

    @Override
    public OperationInfo<Series, Settings> info() {
        return OperationInfo.of("toy.mean", 1, "Mean of a series", "The mean over the points of all curves.",
                Series.class, Settings.class);
    }

    @Override
    public Outcome apply(Series input, Settings parameters, Progress progress) {
        double[] all = input.members().stream().map(Curve.class::cast)
                .flatMapToDouble(c -> java.util.Arrays.stream(c.signal().values())).toArray();
        double mean = java.util.Arrays.stream(all).average().orElse(Double.NaN);
        return Outcome.builder(input).measure("mean", "m", mean, Double.NaN, "counts")
                .measure("members", "n", input.members().size(), 0, "1").build();
    }
}
