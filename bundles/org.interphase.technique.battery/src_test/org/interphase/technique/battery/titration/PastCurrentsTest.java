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

    @Test
    void partsOfATaperHaveEqualChargesAboutTheirOwnCentres() throws Exception {
        // 1 A that falls in a straight line to a half in 800 s: charge 600 A s, its centre (400 - 1/18 x 800) s
        Rows rows = new Rows().rest(5, 10, 3.9).step(801, 1, f -> 1 - f / 2, f -> 3.9 + f / 2).rest(20, 60, 4.1);
        CellSegmentation cell = rows.segment();
        List<PastCurrent> all = PastCurrents.of(cell, cell.clock()::at, List.of()).all();
        assertEquals(8, all.size());
        double charge = all.stream().mapToDouble(PastCurrent::charge).sum();
        assertEquals(600, charge, 2);
        for (PastCurrent p : all) {
            assertEquals(charge / 8, p.charge(), 1);
        }
        double moment = all.stream().mapToDouble(p -> p.charge() * (p.from() + p.to()) / 2).sum();
        assertEquals(40 + 400 - 800 / 18.0, moment / charge, 1);
    }

    @Test
    void currentsStandInTheOrderOfTimeAndPulsesAmongThem() throws Exception {
        Rows rows = new Rows().rest(5, 10, 3.9).pause(10).constant(31, 10, -1, 3.8, 3.7).pause(10).rest(20, 10, 3.8)
                .pause(10).constant(11, 10, 0.5, 3.9, 4).pause(10).rest(20, 10, 3.8);
        CellSegmentation cell = rows.segment();
        Pulse pulse = new Pulse(1, 55, 56, 66, 86, 555, 665, 0, 0.5);
        assertEquals(56, cell.steps().get(3).from());
        PastCurrents past = PastCurrents.of(cell, cell.clock()::at, List.of(pulse));
        assertEquals(2, past.all().size());
        assertEquals(new PastCurrent(50, 350, -1), past.all().get(0));
        assertEquals(new PastCurrent(555, 665, 0.5), past.all().get(1));
        assertEquals(1, past.own()[0]);
        assertEquals(past.all().subList(0, 1), past.before(0));
        assertEquals(List.of(), past.between(0, 0));
    }
}
