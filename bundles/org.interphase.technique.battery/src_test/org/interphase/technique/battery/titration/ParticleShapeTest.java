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
        // at theta = 1 by hand: 4/pi 1 / (4/3)^2 = 0.7162 (slab), 4/pi 1/9 / (16/15)^2 = 0.1243 (sphere)
        assertEquals(0.7162, ParticleShape.SLAB.formulaBias(1), 1e-3);
        assertEquals(0.1243, ParticleShape.SPHERE.formulaBias(1), 1e-3);
    }
}
