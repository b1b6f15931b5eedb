package org.interphase.technique.dynamics.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Fact;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.TrajectoryFiles;
import org.interphase.technique.dynamics.reader.LammpsDumpReader;
import org.interphase.technique.dynamics.reader.MsdTableReader;
import org.interphase.technique.dynamics.reader.XdatcarReader;
import org.interphase.technique.dynamics.reader.XyzTrajectoryReader;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

class DiffusionCoefficientTest {

    private static final double BOX = 24;
    private static final WalkTruth WALK = WalkTruth.jumps(30, 400, 1, 0.3, 2, 0, 21).scattered(BOX, 4);

    private static Outcome run(Table t, Object... settings) throws AnalysisException {
        Map<String, Object> tree = new HashMap<>();
        for (int k = 0; k < settings.length; k += 2) {
            tree.put((String) settings[k], settings[k + 1]);
        }
        return new DiffusionCoefficient().apply(t, Parameters.decode(DiffusionCoefficient.Parameters.class, tree),
                Progress.none());
    }

    private static Measurement number(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static Table lammps(WalkTruth w, String units) throws IOException {
        return (Table) new LammpsDumpReader().read(TrajectoryFiles.lammps(w, BOX, 1000, units), Progress.none()).get(0);
    }

    private static Table xyz(WalkTruth w, String comment) throws IOException {
        return (Table) new XyzTrajectoryReader().read(TrajectoryFiles.xyz(w, comment), Progress.none()).get(0);
    }

    /** A straight line has the slope 0.50674 angstrom^2/ps: D = 8.45e-6 cm2/s. */
    @Test
    void theRecordedTableGivesItsCoefficient() throws Exception {
        Stated units = Stated.NOTHING.with(Fact.UNIT, "ps").with(Fact.SIGNAL_UNIT, "Angstrom2");
        Table t = (Table) new MsdTableReader().read(Source.of(SharedData.require("simulation/msd.txt")).stating(units),
                Progress.none()).get(0);
        Outcome o = run(t);
        assertEquals(8.4457e-6, number(o, "diffusion coefficient").value(), 1e-9);
        assertEquals(0.50674, number(o, "MSD slope").value(), 1e-5);
        assertEquals(0.749, number(o, "MSD intercept").value(), 1e-3);
        assertTrue(!number(o, "diffusion coefficient").verdict().isSound());
        Source spreads = Source.of(SharedData.require("simulation/msd_std.txt")).stating(units);
        Table s = (Table) new MsdTableReader().read(spreads,
                Progress.none()).get(0);
        Measurement d = number(run(s, "spread", "standard-error"), "diffusion coefficient");
        assertTrue(d.verdict().isSound());
        assertEquals(8.45e-6, d.value(), 1.5 * d.uncertainty());
        assertTrue(!number(run(s), "diffusion coefficient").verdict().isSound(), "what the spread is, is not stated");
    }

    @Test
    void oneRunGivesOneCoefficientInEveryFormat() throws Exception {
        Measurement a = number(run(lammps(WALK, "metal"), "species", "1", "timeStep", 1), "tracer diffusion "
                + "coefficient");
        Measurement b = number(run(xyz(WALK, "x"), "species", "Li", "frameInterval", 1000),
                "tracer diffusion coefficient");
        Table x = (Table) new XdatcarReader().read(TrajectoryFiles.xdatcar(WALK, BOX), Progress.none()).get(0);
        Measurement c = number(run(x, "species", "Li", "frameInterval", 1000), "tracer diffusion coefficient");
        assertEquals(1e-4 * WALK.diffusion(), a.value(), 3 * a.uncertainty());
        assertEquals(a.value(), b.value(), 1e-3 * a.value());
        assertEquals(a.value(), c.value(), 1e-3 * a.value());
        assertTrue(a.verdict().isSound(), a.verdict().reason());
    }

    @Test
    void whatTheFileDoesNotStateIsAskedFor() throws Exception {
        Table t = lammps(WALK, "");
        assertTrue(assertThrows(AnalysisException.class, () -> run(t)).getMessage().contains("species"));
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "1")).getMessage()
                .contains("lengthUnit"));
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "1", "lengthUnit", "nm")).getMessage()
                .contains("timeStep"));
        double nm = number(run(t, "species", "1", "lengthUnit", "nm", "timeStep", 1), "tracer diffusion coefficient")
                .value();
        double reduced = number(run(t, "species", "1", "lengthUnit", "2 Angstrom", "timeStep", 1),
                "tracer diffusion coefficient").value();
        assertEquals(25, nm / reduced, 1e-6);
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "Na")).getMessage().contains("1 30, "
                + "2 1"));
        assertTrue(assertThrows(AnalysisException.class, () -> run(xyz(WALK, "x"), "species", "Li")).getMessage()
                .contains("frameInterval"));
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "1", "lengthUnit", "nm", "timeStep", 1,
                "dimension", 2)).getMessage().contains("axes"));
    }

    @Test
    void driftOfTheHostIsTakenOff() throws Exception {
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < WALK.frames(); f++) {
            double shift = 0.2 * f;
            out.append("33\nx\n");
            for (int h = 0; h < 3; h++) {
                out.append(String.format(java.util.Locale.ROOT, "O %.5f 0 %d%n", shift + h, h));
            }
            for (double[] p : WALK.places()) {
                out.append(String.format(java.util.Locale.ROOT, "Li %.5f %.5f %.5f%n", p[3 * f] + shift, p[3 * f + 1],
                        p[3 * f + 2]));
            }
        }
        Table t = (Table) new XyzTrajectoryReader().read(Source.of("drift.xyz", out.toString().getBytes(
                StandardCharsets.UTF_8)), Progress.none()).get(0);
        Object[] at = {"species", "Li", "frameInterval", 1000};
        Measurement still = number(run(xyz(WALK, "x"), at), "tracer diffusion coefficient");
        assertEquals(still.value(), number(run(t, at), "tracer diffusion coefficient").value(), 1e-3 * still.value());
        Outcome o = run(t, "species", "Li", "frameInterval", 1000, "drift", "none");
        assertTrue(number(o, "tracer diffusion coefficient").verdict().reason().contains("drift"));
    }

    @Test
    void stepsOfHalfABoxAreDoubted() throws Exception {
        WalkTruth wide = WalkTruth.brownian(20, 300, 1, 8, 5).scattered(BOX, 6);
        Measurement d = number(run(lammps(wide, "metal"), "species", "1", "timeStep", 1), "tracer diffusion "
                + "coefficient");
        assertTrue(d.verdict().reason().contains("which way round"), d.verdict().reason());
    }

    @Test
    void coordinatesWrappedIntoABoxNobodyStatesAreDoubtedUntilItIs() throws Exception {
        Table t = xyz(WALK.wrapped(BOX), "x");
        Measurement d = number(run(t, "species", "Li", "frameInterval", 1000), "tracer diffusion coefficient");
        assertTrue(d.verdict().reason().contains("seem wrapped"), d.verdict().reason());
        Measurement boxed = number(run(t, "species", "Li", "frameInterval", 1000, "box", "24"),
                "tracer diffusion coefficient");
        assertEquals(number(run(xyz(WALK, "x"), "species", "Li", "frameInterval", 1000), "tracer diffusion coefficient")
                .value(), boxed.value(), 1e-9);
    }

    /** Host and ions drift together through a box that only a parameter states. */
    @Test
    void aHostThatLeavesAStatedBoxIsFollowedThroughIt() throws Exception {
        Object[] at = {"species", "Li", "frameInterval", 1000, "box", "24"};
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < WALK.frames(); f++) {
            double shift = 0.2 * f;
            out.append("33\nx\n");
            for (int h = 0; h < 3; h++) {
                out.append(String.format(Locale.ROOT, "O %.5f 0 %d%n", wrapped(shift + h), h));
            }
            for (double[] p : WALK.places()) {
                out.append(String.format(Locale.ROOT, "Li %.5f %.5f %.5f%n", wrapped(p[3 * f] + shift), wrapped(
                        p[3 * f + 1]), wrapped(p[3 * f + 2])));
            }
        }
        Table t = read("boxed.xyz", out.toString());
        Measurement still = number(run(xyz(WALK, "x"), "species", "Li", "frameInterval", 1000),
                "tracer diffusion coefficient");
        Measurement boxed = number(run(t, at), "tracer diffusion coefficient");
        assertEquals(still.value(), boxed.value(), 1e-3 * still.value());
        assertTrue(boxed.verdict().isSound(), boxed.verdict().reason());
    }

    private static double wrapped(double x) {
        return x - BOX * Math.floor(x / BOX);
    }

    private static Table read(String name, String text) throws IOException {
        return (Table) new XyzTrajectoryReader().read(Source.of(name, text.getBytes(StandardCharsets.UTF_8)),
                Progress.none()).get(0);
    }

    @Test
    void stepsOfHalfAStatedBoxAreDoubted() throws Exception {
        WalkTruth wide = WalkTruth.brownian(20, 300, 1, 8, 5).scattered(BOX, 6);
        Measurement d = number(run(xyz(wide.wrapped(BOX), "x"), "species", "Li", "frameInterval", 1000, "box", "24"),
                "tracer diffusion coefficient");
        assertTrue(d.verdict().reason().contains("which way round"), d.verdict().reason());
    }

    /** Ions in the middle never leave; the host that is taken off leaps across the box. */
    @Test
    void aHostThatLeapsIsDoubtedToo() throws Exception {
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < WALK.frames(); f++) {
            out.append("31\nx\n").append(String.format(Locale.ROOT, "O %.5f 0 0%n", wrapped(0.2 * f)));
            for (double[] p : WALK.places()) {
                out.append(String.format(Locale.ROOT, "Li %.5f %.5f %.5f%n", 12 + 0.01 * p[3 * f], 12 + 0.01
                        * p[3 * f + 1], 12 + 0.01 * p[3 * f + 2]));
            }
        }
        Measurement d = number(run(read("leap.xyz", out.toString()), "species", "Li", "frameInterval", 1000),
                "tracer diffusion coefficient");
        assertTrue(d.verdict().reason().contains("seem wrapped"), d.verdict().reason());
    }

    @Test
    void whatIonsCarryIsToldOfOneSpeciesOnly() throws Exception {
        Table t = xyz(WALK, "Lattice=\"24 0 0 0 24 0 0 0 24\"");
        for (Object[] more : new Object[][] {{"transport", "collective"}, {"transport", "both"}, {"charge", 1,
            "temperature", 300}}) {
            Object[] at = {"species", "Li,O", "frameInterval", 1000, "drift", "none"};
            Object[] all = java.util.stream.Stream.of(at, more).flatMap(java.util.Arrays::stream).toArray();
            assertTrue(assertThrows(AnalysisException.class, () -> run(t, all)).getMessage().contains("one species"));
        }
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "Li", "frameInterval", 1000, "charge",
                0, "temperature", 300)).getMessage().contains("carries no current"));
    }

    @Test
    void aTableAlongOneAxisIsNoDiffusionInSpace() throws Exception {
        StringBuilder text = new StringBuilder("time (ps),MSD_x (Angstrom2)\n");
        for (int k = 1; k < 20; k++) {
            text.append(k).append(',').append(2 * k + 0.01 * (k % 3)).append('\n');
        }
        Table t = (Table) new MsdTableReader().read(Source.of("m.csv", text.toString().getBytes(
                StandardCharsets.UTF_8)), Progress.none()).get(0);
        assertTrue(assertThrows(AnalysisException.class, () -> run(t)).getMessage().contains("along x only"));
        assertEquals(1e-4, number(run(t, "dimension", 1), "diffusion coefficient").value(), 1e-6);
    }

    /** D along z of particles that walk along x only is 0, along x three times that in space. */
    @Test
    void axesCountAsStated() throws Exception {
        WalkTruth w = WalkTruth.brownian(30, 400, 1, 0.1, 8);
        double[][] flat = new double[w.particles()][];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = w.places()[i].clone();
            for (int k = 0; k < flat[i].length; k++) {
                flat[i][k] *= k % 3 == 0 ? 1 : 0;
            }
        }
        Table t = xyz(new WalkTruth(flat, 1, 0.1), "x");
        double line = number(run(t, "species", "Li", "frameInterval", 1000, "dimension", 1, "axes", "x"),
                "tracer diffusion coefficient").value();
        double space = number(run(t, "species", "Li", "frameInterval", 1000), "tracer diffusion coefficient").value();
        assertEquals(3, line / space, 0.05);
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "Li", "frameInterval", 1000,
                "dimension", 1, "axes", "z")).getMessage().contains("nothing moves"));
    }

    @Test
    void blockedSitesHaveAHavenRatioBelowOneAndConductivitiesByNernstAndEinstein() throws Exception {
        WalkTruth w = WalkTruth.exclusion(5, 62, 2000, 1, 0.1, 3, 2);
        Outcome o = run(xyz(w, "Lattice=\"15 0 0 0 15 0 0 0 15\""), "species", "Li", "frameInterval", 1000, "transport",
                "both", "charge", 1, "temperature", 300);
        Measurement tracer = number(o, "tracer diffusion coefficient");
        Measurement charge = number(o, "collective (charge) diffusion coefficient");
        Measurement haven = number(o, "Haven ratio");
        assertEquals(0.0650 / w.diffusion(), haven.value(), 3 * haven.uncertainty());
        assertEquals(tracer.value() / charge.value(), haven.value(), 1e-12);
        // n e^2 D / (k T), n = 62 / (15 angstrom)^3
        double factor = 62 / Math.pow(15e-10, 3) * 1.602176634e-19 * 1.602176634e-19 / (1.380649e-23 * 300)
                * 1e-4 / 100;
        assertEquals(factor * tracer.value(), number(o, "Nernst-Einstein conductivity").value(), 1e-9);
        assertEquals(factor * charge.value(), number(o, "conductivity (from collective diffusion)").value(), 1e-9);
    }

    @Test
    void framesOutOfStepAreRefused() throws Exception {
        String text = new String(TrajectoryFiles.lammps(WALK, BOX, 1000, "metal").readAll(1 << 26),
                StandardCharsets.UTF_8);
        String gap = text.replace("ITEM: TIMESTEP\n200000\n", "ITEM: TIMESTEP\n200500\n");
        Table t = (Table) new LammpsDumpReader().read(Source.of("gap.dump", gap.getBytes(StandardCharsets.UTF_8)),
                Progress.none()).get(0);
        assertTrue(assertThrows(AnalysisException.class, () -> run(t, "species", "1", "timeStep", 1)).getMessage()
                .contains("frame 201"));
    }
}
