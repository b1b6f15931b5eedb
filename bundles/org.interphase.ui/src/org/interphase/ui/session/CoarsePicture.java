package org.interphase.ui.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;

/**
 * A large picture with fewer, larger pixels, and recipes for it: quick enough to show while something is dragged what
 * a step will do. Numbers of it are not those of the picture.
 */
final class CoarsePicture {

    private static final double MOST = 1e6;
    private final Raster raster;
    private final int factor;

    private CoarsePicture(Raster raster, int factor) {
        this.raster = raster;
        this.factor = factor;
    }

    /** Whether a dataset is a picture so large that it pays. */
    static boolean isWorthwhile(Dataset dataset) {
        return dataset instanceof Raster r && r.points() > 2 * MOST;
    }

    /** Means over squares of pixels, at most about a million of them. */
    static CoarsePicture of(Raster full) {
        int f = (int) Math.ceil(Math.sqrt(full.points() / MOST));
        int w = Math.max(1, full.width() / f);
        int h = Math.max(1, full.height() / f);
        float[] mean = new float[w * h];
        IntStream.range(0, h).parallel().forEach(y -> {
            float[] row = new float[w * f];
            double[] sum = new double[w];
            int[] n = new int[w];
            for (int k = 0; k < f; k++) {
                full.pixels().copyTo((y * f + k) * full.width(), row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    if (!Float.isNaN(row[x])) {
                        sum[x / f] += row[x];
                        n[x / f]++;
                    }
                }
            }
            for (int x = 0; x < w; x++) {
                mean[y * w + x] = n[x] == 0 ? Float.NaN : (float) (sum[x] / n[x]);
            }
        });
        Calibration c = full.calibration();
        Raster.Field field = full.field();
        int left = Math.min(w - 1, field.x() / f);
        int top = Math.min(h - 1, field.y() / f);
        return new CoarsePicture(new Raster(full.header(), w, h, sameDepth(mean, full.pixels()), full.quantity(),
                full.unit(), new Calibration(c.pixelWidth() * f, c.pixelHeight() * f, c.unit(),
                        c.relativeUncertainty(), c.source()), new Raster.Field(left, top,
                                Math.max(1, Math.min(w - left, field.width() / f)),
                                Math.max(1, Math.min(h - top, field.height() / f)))), f);
    }

    /** Whole numbers stay whole numbers, so that histograms have the same bins. */
    private static Pixels sameDepth(float[] values, Pixels like) {
        if (!like.isInteger()) {
            return Pixels.ofFloats(values);
        }
        if (like.bits() == 8) {
            byte[] out = new byte[values.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = (byte) Math.round(values[i]);
            }
            return Pixels.ofBytes(out);
        }
        short[] out = new short[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(values[i]);
        }
        return Pixels.ofShorts(out);
    }

    Raster raster() {
        return raster;
    }

    /** The recipe up to a step, with regions in this picture's pixels. */
    Recipe recipe(Recipe full, String last, RecipeEdits edits) {
        List<Step> steps = new ArrayList<>();
        for (Step step : full.steps()) {
            steps.add(coarser(step, edits.fields(step)));
            if (step.id().equals(last)) {
                break;
            }
        }
        return full.withSteps(steps);
    }

    private Step coarser(Step step, List<ParameterField> fields) {
        Map<String, Object> tree = new LinkedHashMap<>(step.parameters());
        for (ParameterField f : fields) {
            if (f.type() == ParameterField.Type.REGION && tree.get(f.name()) != null) {
                tree.put(f.name(), Region.parse(tree.get(f.name()).toString()).coarser(factor).toString());
            }
        }
        return step.withParameters(tree);
    }
}
