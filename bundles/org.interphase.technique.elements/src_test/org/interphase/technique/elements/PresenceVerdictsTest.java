package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Measurement;
import org.interphase.technique.elements.operation.IdentifyElements;
import org.interphase.testkit.elements.PresenceChallenge;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names, counts and limits of elements are worth what they say, on spectra that make naming hard. */
class PresenceVerdictsTest {

    private static VerdictTally tally(int perFamily, long seed) throws AnalysisException {
        VerdictTally tally = new VerdictTally("Elements in hard spectra");
        for (PresenceChallenge c : PresenceChallenge.all(perFamily, seed)) {
            List<Measurement> found = new IdentifyElements().apply(c.truth().curve(c.seed()),
                    new IdentifyElements.Parameters(Range.ALL, null, c.asked(), List.of()), Progress.none())
                    .measurements();
            StringBuilder odd = new StringBuilder();
            for (Measurement m : found) {
                String family = m.name().replace(" counts", "");
                String symbol = family.split(" ")[0];
                double truth = c.truth().of(family);
                boolean there = c.truth().has(symbol);
                if (there) {
                    tally.number(c.family(), m, truth);
                } else {
                    tally.absent(c.family(), m.isDetected() && m.verdict().isSound());
                }
                boolean wrong = there ? m.isDetected() ? m.verdict().isSound() && Math.abs(m.value() - truth)
                        > 3 * m.uncertainty() : m.limit() < truth : m.isDetected();
                odd.append(wrong ? " " + m.name() + " " + m.pretty() + " truth " + truth : "");
            }
            for (String symbol : c.truth().elements()) {
                // what is there and was neither found nor asked for has no limit
                if (found.stream().noneMatch(m -> m.name().startsWith(symbol + " ")) && c.truth().plain(symbol)) {
                    odd.append(" missed ").append(symbol);
                }
            }
            if (System.getProperty("elements.show") != null && odd.length() > 0) {
                System.out.println(c.family() + " " + c.seed() + ":" + odd);
            }
        }
        return tally;
    }

    private static void assertHolds(VerdictTally tally, double slack) {
        VerdictTally.Count all = tally.all();
        String table = tally.table();
        assertTrue(all.withinTwo() >= VerdictTally.WITHIN_TWO - slack, table);
        assertTrue(all.beyondThree() <= VerdictTally.BEYOND_THREE + slack, table);
        assertTrue(all.falselyPresent() <= VerdictTally.FALSELY_PRESENT + slack / 2, table);
        assertTrue(all.limitBelow() <= VerdictTally.LIMIT_BELOW + 2 * slack, table);
        assertTrue(tally.family("obeys the model").doubted() <= VerdictTally.DOUBTED + slack, table);
    }

    @Test
    void namesAndLimitsHoldWhereNamingIsHard() throws AnalysisException {
        assertHolds(tally(2, 5), 0.03);
    }

    @Test
    @Tag("study")
    void namesAndLimitsHoldOverManySpectra() throws AnalysisException {
        VerdictTally tally = tally(Integer.getInteger("elements.study", 12), 11);
        System.out.println(tally.table());
        assertHolds(tally, 0);
    }
}
