package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.HalfCycle;
import org.junit.jupiter.api.Test;

/** What is told of cycles, by hand. */
class CycleValuesTest {

    private static final Verdict SPIKED = Verdict.doubtful("spikes");

    /** A charge in two halves, at 4.0 V and 4.2 V, and a discharge at 3.0 V. */
    private static CycleValues whole() {
        HalfCycle first = Halves.half(Halves.step(1, 3, 0.03, 4.0, 0.001, 1.5, Verdict.SOUND));
        HalfCycle second = Halves.half(Halves.step(1, 1, 0.04, 4.2, 0.002, 0.5, Verdict.SOUND));
        HalfCycle down = Halves.half(Halves.step(-1, 2, 0.02, 3.0, 0.004, 0.7, SPIKED));
        return Halves.values(new CellCycle(7, List.of(first, second, down))).get(0);
    }

    @Test
    void chargesAndEnergiesOfADirectionAreSumsAndTheirUncertaintiesInSquares() {
        CycleValues v = whole();
        assertEquals(7, v.number());
        assertEquals(4, v.capacity(1).value(), 1e-12);
        assertEquals(0.05, v.capacity(1).u(), 1e-12);
        assertEquals(2, v.capacity(-1).value(), 1e-12);
        assertEquals(0.02, v.capacity(-1).u(), 1e-12);
        assertEquals(16.2, v.energy(1).value(), 1e-12);
        // 4 V x 0.03, 1 mV x 3, 4.2 V x 0.04, 2 mV x 1
        assertEquals(Math.sqrt(0.12 * 0.12 + 9e-6 + 0.168 * 0.168 + 4e-6), v.energy(1).u(), 1e-12);
        assertEquals(6, v.energy(-1).value(), 1e-12);
        assertEquals(Math.sqrt(0.06 * 0.06 + 0.008 * 0.008), v.energy(-1).u(), 1e-12);
        assertEquals(4, v.chargeIntegral(), 1e-12);
        assertEquals(2, v.dischargeIntegral(), 1e-12);
    }

    @Test
    void anUnsureChargeMovesTheMeanVoltageByItsDistanceFromIt() {
        CycleValues v = whole();
        assertEquals(4.05, v.meanVoltage(1).value(), 1e-12);
        // (0.05 V x 0.03)^2 + (1 mV x 3)^2 + (0.15 V x 0.04)^2 + (2 mV x 1)^2 over 4 A.h
        assertEquals(Math.sqrt(2.25e-6 + 9e-6 + 36e-6 + 4e-6) / 4, v.meanVoltage(1).u(), 1e-12);
        assertEquals(3, v.meanVoltage(-1).value(), 1e-12);
        assertEquals(0.004, v.meanVoltage(-1).u(), 1e-12);
    }

    @Test
    void endsAndCurrentsAreThoseOfTheLastHalf() {
        CycleValues v = whole();
        assertEquals(4.7, v.endOfCharge(), 1e-12);
        assertEquals(2.5, v.endOfDischarge(), 1e-12);
        assertEquals(0.5, v.current(1));
        assertEquals(0.7, v.current(-1));
        assertTrue(v.begins(1));
        assertFalse(v.begins(-1));
    }

    @Test
    void verdictsAreThoseOfTheDirectionAndOfTheCycle() {
        CycleValues v = whole();
        assertTrue(v.isComplete());
        assertTrue(v.verdict(1).isSound());
        assertEquals("spikes", v.verdict(-1).reason());
        CycleValues lone = Halves.values(new CellCycle(2, List.of(Halves.half(Halves.step(-1, 2, 0.02, 3, 0, 1,
                SPIKED))))).get(0);
        assertFalse(lone.isComplete());
        assertTrue(lone.verdict(-1).reason().contains("spikes"));
        assertTrue(lone.verdict(-1).reason().contains("the cycle is incomplete: there is no charge"));
        assertFalse(lone.verdict(1).isSound());
        assertTrue(lone.begins(-1));
        assertFalse(lone.capacity(1).exists());
        assertFalse(lone.energy(1).exists());
        assertFalse(lone.meanVoltage(1).exists());
        assertTrue(Double.isNaN(lone.chargeIntegral()) && Double.isNaN(lone.endOfCharge())
                && Double.isNaN(lone.chargeCurrent()));
    }

    @Test
    void anEfficiencyOfAFullCellIsWhatComesOutOverWhatWentInBefore() {
        List<CycleValues> v = Halves.values(Halves.cycle(1, 2, 1.8), Halves.cycle(2, 1.9, 1.88));
        // a tenth of the 10 % of the current is not shared by the two halves
        InstrumentAccuracy instrument = new InstrumentAccuracy(0.1, 0.012);
        Efficiencies e = Efficiencies.of(v, EfficiencyConvention.FULL_CELL, instrument);
        assertEquals(List.of(1, 2), e.cycles());
        assertFalse(e.acrossCycles());
        assertEquals(0.9, e.coulombic().get(0).value(), 1e-12);
        assertEquals(0.9 * Math.sqrt(2e-4 + 1e-4), e.coulombic().get(0).u(), 1e-12);
        assertEquals(0.9 * 3 / 4, e.energetic().get(0).value(), 1e-12);
        // 12 mV x (1/3 - 1/4) = 1e-3, a tenth of 12 mV over 3 V = 4e-4
        assertEquals(0.675 * Math.sqrt(2e-4 + 1e-4 + 1e-6 + 16e-8), e.energetic().get(0).u(), 1e-12);
        assertEquals(1.88 / 1.9, e.coulombic().get(1).value(), 1e-12);
    }

    @Test
    void anEfficiencyOfAHalfCellIsWhatComesOutInTheNextCycleWhereACycleBeginsWithTheCharge() {
        List<CycleValues> v = Halves.values(Halves.cycle(1, 2, 1.8), Halves.cycle(2, 1.5, 1.4),
                Halves.cycle(3, 1.3, 1.2));
        Efficiencies e = Efficiencies.of(v, EfficiencyConvention.HALF_CELL, InstrumentAccuracy.NONE);
        assertTrue(e.acrossCycles());
        assertEquals(List.of(1, 2), e.cycles());
        assertEquals(1.5 / 1.8, e.coulombic().get(0).value(), 1e-12);
        assertEquals(1.5 / 1.8 * 4 / 3, e.energetic().get(0).value(), 1e-12);
        assertEquals(1.3 / 1.4, e.coulombic().get(1).value(), 1e-12);
        assertTrue(Efficiencies.of(v, EfficiencyConvention.UNSTATED, InstrumentAccuracy.NONE).cycles().isEmpty());
        assertTrue(Efficiencies.of(List.of(), EfficiencyConvention.HALF_CELL, InstrumentAccuracy.NONE).cycles()
                .isEmpty());
        assertEquals("delithiation/lithiation", EfficiencyConvention.HALF_CELL.words());
    }

    @Test
    void aCycleThatLacksAHalfGivesNone() {
        CellCycle lone = new CellCycle(1, List.of(Halves.half(Halves.step(1, 2, 0.02, 4, 0, 1, Verdict.SOUND))));
        CellCycle other = new CellCycle(2, List.of(Halves.half(Halves.step(-1, 2, 0.02, 4, 0, 1, Verdict.SOUND))));
        Efficiencies e = Efficiencies.of(Halves.values(lone, Halves.cycle(3, 2, 1.9), other),
                EfficiencyConvention.FULL_CELL, InstrumentAccuracy.NONE);
        assertEquals(List.of(3), e.cycles());
    }

    @Test
    void theMeanEfficiencyLeavesTheFirstAndTheDoubtfulOut() {
        Verdict no = Verdict.doubtful("cut");
        Efficiencies e = new Efficiencies(List.of(1, 2, 3, 4), List.of(new Uncertain(0.5, 0.1),
                new Uncertain(0.98, 0.03), new Uncertain(0.2, 0.1), new Uncertain(0.96, 0.01)), List.of(),
                List.of(Verdict.SOUND, Verdict.SOUND, no, Verdict.SOUND), false);
        Uncertain mean = e.meanAfterFirst().orElseThrow();
        assertEquals(0.97, mean.value(), 1e-12);
        // common to all: the root mean square of 0.03 and 0.01; scatter of the mean 0.01, widened for two values
        // (95 % of Student's t with one degree of freedom 12.706 over 1.960)
        assertEquals(Math.hypot(Math.sqrt(5e-4), 0.01 * 12.706 / 1.960), mean.u(), 3e-3 * mean.u());
        assertTrue(new Efficiencies(List.of(1, 2), List.of(new Uncertain(1, 0), new Uncertain(1, 0)), List.of(),
                List.of(Verdict.SOUND, Verdict.SOUND), false).meanAfterFirst().isEmpty());
    }
}
