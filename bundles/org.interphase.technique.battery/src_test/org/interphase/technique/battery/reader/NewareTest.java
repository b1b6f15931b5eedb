package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NewareTest {

    private static Table read(Source s) throws IOException {
        DatasetReader reader = s.name().endsWith(".nda") ? new NewareNdaReader() : new NewareNdaxReader();
        assertTrue(reader.confidence(SourceHead.of(s)) >= 90);
        return (Table) reader.read(s, Progress.none()).get(0);
    }

    private static Column column(Table t, String name) {
        return t.column(name).orElseThrow(() -> new AssertionError(name + " is not among " + t.columns().stream()
                .map(Column::name).toList()));
    }

    static Stream<Arguments> files() {
        int n = NewareSamples.rows();
        return Stream.of(Arguments.of("a.nda", NewareSamples.nda130(52, n), 0.5),
                Arguments.of("b.nda", NewareSamples.nda130(56, n), 0.5), Arguments.of("c.nda", NewareSamples.nda29(),
                        0),
                Arguments.of("d.ndax", NewareSamples.ndax(5, n), 0), Arguments.of("e.ndax", NewareSamples.ndax(11,
                        n), 0),
                Arguments.of("f.ndax", NewareSamples.ndax(14, n), 0), Arguments.of("g.ndax", NewareSamples.ndax(17,
                        n), 0));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyVersionGivesTheSameRecord(String name, byte[] content, double late) throws Exception {
        Table t = read(Source.of(name, content));
        assertEquals(NewareSamples.rows(), t.rows());
        CellRecord r = CellRecord.of(t).orElseThrow();
        int counted = 0;
        // the times of steps one behind the other leave out what lies between the last row and the next step
        double gap = name.equals("c.nda") || name.equals("d.ndax") ? 1 : 0;
        for (int i = 0; i < t.rows(); i++) {
            assertEquals(i + late - gap * (i / NewareSamples.STEP), r.time().get(i), 1e-9, name + " row " + i);
            assertEquals(NewareSamples.volt(i), r.voltage().get(i), 1e-6);
            assertEquals(NewareSamples.ampere(i), r.current().orElseThrow().get(i), 1e-6);
            assertEquals(i / NewareSamples.STEP % 4 + 1, r.step().orElseThrow().get(i));
            assertEquals(1, r.cycle().orElseThrow().get(i));
            double in = column(t, "charge capacity").get(i);
            double out = column(t, "discharge capacity").get(i);
            double energy = column(t, "charge energy").get(i) + column(t, "discharge energy").get(i);
            if (!Double.isNaN(in)) {
                counted++;
                double q = NewareSamples.charge(i) / 3600;
                assertEquals(NewareSamples.ampere(i) > 0 ? q : 0, in, 1e-9);
                assertEquals(NewareSamples.ampere(i) < 0 ? q : 0, out, 1e-9);
                assertEquals(q * (late > 0 ? 3.6 : 3), energy, 1e-8);
            }
        }
        boolean runs = name.compareTo("e") > 0;
        assertEquals(runs ? t.rows() / 5 : t.rows(), counted);
        assertEquals("A.h", column(t, "charge capacity").unit().text());
    }

    @Test
    void auxiliaryChannelsAndWhatTheHeaderSaysAreKept() throws Exception {
        Table t = read(Source.of("f.ndax", NewareSamples.ndax(14, 40)));
        assertEquals(27, column(t, "temperature").get(7), 1e-6);
        assertEquals("27-1-8", t.metadata().text("channel").orElseThrow());
        assertEquals("2024-02-29T23:59:00", t.metadata().text("started").orElseThrow());
        assertEquals(25.5, column(read(Source.of("b.nda", NewareSamples.nda130(56, 40))), "temperature").get(3));
        Table old = read(Source.of("c.nda", NewareSamples.nda29()));
        assertEquals(12.5, old.metadata().number("mass", "mg").orElseThrow());
        assertEquals("half cell", old.metadata().text("comment").orElseThrow());
        assertTrue(old.header().remarks().toString().contains("1 rows that the file holds twice"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileCutOffAnywhereIsRefused(String name, byte[] content, double late) {
        int step = Math.max(1, content.length / 150);
        for (int length = 20; length < content.length; length += step) {
            byte[] cut = Arrays.copyOf(content, length);
            try {
                int rows = read(Source.of(name, cut)).rows();
                // version 29 has no count: cut between records it is whole
                assertTrue(name.equals("c.nda") && (length - 2500) % 86 < 2 || length > content.length - 65
                        && name.endsWith(".nda") && rows == NewareSamples.rows(), name + " cut at " + length + ": "
                        + rows);
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().startsWith(name), e.getMessage());
            } catch (IOException | AssertionError e) {
                throw new AssertionError(name + " cut at " + length, e);
            }
        }
    }

    @Test
    void aMassOfOneMilligramIsTheProgramsOwn() throws Exception {
        byte[] b = NewareSamples.nda29();
        ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN).putInt(152, 1000);
        Table t = read(Source.of("c.nda", b));
        assertFalse(t.metadata().has("mass"), t.metadata().toString());
        assertTrue(CyclerFiles.codes(t).contains("not-entered"), CyclerFiles.remarks(t));
        for (String scq : List.of("1000", "12500", "none")) {
            NdaxSettings s = new NdaxSettings();
            s.read("Step.xml", ("<root><config><SCQ Value=\"" + scq + "\"/></config></root>").getBytes(
                    StandardCharsets.UTF_8));
            assertEquals(scq.equals("12500"), s.metadata().has("mass"));
            assertEquals(scq.equals("1000") ? 1 : 0, s.remarks().size());
        }
    }

    @Test
    void aRangeThatIsNotKnownIsRefused() {
        byte[] b = NewareSamples.nda29();
        b[2500 + 78] = 7;
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(Source.of("c.nda", b)));
        assertTrue(e.getMessage().contains("range 775"), e.getMessage());
    }

    @Test
    void severalPagesAreOneRecord() throws Exception {
        Table whole = read(Source.of("f.ndax", NewareSamples.ndax(14, 5000)));
        assertEquals(5000, whole.rows());
        assertEquals(4999, column(whole, "time").get(4999), 1e-9);
        assertEquals(NewareSamples.volt(4321), column(whole, "voltage").get(4321), 1e-6);
        assertEquals(125, column(whole, "cycle").max());
    }

    @ParameterizedTest
    @CsvSource({"data.ndc, 4300, checksum", "data_step.ndc, 4240, checksum", "data_runInfo.ndc, 2, version",
        "data.ndc, 2, version"})
    void aDamagedPartIsRefused(String part, int at, String told) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(NewareSamples.ndax(14, 40)));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                content[e.getName().equals(part) ? at : 0] ^= (byte) (e.getName().equals(part) ? 0x40 : 0);
                zip.putNextEntry(new ZipEntry(e.getName()));
                zip.write(content);
            }
        }
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read(Source.of("x.ndax", out.toByteArray())));
        assertTrue(e.getMessage().contains(part) && e.getMessage().contains(told), e.getMessage());
    }

    @Test
    void aRecordedFileOfVersion130HasItsKnownCapacities() throws Exception {
        Table t = read(Source.of(SharedData.require("cycling/TestFile.nda")));
        assertEquals(6670, t.rows());
        assertEquals(1.7206, column(t, "voltage").min(), 5e-5);
        assertEquals(4.2001, column(t, "voltage").max(), 5e-5);
        assertEquals(5806.646, 1000 * column(t, "discharge capacity").max(), 1e-3);
        assertEquals(5659.856, 1000 * column(t, "charge capacity").max(), 1e-3);
        assertEquals(1, column(t, "cycle").min());
        assertEquals(3, column(t, "cycle").max());
        Column time = column(t, "time");
        for (int i = 1; i < t.rows(); i++) {
            assertTrue(time.get(i) >= time.get(i - 1), "row " + i);
        }
        assertEquals(72373.26, time.max(), 1e-6);
        assertTrue(t.header().remarks().toString().contains("paused"));
    }

    @Test
    void aRecordedArchiveHasItsRestRows() throws Exception {
        Table t = read(Source.of(SharedData.require("cycling/123456789012_Unit27_Example_Data_File.ndax")));
        assertEquals(302, t.rows());
        assertEquals(4, column(t, "status").min());
        assertEquals(4, column(t, "status").max());
        assertEquals(300, column(t, "time").max(), 1e-9);
        assertEquals(0, column(t, "current").max());
        assertEquals(25.3, column(t, "temperature 9").min(), 0.1);
    }
}
