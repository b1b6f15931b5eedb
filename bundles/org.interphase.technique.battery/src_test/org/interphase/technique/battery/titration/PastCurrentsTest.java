package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.Rows;
import org.junit.jupiter.api.Test;

class PastCurrentsTest {

    @Test
    void theChargeOfATaperDoesNotDependOnWhereItsRowsLie() throws Exception {
        for (double sign : new double[] {1, -1}) {
            // rows a second apart at first, a minute later on
            Rows rows = new Rows().rest(5, 10, 3.9);
            for (double t = 0; t <= 3000; t += t < 60 ? 1 : 60) {
                double i = sign * Math.exp(-t / 1000);
                rows.step(1, 0, f -> i, f -> 4.2).pause(t < 60 ? 1 : t < 3000 ? 60 : 0);
            }
            CellSegmentation cell = rows.rest(20, 60, 4.1).segment();
            PastCurrents past = PastCurrents.of(cell, cell.clock()::at, List.of());
            assertEquals(sign * 1000 * (1 - Math.exp(-3)), past.all().stream().mapToDouble(PastCurrent::charge).sum(),
                    5);
        }
    }
}
