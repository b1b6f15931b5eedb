package org.interphase.technique.dynamics.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.DynamicsTechnique;
import org.interphase.technique.dynamics.PathFiles;
import org.interphase.technique.dynamics.operation.PathBarrier;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.dynamics.PathTruth;
import org.junit.jupiter.api.Test;

/** Files of programs, and files as they write them. */
class RecordedPathsTest {

    private static Table read(Source source) throws IOException {
        SourceHead head = SourceHead.of(source);
        DatasetReader best = new DynamicsTechnique().readers().stream().max(java.util.Comparator.comparingInt(r
                -> r.confidence(head))).orElseThrow();
        assertTrue(best.confidence(head) > 50, "nobody reads " + source.name());
        return (Table) best.read(source, Progress.none()).get(0);
    }

    private static Outcome barrier(Table t) throws AnalysisException {
        return new PathBarrier().apply(t, new PathBarrier.Parameters(), Progress.none());
    }

    private static Measurement number(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** H + H2 of 3 images, the middle one lower: barriers of 0 as neb.x printed. */
    @Test
    void aMiddleImageBelowTheEndsHasNoBarrierInAnyOfTheFiles() throws Exception {
        for (String file : new String[] {"dat.dat", "int.int", "out.out", "path.path"}) {
            Table t = read(Source.of(SharedData.require("simulation/neb_h2h_" + file)));
            double[] e = t.column(ReactionPath.ENERGY).orElseThrow().values();
            assertEquals(-0.2846843, e[e.length / 2] - e[0], file.startsWith("path") ? 2e-6 : 2e-7, file);
            Outcome o = barrier(t);
            assertEquals(0, number(o, "forward barrier").value(), 1e-12, file);
            assertEquals(0, number(o, "reverse barrier").value(), 1e-12, file);
            assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("no-barrier")), file);
            assertTrue(!number(o, "forward barrier").verdict().isSound(), file);
        }
    }

    @Test
    void theOutputGivesTheLastIteration() throws IOException {
        Table t = read(Source.of(SharedData.require("simulation/neb_h2h_out.out")));
        assertArrayEquals(new double[] {-44.6242679, -44.9089522, -44.6242679}, t.column(ReactionPath.ENERGY)
                .orElseThrow().values(), 1e-9);
        assertArrayEquals(new double[] {2.419674, 0.037855, 2.176416}, t.column(ReactionPath.RESIDUAL).orElseThrow()
                .values(), 1e-9);
        assertEquals(2.95757, t.metadata().number("path length", "Angstrom").orElseThrow(), 5e-5);
        assertEquals(0, t.metadata().number("printed forward activation energy", "eV").orElseThrow());
    }

    @Test
    void thePathGivesLengthsAndForces() throws IOException {
        Table t = read(Source.of(SharedData.require("simulation/neb_h2h_path.path")));
        double[] s = t.column(ReactionPath.POSITION).orElseThrow().values();
        assertEquals(2.95757, s[2], 2e-4);
        assertEquals(0.037855, Math.abs(t.column(ReactionPath.RESIDUAL).orElseThrow().values()[1]), 2e-6);
        assertEquals(-44.6242679, t.column(ReactionPath.ENERGY).orElseThrow().values()[0], 2e-5);
    }

    /** E = 0.1 sin^2 hartree over 2 bohr: 2.7211 eV, forces by its derivative. */
    @Test
    void forcesAlongAPathAreThoseOfItsEnergy() throws Exception {
        Table t = read(PathFiles.espressoPath());
        double[] f = t.column(ReactionPath.FORCE).orElseThrow().values();
        assertEquals(-0.1 * Math.PI / 2 * 27.211386 / 0.52917721, f[1], 1e-5);
        assertEquals(0.1 * Math.PI / 2 * 27.211386 / 0.52917721, f[3], 1e-5);
        // what is across: 1e-4 hartree/bohr
        assertEquals(1e-4 * 27.211386 / 0.52917721, t.column(ReactionPath.RESIDUAL).orElseThrow().values()[2], 1e-7);
        assertEquals(2.7211386, number(barrier(t), "forward barrier").value(), 1e-6);
    }

    @Test
    void everyFormatGivesTheSameBarriers() throws Exception {
        PathTruth p = PathTruth.barrier(13, 1.51, 1.10, 0, true, 5);
        for (Source s : new Source[] {PathFiles.neb(p), PathFiles.espresso(p), PathFiles.csv(p)}) {
            Outcome o = barrier(read(s));
            assertEquals(1.51, number(o, "forward barrier").value(), 0.005, s.name());
            assertEquals(1.10, number(o, "reverse barrier").value(), 0.005, s.name());
            assertEquals(0.41, number(o, "reaction energy").value(), 1e-4, s.name());
        }
        assertTrue(number(barrier(read(PathFiles.spline(p))), "forward barrier").verdict().reason()
                .contains("interpolation"));
    }

    @Test
    void unitsOfEnergyAreObeyed() throws Exception {
        String table = "reaction coordinate,energy (%s)%n0,0%n1,%s%n2,%s%n3,%s%n4,%s%n5,0%n";
        double[] e = {0.2, 0.5, 0.45, 0.15};
        for (String[] unit : new String[][] {{"eV", "1"}, {"meV", "1000"}, {"kJ/mol", "96.48533212331"}}) {
            double f = Double.parseDouble(unit[1]);
            String text = String.format(java.util.Locale.ROOT, table, unit[0], e[0] * f, e[1] * f, e[2] * f, e[3] * f);
            Table t = read(Source.of("p.csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertEquals(number(barrier(t), "forward barrier").value(), 0.53, 0.03, unit[0]);
        }
    }
}
