package org.interphase.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Technique;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.VibrationalTechnique;

/** A Raman map of 100 x 100 spectra of 1,024 points: seconds per stage on all cores. */
final class MapSuite implements Suite {

    private static final int SIDE = 100;
    private static final int POINTS = 1024;

    private final Technique technique = new VibrationalTechnique();

    @Override
    public String name() {
        return "map";
    }

    @Override
    public void run(Context context) throws Exception {
        CurveStack map = map();
        stage(context, "despike", "vibrational.map-despike", map, Map.of());
        stage(context, "band images, 2 bands fitted together", "vibrational.map-bands", map, Map.of("range",
                "1200 .. 1750", "bands", List.of(Map.of("name", "D", "position", 1350.0, "fwhm", 60.0),
                        Map.of("name", "G", "position", 1590.0, "fwhm", 45.0)), "ratios", List.of("D / G")));
        stage(context, "principal components, 5", "vibrational.map-components", map, Map.of("components", 5));
        stage(context, "k-means, 4 groups", "vibrational.map-components", map, Map.of("method", "k-means",
                "components", 4));
        stage(context, "non-negative factors, 3", "vibrational.map-components", map, Map.of("method", "nmf"));
    }

    @SuppressWarnings("unchecked")
    private void stage(Context context, String name, String operation, CurveStack map, Map<String, ?> parameters)
            throws Exception {
        Operation<Dataset, Record> op = (Operation<Dataset, Record>) technique.operations().stream()
                .filter(o -> o.info().id().equals(operation)).findFirst().orElseThrow();
        Record p = Parameters.decode(op.info().parameters(), parameters);
        double[] times = new double[context.quick() ? 1 : 5];
        int figures = 0;
        for (int r = -1; r < times.length; r++) {
            long begin = System.nanoTime();
            Outcome o = op.apply(map, p, Progress.none());
            if (r >= 0) {
                times[r] = (System.nanoTime() - begin) * 1e-9;
            }
            figures = o.figures().size();
        }
        Arrays.sort(times);
        context.row(name(), name, times[times.length / 2], "s", false, Runtime.getRuntime().availableProcessors(),
                Map.of("best", times[0], "worst", times[times.length - 1], "figures", figures));
    }

    /**
     * D and G bands whose heights vary over the field, on a slope, with noise and one cosmic ray in a hundred spectra.
     */
    private static CurveStack map() {
        SplittableRandom random = new SplittableRandom(11);
        double[] x = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = 900 + i;
        }
        int n = SIDE * SIDE;
        double[] flat = new double[n * POINTS];
        double[] px = new double[n];
        double[] py = new double[n];
        for (int k = 0; k < n; k++) {
            px[k] = 0.5 * (k % SIDE);
            py[k] = 0.5 * (k / SIDE);
            double d = 200 + 3.0 * (k % SIDE);
            double g = 250 + 2.0 * (k / SIDE);
            for (int i = 0; i < POINTS; i++) {
                double u = 2 * (x[i] - 1350) / 60;
                double v = 2 * (x[i] - 1590) / 45;
                flat[k * POINTS + i] = 100 + 0.05 * i + d / (1 + u * u) + g / (1 + v * v) + 5 * random.nextGaussian();
            }
            if (random.nextInt(100) == 0) {
                flat[k * POINTS + random.nextInt(POINTS)] += 500;
            }
        }
        return CurveStack.of(DatasetHeader.of("map", "raman.map", Metadata.EMPTY),
                Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING), "Intensity", Unit.of("a.u."), flat,
                List.of(Column.of("x", "um", px), Column.of("y", "um", py)), new CurveStack.Grid(SIDE, SIDE));
    }
}
