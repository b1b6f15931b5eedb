package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/** PHI files written here in the layout that the reader documents. */
class PhiTest {

    private static final String HEADER = "SOFH\nFileDesc: synthetic\nXraySource: Al 1486.6 mono\n"
            + "SpectralRegDef: 1 1 C1s 6 21 -0.2500 295.0 290.0 295.0 290.0 0.160000 29.35 AREA\n"
            + "SpectralRegDefFull: 1 1 C1s 6 99 -0.1 295.0 280.0 295.0 280.0 0.160000 29.35 AREA\n"
            + "SpectralRegDef: 2 2 F1s 9 41 -0.1250 695.0 690.0 695.0 690.0 0.160000 29.35 AREA\nEOFH\n";

    static byte[] file(String header, int width) {
        int[] points = {21, 41};
        ByteBuffer b = ByteBuffer.allocate(16 + 2 * 96 + 62 * width + 8).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(1).putInt(2).putInt(192).putInt(16);
        int from = 208;
        for (int i = 0; i < 2; i++) {
            int at = 16 + 96 * i;
            b.putInt(at, i + 1).putInt(at + 20, points[i]);
            b.put(at + 72, (byte) 'f').put(at + 73, (byte) ('0' + width));
            b.putInt(at + 76, width * points[i]).putInt(at + 80, from).putInt(at + 92, from + width * points[i]);
            for (int k = 0; k < points[i]; k++) {
                if (width == 4) {
                    b.putFloat(from + 4 * k, 100 + k);
                } else {
                    b.putDouble(from + 8 * k, 100 + k);
                }
            }
            from += width * points[i];
            b.putFloat(from, 0.16f);
            from += 4;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(b.array());
        return out.toByteArray();
    }

    static Source sample() {
        return Source.of("a.spe", file(HEADER, 4));
    }

    private static DatasetFormatException refused(byte[] content) {
        return assertThrows(DatasetFormatException.class, () -> XpsRuns.read(Source.of("a.spe", content)));
    }

    @Test
    void regionsOfBothWidthsAreRead() throws Exception {
        for (int width : new int[] {4, 8}) {
            List<Dataset> all = XpsRuns.read(Source.of("a.spe", file(HEADER, width)));
            assertEquals(List.of("C1s", "F1s"), all.stream().map(Dataset::name).toList());
            Curve f = (Curve) all.get(1);
            assertEquals(690, f.axis().min(), 1e-9);
            assertEquals(695, f.axis().max(), 1e-9);
            assertEquals(41, f.axis().size());
            int highest = f.axis().get(0) > f.axis().get(1) ? 0 : 40;
            assertEquals(100, f.signal().get(highest));
            assertEquals(140, f.signal().get(40 - highest));
            assertEquals(1486.6, f.metadata().number("photon energy", "eV").orElseThrow());
            assertEquals(29.35, f.metadata().number("pass energy", "eV").orElseThrow());
        }
    }

    @Test
    void augerSpectraAreKinetic() throws Exception {
        Curve c = (Curve) XpsRuns.read(Source.of("a.spe", file(HEADER.replace("XraySource: Al 1486.6 mono",
                "Technique: AES"), 4))).get(0);
        assertEquals("Kinetic energy", c.axis().quantity());
        assertEquals("curve", c.kind().id());
        assertEquals(290, c.axis().min(), 1e-9);
    }

    @Test
    void aStatedPhotonEnergyThatContradictsTheHeaderIsRemarked() throws Exception {
        Source said = sample().stating(org.interphase.api.Stated.of(java.util.Map.of("photon-energy", "1253.6")));
        Curve c = (Curve) XpsRuns.read(said).get(0);
        assertEquals(1253.6, c.metadata().number("photon energy", "eV").orElseThrow());
        assertEquals(290, c.axis().min(), 1e-9, "binding energies stay what they are");
        assertTrue(c.header().remarks().get(0).text().contains("the file states 1486.6 eV"));
    }

    @Test
    void everyTruncationOfTheDataIsAnswered() {
        byte[] whole = file(HEADER, 4);
        for (int n = 4; n < whole.length - 8; n += 13) {
            refused(Arrays.copyOf(whole, n));
        }
    }

    @Test
    void aWrongNumberOfPointsIsRefusedBeforeAnythingIsAllocated() {
        String m = refused(file(HEADER.replace("C1s 6 21 -0.2500", "C1s 6 2000000000 -0.2500"), 4)).getMessage();
        assertTrue(m.contains("a.spe, line 4") && m.contains("2000000000"), m);
    }

    @Test
    void aDescriptorThatContradictsTheHeaderIsNamed() {
        byte[] bytes = file(HEADER, 4);
        bytes[HEADER.length() + 16 + 20] = 22;
        assertEquals("byte " + (HEADER.length() + 16), refused(bytes).position());
    }

    @Test
    void aFieldThatIsNoNumberIsNamedByItsLine() {
        assertEquals("line 4", refused(file(HEADER.replace("-0.2500", "step"), 4)).position());
    }

    /** One region of 21 points in three cycles. */
    private static byte[] cycles() {
        String header = "SOFH\nFileType: DEPTHPRO\nXraySource: Al 1486.6 mono\n"
                + "SpectralRegDef: 1 1 C1s 6 21 -0.2500 295.0 290.0 295.0 290.0 0.160000 29.35 AREA\nEOFH\n";
        ByteBuffer b = ByteBuffer.allocate(16 + 96 + 3 * 21 * 4).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(1).putInt(1).putInt(96).putInt(16);
        b.putInt(16, 1).putInt(36, 21).putInt(40, 3).put(88, (byte) 'f').put(89, (byte) '4');
        b.putInt(92, 3 * 21 * 4).putInt(96, 112);
        for (int k = 0; k < 63; k++) {
            b.putFloat(112 + 4 * k, 1000 * (k / 21) + k % 21);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(b.array());
        return out.toByteArray();
    }

    @Test
    void theCyclesOfAProfileAreAStack() throws Exception {
        CurveStack stack = (CurveStack) XpsRuns.read(Source.of("a.pro", cycles())).get(0);
        assertEquals(3, stack.curves());
        assertEquals("xps.depth-profile", stack.kind().id());
        assertEquals(21, stack.axis().size());
        assertEquals(290, stack.axis().min(), 1e-9);
        // the first value of a cycle is that at the first, highest energy
        assertEquals(2000, stack.curve(2).signal().get(20));
        assertEquals(2020, stack.curve(2).signal().get(0));
    }

    @Test
    void theScansOfASpectrumAreAveraged() throws Exception {
        byte[] bytes = new String(cycles(), StandardCharsets.ISO_8859_1).replace("DEPTHPRO", "SPECTRUM")
                .getBytes(StandardCharsets.ISO_8859_1);
        Curve c = (Curve) XpsRuns.read(Source.of("a.spe", bytes)).get(0);
        assertEquals(1000, c.signal().get(20));
    }
}
