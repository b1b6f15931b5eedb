package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.ElectroTechnique;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** EC-Lab files made here: what they hold, and what is wrong with broken ones. */
class EcLabFilesTest {

    private static DatasetReader best(Source s) throws IOException {
        SourceHead head = SourceHead.of(s);
        DatasetReader best = null;
        for (DatasetReader r : new ElectroTechnique().readers()) {
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        return best;
    }

    private static List<Dataset> read(Source s) throws IOException {
        return best(s).read(s, Progress.none());
    }

    private static void assertSpectrum(Dataset d, double tolerance) {
        Table t = (Table) d;
        double[] f = t.column("frequency").orElseThrow().values();
        assertEquals(EcLabSamples.HERTZ.length, f.length, t.name());
        for (int i = 0; i < f.length; i++) {
            assertEquals(EcLabSamples.HERTZ[i], f[i], tolerance * f[i]);
            assertEquals(EcLabSamples.Z[0][i], t.column("Re(Z)").orElseThrow().get(i), tolerance * 60);
            assertEquals(-EcLabSamples.Z[1][i], t.column("-Im(Z)").orElseThrow().get(i), tolerance * 60);
        }
    }

    @Test
    void everyFormatGivesTheSameSpectrumAndIsRecognised() throws Exception {
        for (Map.Entry<String, List<Source>> e : EcLabSamples.all().entrySet()) {
            for (Source s : e.getValue()) {
                assertEquals(e.getKey(), best(s).id(), s.name());
                for (Dataset d : read(s)) {
                    assertSpectrum(d, 2e-7);
                }
            }
        }
    }

    @Test
    void unknownColumnsOfABinaryFileAreReportedAndNotFatal() throws Exception {
        Dataset d = read(Source.of("u.mpr", EcLabSamples.mpr(3, 32, 999, 37, 38, 24))).get(0);
        assertSpectrum(d, 2e-7);
        assertEquals("[999]", d.metadata().text("unknown columns").orElseThrow());
    }

    @Test
    void aBinaryFileCutOffAnywhereIsRefusedWithAPosition() {
        byte[] whole = EcLabSamples.mpr(3, 32, 37, 38, 24);
        for (int length = 60; length < whole.length; length += 7) {
            Source s = Source.of("cut.mpr", Arrays.copyOf(whole, length));
            DatasetFormatException e = assertThrows(DatasetFormatException.class,
                    () -> new EcLabBinaryReader().read(s, Progress.none()));
            assertTrue(e.getMessage().startsWith("cut.mpr"), e.getMessage());
        }
    }

    @Test
    void aHugeNumberOfPointsInABinaryFileIsRefused() {
        byte[] b = EcLabSamples.mpr(3, 32, 37, 38, 24);
        int at = b.length - 20 * EcLabSamples.HERTZ.length - 406;
        b[at + 2] = 0x7f;
        assertThrows(DatasetFormatException.class, () -> new EcLabBinaryReader().read(Source.of("x.mpr", b),
                Progress.none()));
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(EcLabSamples.text("x.mpt",
                "EC-Lab ASCII FILE\nNb header lines : 900000\n")));
        assertEquals("line 2", e.position());
    }

    @Test
    void aBadNumberIsNamedWithLineAndColumn() {
        String broken = EcLabSamples.mpt('.').replaceFirst("\t1.000\n", "\tabc\n");
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read(EcLabSamples.text("x.mpt", broken)));
        assertEquals("line 8, column 'cycle number'", e.position());
    }
}
