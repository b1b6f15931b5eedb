package org.interphase.technique.dynamics.operation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.TrajectoryFiles;
import org.interphase.technique.dynamics.reader.LammpsDumpReader;
import org.interphase.technique.dynamics.reader.XyzTrajectoryReader;
import org.interphase.testkit.dynamics.WalkTruth;
import org.interphase.testkit.verdict.SameNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any trajectory: the order of its atoms, its axes and its units change nothing but as they say. */
class WalkPropertiesTest {

    private static final SameNumbers ROUNDED = new SameNumbers(1e-6, 1e-2, 1e-2);

    /** A property tried on walks of every kind. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "walk {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    private @interface OnWalks {
    }

    private static WalkTruth walk(long seed) {
        return switch ((int) (seed % 3)) {
            case 0 -> WalkTruth.brownian(12, 300, 1, 0.4, seed);
            case 1 -> WalkTruth.jumps(20, 300, 1, 0.2, 2, 0.2, seed);
            default -> WalkTruth.jumps(15, 250, 1, 0.1, 2, 0, seed).rattling(0.3, 1, seed);
        };
    }

    private static List<Measurement> run(Table t, Object... settings) throws Exception {
        Map<String, Object> tree = new HashMap<>();
        for (int k = 0; k < settings.length; k += 2) {
            tree.put((String) settings[k], settings[k + 1]);
        }
        return new DiffusionCoefficient().apply(t, Parameters.decode(DiffusionCoefficient.Parameters.class, tree),
                Progress.none()).measurements();
    }

    private static List<Measurement> xyz(WalkTruth w, double femtoseconds) throws Exception {
        return run((Table) new XyzTrajectoryReader().read(TrajectoryFiles.xyz(w, "x"), Progress.none()).get(0),
                "species", "Li", "frameInterval", femtoseconds);
    }

    private static WalkTruth each(WalkTruth w, UnaryOperator<double[]> path) {
        return new WalkTruth(java.util.Arrays.stream(w.places()).map(path).toArray(double[][]::new), w.interval(),
                w.diffusion());
    }

    @OnWalks
    void theOrderOfAtomsDoesNotMatter(long seed) throws Exception {
        WalkTruth w = walk(seed);
        List<double[]> paths = new ArrayList<>(List.of(w.places()));
        Collections.shuffle(paths, new Random(seed));
        ROUNDED.compare(xyz(w, 1000), xyz(new WalkTruth(paths.toArray(new double[0][]), w.interval(), w.diffusion()),
                1000));
    }

    @OnWalks
    void axesMayBeNamedAndPointOtherwise(long seed) throws Exception {
        WalkTruth w = walk(seed);
        ROUNDED.compare(xyz(w, 1000), xyz(each(w, p -> {
            double[] out = p.clone();
            for (int i = 0; i < p.length; i += 3) {
                out[i] = p[i + 1];
                out[i + 1] = p[i + 2];
                out[i + 2] = -p[i];
            }
            return out;
        }), 1000));
    }

    @OnWalks
    void whereTheBoxLiesDoesNotMatter(long seed) throws Exception {
        WalkTruth w = walk(seed);
        ROUNDED.compare(xyz(w, 1000), xyz(each(w, p -> java.util.Arrays.stream(p).map(v -> v + 100).toArray()), 1000));
    }

    @OnWalks
    void twiceTheTimeBetweenFramesIsHalfTheCoefficient(long seed) throws Exception {
        WalkTruth w = walk(seed);
        ROUNDED.compare(xyz(w, 1000), xyz(w, 2000), m -> m.unit().text().contains("/s") || m.unit().text()
                .contains("/ps") ? m.withValue(m.value() / 2, m.uncertainty() / 2) : m.unit().text().equals("ps")
                ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m);
    }

    @OnWalks
    void unitsOfLengthAndTimeDoNotMatter(long seed) throws Exception {
        WalkTruth w = walk(seed).scattered(24, seed);
        Table metal = (Table) new LammpsDumpReader().read(TrajectoryFiles.lammps(w, 24, 1000, ""), Progress.none())
                .get(0);
        WalkTruth small = each(w, p -> java.util.Arrays.stream(p).map(v -> v / 10).toArray());
        Table nano = (Table) new LammpsDumpReader().read(TrajectoryFiles.lammps(small, 2.4, 500, ""), Progress.none())
                .get(0);
        // places are written with five digits after the point
        new SameNumbers(1e-3, 0.05, 0.05).compare(run(metal, "species", "1", "lengthUnit", "Angstrom", "timeStep", 1),
                run(nano, "species", "1", "lengthUnit", "nm", "timeStep", 2));
    }

    @OnWalks
    void aFilmRunBackwardsDiffusesAsFast(long seed) throws Exception {
        WalkTruth w = walk(seed);
        ROUNDED.compare(xyz(w, 1000), xyz(each(w, p -> {
            double[] out = new double[p.length];
            for (int i = 0; i < p.length; i++) {
                out[i] = p[p.length - 3 - i / 3 * 3 + i % 3];
            }
            return out;
        }), 1000));
    }
}
