package org.interphase.technique.dynamics.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import org.interphase.testkit.dynamics.PathTruth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any path: its zero of energy, its length and the end it is walked from. */
class PathPropertiesTest {

    /** A property tried on paths of other barriers, images and noise. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "path {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    private @interface OnPaths {
    }

    private static PathTruth path(long seed) {
        return PathTruth.barrier(5 + (int) seed, 0.3 + 0.1 * seed, 0.2 + 0.05 * seed, 0.002 * (seed % 3), seed % 2 == 0,
                seed);
    }

    private static Barrier of(double[] place, double[] energy, double[] force) {
        return Barrier.of(new ReactionPath(place, true, energy, force, null, null));
    }

    private static double[] reversed(double[] of, double sign) {
        double[] out = new double[of.length];
        Arrays.setAll(out, i -> sign * of[of.length - 1 - i]);
        return out;
    }

    private static void same(double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            assertEquals(one[i], other[i], 1e-6 * Math.max(1e-3, Math.abs(one[i])), "number " + i);
        }
    }

    private static double[] numbers(Barrier b, boolean back) {
        return back ? new double[] {b.reverse(), b.reverseUncertainty(), b.forward(), b.forwardUncertainty()}
                : new double[] {b.forward(), b.forwardUncertainty(), b.reverse(), b.reverseUncertainty()};
    }

    @OnPaths
    void fromTheOtherEndTheBarriersChangePlaces(long seed) {
        PathTruth t = path(seed);
        double end = t.place()[t.place().length - 1];
        double[] place = Arrays.stream(reversed(t.place(), 1)).map(v -> end - v).toArray();
        Barrier one = of(t.place(), t.energy(), t.force());
        Barrier other = of(place, reversed(t.energy(), 1), reversed(t.force(), -1));
        same(numbers(one, false), numbers(other, true));
        assertEquals(one.verdict().quality(), other.verdict().quality());
    }

    @OnPaths
    void theZeroOfEnergyDoesNotMatter(long seed) {
        PathTruth t = path(seed);
        same(numbers(of(t.place(), t.energy(), t.force()), false), numbers(of(t.place(), Arrays.stream(t.energy())
                .map(e -> e - 4321.5).toArray(), t.force()), false));
    }

    @OnPaths
    void theUnitOfThePathDoesNotMatter(long seed) {
        PathTruth t = path(seed);
        same(numbers(of(t.place(), t.energy(), t.force()), false), numbers(of(Arrays.stream(t.place()).map(v -> v / 10)
                .toArray(), t.energy(), Arrays.stream(t.force()).map(f -> f * 10).toArray()), false));
    }
}
