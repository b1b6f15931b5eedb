package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.battery.CellModel;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.SyntheticCycler.Half;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the verdicts on capacities, efficiencies and drops are worth, over cells and cyclers that misbehave. */
class CyclingVerdictsTest {

    private static Logging logging(String family, long seed) {
        Logging plain = Logging.every(10 + 5 * (seed % 3)).noisy(2e-4, 2e-4, seed);
        return switch (family) {
            case "no counters" -> plain.withoutCounters();
            case "no rows at the edges" -> plain.withoutCounters().withoutEdges();
            case "rows missing" -> plain.withoutCounters().losing(0.2);
            case "drifting reference" -> plain.drifting(2e-8);
            default -> plain;
        };
    }

    private static VerdictTally tally(int seeds) throws Exception {
        VerdictTally tally = new VerdictTally("cycling");
        for (String family : List.of("counters", "no counters", "no rows at the edges", "rows missing",
                "drifting reference", "leaking cell", "temperature step")) {
            for (long seed = 0; seed < seeds; seed++) {
                CellModel cell = CyclingTruth.cell(family.equals("leaking cell") ? 3e-5 : 0);
                SyntheticCycler c = new SyntheticCycler(cell, logging(family, seed));
                double rate = 3e-3 * (0.5 + 0.25 * (seed % 4));
                c.rest(900);
                for (int n = 0; n < 3; n++) {
                    if (n == 1 && family.equals("temperature step")) {
                        cell.heat(1.4);
                    }
                    c.constant(rate, 4.2).held(4.2, rate / 10).endHalf().rest(900);
                    c.constant(-rate, 3.0).endHalf().rest(900).nextCycle();
                }
                add(tally, family, c);
            }
        }
        return tally;
    }

    private static void add(VerdictTally tally, String family, SyntheticCycler c) throws Exception {
        Outcome o = Runs.run(new CyclingSummary(), c.table(), "efficiency", "full-cell");
        Outcome drops = Runs.run(new IrDrop(), c.table());
        List<Half> t = c.truth();
        for (int n = 0; n < 3; n++) {
            Half in = t.get(2 * n);
            Half back = t.get(2 * n + 1);
            String of = " of cycle " + (n + 1);
            tally.number(family + ": charge", Runs.of(o, "discharge capacity" + of), 1000 * back.charge());
            tally.number(family + ": charge", Runs.of(o, "charge capacity" + of), 1000 * in.charge());
            tally.number(family + ": efficiency", Runs.of(o, "coulombic efficiency (discharge/charge)" + of),
                    100 * back.charge() / in.charge());
            Measurement drop = Runs.of(drops, "IR drop (extrapolated by sqrt(t)) at discharge" + of);
            tally.number(family + ": drop", drop, 1000 * back.ohmic());
        }
    }

    private static void holds(VerdictTally tally, double slack) {
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO - slack, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE + slack, tally.table());
        assertTrue(tally.family("counters: charge").doubted() <= VerdictTally.DOUBTED, tally.table());
    }

    @Test
    void soundNumbersHoldOverCellsAndCyclersThatMisbehave() throws Exception {
        VerdictTally t = tally(2);
        holds(t, 0.03);
    }

    @Test
    @Tag("study")
    void soundNumbersHoldOverMany() throws Exception {
        VerdictTally t = tally(30);
        System.out.println(t.table());
        holds(t, 0.01);
    }
}
