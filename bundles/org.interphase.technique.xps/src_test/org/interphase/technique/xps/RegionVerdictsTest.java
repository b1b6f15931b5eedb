package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.testkit.photoelectron.RegionFamilies;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of what is called sound nearly all is true, whatever the data do to the model. */
class RegionVerdictsTest {

    private static VerdictTally of(RegionVerdicts.Subject s, int seeds, long first) throws Exception {
        VerdictTally t = new VerdictTally(s.recipe());
        RegionVerdicts.tally(s, seeds, first, t);
        return t;
    }

    /** Some 180 numbers, in spectra whose numbers hang together: the margins are two standard errors of that. */
    @Test
    void soundNumbersOfFluorineAreTrueAndLithiumFluorideIsNotInvented() throws Exception {
        VerdictTally t = of(RegionVerdicts.subjects().get(0), 1, 1);
        assertTrue(t.all().withinTwo() >= VerdictTally.WITHIN_TWO - 0.04, t.table());
        assertTrue(t.all().beyondThree() <= VerdictTally.BEYOND_THREE + 0.02, t.table());
        assertTrue(t.all().falselyPresent() <= 0.05, t.table());
        assertTrue(t.all().limitBelow() <= VerdictTally.LIMIT_BELOW, t.table());
        assertTrue(t.family(RegionFamilies.MODEL).doubted() <= VerdictTally.DOUBTED, t.table());
    }

    @Test
    @Tag("study")
    void soundNumbersOfEveryRecipeAreTrue() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (RegionVerdicts.Subject s : RegionVerdicts.subjects()) {
            VerdictTally t = of(s, Integer.getInteger("xps.seeds", 16), 100);
            System.out.println(t.table());
            System.out.printf("doubted on data of the model: %.1f %%%n%n", 100 * t.family(RegionFamilies.MODEL)
                    .doubted());
            wrong.addAll(missed(s, t));
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
    }

    private static List<String> missed(RegionVerdicts.Subject s, VerdictTally t) {
        List<String> out = new ArrayList<>();
        if (t.all().withinTwo() < VerdictTally.WITHIN_TWO || t.all().beyondThree() > VerdictTally.BEYOND_THREE) {
            out.add(s.recipe() + ": sound numbers");
        }
        if (t.all().falselyPresent() > VerdictTally.FALSELY_PRESENT) {
            out.add(s.recipe() + ": falsely present");
        }
        if (t.all().limitBelow() > VerdictTally.LIMIT_BELOW) {
            out.add(s.recipe() + ": limits");
        }
        // the position alone never tells LiCN, so that its numbers are always doubtful
        if (!s.recipe().contains("licn") && t.family(RegionFamilies.MODEL).doubted() > VerdictTally.DOUBTED) {
            out.add(s.recipe() + ": doubted");
        }
        return out;
    }
}
