package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.elements.MapTruth;
import org.interphase.testkit.elements.SpectrumTruth;
import org.interphase.testkit.verdict.SameNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any spectrum and any map of counts. */
class SpectrumPropertiesTest {

    private static final SameNumbers ROUNDED = new SameNumbers(1e-6, 1e-3, 1e-2);

    /** A property tried on spectra of other elements. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "spectrum {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    private @interface OnSpectra {
    }

    private static SpectrumTruth truth(long seed, boolean reversed) {
        List<String> families = List.of("Si K", "O K", "Fe K", "Ca K", "Al K", "Ti K", "Ni K");
        SpectrumTruth t = new SpectrumTruth().continuum(100_000);
        int n = 3 + (int) seed % 3;
        for (int i = 0; i < n; i++) {
            int k = (int) ((seed + (reversed ? n - 1 - i : i)) % families.size());
            t.with(families.get(k), 20_000 + 9_000 * k);
        }
        return t;
    }

    private static List<Measurement> quantified(Curve c) {
        return Runs.of("elements/spectrum", c, Map.of()).measurements();
    }

    @OnSpectra
    void theOrderInWhichPeaksAreAddedDoesNotMatter(long seed) {
        double[] one = truth(seed, false).expected();
        double[] other = truth(seed, true).expected();
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i], other[i], 1e-9 * (1 + one[i]));
        }
    }

    @OnSpectra
    void energiesInAnotherUnitAreTheSame(long seed) {
        Curve c = truth(seed, false).curve(seed);
        double[] x = Arrays.stream(c.axis().values()).map(v -> v / 1000).toArray();
        Curve kilo = new Curve(c.header(), Axis.of("Energy", Unit.of("keV"), x, c.axis().direction()), c.signal());
        ROUNDED.compare(quantified(c), quantified(kilo));
    }

    @OnSpectra
    void fourTimesTheCountsAreTheSameComposition(long seed) {
        Curve c = truth(seed, false).curve(seed);
        double[] y = Arrays.stream(c.signal().values()).map(v -> 4 * v).toArray();
        double[] sigma = Arrays.stream(y).map(v -> Math.sqrt(Math.max(1, v))).toArray();
        Curve more = new Curve(c.header(), c.axis(), Signal.of("Intensity", Unit.of("counts"), y, sigma));
        List<Measurement> is = quantified(c);
        List<Measurement> four = quantified(more);
        for (Measurement m : is) {
            if (m.isDetected() && m.unit().text().equals("%")) {
                Measurement o = four.stream().filter(f -> f.name().equals(m.name())).findFirst().orElseThrow();
                assertEquals(m.value(), o.value(), 0.5 * m.uncertainty(), m.name());
            }
        }
    }

    private static double[] pixels(Raster map) {
        return IntStream.range(0, map.width() * map.height()).mapToDouble(map.pixels()::get).toArray();
    }

    private static List<Measurement> map(Raster map) {
        return Runs.of("elements/map", map, Map.of()).measurements();
    }

    @OnSpectra
    void aTurnedOrMirroredMapIsAsUniform(long seed) {
        Raster r = (seed % 2 == 0 ? MapTruth.uniform(64, 64, 5 * seed).disc(30, 34, 12, 2)
                : MapTruth.step(64, 64, 20, 30, 25, 3)).raster(seed);
        double[] z = pixels(r);
        double[] turned = IntStream.range(0, z.length).mapToDouble(i -> z[i % 64 * 64 + 63 - i / 64]).toArray();
        double[] mirrored = IntStream.range(0, z.length).mapToDouble(i -> z[i / 64 * 64 + 63 - i % 64]).toArray();
        ROUNDED.compare(map(r), map(r.withPixels(Pixels.ofDoubles(turned))));
        ROUNDED.compare(map(r), map(r.withPixels(Pixels.ofDoubles(mirrored))));
    }
}
