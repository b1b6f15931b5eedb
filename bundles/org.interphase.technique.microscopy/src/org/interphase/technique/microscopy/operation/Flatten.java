package org.interphase.technique.microscopy.operation;

import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.segmentation.LevelSurface;

/** Removes uneven illumination: a polynomial surface fitted to the specimen field is subtracted or divided out. */
public final class Flatten implements Operation<Raster, Flatten.Parameters> {

    /** How the surface is taken out. */
    public enum Mode {
        SUBTRACT, DIVIDE
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Order", def = "2", min = 1, max = 3, help = "Order of the polynomial surface: 1 a plane, 2 "
                    + "shading of a field, 3 also asymmetric shading.")
            int order,
            @Param(label = "Mode", def = "divide", help = "Divide for uneven illumination or detection, subtract for "
                    + "an added background. The mean grey level is kept.")
            Mode mode) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.flatten", 1, "Flatten illumination", "Fits a low-order surface to the grey "
                + "levels of the specimen field and takes it out. A picture whose phases are unevenly spread over the "
                + "field is better left alone, or thresholded locally.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) {
        Raster.Field f = input.field();
        int step = Math.max(1, (int) Math.sqrt((double) f.width() * f.height() / 250_000));
        int most = ((f.width() + step - 1) / step) * ((f.height() + step - 1) / step);
        float[] levels = new float[most];
        double[] xs = new double[most];
        double[] ys = new double[most];
        double mean = 0;
        int n = 0;
        for (int y = 0; y < f.height(); y += step) {
            for (int x = 0; x < f.width(); x += step) {
                double v = input.get(f.x() + x, f.y() + y);
                if (!Double.isNaN(v)) {
                    xs[n] = 2.0 * x / f.width() - 1;
                    ys[n] = 2.0 * y / f.height() - 1;
                    levels[n++] = (float) v;
                    mean += v;
                }
            }
        }
        mean /= n;
        LevelSurface surface = LevelSurface.fit(levels, xs, ys, n, p.order(), null);
        if (surface == null) {
            return Outcome.of(input);
        }
        float[] out = input.pixels().toFloats();
        for (int y = 0; y < f.height(); y++) {
            progress.checkCancelled();
            for (int x = 0; x < f.width(); x++) {
                double s = surface.at(2.0 * x / f.width() - 1, 2.0 * y / f.height() - 1);
                int at = (f.y() + y) * input.width() + f.x() + x;
                out[at] = (float) (p.mode() == Mode.SUBTRACT ? out[at] - s + mean
                        : out[at] * mean / Math.max(1e-3 * Math.abs(mean) + 1e-12, s));
            }
        }
        return Outcome.of(input.withPixels(Denoise.like(input.pixels(), out)));
    }
}
