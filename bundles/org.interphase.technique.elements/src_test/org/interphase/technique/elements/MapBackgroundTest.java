package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.technique.elements.elementmap.Uniformity;
import org.interphase.testkit.elements.MapTruth;
import org.junit.jupiter.api.Test;

/** Maps whose background was counted beside the line: what varies is the element's, whatever the background does. */
class MapBackgroundTest {

    private static final double FACTOR = 1.2;

    @Test
    void uniformElementsOverAnyBackgroundAreUniformInNinetyEightOfAHundred() {
        int maps = 300;
        int flat = 0;
        int stepped = 0;
        int asCounted = 0;
        for (int i = 0; i < maps; i++) {
            MapTruth element = MapTruth.uniform(64, 64, new double[] {1, 6, 40}[i % 3]);
            Raster r = element.raster(i, MapTruth.uniform(64, 64, 3), FACTOR);
            flat += Uniformity.of(r).isUniform() ? 1 : 0;
            // thicker on the right: more background there, as much of the element
            Raster s = element.raster(i, MapTruth.step(64, 64, 4, 6, 32, 0.5), FACTOR);
            stepped += Uniformity.of(s).isUniform() ? 1 : 0;
            asCounted += Uniformity.of(s.withHeader(s.header().without(org.interphase.model.CountBackground.class)))
                    .isUniform() ? 1 : 0;
        }
        assertTrue(flat >= 0.975 * maps, flat + " of " + maps + " over a level background");
        assertTrue(stepped >= 0.97 * maps, stepped + " of " + maps + " over a stepped background");
        assertTrue(asCounted < 0.1 * maps, "without its background the step is seen: " + asCounted);
    }

    @Test
    void pullsOfHeterogeneityAboveBackgroundHaveUnitWidth() {
        // half of the map 20 % richer over a background of a third of that
        MapTruth halves = MapTruth.step(64, 64, 100, 120, 32, 0.01);
        int n = 60;
        double square = 0;
        for (int i = 0; i < n; i++) {
            Run run = Runs.of("elements/map", halves.raster(i, MapTruth.uniform(64, 64, 35), FACTOR), Map.of());
            Measurement counting = Runs.measured(run, "Ni counting statistics");
            int size = Uniformity.of(halves.raster(i, MapTruth.uniform(64, 64, 35), FACTOR)).blockSize();
            double truth = 100 * Math.sqrt(110 + 35 + FACTOR * 35) / 110 / size;
            square += Math.pow((counting.value() - truth) / counting.uncertainty(), 2) / n;
            Measurement m = Runs.measured(run, "Ni heterogeneity");
            assertEquals(100 * 0.1 / 1.1, m.value(), 4 * m.uncertainty(), m.pretty());
            assertTrue(m.verdict().isSound(), m.pretty());
        }
        assertTrue(square > 0.5 && square < 1.7, "pulls squared of counting statistics: " + square);
    }

    @Test
    void mostlyBackgroundIsDoubtfulAndBackgroundAloneGivesNothing() {
        Run weak = Runs.of("elements/map", MapTruth.uniform(64, 64, 5).raster(1, MapTruth.uniform(64, 64, 20),
                FACTOR), Map.of());
        Measurement m = Runs.measured(weak, "Ni coefficient of variation");
        assertTrue(!m.verdict().isSound() && !m.verdict().isWithheld(), m.pretty());
        assertTrue(m.verdict().reason().contains("background"), m.verdict().reason());
        Run none = Runs.of("elements/map", MapTruth.uniform(64, 64, 0).raster(2, MapTruth.uniform(64, 64, 20),
                FACTOR), Map.of());
        assertTrue(Runs.measured(none, "Ni heterogeneity").verdict().isWithheld());
    }
}
