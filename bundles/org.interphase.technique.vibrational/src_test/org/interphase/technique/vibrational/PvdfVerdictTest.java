package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.verdict.VerdictTally;
import org.interphase.testkit.vibrational.PvdfChallenge;
import org.interphase.testkit.vibrational.SpectrumFlaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the verdicts on the phases of PVDF are worth where bands and baseline are not what the fit supposes. */
class PvdfVerdictTest {

    static VerdictTally tally(int each) throws AnalysisException {
        VerdictTally tally = new VerdictTally("PVDF phases, " + each + " spectra of a family");
        // an interferometer sees no cosmic rays
        for (SpectrumFlaw flaw : EnumSet.complementOf(EnumSet.of(SpectrumFlaw.SPIKES))) {
            for (int i = 0; i < each; i++) {
                PvdfChallenge t = PvdfChallenge.of(flaw, (i + 0.5) / each, 1000L * flaw.ordinal() + i);
                Outcome o = Steps.recipe("ftir/pvdf-phase", t.curve(), Map.of()).get("phase");
                number(tally, flaw, o, "F(beta)", t.beta());
                number(tally, flaw, o, "alpha 763 absorbance", t.alpha763());
                number(tally, flaw, o, "beta 840 absorbance", t.beta840());
                number(tally, flaw, o, "beta 1275 absorbance", t.beta1275());
                number(tally, flaw, o, "alpha 614 absorbance", t.alpha614());
                tally.absent(flaw.name(), sound(Steps.measurement(o, "gamma 1234 absorbance")));
            }
        }
        return tally;
    }

    private static void number(VerdictTally tally, SpectrumFlaw flaw, Outcome o, String name, double truth) {
        Measurement m = Steps.measurement(o, name);
        if (truth == 0 && !name.equals("F(beta)")) {
            tally.absent(flaw.name(), sound(m));
        } else {
            tally.number(flaw.name(), m, truth);
        }
    }

    private static boolean sound(Measurement m) {
        return m.isDetected() && m.verdict().isSound();
    }

    private static void require(VerdictTally tally, double margin) {
        VerdictTally.Count all = tally.all();
        List<String> wrong = new ArrayList<>();
        if (tally.family("NONE").numbers() == 0) {
            wrong.add("nothing counted");
        }
        if (all.withinTwo() < VerdictTally.WITHIN_TWO - margin) {
            wrong.add("within two");
        }
        if (all.beyondThree() > VerdictTally.BEYOND_THREE + margin) {
            wrong.add("beyond three");
        }
        if (all.falselyPresent() > VerdictTally.FALSELY_PRESENT + margin) {
            wrong.add("falsely present");
        }
        if (all.limitBelow() > VerdictTally.LIMIT_BELOW + margin) {
            wrong.add("limits");
        }
        if (tally.family("NONE").doubted() > VerdictTally.DOUBTED + margin) {
            wrong.add("doubted");
        }
        assertTrue(wrong.isEmpty(), () -> wrong + "\n" + tally.table());
    }

    @Test
    void soundNumbersHold() throws AnalysisException {
        require(tally(8), 0.02);
    }

    @Test
    @Tag("study")
    void soundNumbersHoldInAStudy() throws AnalysisException {
        VerdictTally tally = tally(60);
        System.out.println(tally.table());
        require(tally, 0.005);
    }
}
