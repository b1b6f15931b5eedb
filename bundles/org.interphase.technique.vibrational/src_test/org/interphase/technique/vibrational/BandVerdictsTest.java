package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.testkit.verdict.VerdictTally;
import org.interphase.testkit.vibrational.BandListChallenge;
import org.interphase.testkit.vibrational.CarbonChallenge;
import org.interphase.testkit.vibrational.MapChallenge;
import org.interphase.testkit.vibrational.SpectrumFlaw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verdicts on the D and G bands of carbon, on lists of bands and on maps are worth. */
class BandVerdictsTest {

    private static final List<String> QUANTITIES = List.of("position", "height", "FWHM", "area");

    /** Counts one simulated dataset. */
    @FunctionalInterface
    private interface Case {
        void count(VerdictTally tally, SpectrumFlaw flaw, double level, long seed) throws AnalysisException;
    }

    private static VerdictTally tally(String title, int each, Set<SpectrumFlaw> flaws, Case one)
            throws AnalysisException {
        VerdictTally tally = new VerdictTally(title + ", " + each + " of a family");
        for (SpectrumFlaw flaw : flaws) {
            // one spectrum that is doubted doubts all its numbers: of those that obey there must be more
            for (int i = 0; i < (flaw == SpectrumFlaw.NONE ? 3 * each : each); i++) {
                one.count(tally, flaw, (i + 0.5) / each, 4000L * flaw.ordinal() + i);
            }
        }
        return tally;
    }

    private static void number(VerdictTally tally, SpectrumFlaw flaw, Outcome o, String name, double truth) {
        tally.number(flaw.name(), o.measurements(), name, truth);
    }

    /** What is not there has a limit of its area, and neither place nor width. */
    private static void band(VerdictTally tally, SpectrumFlaw flaw, Outcome o, String name, double[] truth) {
        boolean there = Steps.measurement(o, name + " area").isDetected();
        for (int q = there ? 0 : 3; q < 4; q++) {
            number(tally, flaw, o, name + " " + QUANTITIES.get(q), truth[q]);
        }
    }

    private static VerdictTally carbon(int each) throws AnalysisException {
        return tally("Carbon D and G", each, EnumSet.allOf(SpectrumFlaw.class), (tally, flaw, level, seed) -> {
            CarbonChallenge t = CarbonChallenge.of(flaw, level, seed);
            Outcome o = Steps.recipe("raman/carbon-d-g", t.curve(), Map.of("fit.scale", 0)).get("fit");
            band(tally, flaw, o, "D", t.d());
            band(tally, flaw, o, "G", t.g());
            for (int q : new int[] {1, 3}) {
                String ratio = q == 1 ? "I(D)/I(G)" : "A(D)/A(G)";
                if (o.measurements().stream().anyMatch(m -> m.name().equals(ratio))) {
                    number(tally, flaw, o, ratio, t.d()[q] / t.g()[q]);
                }
            }
        });
    }

    private static VerdictTally bands(int each) throws AnalysisException {
        return tally("Lists of bands", each, EnumSet.allOf(SpectrumFlaw.class), (tally, flaw, level, seed) -> {
            BandListChallenge t = BandListChallenge.of(flaw, level, seed);
            Outcome o = Steps.recipe("raman/identify", t.curve(), Map.of("bands.scale", 0)).get("bands");
            boolean invented = false;
            for (Measurement m : o.measurements()) {
                if (!m.name().endsWith(" position")) {
                    continue;
                }
                double[] truth = t.bands().stream().min((a, b) -> Double.compare(Math.abs(a[0] - m.value()),
                        Math.abs(b[0] - m.value()))).orElseThrow();
                if (Math.abs(truth[0] - m.value()) > Math.max(5, truth[2] / 2)) {
                    invented |= m.verdict().isSound();
                    continue;
                }
                for (int q = 0; q < 4; q++) {
                    number(tally, flaw, o, m.name().replace("position", QUANTITIES.get(q)), truth[q]);
                }
            }
            tally.absent(flaw.name(), invented);
        });
    }

    private static VerdictTally maps(int each) throws AnalysisException {
        return tally("Maps", each, EnumSet.complementOf(EnumSet.of(SpectrumFlaw.FRINGES)),
                (tally, flaw, level, seed) -> {
                    MapChallenge t = MapChallenge.of(flaw, level, seed);
                    List<Map<String, Object>> named = new ArrayList<>();
                    for (double[] b : new double[][] {{1001, 9}, {1090, 12}, {1180, 12}}) {
                        named.add(Map.of("name", "b" + (int) b[0], "position", b[0], "fwhm", b[1]));
                    }
                    Outcome o = Steps.recipe("raman/map", t.stack(), Map.of("bands.bands", named,
                            "bands.scale", 0)).get("bands");
                    for (int b = 0; b < 2; b++) {
                        String name = b == 0 ? "b1001" : "b1090";
                        number(tally, flaw, o, name + " area mean", t.area()[b]);
                        number(tally, flaw, o, name + " position mean", t.position()[b]);
                        number(tally, flaw, o, name + " detected in", b == 0 ? 100 : t.share());
                    }
                    for (String name : List.of("b1180 area mean", "b1180 detected in")) {
                        Measurement m = Steps.measurement(o, name);
                        tally.absent(flaw.name(), m.isDetected() && m.verdict().isSound() && m.value() != 0);
                    }
                });
    }

    private static void require(VerdictTally tally, double margin, int fewest) {
        VerdictTally.Count all = tally.all();
        assertTrue(tally.family("NONE").sound() >= fewest, tally::table);
        assertTrue(all.withinTwo() >= VerdictTally.WITHIN_TWO - margin, tally::table);
        assertTrue(all.beyondThree() <= VerdictTally.BEYOND_THREE + margin, tally::table);
        assertTrue(all.falselyPresent() <= VerdictTally.FALSELY_PRESENT + margin, tally::table);
        assertTrue(all.limitBelow() <= VerdictTally.LIMIT_BELOW + margin, tally::table);
        assertTrue(tally.family("NONE").doubted() <= VerdictTally.DOUBTED + margin, tally::table);
    }

    @Test
    void soundNumbersOfCarbonHold() throws AnalysisException {
        require(carbon(6), 0.03, 160);
    }

    /** Crests of fringes and what is left of a cosmic ray are no bands; of clean spectra hardly a band is doubted. */
    @ParameterizedTest
    @CsvSource({"FRINGES, 4", "FRINGES, 5", "FRINGES, 8", "SPIKES, 8", "SPIKES, 10"})
    void inventedBandsAreNotSound(SpectrumFlaw flaw, long seed) throws AnalysisException {
        BandListChallenge t = BandListChallenge.of(flaw, 3, seed);
        Outcome o = Steps.recipe("raman/identify", t.curve(), Map.of("bands.scale", 0)).get("bands");
        for (Measurement m : o.measurements()) {
            if (m.name().endsWith(" position") && t.bands().stream()
                    .noneMatch(b -> Math.abs(b[0] - m.value()) <= Math.max(5, b[2] / 2))) {
                assertFalse(m.verdict().isSound(), m.pretty());
            }
        }
    }

    /** A line that leans is as well described by two that do not: neither its width nor its area may be told apart. */
    @Test
    void widthsOfLinesThatLeanAreNotSoundAndWrong() throws AnalysisException {
        int sound = 0;
        int wrong = 0;
        for (int seed = 1; seed <= 6; seed++) {
            BandListChallenge t = BandListChallenge.of(SpectrumFlaw.LEANING, 0.6, seed);
            Outcome o = Steps.recipe("raman/identify", t.curve(), Map.of("bands.scale", 0)).get("bands");
            for (Measurement m : o.measurements()) {
                for (double[] band : t.bands()) {
                    int q = m.name().endsWith(" FWHM") ? 2 : m.name().endsWith(" position") ? 0 : -1;
                    Measurement at = Steps.measurement(o, m.name().replace(" FWHM", " position"));
                    if (q >= 0 && m.verdict().isSound() && Math.abs(at.value() - band[0]) < band[2] / 2) {
                        sound++;
                        wrong += Math.abs(m.value() - band[q]) > 2 * m.uncertainty() ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(sound >= 10 && wrong <= 0.1 * sound, wrong + " of " + sound);
    }

    @Test
    void soundNumbersOfBandListsHold() throws AnalysisException {
        require(bands(6), 0.03, 200);
    }

    @Test
    void soundNumbersOfMapsHold() throws AnalysisException {
        require(maps(2), 0.03, 30);
    }

    @Test
    @Tag("study")
    void soundNumbersHoldInAStudy() throws AnalysisException {
        List<VerdictTally> all = List.of(carbon(20), bands(20), maps(8));
        all.forEach(t -> System.out.println(t.table()));
        require(all.get(0), 0, 100);
        // one band too many makes a list count as wrong, and there is room for some fifty in each spectrum
        require(all.get(1), 0.02, 100);
        require(all.get(2), 0, 100);
    }
}
