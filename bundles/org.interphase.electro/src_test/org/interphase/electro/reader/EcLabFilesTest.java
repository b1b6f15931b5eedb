package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.electro.ElectroTechnique;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.ReadingRemarks;
import org.interphase.model.Remark;
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
                    if (d.kind().id().equals("eis")) {
                        assertSpectrum(d, 2e-7);
                    }
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

    @Test
    void unknownColumnsAreNamedWithWhatIsLostBehindThem() throws Exception {
        Table t = (Table) read(Source.of("u.mpr", EcLabSamples.mpr(3, 32, 37, 38, 999, 998, 24))).get(0);
        String told = t.header().product(ReadingRemarks.class).orElseThrow().remarks().toString();
        assertTrue(told.contains("999, 998") && told.contains("cycle number"), told);
        assertTrue(t.column("cycle number").isEmpty());
        Table one = (Table) read(Source.of("u.mpr", EcLabSamples.mpr(3, 999, 32, 37, 38, 24))).get(0);
        assertEquals(1, one.column("cycle number").orElseThrow().get(3));
    }

    @Test
    void recordsThatDoNotFillTheModuleAreRefused() {
        byte[] b = EcLabSamples.mpr(3, 32, 37, 38, 24);
        int at = b.length - 20 * EcLabSamples.HERTZ.length - 406;
        for (int points : new int[] {EcLabSamples.HERTZ.length - 1, EcLabSamples.HERTZ.length + 1, 1, 0, -1}) {
            ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN).putInt(at, points);
            assertThrows(DatasetFormatException.class, () -> new EcLabBinaryReader().read(Source.of("x.mpr", b),
                    Progress.none()), points + " points");
        }
    }

    @Test
    void anExportThatBeginsWithItsNamesIsARecord() throws Exception {
        Source s = EcLabSamples.text("LiLi.txt", EcLabSamples.RECORD);
        Table t = (Table) read(s).get(0);
        assertEquals(List.of("time", "Ewe", "<I>"), t.columns().stream().map(Column::name).toList());
        assertEquals(2, t.column("<I>").orElseThrow().get(2));
        assertEquals("electrochemistry.record", t.kind().id());
        assertEquals("gcpl", read(s.stating(Stated.of(Map.of("kind", "gcpl")))).get(0).kind().id());
        assertEquals(0, new EcLabTextReader().confidence(SourceHead.of(EcLabSamples.text("z.txt",
                "freq/Hz\tRe(Z)/Ohm\ttime/s\tEwe/V\n"))));
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(EcLabSamples.text("c.txt",
                EcLabSamples.RECORD + "3.5\t3.4\n")));
        assertEquals("line 5", e.position());
    }

    @Test
    void loopsAreRowsFromZero() throws Exception {
        Table t = (Table) read(EcLabSamples.text("a_LOOP.txt", EcLabSamples.LOOPS)).get(0);
        assertEquals(List.of(0.0, 709.0, 1104.0), Arrays.stream(t.columns().get(0).values()).boxed().toList());
        for (String bad : new String[] {"VMP EXPERIMENT LOOP INDEXES\n-1\n", "VMP EXPERIMENT LOOP INDEXES\n1.5\n",
            "VMP EXPERIMENT LOOP INDEXES\n"}) {
            assertThrows(DatasetFormatException.class, () -> read(EcLabSamples.text("a.txt", bad)));
        }
    }

    @Test
    void whatTheHeaderSaysOfTheCellIsKept() throws Exception {
        String head = "EC-Lab ASCII FILE\nNb header lines : 10\n\nGalvanostatic Cycling with Potential Limitation\n"
                + "Acquisition started on : 02/03/2024 01:02:03.500\nMass of active material : 6,52 mg\n"
                + "Electrode surface area : 0.001 cm\u00b2\nCharacteristic mass : %s\nBattery capacity : 2.217 mA.h\n"
                + "time/s\tEwe/V\t\n0\t3\n";
        Metadata m = read(EcLabSamples.text("a.mpt", String.format(head, "0.00652 g"))).get(0).metadata();
        assertEquals("2024-02-03T01:02:03.500", m.text("started").orElseThrow());
        assertEquals(6.52, m.number("mass", "mg").orElseThrow(), 1e-12);
        assertEquals(2.217, m.number("battery capacity", "mA.h").orElseThrow(), 1e-12);
        assertTrue(m.number("electrode area", "cm2").isEmpty(), "0.001 stands for: not entered");
        assertEquals(6.52, read(EcLabSamples.text("a.mpt", String.format(head, "0.001 g"))).get(0).metadata()
                .number("mass", "mg").orElseThrow(), 1e-12);
        Source two = EcLabSamples.text("a.mpt", String.format(head, "7 mg"));
        assertTrue(read(two).get(0).metadata().number("mass", "mg").isEmpty(), "two masses that differ");
        assertTrue(codes(read(two)).contains("masses-differ"));
        assertFalse(codes(read(two.stating(Stated.of(Map.of("mass", "7"))))).contains("masses-differ"));
        assertFalse(codes(read(EcLabSamples.text("a.mpt", String.format(head, "0.00652 g")))).contains(
                "masses-differ"));
    }

    private static List<String> codes(List<Dataset> read) {
        return read.get(0).header().remarks().stream().map(Remark::code).toList();
    }
}
