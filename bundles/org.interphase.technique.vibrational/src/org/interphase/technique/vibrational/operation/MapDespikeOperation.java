package org.interphase.technique.vibrational.operation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.CurveStack;
import org.interphase.model.Remark;
import org.interphase.numerics.signal.Despike;
import org.interphase.numerics.signal.NoiseLevel;

/** Removes cosmic rays from every spectrum of a map. */
public final class MapDespikeOperation implements Operation<CurveStack, MapDespikeOperation.Parameters> {

    /** Parameters of despiking, of a spectrum or a map. */
    public record Parameters(
            @Param(label = "Threshold", def = "6", min = 3, max = 100, help = "How far a spike must stand out of its "
                    + "neighbours, in standard deviations of the noise.") double threshold,
            @Param(label = "Narrowest band", unit = "cm-1", def = "8", min = 0.5, max = 100, help = "Full width at "
                    + "half maximum of the narrowest real band; what is narrower may be a cosmic ray. Crystals such as "
                    + "silicon have 4, polymers 8 and more.") double narrowest) {
    }

    @Override
    public OperationInfo<CurveStack, Parameters> info() {
        return OperationInfo.of("vibrational.map-despike", 1, "Remove cosmic rays from a map",
                "As 'Remove spikes', for every spectrum of a map, on all cores. Infrared maps "
                        + "stay as they are.", CurveStack.class,
                Parameters.class).forKinds("raman.map", "ftir.map");
    }

    @Override
    public Outcome apply(CurveStack input, Parameters p, Progress progress) {
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
