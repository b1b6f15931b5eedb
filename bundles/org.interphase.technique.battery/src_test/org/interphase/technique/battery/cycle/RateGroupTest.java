package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateGroupTest {

    @Test
    void theScatterOfTwoIsKnownByOneDegreeOfFreedom() {
        // two values 2e-3 apart: 1e-3, times 12.706 / 1.960
        assertEquals(6.4829e-3, RateGroup.mean(List.of(new Uncertain(1, 1e-6), new Uncertain(1.002, 1e-6))).u(), 1e-6);
        assertEquals(0.1 / Math.sqrt(2), RateGroup.mean(List.of(new Uncertain(1, 0.1), new Uncertain(1.002, 0.1))).u(),
                1e-12);
    }
}
