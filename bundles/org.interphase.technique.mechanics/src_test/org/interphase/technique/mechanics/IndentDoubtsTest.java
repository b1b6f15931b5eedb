package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.reader.HysitronReader;
import org.interphase.testkit.mechanics.IndentTruth;
import org.junit.jupiter.api.Test;

/** What is not stated, not tested or not settled of an indent makes its numbers doubtful. */
class IndentDoubtsTest {

    private static final Map<String, Object> STATED = Map.of("area", "24.5", "poisson", 0.3);

    private static IndentTruth indent(double noise) {
        IndentTruth.Test p = IndentTruth.polymer();
        return IndentTruth.of(new IndentTruth.Test(p.hardness(), p.modulus(), p.poisson(), p.top(), p.points(), noise,
                0, 0, 1, 0, false), 7);
    }

    private static Map<String, Measurement> measured(Dataset d, Map<String, Object> parameters) throws Exception {
        return RunOn.measured("mechanics.indentation", d, parameters);
    }

    private static Dataset table(double[] t, double[] h, double[] p) {
        return new Table(DatasetHeader.of("indent", IndentTable.KIND, Metadata.EMPTY), List.of(
                Column.of(IndentTable.TIME, "s", t), Column.of(IndentTable.DEPTH, "nm", h),
                Column.of(IndentTable.FORCE, "mN", p)));
    }

    @Test
    void anAssumedPyramidAndPoissonRatioAreDoubted() throws Exception {
        Dataset d = IndentVerdictTest.table(indent(0.1));
        Map<String, Measurement> none = measured(d, Map.of());
        for (String name : List.of("hardness", "reduced modulus", "elastic modulus")) {
            assertFalse(none.get(name).verdict().isSound(), name);
            assertTrue(measured(d, STATED).get(name).verdict().isSound(), name);
        }
        Map<String, Measurement> area = measured(d, Map.of("area", "24.5"));
        assertTrue(area.get("reduced modulus").verdict().isSound());
        assertTrue(area.get("elastic modulus").verdict().reason().contains("Poisson"));
    }

    @Test
    void warningsOfMembersArePassedOnByName() throws Exception {
        Dataset d = IndentVerdictTest.table(indent(0.1));
        Outcome o = RunOn.outcome("mechanics.indentation-replicates", Series.named(DatasetHeader.of("two",
                IndentTable.KIND, Metadata.EMPTY), List.of(d, d)), Map.of("area", ""));
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("area-function")
                && r.text().startsWith("synthetic: ")), o.remarks().toString());
    }

    @Test
    void theLargestDepthIsKnownToItsNoise() throws Exception {
        IndentTruth t = indent(3);
        Map<String, Measurement> m = measured(new Table(DatasetHeader.of("no time", IndentTable.KIND, Metadata.EMPTY),
                List.of(Column.of(IndentTable.DEPTH, "nm", t.depth()), Column.of(IndentTable.FORCE, "mN", t.force()))),
                STATED);
        assertEquals(3, m.get("largest depth").uncertainty(), 1);
    }

    /** One noisy depth where unloading begins moves neither force nor stiffness. */
    @Test
    void theFirstDepthOfTheUnloadingCountsAsOneOfMany() throws Exception {
        IndentTruth t = indent(0.1);
        double before = measured(IndentVerdictTest.table(t), STATED).get("hardness").value();
        int last = 2 * (t.time().length / 3) - 1;
        t.depth()[last] += 8;
        assertEquals(before, measured(IndentVerdictTest.table(t), STATED).get("hardness").value(), 0.005);
    }

    @Test
    void rowsWithoutTimeAreLeftOut() throws Exception {
        IndentTruth t = indent(0.1);
        double whole = measured(IndentVerdictTest.table(t), STATED).get("hardness").value();
        t.time()[450] = Double.NaN;
        t.time()[250] = Double.NaN;
        Map<String, Measurement> m = measured(IndentVerdictTest.table(t), STATED);
        assertEquals(whole, m.get("hardness").value(), 0.01);
        assertTrue(m.get("hardness").verdict().isSound(), m.get("hardness").verdict().reason());
    }

    @Test
    void aLoadingOfFewPointsTellsNoZero() throws Exception {
        IndentTruth t = indent(0.1);
        int third = t.time().length / 3;
        int n = t.time().length;
        int[] rows = new int[n - third + 5];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i < 5 ? i * third / 5 : third + i - 5;
        }
        Map<String, Measurement> m = measured(table(Arrays.stream(rows).mapToDouble(i -> t.time()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> t.depth()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> t.force()[i]).toArray()), STATED);
        assertTrue(m.get("hardness").verdict().reason().contains("too few points"), m.get("hardness").pretty());
    }

    /** The force falls with the sixth power of the depth, which no contact has. */
    @Test
    void aFitAtABoundIsDoubted() throws Exception {
        IndentTruth t = indent(0);
        int from = 2 * (t.time().length / 3);
        double top = t.depth()[from - 1];
        for (int i = from; i < t.time().length; i++) {
            t.depth()[i] = top - 300 * (1 - Math.pow(t.force()[i] / 0.1, 1 / 6.0));
        }
        Map<String, Measurement> m = measured(IndentVerdictTest.table(t), STATED);
        assertTrue(m.get("contact stiffness").verdict().reason().contains("bounds"),
                m.get("contact stiffness").verdict().reason());
    }

    @Test
    void anUnknownDriftMovesTheStiffness() throws Exception {
        Dataset d = IndentVerdictTest.table(indent(0.1));
        double little = measured(d, Map.of("area", "24.5", "driftLimit", 0)).get("contact stiffness").uncertainty();
        Measurement s = measured(d, Map.of("area", "24.5", "driftLimit", Math.sqrt(3))).get("contact stiffness");
        // 1 nm/s while 0.1 mN go in 20 s: 200 nm/mN
        assertEquals(Math.hypot(little, s.value() * s.value() * 1e-6 * 200), s.uncertainty(), 0.03 * s.uncertainty());
    }

    @Test
    void anUnknownUnitOfForceIsRefused() throws Exception {
        IndentTruth t = indent(0.1);
        for (String unit : List.of("\u00b5N", "uN", "lbf")) {
            StringBuilder out = new StringBuilder("File Version: Hysitron\r\nTest Type: Indentation\r\n"
                    + "Test Data Points: " + t.time().length + "\r\nTime_s\tDisp_nm\tForce_" + unit + "\r\n");
            for (int i = 0; i < t.time().length; i++) {
                out.append(t.time()[i]).append('\t').append(t.depth()[i]).append('\t').append(1000 * t.force()[i])
                        .append("\r\n");
            }
            Source source = Source.of("i.hld", out.toString().getBytes(StandardCharsets.ISO_8859_1));
            if (unit.equals("lbf")) {
                assertTrue(assertThrows(DatasetFormatException.class, () -> new HysitronReader().read(source,
                        Progress.none())).getMessage().contains("Force_lbf"));
            } else {
                Table table = (Table) new HysitronReader().read(source, Progress.none()).get(0);
                assertEquals(t.force()[100], table.column(IndentTable.FORCE).orElseThrow().get(100), 1e-12);
            }
        }
    }
}
