package org.interphase.technique.porosimetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.testkit.porosimetry.CylinderIsotherm;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nitrogen isotherms of cylinders of known diameters. */
class PoreSizesTruthTest {

    private static final List<String> BRANCHES = List.of(" (desorption)", " (adsorption)");

    private static CylinderIsotherm exact(double diameter, double width) {
        return new CylinderIsotherm(0.8, diameter, width, 0, 0, 1, 120, 0, 1);
    }

    private static double value(Outcome o, String name) {
        return Runs.of(o, name).value();
    }

    @Test
    void cylindersAreFoundFromBothBranches() throws Exception {
        CylinderIsotherm t = exact(15, 0.2);
        Outcome o = Runs.bjh(Runs.isotherm(t.csv()));
        for (String b : BRANCHES) {
            assertEquals(0.8, value(o, "BJH pore volume" + b), 0.004, b);
            assertEquals(t.area(), value(o, "BJH pore area" + b), 0.01 * t.area(), b);
            assertEquals(4e3 * 0.8 / t.area(), value(o, "mean pore diameter (4V/A)" + b), 0.2, b);
            assertEquals(15, value(o, "median pore diameter" + b), 0.2, b);
            assertEquals(15, value(o, "modal pore diameter" + b), 0.3, b);
            assertTrue(Runs.of(o, "modal pore diameter" + b).verdict().isSound(), b);
        }
    }

    /** A film on open surface thins as a pore empties: it is never sound where it may be much. */
    @Test
    void aPowderWithoutPoresHasNone() throws Exception {
        Outcome o = Runs.bjh(Runs.isotherm(new CylinderIsotherm(0, 15, 0.2, 50, 0, 1, 60, 0.001, 2).csv()));
        for (String b : BRANCHES) {
            assertTrue(Runs.of(o, "BJH pore volume" + b).isNotDetected(), Runs.of(o, "BJH pore volume" + b).pretty());
            assertTrue(Runs.of(o, "modal pore diameter" + b).verdict().isWithheld());
        }
    }

    @Test
    void cavitationMakesDiametersOfTheDesorptionDoubtful() throws Exception {
        Outcome o = Runs.bjh(Runs.isotherm(new CylinderIsotherm(0.3, 20, 0.15, 0, 0.5, 1, 60, 0.001, 2).csv()));
        Measurement mode = Runs.of(o, "modal pore diameter (desorption)");
        assertEquals(3.7, mode.value(), 0.4);
        assertTrue(mode.verdict().reason().contains("cavitates"), mode.verdict().reason());
        assertTrue(mode.verdict().reason().contains("the adsorption has its mode at"), mode.verdict().reason());
        assertFalse(Runs.of(o, "BJH pore area (desorption)").verdict().isSound());
        assertEquals(20, value(o, "modal pore diameter (adsorption)"), 1);
        assertTrue(Runs.of(o, "modal pore diameter (adsorption)").verdict().isSound());
        assertEquals(0.8, value(o, "BJH pore volume (adsorption)"), 0.03);
    }

    @Test
    void narrowMesoporesAreDoubted() throws Exception {
        Outcome o = Runs.bjh(Runs.isotherm(exact(6, 0.1).csv()));
        assertEquals(6, value(o, "modal pore diameter (desorption)"), 0.15);
        assertTrue(Runs.of(o, "modal pore diameter (desorption)").verdict().reason().contains("too narrow"));
    }

    /** A step by hand: all cores empty between p/p0 = 0.9 and 0.8, and the film thins down to 0.35. */
    @Test
    void aStepByHand() throws Exception {
        // radii by Kelvin (0.9542 nm) and Halsey: 10.3380 and 5.2741 nm, of the mean 7.8061 nm
        double[] p = {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.36};
        StringBuilder csv = new StringBuilder("Adsorptive,N2\np/p0,amount (mmol/g)\n");
        StringBuilder back = new StringBuilder();
        for (int i = p.length - 1; i >= 0; i--) {
            double t = 0.354 * Math.cbrt(-5 / Math.log(p[i]));
            double film = 1 - Math.pow((7.8061 - t) / 7.8061, 2);
            csv.append(p[i]).append(',').append(film / 0.03467 * (i == 0 ? 1 / film : 1)).append('\n');
            back.insert(0, i == 0 ? "" : p[i] + "," + film / 0.03467 + "\n");
        }
        Outcome o = Runs.bjh(Runs.isotherm(csv.append(back).toString()));
        assertEquals(1, value(o, "BJH pore volume (desorption)"), 1e-3);
        assertEquals(2 * 7.8061, value(o, "mean pore diameter (4V/A) (desorption)"), 0.02);
        assertEquals(2e3 / 7.8061, value(o, "BJH pore area (desorption)"), 0.5);
    }

    @Test
    void anotherGasIsRefusedAndNoneIsDoubted() throws Exception {
        String csv = exact(15, 0.2).csv();
        Table argon = Runs.isotherm(csv.replace("N2", "Argon"));
        assertTrue(assertThrows(AnalysisException.class, () -> Runs.bjh(argon)).getMessage().contains("argon"));
        Table nobody = Runs.isotherm(csv.replace("Adsorptive: N2", "Sample: 1"));
        assertTrue(Runs.of(Runs.bjh(nobody), "BJH pore volume (adsorption)").verdict().reason().contains("gas"));
        assertTrue(Runs.of(Runs.bjh(nobody, "gas", "nitrogen"), "BJH pore volume (adsorption)").verdict().isSound());
        Table warm = Runs.isotherm(csv.replace("77.35 K", "-183.0 \u00b0C"));
        assertTrue(Runs.of(Runs.bjh(warm), "BJH pore volume (adsorption)").verdict().reason().contains("bath of 90"));
    }

    @Test
    void withoutDesorptionItsNumbersAreWithheld() throws Exception {
        StringBuilder half = new StringBuilder();
        exact(15, 0.2).csv().lines().limit(123).forEach(l -> half.append(l).append('\n'));
        Outcome o = Runs.bjh(Runs.isotherm(half.toString()));
        assertTrue(Runs.of(o, "modal pore diameter (desorption)").verdict().isWithheld());
        assertEquals(15, value(o, "modal pore diameter (adsorption)"), 0.3);
    }

    @Test
    void soundNumbersAreTrue() throws Exception {
        hold(tally(10), 0.04);
    }

    @Test
    @Tag("study")
    void soundNumbersAreTrueInALargeStudy() throws Exception {
        hold(tally(300), 0);
    }

    private static void hold(VerdictTally tally, double margin) {
        System.out.println(tally.table());
        for (String family : List.of("cylinders", "another film", "outer surface",
                "outer surface with another film", "few points", "cavities", "narrow pores", "noisy")) {
            assertTrue(tally.family(family).withinTwo() >= VerdictTally.WITHIN_TWO - 2 * margin, tally.table());
        }
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO - margin, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE + margin / 2, tally.table());
        // from below 16 nm the lowest pressure does not tell the film in pores from one outside of them
        assertTrue(tally.family("cylinders").doubted() <= VerdictTally.DOUBTED + Math.max(margin, 0.03), tally.table());
    }

    private static VerdictTally tally(int number) throws Exception {
        VerdictTally tally = new VerdictTally("BJH");
        Random r = new Random(7);
        for (int i = 0; i < number; i++) {
            double v = 0.2 + r.nextDouble();
            double d = 13 + 25 * r.nextDouble();
            double w = 0.08 + 0.25 * r.nextDouble();
            double noise = 0.0003 + 0.001 * r.nextDouble();
            double walls = 4e3 * v / d;
            count(tally, "cylinders", new CylinderIsotherm(v, d, w, 0, 0, 1, 60, noise, i));
            count(tally, "another film", new CylinderIsotherm(v, d, w, 0, 0, r.nextDouble(), 60, noise, i));
            count(tally, "outer surface", new CylinderIsotherm(v, d, w, 0.3 * walls * r.nextDouble(), 0, 1, 60, noise,
                    i));
            count(tally, "outer surface with another film", new CylinderIsotherm(v, d, w, 0.3 * walls * r.nextDouble(),
                    0, r.nextDouble(), 60, noise, i));
            count(tally, "few points", new CylinderIsotherm(v, d, w, 0, 0, 1, 25, noise, i));
            count(tally, "noisy", new CylinderIsotherm(v, d, w, 0, 0, 1, 60, 0.005, i));
            count(tally, "cavities", new CylinderIsotherm(v, d, w, 0, v * (0.2 + r.nextDouble()), 1, 60, noise, i));
            count(tally, "narrow pores", new CylinderIsotherm(v, 3.5 + 6 * r.nextDouble(), w, 0, 0, 1, 60, noise, i));
        }
        return tally;
    }

    private static void count(VerdictTally tally, String family, CylinderIsotherm t) throws Exception {
        Outcome o = Runs.bjh(Runs.isotherm(t.csv()));
        for (String b : BRANCHES) {
            tally.number(family, o.measurements(), "BJH pore volume" + b, t.volume() + t.cavities());
            double area = t.area() + 4e3 * t.cavities() / 20;
            tally.number(family, o.measurements(), "BJH pore area" + b, area);
            tally.number(family, o.measurements(), "mean pore diameter (4V/A)" + b, 4e3 * (t.volume() + t.cavities())
                    / area);
            if (t.cavities() == 0) {
                tally.number(family, o.measurements(), "median pore diameter" + b, t.diameter());
                tally.number(family, o.measurements(), "modal pore diameter" + b, t.diameter());
            }
        }
    }
}
