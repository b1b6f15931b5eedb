package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.Xpp;
import org.interphase.technique.elements.reference.Attenuation;
import org.junit.jupiter.api.Test;

class XppTest {

    private static final Composition COPPER = new Composition(Map.of("Cu", 1.0));

    @Test
    void whatLeavesIsTheIntegralOfTheAbsorbedDepthDistribution() {
        Xpp x = new Xpp(COPPER, 1.559, 'K', 13, 20);
        for (double chi : new double[] {0, 300, 5000, 40000}) {
            double sum = 0;
            double step = 1e-7;
            for (int i = 0; i < 60000; i++) {
                double z = (i + 0.5) * step;
                sum += x.at(z) * Math.exp(-chi * z) * step;
            }
            assertEquals(sum, x.emitted(chi), 2e-4 * sum, "chi " + chi);
        }
        assertEquals(x.area(), x.emitted(0), 1e-9 * x.area());
        assertEquals(x.surface(), x.at(0), 1e-9);
    }

    @Test
    void theSurfaceIonisationOfHeavyMaterialsIsLargerAndTheRangeSmaller() {
        Xpp light = new Xpp(new Composition(Map.of("C", 1.0)), 1.559, 'K', 13, 20);
        Xpp heavy = new Xpp(new Composition(Map.of("Au", 1.0)), 1.559, 'K', 13, 20);
        assertTrue(heavy.surface() > light.surface() && light.surface() > 1);
        // backscattering pulls the ionisations to the surface although stopping per mass is weaker in gold
        assertTrue(light.meanDepth() > 1e-4 && light.meanDepth() < 1e-3, "" + light.meanDepth());
    }

    @Test
    void formulasAndListsOfMassPerCentsAreRead() {
        Composition c = Composition.parse("Al2O3").orElseThrow();
        assertEquals(0.529251, c.of("Al"), 2e-5);
        assertEquals(0.470749, c.of("O"), 2e-5);
        Composition k = Composition.parse("K412,(O:42.758),(Mg:11.6567),3.5").orElseThrow();
        assertEquals(0.42758, k.of("O"), 1e-12);
        assertTrue(Composition.parse("Xx2").isEmpty());
        assertTrue(Composition.parse("").isEmpty());
    }

    @Test
    void attenuationLeapsAtEdgesByTheirJumpRatio() {
        double ratio = Attenuation.of("Fe", 7120) / Attenuation.of("Fe", 7105);
        assertEquals(7.6, ratio, 0.3);
        // NIST's tables of mass attenuation coefficients: Si at 10 keV 33.9 cm2/g, Fe at 10 keV 170.6 cm2/g
        assertEquals(33.9, Attenuation.of("Si", 10000), 0.7);
        assertEquals(170.6, Attenuation.of("Fe", 10000), 3.5);
    }
}
