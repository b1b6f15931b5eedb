package org.interphase.technique.microscopy.operation;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Region;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.segmentation.MissingPixels;
import org.interphase.technique.microscopy.segmentation.Selection;

/** Stretches grey levels linearly between two percentiles of the specimen field to 0..65535, optionally inverted. */
public final class StretchContrast implements Operation<Raster, StretchContrast.Parameters> {

    /** Parameters. */
    public record Parameters(
            @Param(label = "Saturated", unit = "%", def = "0.35", min = 0, max = 40, help = "Share of the pixels that "
                    + "becomes plain black, and plain white.")
            double saturated,
            @Param(label = "Invert", def = "false", help = "Whether black and white are exchanged.")
            boolean invert) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.contrast", 1, "Contrast", "Stretches the grey levels. Positions and "
                + "lengths do not change; thresholds refer to the stretched levels.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) throws AnalysisException {
        Selection s = Selection.of(input, Region.ALL);
        float[] sorted = s.floats(input);
        Arrays.sort(sorted);
        int n = sorted.length;
        while (n > 0 && Float.isNaN(sorted[n - 1])) {
            n--;
        }
        if (n == 0) {
            throw new AnalysisException("The specimen field holds no values.");
        }
        float low = sorted[(int) Math.min(n - 1, p.saturated() / 100 * n)];
        float high = sorted[(int) Math.max(0, n - 1 - p.saturated() / 100 * n)];
        if (!(high > low)) {
            return Outcome.of(input);
        }
        float[] all = input.pixels().toFloats();
        short[] out = new short[all.length];
        for (int i = 0; i < out.length; i++) {
            double v = Math.max(0, Math.min(1, (all[i] - low) / (high - low)));
            out[i] = (short) Math.round(65535 * (p.invert() ? 1 - v : v));
        }
        if (MissingPixels.in(all)) {
            float[] wide = new float[all.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = Float.isNaN(all[i]) ? Float.NaN : out[i] & 0xffff;
            }
            return Outcome.of(input.withPixels(Pixels.ofFloats(wide)));
        }
        return Outcome.of(input.withPixels(Pixels.ofShorts(out)));
    }
}
