package org.interphase.technique.porosimetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.MissingFactException;
import org.interphase.api.Outcome;
import org.interphase.model.Table;
import org.interphase.testkit.porosimetry.CylinderBundle;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bundles of cylinders whose pores are known. */
class IntrusionTruthTest {

    private static final CylinderBundle.Group FINE = new CylinderBundle.Group(0.05, 0.4, 0.3);

    @Test
    void cylindersHaveTheirVolumeAndWallArea() throws Exception {
        CylinderBundle b = CylinderBundle.of(1, FINE).noisy(0);
        Outcome o = Runs.washburn(Runs.mercury(b.csv()), "contactAngle", "140 deg", "surfaceTension", "0.48 N/m");
        assertEquals(b.volume(), Runs.of(o, "total intrusion volume").value(), 1e-4);
        assertEquals(b.area(), Runs.of(o, "total pore area").value(), 0.004 * b.area());
        assertEquals(b.median(), Runs.of(o, "median pore diameter (volume)").value(), 0.01 * b.median());
    }

    @Test
    void compressionOfMercuryAndSolidIsTakenOff() throws Exception {
        // 2 cm3 of mercury and 1 g of solid of 2.5 g/cm3: 4.0e-11 * 2 + 3e-11 * 0.4 cm3/Pa
        CylinderBundle b = CylinderBundle.of(1, FINE).noisy(0).sloping((4.0e-11 * 2 + 3e-11 * 0.4) * 1e6);
        Table t = Runs.mercury(b.csv());
        assertTrue(!Runs.of(Runs.washburn(t), "total intrusion volume").verdict().isSound());
        Outcome o = Runs.washburn(t, "mass", "1.0000 g", "mercuryVolume", "2 cm3", "solidCompressibility", "3e-11 Pa-1",
                "skeletalDensity", "2.5 g/cm3");
        assertEquals(b.volume(), Runs.of(o, "total intrusion volume").value(), 1e-4);
    }

    @Test
    void mercuryThatStaysIsTold() throws Exception {
        Outcome o = Runs.washburn(Runs.mercury(CylinderBundle.of(1, FINE).keeping(0.37).csv()));
        assertEquals(37, Runs.of(o, "mercury retained").value(), 0.3);
    }

    @Test
    void porosityFollowsFromTheBulkDensity() throws Exception {
        CylinderBundle b = CylinderBundle.of(1, FINE).noisy(0);
        Outcome o = Runs.washburn(Runs.mercury(b.csv()), "bulkDensity", "1.25 g/cm3");
        assertEquals(100 * b.volume() * 1.25, Runs.of(o, "porosity").value(), 0.05);
        assertEquals(1 / (0.8 - b.volume()), Runs.of(o, "apparent skeletal density").value(), 0.01);
    }

    @Test
    void reportsStateTheirAngleAndTension() throws Exception {
        Outcome o = Runs.washburn(Runs.mercury(MercuryFiles.report()));
        assertEquals(4 * 0.485 * Math.cos(Math.toRadians(50)) / 200e6 * 1e9, Runs.of(o,
                "diameter at the highest pressure").value(), 0.02);
        assertEquals(0.3, Runs.of(o, "total intrusion volume").value(), 0.001);
    }

    @Test
    void gapsBetweenParticlesAreToldByAValley() throws Exception {
        CylinderBundle b = CylinderBundle.of(1, new CylinderBundle.Group(20, 0.3, 0.2), FINE);
        Table t = (Table) Runs.washburn(Runs.mercury(b.csv())).dataset();
        assertEquals(0.2, Runs.of(Runs.distribution(t), "interparticle volume").value(), 0.002);
        assertEquals(0.2, Runs.of(Runs.distribution(t, "boundary", "1 um"), "interparticle volume").value(), 0.002);
    }

    @Test
    void modesAreWhereTheCylindersAre() throws Exception {
        Table t = (Table) Runs.washburn(Runs.mercury(CylinderBundle.of(1, FINE).csv()), "contactAngle", "140 deg",
                "surfaceTension", "0.48 N/m").dataset();
        // dV/dlog D of a log-normal is highest at its median
        assertEquals(0.05, Runs.of(Runs.distribution(t), "modal pore diameter").value(), 0.004);
    }

    @Test
    void cubicMetresPerGramArePlainlyCubicCentimetres() throws Exception {
        String csv = CylinderBundle.of(1, FINE).csv().replace("cm3/g", "m3 g-1");
        Table t = Runs.mercury(csv);
        assertEquals("cm3/g", t.columns().get(1).unit().text());
        assertTrue(t.header().remarks().stream().anyMatch(r -> r.code().equals("unit-slip")));
    }

    @Test
    void whatIsMissingIsAskedFor() throws Exception {
        String csv = CylinderBundle.of(1, FINE).csv();
        assertThrows(MissingFactException.class, () -> Runs.mercury(csv.replace(" (MPa)", "")));
        AnalysisException e = assertThrows(AnalysisException.class,
                () -> Runs.washburn(Runs.mercury(csv.replace("cm3/g", "cm3"))));
        assertTrue(e.getMessage().contains("mass"));
    }

    @Test
    void anExtrusionAloneIsRefused() {
        StringBuilder out = new StringBuilder("Pressure (MPa),Intruded volume (cm3/g)\n");
        for (int i = 0; i < 20; i++) {
            out.append(200 - 10 * i).append(',').append(0.5 - 0.01 * i).append('\n');
        }
        assertThrows(AnalysisException.class, () -> Runs.washburn(Runs.mercury(out.toString())));
    }

    @Test
    void soundNumbersAreTrue() throws Exception {
        VerdictTally tally = tally(40);
        assertTrue(tally.all().withinTwo() >= 0.93, tally.table());
        assertTrue(tally.all().beyondThree() <= 0.02, tally.table());
        for (String family : List.of("obeys", "two groups", "blank off", "compressed", "few pressures", "noisy")) {
            assertTrue(tally.family(family).withinTwo() >= 0.9, tally.table());
        }
        assertTrue(tally.family("obeys").doubted() <= 0.05, tally.table());
    }

    @Test
    @Tag("study")
    void soundNumbersAreTrueInALargeStudy() throws Exception {
        VerdictTally tally = tally(600);
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
        assertTrue(tally.family("obeys").doubted() <= VerdictTally.DOUBTED, tally.table());
    }

    private static VerdictTally tally(int number) throws Exception {
        VerdictTally tally = new VerdictTally("mercury intrusion");
        Random r = new Random(11);
        for (int i = 0; i < number; i++) {
            CylinderBundle b = CylinderBundle.of(100 + i, new CylinderBundle.Group(
                    Math.pow(10, -1.3 + 1.6 * r.nextDouble()), 0.3 + 0.5 * r.nextDouble(), 0.1 + 0.4 * r.nextDouble()))
                    .at(140 + 3 * r.nextGaussian());
            count(tally, "obeys", b, b);
            count(tally, "two groups", b, new CylinderBundle(List.of(b.groups().get(0),
                    new CylinderBundle.Group(0.02 + 0.03 * r.nextDouble(), 0.4, 0.05)), b.angle(), b.tension(), 30,
                    b.low(), b.high(), b.noise(), 0, 0.3, i));
            // a blank that is off, compression, few pressures, noise: the truth stays that of the cylinders
            count(tally, "blank off", b, b.sloping(0.0005 * r.nextGaussian() / b.high()));
            count(tally, "compressed", b, b.sloping((0.005 + 0.01 * r.nextDouble()) / b.high()));
            count(tally, "few pressures", b, b.pressures(4, 0.004, 414));
            count(tally, "noisy", b, b.noisy(0.003));
        }
        return tally;
    }

    private static void count(VerdictTally tally, String family, CylinderBundle truth, CylinderBundle run)
            throws Exception {
        Outcome o = Runs.washburn(Runs.mercury(run.csv()), "contactAngle", "140 +- 3 deg", "surfaceTension",
                "0.48 +- 0.002 N/m", "mass", "1.000 g");
        CylinderBundle t = run.groups().size() == truth.groups().size() ? truth : run;
        tally.number(family, o.measurements(), "total intrusion volume", t.volume());
        tally.number(family, o.measurements(), "total pore area", t.area());
        tally.number(family, o.measurements(), "mean pore diameter (4V/A)", 4 * t.volume() / t.area());
        tally.number(family, o.measurements(), "median pore diameter (volume)", t.median());
    }
}
