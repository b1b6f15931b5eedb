package org.interphase.technique.vibrational.internal.map;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.CurveStack;
import org.interphase.model.Remark;
import org.interphase.numerics.signal.Despike;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.technique.vibrational.internal.ops.DespikeParameters;

/** Removes cosmic rays from every spectrum of a map. */
public final class MapDespikeOperation implements Operation<CurveStack, DespikeParameters> {

    @Override
    public OperationInfo<CurveStack, DespikeParameters> info() {
        return OperationInfo.of("vibrational.map-despike", 1, "Remove cosmic rays from a map",
                "As 'Remove spikes', for every spectrum of a map, on all cores. Infrared maps "
                        + "stay as they are.", CurveStack.class,
                DespikeParameters.class).forKinds("raman.map", "ftir.map");
    }

    @Override
    public Outcome apply(CurveStack input, DespikeParameters p, Progress progress) {
        if (input.kind().id().equals("ftir.map")) {
            return Outcome.of(input);
        }
        int n = input.axis().size();
        if (n < 8 || !input.axis().unit().text().equals("cm-1")) {
            return Outcome.builder(input).remark(Remark.info("The axis is not in cm-1, so cosmic rays were not looked "
                    + "for.")).build();
        }
        double step = (input.axis().max() - input.axis().min()) / (n - 1);
        double[] values = input.values();
        AtomicInteger touched = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, input.curves()).parallel().forEach(c -> {
            progress.checkCancelled();
            double[] row = input.row(c);
            if (java.util.Arrays.stream(row).allMatch(Double::isFinite)) {
                Despike clean = Despike.narrowRuns(row, NoiseLevel.of(row, null), p.narrowest() / step,
                        p.threshold());
                System.arraycopy(clean.values(), 0, values, c * n, n);
                touched.addAndGet(clean.touched().length);
            }
            int k = done.incrementAndGet();
            if (k % 256 == 0) {
                progress.report((double) k / input.curves(), "removing cosmic rays");
            }
        });
        Outcome.Builder out = Outcome.builder(touched.get() == 0 ? input : input.withValues(input.axis(), values));
        return touched.get() == 0 ? out.build()
                : out.remark(Remark.info(touched.get() + " points hit by cosmic rays were replaced.")).build();
    }
}
