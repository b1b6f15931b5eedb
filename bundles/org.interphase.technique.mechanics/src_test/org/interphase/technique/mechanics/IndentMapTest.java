package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Layer;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.reader.HysitronReader;
import org.interphase.technique.mechanics.reader.IndentReader;
import org.interphase.technique.mechanics.replicate.IndentGrid;
import org.interphase.testkit.mechanics.IndentTruth;
import org.junit.jupiter.api.Test;

/** Hardness and modulus at the places of indents. */
class IndentMapTest {

    private static final Map<String, Object> STATED = Map.of("area", "24.5", "poisson", 0.3);

    private static IndentTruth indent(double hardness) {
        return IndentTruth.of(new IndentTruth.Test(hardness, 204.74, 0.3, 0.1, 600, 0.1, 0, 0, 1, 0, false), 3);
    }

    private static Dataset hysitron(double hardness, String x, String y) throws Exception {
        IndentTruth t = indent(hardness);
        StringBuilder out = new StringBuilder("File Version: Hysitron\r\nTest Type: Indentation\r\nStage X: " + x
                + "\r\nStage Y: " + y + "\r\nTest Data Points: " + t.time().length
                + "\r\nTime_s\tDisp_nm\tForce_uN\r\n");
        for (int i = 0; i < t.time().length; i++) {
            out.append(t.time()[i]).append('\t').append(t.depth()[i]).append('\t').append(1000 * t.force()[i])
                    .append("\r\n");
        }
        return new HysitronReader().read(Source.of("i.hld", out.toString().getBytes(StandardCharsets.ISO_8859_1)),
                Progress.none()).get(0);
    }

    private static Outcome together(List<Dataset> all) throws Exception {
        return RunOn.outcome("mechanics.indentation-replicates", Series.named(DatasetHeader.of("all", IndentTable.KIND,
                Metadata.EMPTY), all), STATED);
    }

    /** Two columns and two rows 50 um apart: each field has the hardness of its indent. */
    @Test
    void indentsOnAGridMakeAPicture() throws Exception {
        double[] hardness = {5, 6, 7, 8};
        List<Dataset> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(hysitron(hardness[i], 1 + 0.05 * (i % 2) + " mm", -2 + 0.05 * (i / 2) + " mm"));
        }
        Outcome o = together(all);
        Layer.Picture p = (Layer.Picture) o.figures().get(0).panels().get(0).layers().get(0);
        assertEquals(7, p.raster().get(0, 0), 0.1);
        assertEquals(8, p.raster().get(1, 0), 0.1);
        assertEquals(5, p.raster().get(0, 1), 0.1);
        assertEquals(6, p.raster().get(1, 1), 0.1);
        assertArrayEquals(new double[] {975, -1925, 1075, -2025}, new double[] {p.left(), p.top(), p.right(),
            p.bottom()}, 1e-6);
        Table t = (Table) o.extra().get(0);
        assertArrayEquals(new double[] {1000, 1050, 1000, 1050}, t.column("x").orElseThrow().values(), 1e-6);
        assertTrue(t.column("u(hardness)").orElseThrow().get(2) > 0);
        assertTrue(o.remarks().stream().noneMatch(r -> r.code().equals("too-near")));
    }

    @Test
    void indentsElsewhereAreLabelledAndThoseTooNearWarnedOf() throws Exception {
        Outcome o = together(List.of(hysitron(5, "0 um", "0 um"), hysitron(6, "10 um", "1 um"), hysitron(7, "17 um",
                "40 um")));
        assertTrue(o.figures().get(0).panels().get(0).layers().stream().anyMatch(l -> l instanceof Layer.Labels k
                && k.texts().size() == 3));
        // contact depths of about 900 nm make contacts of 5 um, which have to be 25 um apart
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("too-near") && r.text().contains("2.")));
    }

    @Test
    void withoutPlacesThereIsNoMap() throws Exception {
        Dataset d = IndentVerdictTest.table(indent(5));
        assertTrue(together(List.of(d, d)).extra().isEmpty());
        Dataset same = hysitron(5, "0 mm", "0 mm");
        assertTrue(together(List.of(same, same)).extra().isEmpty());
        Dataset bare = hysitron(5, "0", "550");
        assertTrue(!bare.metadata().has(IndentTable.X));
    }

    @Test
    void tablesStateTheirPlaceToo() throws Exception {
        IndentTruth t = indent(5);
        StringBuilder out = new StringBuilder("X Position (um): 250\nY Position (um): -125.5\nTime (s),"
                + "Displacement Into Surface (nm),Load On Sample (mN)\n");
        for (int i = 0; i < t.time().length; i++) {
            out.append(t.time()[i]).append(',').append(t.depth()[i]).append(',').append(t.force()[i]).append('\n');
        }
        Metadata m = new IndentReader().read(Source.of("i.csv", out.toString().getBytes(StandardCharsets.UTF_8)),
                Progress.none()).get(0).metadata();
        assertEquals(250, m.number(IndentTable.X, "um").orElseThrow());
        assertEquals(-125.5, m.number(IndentTable.Y, "um").orElseThrow());
    }

    @Test
    void aGridMayHaveGapsButNoSecondIndentInAField() {
        IndentGrid g = IndentGrid.of(new double[] {0, 10.1, 20, 0, 20.2}, new double[] {0, 0.3, 0, 5, 5.1});
        assertEquals(3, g.columns());
        assertEquals(2, g.rows());
        assertArrayEquals(new int[] {0, 1, 2, 0, 2}, g.column());
        assertNull(IndentGrid.of(new double[] {0, 10, 0, 10, 0}, new double[] {0, 0, 10, 10, 0}));
        assertNull(IndentGrid.of(new double[] {0, 10, 23, 31}, new double[] {0, 3, 10, 24}));
    }
}
