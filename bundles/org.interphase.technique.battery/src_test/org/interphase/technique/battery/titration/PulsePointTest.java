package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/**
 * What a pulse tells, by hand. A slab of a diffusion time of 1e6 s is a half-space for a pulse of 100 s, so that the
 * formula gives 1e-6 per second where the square of dEs / dEt is pi / 4 x 1e-4.
 */
class PulsePointTest {

    private static final double RATIO = Math.sqrt(Math.PI / 4 * 1e-4);
    private static final Pulse PULSE = Points.pulse(0, 2e-3).switched(7, 107);

    private static PulsePoint point(ParticleShape shape, ClassicalPulse classical, DiffusionFit fit) {
        return new PulsePoint(PULSE, shape, classical, fit, 3.6, 0.5);
    }

    private static PulsePoint slab(double ratio, double linearity, double time, double remaining, Verdict verdict) {
        return point(ParticleShape.SLAB, Points.classical(ratio, linearity, 0.07), Points.fit(time, 0.1, remaining, 3.6,
                verdict));
    }

    @Test
    void theFormulaOfAShortPulseGivesTheRateOfTheModel() {
        PulsePoint p = slab(RATIO, 0.999, 1e6, 1e-5, Verdict.SOUND);
        assertEquals(1e-6, p.formulaRate(), 1e-15);
        assertEquals(1e6, p.diffusionTime(), 1e-4);
        assertEquals(0.1, p.logUncertainty());
        assertEquals(1, p.formulaBias(), 1e-9);
        // dEs to 0.1 %, dEt to 2 %
        assertEquals(Math.sqrt(4 * 1e-6 + 4 * 4e-4), p.formulaUncertainty(), 1e-9);
        assertTrue(p.formulaVerdict().isSound(), p.formulaVerdict().reason());
        assertEquals(1e-5, p.remaining(), 1e-12);
        assertEquals(0.07, p.polarisation());
        // two readings of 0.1 mV; 0.01 mV to go as a rectangle
        assertEquals(Math.sqrt(2e-8 + 1e-10 / 3), p.polarisationUncertainty(), 1e-12);
        assertEquals(25, p.resistance(), 1e-9);
        assertEquals(0.5, p.resistanceUncertainty(), 1e-9);
        // a sphere takes up lithium through three times the area over volume and radius
        assertEquals(1e-6 / 9, point(ParticleShape.SPHERE, Points.classical(RATIO, 0.999, 0.07), null).formulaRate(),
                1e-15);
    }

    @Test
    void whatSpeaksAgainstTheFormulaIsSaid() {
        assertTrue(slab(-RATIO, 0.999, 1e6, 0, Verdict.SOUND).formulaVerdict().isWithheld());
        assertEquals("the potential does not go with the square root of time", slab(RATIO, 0.99, 1e6, 0,
                Verdict.SOUND).formulaVerdict().reason());
        assertEquals("diffusion in one kind of particles does not describe pulse and rest", slab(RATIO, 0.999, 1e6, 0,
                Verdict.doubtful("x")).formulaVerdict().reason());
        // a twentieth of dEs = 0.886 mV
        assertTrue(slab(RATIO, 0.999, 1e6, -4.4e-5, Verdict.SOUND).formulaVerdict().isSound());
        assertEquals("the rest is too short for the potential to settle", slab(RATIO, 0.999, 1e6, -4.5e-5,
                Verdict.SOUND).formulaVerdict().reason());
        assertTrue(slab(RATIO, 0.999, 1.1e6, 0, Verdict.SOUND).formulaVerdict().isSound());
        for (double time : new double[] {1.12e6, 0.89e6}) {
            assertTrue(slab(RATIO, 0.999, time, 0, Verdict.SOUND).formulaVerdict().reason().startsWith("the fit of "
                    + "pulse and rest says another"));
        }
    }

    @Test
    void aLongPulseIsBiasedByAFactorThatIsKnown() {
        double bias = ParticleShape.SLAB.formulaBias(1);
        PulsePoint p = slab(Math.sqrt(bias * Math.PI / 4), 0.999, 100, 0, Verdict.SOUND);
        assertEquals(0.01 * bias, p.formulaRate(), 1e-12);
        assertEquals(bias, p.formulaBias(), 1e-12);
        assertTrue(p.formulaVerdict().reason().startsWith("the pulse is not short against L^2/D: the formula is off"));
        double of = (1 - 1 / bias) / Math.sqrt(3);
        assertEquals(Math.sqrt(4e-6 + 16e-4 + of * of), p.formulaUncertainty(), 1e-9);
    }

    @Test
    void withoutAFitTheFormulaIsJudgedByItsOwnRatio() {
        // (dEs / dEt)^2 against a tenth of pi / 4
        PulsePoint small = point(ParticleShape.SLAB, Points.classical(0.27, 0.999, 0.07), null);
        PulsePoint large = point(ParticleShape.SLAB, Points.classical(0.29, 0.999, 0.07), null);
        assertFalse(small.formulaVerdict().reason().contains("not short"));
        assertTrue(large.formulaVerdict().reason().contains("the pulse is not short against L^2/D"));
        assertEquals(Math.sqrt(4e-6 + 16e-4), small.formulaUncertainty(), 1e-9);
        assertTrue(small.verdict().isWithheld());
        for (double none : new double[] {small.remaining(), small.diffusionTime(), small.logUncertainty(),
            small.formulaBias(), small.polarisationUncertainty(), small.resistance(), small.resistanceUncertainty()}) {
            assertTrue(Double.isNaN(none));
        }
        assertEquals(0, small.fittedTimes().length);
        assertEquals(0, small.fittedPotentials().length);
        PulsePoint nothing = point(ParticleShape.SLAB, null, null);
        assertTrue(nothing.formulaVerdict().isWithheld());
        assertTrue(Double.isNaN(nothing.formulaRate()) && Double.isNaN(nothing.formulaUncertainty())
                && Double.isNaN(nothing.polarisation()));
    }

    @Test
    void thePointsOfTheFitAreGivenOut() {
        PulsePoint p = slab(RATIO, 0.999, 1e6, 0, Verdict.SOUND);
        assertArrayEquals(new double[] {0, 1}, p.fittedTimes());
        assertArrayEquals(new double[] {3, 3.05}, p.fittedPotentials());
        assertFalse(p.fittedOn(0));
        assertTrue(p.fittedOn(1));
    }

    @Test
    void aTableHasARowForEachPulse() {
        PulsePoint p = slab(RATIO, 0.98, 1e6, 1e-5, Verdict.doubtful("x"));
        Titration t = new Titration(i -> i, Points.channel(0), List.of(p, point(ParticleShape.SLAB, null, null)));
        Table record = Points.table();
        Table table = TitrationTable.of(record, t, 4e-8);
        assertEquals("cell pulses", table.name());
        String[] names = {"pulse", "time", "charge", "duration", "current", "rested potential", "polarisation",
            "jump to the first sample", "jump", "resistance", "dEt", "dEs", "not relaxed", "linearity",
            "diffusion time", "u(diffusion time)", "D", "D (Weppner-Huggins)", "bias of the formula", "quality",
            "quality (Weppner-Huggins)"};
        double[] values = {1, 7, 0.5, 100, 2e-3, 3.6, 0.07, 0.041, 0.04, 25, 0.1, 0.1 * RATIO, 1e-5, 0.98, 1e6, 1e5,
            4e-14, 4e-14, 1, 1, 1};
        for (int i = 0; i < names.length; i++) {
            assertEquals(values[i], table.column(names[i]).orElseThrow().get(0), 1e-9 * values[i] + 1e-12 * (i < 16
                    ? 1 : 0), names[i]);
        }
        for (int i = 6; i < 19; i++) {
            assertTrue(Double.isNaN(table.column(names[i]).orElseThrow().get(1)), names[i]);
        }
        assertEquals(2, table.column("quality").orElseThrow().get(1));
        assertTrue(TitrationTable.of(record, t, Double.NaN).column("D").isEmpty());
        assertTrue(TitrationTable.of(record, t, Double.NaN).column("D (Weppner-Huggins)").isEmpty());
    }
}
