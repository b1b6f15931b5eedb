package org.interphase.technique.mechanics.tensile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Stress, strain and sizes of a specimen by hand. */
class TensileUnitsTest {

    private static final double ROOT = Math.sqrt(3);
    private static final double[] RISE = {0, 10, 20, 30, 40, 50, 60, 70};

    private static Table table(Metadata m, Object... columns) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.length; i += 2) {
            String name = (String) columns[i];
            String unit = name.equals(TensileTable.FORCE) ? "N" : name.equals(TensileTable.STRESS) ? "MPa"
                    : name.equals(TensileTable.STRAIN) ? "1" : "mm";
            all.add(Column.of(name, unit, (double[]) columns[i + 1]));
        }
        return new Table(DatasetHeader.of("bar", TensileTable.KIND, m), all);
    }

    private static double[] plus(double[] v, double by) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += by;
        }
        return out;
    }

    @Test
    void limitsAreHalfWidthsInPerCent() {
        Accuracy a = new Accuracy(1, 2, 3, 4);
        assertEquals(Math.hypot(0.01, 0.03) / ROOT, a.stress(true), 1e-15);
        assertEquals(0.01 / ROOT, a.stress(false), 1e-15);
        assertEquals(Math.hypot(0.02, 0.04) / ROOT, a.strain(true), 1e-15);
        assertEquals(0.02 / ROOT, a.strain(false), 1e-15);
        assertEquals(0.03 / ROOT, a.ofSection(), 1e-15);
        assertEquals(0.04 / ROOT, a.ofGauge(), 1e-15);
    }

    /** 50 mm grow to 60 mm; a bar of 10 mm ends at 8 mm. */
    @Test
    void brokenPiecesTellElongationAndReduction() {
        Metadata m = Metadata.EMPTY.with(TensileTable.GAUGE, 50, "mm").with(TensileTable.FINAL_LENGTH, 60, "mm")
                .with(TensileTable.DIAMETER, 10, "mm").with(TensileTable.FINAL_DIAMETER, 8, "mm");
        List<Measurement> all = AfterFracture.of(m, null, null, new Accuracy(1, 2, 3, 4));
        assertEquals(20, all.get(0).value(), 1e-9);
        assertEquals(120 * Math.sqrt(2) * 0.04 / ROOT, all.get(0).uncertainty(), 1e-9);
        assertEquals(36, all.get(1).value(), 1e-9);
        assertEquals(64 * Math.sqrt(2) * 0.03 / ROOT, all.get(1).uncertainty(), 1e-9);
        List<Measurement> set = AfterFracture.of(m.with(TensileTable.FINAL_SECTION, 30, "mm2"), 40.0, 40.0,
                new Accuracy(1, 2, 3, 4));
        assertEquals(50, set.get(0).value(), 1e-9);
        assertEquals(25, set.get(1).value(), 1e-9);
        assertTrue(AfterFracture.of(Metadata.EMPTY.with(TensileTable.FINAL_LENGTH, 60, "mm")
                .with(TensileTable.FINAL_DIAMETER, 8, "mm"), null, null, new Accuracy(1, 1, 1, 1)).isEmpty());
        assertTrue(AfterFracture.of(Metadata.EMPTY, 40.0, 40.0, new Accuracy(1, 1, 1, 1)).isEmpty());
    }

    @Test
    void sectionsOfFiles() {
        assertEquals(Math.PI * 25, StressStrain.area(Metadata.EMPTY.with(TensileTable.DIAMETER, 10, "mm"))
                .orElseThrow(), 1e-9);
        Metadata flat = Metadata.EMPTY.with(TensileTable.WIDTH, 10, "mm");
        assertTrue(StressStrain.area(flat).isEmpty());
        assertTrue(StressStrain.area(Metadata.EMPTY.with(TensileTable.THICKNESS, 2, "mm")).isEmpty());
        assertEquals(20, StressStrain.area(flat.with(TensileTable.THICKNESS, 2, "mm")).orElseThrow(), 1e-12);
        assertEquals(7, StressStrain.area(flat.with(TensileTable.SECTION, 7, "mm2")).orElseThrow(), 1e-12);
    }

    @Test
    void forceAndTravelBecomeStressAndStrain() throws Exception {
        Metadata m = Metadata.EMPTY.with(TensileTable.SECTION, 5, "mm2").with(TensileTable.GAUGE, 20, "mm");
        StressStrain c = StressStrain.of(table(m, TensileTable.FORCE, RISE, TensileTable.CROSSHEAD, plus(RISE, 3)),
                null, null);
        assertArrayEquals(new double[] {0, 2, 4, 6, 8, 10, 12, 14}, c.stress(), 1e-12);
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5}, c.strain(), 1e-12);
        assertTrue(c.fromForce() && c.fromExtension() && c.crosshead());
        assertEquals(8, c.size());
        assertTrue(c.remarks().isEmpty());
    }

    /** An extensometer counts from where it was set; the travel from the first row that has one. */
    @Test
    void onlyTravelCountsFromItsFirstRow() throws Exception {
        Metadata m = Metadata.EMPTY.with(TensileTable.GAUGE, 20, "mm");
        StressStrain c = StressStrain.of(table(m, TensileTable.STRESS, RISE, TensileTable.EXTENSION, plus(RISE, 4),
                TensileTable.CROSSHEAD, RISE), null, null);
        assertEquals(0.2, c.strain()[0], 1e-12);
        assertFalse(c.crosshead());
        assertFalse(c.fromForce());
        double[] travel = {Double.NaN, 6, 8, 10, 12, 14, 16, 18, 20};
        double[] stress = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        assertEquals(0.1, StressStrain.of(table(m, TensileTable.STRESS, stress, TensileTable.CROSSHEAD, travel), null,
                null).strain()[1], 1e-12);
    }

    @Test
    void strainAndStressOfTheFileAreTakenAsTheyAre() throws Exception {
        StressStrain c = StressStrain.of(table(Metadata.EMPTY, TensileTable.FORCE, plus(RISE, 1), TensileTable.STRESS,
                RISE, TensileTable.STRAIN, plus(RISE, 2), TensileTable.EXTENSION, RISE), null, null);
        assertArrayEquals(RISE, c.stress());
        assertEquals(2, c.strain()[0]);
        assertFalse(c.fromForce() || c.fromExtension() || c.crosshead());
        StressStrain set = StressStrain.of(table(Metadata.EMPTY, TensileTable.FORCE, RISE, TensileTable.STRESS, RISE,
                TensileTable.STRAIN, RISE), 10.0, null);
        assertTrue(set.fromForce());
        assertEquals(7, set.stress()[7], 1e-12);
    }

    private static String refused(Table t) {
        return assertThrows(AnalysisException.class, () -> StressStrain.of(t, null, null)).getMessage();
    }

    @Test
    void whatIsMissingIsAskedFor() {
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.FORCE, RISE, TensileTable.STRAIN, RISE))
                .contains("parameter section"));
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, RISE, TensileTable.EXTENSION, RISE))
                .contains("parameter gauge"));
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRAIN, RISE)).contains("neither force"));
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, RISE)).contains("neither extension"));
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, new double[7], TensileTable.STRAIN,
                new double[7])).contains("there are 7 points"));
    }

    @Test
    void compressionIsRefused() throws Exception {
        double[] down = {0, -1, -2, -3, -4, -5, -6, -7};
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, down, TensileTable.STRAIN, RISE))
                .contains("compression"));
        double[] both = {0, 1, 2, 3, 4, -5, 0, 0};
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, both, TensileTable.STRAIN, RISE))
                .contains("compression"));
        assertTrue(refused(table(Metadata.EMPTY, TensileTable.STRESS, new double[8], TensileTable.STRAIN, RISE))
                .contains("compression"));
        both[5] = -4;
        assertEquals(8, StressStrain.of(table(Metadata.EMPTY, TensileTable.STRESS, both, TensileTable.STRAIN, RISE),
                null, null).size());
    }

    @Test
    void rowsWithoutANumberAreLeftOut() throws Exception {
        double[] e = {0, 1, Double.NaN, 3, 4, 5, 6, 7, 8, 9};
        double[] s = {0, 1, 2, 3, Double.POSITIVE_INFINITY, 5, 6, 7, 8, 9};
        StressStrain c = StressStrain.of(table(Metadata.EMPTY, TensileTable.STRESS, s, TensileTable.STRAIN, e), null,
                null);
        assertArrayEquals(new double[] {0, 1, 3, 5, 6, 7, 8, 9}, c.strain());
        assertArrayEquals(c.strain(), c.stress());
    }

    private static List<String> codes(Metadata m, Double section, Double gauge) throws Exception {
        return StressStrain.of(table(m, TensileTable.FORCE, RISE, TensileTable.EXTENSION, RISE), section, gauge)
                .remarks().stream().map(r -> r.code()).toList();
    }

    @Test
    void sizesThatContradictAreWarnedOf() throws Exception {
        Metadata m = Metadata.EMPTY.with(TensileTable.SECTION, 20, "mm2").with(TensileTable.WIDTH, 10, "mm")
                .with(TensileTable.THICKNESS, 2, "mm").with(TensileTable.GAUGE, 50, "mm");
        assertEquals(List.of(), codes(m, null, null));
        assertEquals(List.of(), codes(m, 20.19, 50.4));
        assertEquals(List.of("section"), codes(m, 20.3, null));
        assertEquals(List.of("section"), codes(m, 19.7, null));
        assertEquals(List.of("gauge"), codes(m, null, 51.0));
        assertEquals(List.of("section"), codes(m.with(TensileTable.THICKNESS, 2.1, "mm"), null, null));
        assertEquals(List.of(), codes(m.with(TensileTable.THICKNESS, 2.1, "mm"), 20.0, null));
        assertEquals(List.of(), codes(Metadata.EMPTY, 20.0, 50.0));
    }
}
