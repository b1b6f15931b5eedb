package org.interphase.technique.topography;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.interphase.model.Calibration;
import org.interphase.model.Measurement;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.verdict.SameNumbers;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What must hold of any surface: how it lies under the instrument, where heights begin, and the units of heights and
 * lengths change no number but as they say.
 */
class SurfacePropertiesTest {

    private static final List<String> HEIGHTS = List.of("Sa", "Sq", "Sp", "Sv", "Sz", "Sk", "Spk", "Svk", "Sxp",
            "Vmp", "Vmc", "Vvv", "Vvc");

    /** A property tried on surfaces of other shape, lay, noise and tilt, some of them with holes. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "surface {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    private @interface OnSurfaces {
    }

    /** Parts of the area that are left out in turn meet in one column or the next. */
    private static final SameNumbers OTHER_TILES = new SameNumbers(1e-9, 1e-4, 0.1);

    private static Raster surface(long seed) {
        SurfaceTruth s = SurfaceTruth.random(90 + (int) (7 * seed), 110, 0.5, 2 + 0.3 * seed, 2 + seed % 3, seed)
                .times(0.4 * seed).noisy(0.02 * seed, seed).tilted(0.1 * seed, -0.3);
        return (seed % 2 == 0 ? s.holed(0.05, 3, seed) : s).map();
    }

    private static List<Measurement> of(String operation, Raster map) throws Exception {
        return RunOn.outcome(operation, map, Map.of()).measurements();
    }

    private static double[] heights(Raster map) {
        double[] out = new double[map.width() * map.height()];
        Arrays.setAll(out, map.pixels()::get);
        return out;
    }

    private static Raster with(Raster map, double[] z, int width, int height) {
        return Raster.of(map.header(), width, height, Pixels.ofDoubles(z), map.quantity(), map.unit(),
                map.calibration());
    }

    private static Raster each(Raster map, java.util.function.DoubleUnaryOperator f) {
        return with(map, Arrays.stream(heights(map)).map(f).toArray(), map.width(), map.height());
    }

    private static Raster mirrored(Raster map) {
        double[] z = heights(map);
        int w = map.width();
        double[] out = new double[z.length];
        Arrays.setAll(out, i -> z[i / w * w + w - 1 - i % w]);
        return with(map, out, w, map.height());
    }

    /** A quarter turn; points are as far apart in both directions. */
    private static Raster turned(Raster map) {
        double[] z = heights(map);
        int w = map.width();
        int h = map.height();
        double[] out = new double[z.length];
        Arrays.setAll(out, i -> z[i % h * w + w - 1 - i / h]);
        return with(map, out, h, w);
    }

    private static UnaryOperator<Measurement> direction(UnaryOperator<Measurement> of) {
        return m -> m.name().equals("Std") ? of.apply(m) : m;
    }

    // directions are known modulo 180 degrees, and only as well as the texture has one
    private static UnaryOperator<Measurement> anyDirection() {
        return direction(m -> null);
    }

    @OnSurfaces
    void aMirroredSurfaceHasTheSameRoughness(long seed) throws Exception {
        Raster map = surface(seed);
        OTHER_TILES.compare(of("topography.roughness", map), of("topography.roughness", mirrored(map)),
                anyDirection());
    }

    @OnSurfaces
    void aTurnedSurfaceHasTheSameRoughness(long seed) throws Exception {
        Raster map = surface(seed);
        OTHER_TILES.compare(of("topography.roughness", map), of("topography.roughness", turned(map)),
                anyDirection());
    }

    @OnSurfaces
    void whereHeightsBeginDoesNotMatter(long seed) throws Exception {
        Raster map = surface(seed);
        new SameNumbers(1e-7, 1e-4, 1e-2).compare(of("topography.roughness", map), of("topography.roughness",
                each(map, z -> z + 1234.5)));
    }

    @OnSurfaces
    void heightsInAnotherUnitAreTheSame(long seed) throws Exception {
        Raster map = surface(seed);
        Raster nm = Raster.of(map.header(), map.width(), map.height(), each(map, z -> z * 1000).pixels(),
                map.quantity(), Unit.of("nm"), map.calibration());
        SameNumbers.exactly().compare(of("topography.roughness", map), of("topography.roughness", nm));
    }

    @OnSurfaces
    void lengthsInAnotherUnitAreTheSame(long seed) throws Exception {
        Raster map = surface(seed);
        Calibration c = map.calibration();
        Raster nm = map.withCalibration(new Calibration(c.pixelWidth() * 1000,
                c.pixelHeight() * 1000, Unit.of("nm"), 0, "simulation"));
        SameNumbers.exactly().compare(of("topography.roughness", map), of("topography.roughness", nm));
    }

    @OnSurfaces
    void aSurfaceTurnedOverHasItsPeaksForPits(long seed) throws Exception {
        Raster map = surface(seed);
        Map<String, String> other = Map.of("Sp", "Sv", "Sv", "Sp", "Spk", "Svk", "Svk", "Spk");
        // material and voids are sums over whole classes, as published: not quite the same from either end
        new SameNumbers(1e-4, 0.1, 0.25).compare(of("topography.roughness", map), of("topography.roughness",
                each(map, z -> -z)),
                m -> m.name().equals("Ssk") ? m.withValue(-m.value(), m.uncertainty())
                        : m.name().startsWith("V") || m.name().startsWith("Smr") || m.name().equals("Sxp") ? null
                        : m.withName(other.getOrDefault(m.name(), m.name())));
    }

    @OnSurfaces
    void twiceAsHighHasTwiceTheHeights(long seed) throws Exception {
        Raster map = surface(seed);
        SameNumbers.exactly().compare(of("topography.roughness", map), of("topography.roughness",
                each(map, z -> 2 * z)), m -> HEIGHTS.contains(m.name()) || m.name().equals("Sdq")
                        ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m.name().equals("Sdr") ? null : m);
    }

    @OnSurfaces
    void levellingTakesAnyPlaneAway(long seed) throws Exception {
        Raster map = surface(seed);
        int w = map.width();
        double[] z = heights(map);
        double[] tilted = new double[z.length];
        Arrays.setAll(tilted, i -> z[i] + 0.03 * (i % w) - 0.05 * (i / w));
        for (String robust : new String[] {"false", "true"}) {
            Map<String, Object> plane = Map.of("form", "plane", "robust", Boolean.valueOf(robust));
            Raster a = (Raster) RunOn.outcome("topography.level", map, plane).dataset();
            Raster b = (Raster) RunOn.outcome("topography.level", with(map, tilted, w, map.height()), plane).dataset();
            new SameNumbers(1e-5, 1e-3, 1e-2).compare(of("topography.roughness", a), of("topography.roughness", b),
                    anyDirection());
        }
    }

    @OnSurfaces
    void aStepIsAsHighHoweverItLies(long seed) throws Exception {
        Raster map = surface(seed);
        int w = map.width();
        double[] z = heights(map);
        double[] step = new double[z.length];
        Arrays.setAll(step, i -> z[i] + (i % w > w / 3 ? 20 * seed : 0));
        Raster of = with(map, step, w, map.height());
        List<Measurement> is = of("topography.step", of);
        SameNumbers near = new SameNumbers(1e-7, 1e-3, 0.05);
        near.compare(is, of("topography.step", mirrored(of)));
        near.compare(is, of("topography.step", turned(of)));
        near.compare(is, of("topography.step", each(of, v -> v - 77)));
    }
}
