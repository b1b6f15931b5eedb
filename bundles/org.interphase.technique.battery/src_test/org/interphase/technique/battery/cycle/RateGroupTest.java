package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.junit.jupiter.api.Test;

class RateGroupTest {

    @Test
    void theScatterOfTwoIsKnownByOneDegreeOfFreedom() {
        // two values 2e-3 apart: 1e-3, times 12.706 / 1.960
        assertEquals(6.4829e-3, RateGroup.mean(List.of(new Uncertain(1, 1e-6), new Uncertain(1.002, 1e-6))).u(), 1e-6);
        assertEquals(0.1 / Math.sqrt(2), RateGroup.mean(List.of(new Uncertain(1, 0.1), new Uncertain(1.002, 0.1))).u(),
                1e-12);
        // of one value alone its own uncertainty counts
        assertEquals(new Uncertain(3, 0.5), RateGroup.mean(List.of(new Uncertain(3, 0.5))));
    }

    @Test
    void ratesAreWrittenAsTheFieldWritesThem() {
        assertEquals("C/10", RateGroup.name(0.1));
        assertEquals("C/10", RateGroup.name(0.1 / 1.04));
        assertEquals("C/20", RateGroup.name(0.051));
        assertEquals("C/2.63", RateGroup.name(0.38));
        assertEquals("C/2.43", RateGroup.name(0.411));
        assertEquals("0.5C", RateGroup.name(0.47));
        assertEquals("0.5C", RateGroup.name(0.53));
        assertEquals("0.45C", RateGroup.name(0.45));
        assertEquals("0.54C", RateGroup.name(0.54));
        assertEquals("1C", RateGroup.name(1.02));
        assertEquals("1.5C", RateGroup.name(1.5));
        assertEquals("2C", RateGroup.name(1.9));
        assertEquals("10C", RateGroup.name(10.1));
        assertEquals("1.25C", RateGroup.name(1.25));
    }

    /** A cycle that charges at twice the current of its discharge, and moves 2 A.h at 4 V and 1 A.h at 3 V. */
    private static CycleValues cycle(int number, double current, Verdict discharge) {
        return Halves.values(new CellCycle(number, List.of(
                Halves.half(Halves.step(1, 2, 0.02, 4, 0.1, 2 * current, Verdict.SOUND)),
                Halves.half(Halves.step(-1, 1, 0.01, 3, 0.2, current, discharge))))).get(0);
    }

    @Test
    void consecutiveCyclesOfOneCurrentAreAGroup() {
        Verdict no = Verdict.doubtful("spikes");
        List<CycleValues> all = List.of(cycle(1, 0.1, Verdict.SOUND), cycle(2, 0.104, no), cycle(3, 0.2, Verdict.SOUND),
                cycle(4, 0.1, Verdict.SOUND));
        List<RateGroup> down = RateGroup.of(all, -1, 1);
        assertEquals(List.of(2, 1, 1), down.stream().map(g -> g.cycles().size()).toList());
        RateGroup first = down.get(0);
        assertEquals(0.102, first.rate(), 1e-12);
        assertEquals("C/10", first.name());
        assertEquals(1, first.capacity().value(), 1e-12);
        assertEquals(0.01 / Math.sqrt(2), first.capacity().u(), 1e-12);
        assertEquals(3, first.meanVoltage().value(), 1e-12);
        assertEquals(0.2 / Math.sqrt(2), first.meanVoltage().u(), 1e-12);
        assertEquals("spikes", first.verdict().reason());
        assertTrue(down.get(1).verdict().isSound());
        assertTrue(first.isAt(down.get(2)));
        assertFalse(first.isAt(down.get(1)));
        assertFalse(down.get(1).isAt(first));
        RateGroup up = RateGroup.of(all, 1, 2).get(1);
        assertEquals(0.2, up.rate(), 1e-12);
        assertEquals(2, up.capacity().value(), 1e-12);
        assertEquals(4, up.meanVoltage().value(), 1e-12);
        assertTrue(RateGroup.of(List.of(), 1, 2).isEmpty());
    }
}
