package org.interphase.technique.microscopy;

import static org.interphase.technique.microscopy.DmTree.map;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.microscopy.reader.gatan.DmReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What DM files hold beside plain images: stacks, profiles, spectra, spectrum images, diffraction patterns. */
@Timeout(60)
class DmDataTest {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final List<Object> NM = List.of(0.0, 0.5, "nm");
    private static final List<Object> NOTHING = List.of(0.0, 1.0, "");

    private static List<Dataset> read(int version, ByteOrder order, Map<String, Object> root) throws Exception {
        return new DmReader().read(DmTree.source("a.dm3", version, order, root), Progress.none());
    }

    private static double[] ramp(int n) {
        double[] out = new double[n];
        Arrays.setAll(out, i -> 10 * i + 1);
        return out;
    }

    private static Map<String, Object> floats(ByteOrder order, List<Integer> sizes, List<List<Object>> calibrations,
            Map<String, Object> imageTags) {
        int n = sizes.stream().reduce(1, (a, b) -> a * b);
        return DmTree.image("", 2, DmTree.floats(order, ramp(n)), sizes, calibrations, imageTags);
    }

    @Test
    void aSpectrumIsACurveOverTheEnergyOfItsChannels() throws Exception {
        for (int version : new int[] {3, 4}) {
            for (ByteOrder order : new ByteOrder[] {LITTLE, BIG}) {
                Curve c = (Curve) read(version, order, DmTree.file(floats(order, List.of(5), List.of(List.of(20.0, 0.25,
                        "eV")), map("Meta Data", map("Signal", "EELS", "Format", "Spectrum"), "Microscope Info",
                                map("Voltage", 80000.0f))))).get(0);
                assertEquals("eels", c.kind().id());
                assertEquals("Energy loss", c.axis().quantity());
                assertEquals("eV", c.axis().unit().text());
                // (index - origin) * scale
                assertArrayEquals(new double[] {-5, -4.75, -4.5, -4.25, -4}, c.axis().values(), 1e-9);
                assertArrayEquals(ramp(5), c.signal().values());
                assertEquals(80, c.metadata().number("beam energy", "keV").orElseThrow(), 1e-9);
            }
        }
    }

    @Test
    void aSpectrumOfOneRowIsNoImage() throws Exception {
        Curve c = (Curve) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(6, 1), List.of(List.of(0.0, 10.0, "eV"),
                NOTHING), map("EDS", map("Live time", 3.0))))).get(0);
        assertEquals("eds", c.kind().id());
        assertEquals("Energy", c.axis().quantity());
        assertEquals(50, c.axis().max(), 1e-9);
    }

    @Test
    void aSpectrumOfFallingEnergyIsTurnedRound() throws Exception {
        Curve c = (Curve) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(3), List.of(List.of(0.0, -2.0, "eV")),
                map()))).get(0);
        assertArrayEquals(new double[] {-4, -2, 0}, c.axis().values(), 1e-12);
        assertArrayEquals(new double[] {21, 11, 1}, c.signal().values());
        assertEquals("microscopy.spectrum", c.kind().id());
    }

    @Test
    void aLineProfileIsACurveOverItsPosition() throws Exception {
        Curve c = (Curve) read(4, LITTLE, DmTree.file(floats(LITTLE, List.of(4), List.of(NM), map()))).get(0);
        assertEquals("profile", c.kind().id());
        assertEquals("Position", c.axis().quantity());
        assertEquals("nm", c.axis().unit().text());
        assertArrayEquals(new double[] {0, 0.5, 1, 1.5}, c.axis().values(), 1e-12);
        Curve plain = (Curve) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(4), List.of(NOTHING), map()))).get(0);
        assertEquals("px", plain.axis().unit().text());
    }

    @Test
    void aStackGivesEachFrameItsScaleAndPlace() throws Exception {
        List<Dataset> frames = read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(3, 2, 4), List.of(NM,
                List.of(0.0, 2.0, "nm"), List.of(0.0, 0.1, "s")), map())));
        assertEquals(4, frames.size());
        for (int f = 0; f < 4; f++) {
            Raster r = (Raster) frames.get(f);
            assertEquals(3, r.width());
            assertEquals(2, r.height());
            assertEquals(0.5, r.calibration().pixelWidth(), 1e-12);
            assertEquals(2, r.calibration().pixelHeight(), 1e-12);
            assertEquals(10 * (6 * f + 4) + 1, r.get(1, 1));
            assertEquals(0.1 * f, r.metadata().number("frame time", "s").orElseThrow(), 1e-12);
        }
    }

    @Test
    void aSpectrumImageIsACurveForEachPixel() throws Exception {
        // x of 3, y of 2, energy of 4: the energy changes slowest
        CurveStack s = (CurveStack) read(4, LITTLE, DmTree.file(floats(LITTLE, List.of(3, 2, 4), List.of(NM,
                List.of(0.0, 2.0, "nm"), List.of(0.0, 5.0, "eV")), map("Meta Data", map("Signal", "EELS", "Format",
                        "Spectrum image"))))).get(0);
        assertEquals("eels.map", s.kind().id());
        assertEquals(6, s.curves());
        assertEquals(new CurveStack.Grid(3, 2), s.grid().orElseThrow());
        assertArrayEquals(new double[] {0, 5, 10, 15}, s.axis().values(), 1e-12);
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 3; x++) {
                int c = y * 3 + x;
                assertEquals(0.5 * x, s.positions().get(0).get(c), 1e-12);
                assertEquals(2.0 * y, s.positions().get(1).get(c), 1e-12);
                for (int e = 0; e < 4; e++) {
                    assertEquals(10 * (6 * e + c) + 1, s.get(c, e));
                }
            }
        }
    }

    @Test
    void aLineScanOfSpectraIsACurveForEachPlaceWhicheverDimensionIsTheEnergy() throws Exception {
        List<Object> ev = List.of(0.0, 5.0, "eV");
        CurveStack first = (CurveStack) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(4, 3), List.of(ev, NM),
                map()))).get(0);
        CurveStack second = (CurveStack) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(3, 4), List.of(NM, ev),
                map()))).get(0);
        for (int c = 0; c < 3; c++) {
            for (int e = 0; e < 4; e++) {
                assertEquals(10 * (4 * c + e) + 1, first.get(c, e));
                assertEquals(10 * (3 * e + c) + 1, second.get(c, e));
            }
            assertEquals(0.5 * c, first.positions().get(0).get(c), 1e-12);
        }
        assertTrue(first.grid().isEmpty());
        assertEquals("microscopy.spectrum.map", first.kind().id());
    }

    @Test
    void aDiffractionPatternKeepsItsReciprocalScaleAndIsNoMicrograph() throws Exception {
        List<Object> perNm = List.of(0.0, 0.02, "1/nm");
        Raster r = (Raster) read(3, LITTLE, DmTree.file(floats(LITTLE, List.of(3, 3), List.of(perNm, perNm),
                map()))).get(0);
        assertEquals("diffraction", r.kind().id());
        assertEquals(0.02, r.calibration().pixelWidth(), 1e-12);
        assertEquals("nm-1", r.calibration().unit().text());
    }

    @Test
    void calibratedIntensitiesAreTakenInTheirUnit() throws Exception {
        Map<String, Object> image = floats(LITTLE, List.of(3, 2), List.of(NM, NM), map());
        @SuppressWarnings("unchecked")
        Map<String, Object> calibrations = (Map<String, Object>) ((Map<String, Object>) image.get("ImageData"))
                .get("Calibrations");
        calibrations.put("Brightness", map("Origin", 1.0, "Scale", 0.5, "Units", "nm"));
        Raster r = (Raster) read(3, LITTLE, DmTree.file(image)).get(0);
        assertEquals("nm", r.unit().text());
        // (11 - 1) * 0.5
        assertEquals(5, r.get(1, 0), 1e-6);
    }

    @Test
    void theThumbnailIsNotTakenForTheImage() throws Exception {
        DmTree.Values small = new DmTree.Values(5, 4, new byte[16]);
        Map<String, Object> thumbnail = DmTree.image("", 23, small, List.of(2, 2), List.of(NOTHING, NOTHING), map());
        Map<String, Object> image = floats(BIG, List.of(3, 2), List.of(NM, NM), map());
        List<Dataset> listed = read(3, BIG, map("ImageList", map("#0", image, "#1", thumbnail), "Thumbnails",
                map("#0", map("ImageIndex", 1))));
        assertEquals(1, listed.size());
        assertEquals(3, ((Raster) listed.get(0)).width());
        List<Dataset> first = read(3, BIG, map("ImageList", map("#0", thumbnail, "#1", image)));
        assertEquals(1, first.size());
        assertEquals(3, ((Raster) first.get(0)).width());
    }

    @Test
    void complexAndFourDimensionalDataAreRefusedByName() {
        Map<String, Object> fft = DmTree.image("FFT", 3, new DmTree.Complex(4), List.of(2, 2), List.of(NOTHING,
                NOTHING), map());
        String why = assertThrows(DatasetFormatException.class, () -> read(4, LITTLE, DmTree.file(fft))).reason();
        assertTrue(why.contains("complex") && why.contains("FFT"), why);
        List<Object> n = NOTHING;
        Map<String, Object> scan = floats(LITTLE, List.of(2, 2, 3, 3), List.of(n, n, n, n), map());
        why = assertThrows(DatasetFormatException.class, () -> read(4, LITTLE, DmTree.file(scan))).reason();
        assertTrue(why.contains("4-dimensional") && why.contains("2 x 2 x 3 x 3"), why);
    }

    @Test
    void whatIsNotReadBesideAnImageIsRemarked() throws Exception {
        Map<String, Object> fft = DmTree.image("FFT", 3, new DmTree.Complex(4), List.of(2, 2), List.of(NOTHING,
                NOTHING), map());
        List<Dataset> all = read(3, LITTLE, map("ImageList", map("#0", floats(LITTLE, List.of(3, 2), List.of(NM, NM),
                map()), "#1", fft)));
        assertEquals(1, all.size());
        Remark r = all.get(0).header().remarks().get(0);
        assertTrue(r.text().contains("'FFT' holds complex"), r.text());
    }

    @Test
    void sizesBeyondTheDataCutsAndFlippedBytesGiveAClearErrorOrData() throws Exception {
        Map<String, Object> image = floats(LITTLE, List.of(3, 2, 4), List.of(NM, NM, List.of(0.0, 5.0, "eV")), map());
        for (List<Integer> sizes : List.of(List.of(3, 2, 1 << 30), List.of(1 << 30, 1 << 30, 1 << 30), List.of(0, 2, 4),
                List.of(-1, -1, -1), List.of(25), List.of(1, 25))) {
            List<List<Object>> c = java.util.Collections.nCopies(sizes.size(), NM);
            Map<String, Object> wrong = DmTree.image("", 2, DmTree.floats(LITTLE, ramp(24)), sizes, c, map());
            String why = assertThrows(DatasetFormatException.class, () -> read(3, LITTLE, DmTree.file(wrong))).reason();
            assertTrue(why.contains("does not fit") || why.contains("pictures in this stack"), why);
        }
        byte[] good = DmTree.source("a.dm3", 3, LITTLE, DmTree.file(image)).read(0, 1 << 20);
        for (int n = 0; n < good.length; n++) {
            byte[] cut = Arrays.copyOf(good, n);
            assertThrows(DatasetFormatException.class, () -> new DmReader().read(Source.of("a.dm3", cut),
                    Progress.none()), "cut at " + n);
        }
        Random random = new Random(2);
        for (int k = 0; k < 4000; k++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= k % 4; j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                new DmReader().read(Source.of("a.dm3", bad), Progress.none());
            } catch (DatasetFormatException e) {
                assertFalse(e.reason().isBlank());
            }
        }
    }
}
