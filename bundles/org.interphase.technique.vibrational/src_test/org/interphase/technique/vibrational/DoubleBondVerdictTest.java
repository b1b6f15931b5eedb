package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.verdict.VerdictTally;
import org.interphase.testkit.vibrational.DoubleBondChallenge;
import org.interphase.testkit.vibrational.DoubleBondChallenge.Content;
import org.interphase.testkit.vibrational.SpectrumFlaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the verdicts on the C=C band are worth: numbers where it is, names where it is not. */
class DoubleBondVerdictTest {

    private static VerdictTally tally(boolean raman, int each) throws AnalysisException {
        VerdictTally tally = new VerdictTally((raman ? "Raman" : "Infrared") + " C=C, " + each
                + " spectra of a family");
        for (SpectrumFlaw flaw : SpectrumFlaw.values()) {
            if (flaw == SpectrumFlaw.SPIKES && !raman) {
                continue;
            }
            for (int i = 0; i < each; i++) {
                family(tally, flaw.name(), DoubleBondChallenge.of(raman, Content.DOUBLE_BOND, true, flaw,
                        (i + 0.5) / each, 7000L * flaw.ordinal() + i), raman);
            }
        }
        for (Content content : Content.values()) {
            boolean possible = raman ? content != Content.WATER && content != Content.AMIDE
                    : content != Content.CARBON;
            if (possible && content != Content.DOUBLE_BOND) {
                for (int i = 0; i < each; i++) {
                    family(tally, content + " alone", DoubleBondChallenge.of(raman, content, i % 2 == 0,
                            SpectrumFlaw.NONE, 0, 9000L * content.ordinal() + i), raman);
                }
            }
        }
        return tally;
    }

    private static void family(VerdictTally tally, String name, DoubleBondChallenge t, boolean raman)
            throws AnalysisException {
        Outcome o = Steps.recipe(raman ? "raman/c-double-bond" : "ftir/c-double-bond", t.curve(),
                Map.of("fit.scale", 0)).get("fit");
        Measurement area = Steps.measurement(o, "C=C area");
        if (t.present()) {
            tally.number(name, area, t.area());
            Measurement position = Steps.measurement(o, "C=C position");
            if (position.isDetected() || position.verdict().isWithheld()) {
                tally.number(name, position, t.position());
            }
            o.measurements().stream().filter(m -> m.name().equals("C=C height")).findFirst()
                    .ifPresent(m -> tally.number(name, m, t.height()));
            o.measurements().stream().filter(m -> m.name().equals("A(C=C)/A(CH2)")).findFirst()
                    .ifPresent(m -> tally.number(name, m, t.area() / t.partnerArea()));
            tally.number(name, o.measurements(), "CH2 area", t.partnerArea());
        } else {
            tally.absent(name, area.isDetected() && area.verdict().isSound());
        }
    }

    private static void require(VerdictTally tally, double margin, double doubt) {
        VerdictTally.Count all = tally.all();
        assertTrue(all.withinTwo() >= VerdictTally.WITHIN_TWO - margin, tally::table);
        assertTrue(all.beyondThree() <= VerdictTally.BEYOND_THREE + margin, tally::table);
        assertTrue(all.falselyPresent() <= VerdictTally.FALSELY_PRESENT + margin, tally::table);
        assertTrue(all.limitBelow() <= VerdictTally.LIMIT_BELOW + margin, tally::table);
        assertTrue(tally.family("NONE").doubted() <= VerdictTally.DOUBTED + doubt, tally::table);
    }

    // one spectrum of a family that is doubted doubts all its numbers, so few spectra need a wide margin
    @Test
    void soundNumbersOfRamanBandsHold() throws AnalysisException {
        require(tally(true, 4), 0.04, 0.2);
    }

    @Test
    void soundNumbersOfInfraredBandsHold() throws AnalysisException {
        require(tally(false, 4), 0.04, 0.2);
    }

    @Test
    @Tag("study")
    void soundNumbersOfBothHoldInAStudy() throws AnalysisException {
        VerdictTally raman = tally(true, 40);
        System.out.println(raman.table());
        VerdictTally infrared = tally(false, 40);
        System.out.println(infrared.table());
        require(raman, 0.01, 0.03);
        require(infrared, 0.005, 0.03);
    }
}
