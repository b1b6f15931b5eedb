package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParticleShapeTest {

    @ParameterizedTest
    @EnumSource
    void theFormForSmallTimesAndTheSeriesAgreeWhereBothHold(ParticleShape shape) {
        for (double theta : new double[] {0.02, 0.03, 0.04}) {
            assertEquals(shape.late(theta), shape.early(theta), 1e-9, "value at " + theta);
            assertEquals(shape.lateSlope(theta), shape.earlySlope(theta), 1e-6, "slope at " + theta);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSlopeIsTheDerivative(ParticleShape shape) {
        for (double theta : new double[] {1e-4, 1e-2, 0.1, 1, 10}) {
            double h = 1e-5 * theta;
            double numeric = (shape.response(theta + h) - shape.response(theta - h)) / (2 * h);
            assertEquals(numeric, shape.slope(theta), 1e-6 * numeric, shape + " at " + theta);
        }
    }

    @Test
    void longAfterTheStartTheSurfaceIsAheadOfTheMeanByAThirdAndAFifteenth() {
        assertEquals(5 + 1.0 / 3, ParticleShape.SLAB.response(5), 1e-12);
        assertEquals(5 + 1.0 / 15, ParticleShape.SPHERE.response(5), 1e-12);
        assertEquals(0, ParticleShape.SPHERE.response(-1));
    }

    @Test
    void rightAfterTheStartAParticleIsAHalfSpace() {
        // 2 sqrt(theta / pi), over a third of it for the sphere, whose surface is three times its volume over radius
        assertEquals(2 * Math.sqrt(1e-8 / Math.PI), ParticleShape.SLAB.response(1e-8), 1e-12);
        assertEquals(2.0 / 3 * Math.sqrt(1e-8 / Math.PI), ParticleShape.SPHERE.response(1e-8), 1e-8);
    }

    @Test
    void theFormulaHoldsForShortPulsesOnly() {
        assertEquals(1, ParticleShape.SLAB.formulaBias(1e-4), 1e-9);
        assertEquals(1, ParticleShape.SPHERE.formulaBias(1e-6), 3e-3);
        // a long pulse: the surface rises with theta. Of points even in theta from 0 to 1 the root x has the density
        // 2 x and the moments 2/3, 1/2, 2/5, so the slope of x^2 over x is (2/5 - 1/3) / (1/2 - 4/9) = 1.2; ten times
        // that for theta up to 100
        double slope = 1.2;
        assertEquals(4 / Math.PI / (slope * slope * 100), ParticleShape.SLAB.formulaBias(100), 0.02 * 4 / Math.PI
                / (slope * slope * 100));
    }
}
