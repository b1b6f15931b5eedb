package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.technique.topography.reader.XyzReader;
import org.junit.jupiter.api.Test;

/** Every format gives the heights and distances that were written. */
class ReadersTest {

    private static final double[][] Z = SurfaceFiles.bumps(13, 11);

    private static Dataset read(Source source) throws Exception {
        DatasetReader best = null;
        int most = 0;
        for (DatasetReader r : new TopographyTechnique().readers()) {
            int c = r.confidence(SourceHead.of(source));
            if (c > most) {
                most = c;
                best = r;
            }
        }
        assertTrue(best != null, source.name());
        return best.read(source, Progress.none()).get(0);
    }

    private static void same(String name, byte[] content, double ratio, double tolerance, boolean holes)
            throws Exception {
        Raster r = (Raster) read(Source.of(name, content));
        assertEquals(13, r.width(), name);
        assertEquals(11, r.height(), name);
        assertEquals(0.5, r.calibration().pixelWidth(), 1e-6, name);
        assertEquals(0.5 * ratio, r.calibration().pixelHeight(), 1e-6, name);
        assertEquals("um", r.calibration().unit().text());
        double f = r.unit().scaleTo(org.interphase.model.unit.Unit.of("um"));
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 13; x++) {
                if (Z[y][x] == Z[y][x]) {
                    assertEquals(Z[y][x], r.get(x, y) * f, tolerance, name + " at " + x + ", " + y);
                } else if (holes) {
                    assertTrue(Double.isNaN(r.get(x, y)), name + ": what was not measured is a hole");
                }
            }
        }
    }

    @Test
    void everyFormatGivesTheHeightsThatWereWritten() throws Exception {
        same("a.al3d", SurfaceFiles.al3d(Z, 0.5), 1, 1e-6, true);
        same("a.opd", SurfaceFiles.opd(Z, 0.5, 1.2, false), 1.2, 0.0016, true);
        same("a.sur", SurfaceFiles.sur(Z, 0.5, 2, 16, false), 1, 0.00051, true);
        same("b.sur", SurfaceFiles.sur(Z, 0.5, 2, 32, true), 1, 0.00051, true);
        same("a.xyz", SurfaceFiles.xyz(Z, 0.5, "x [um] y [um] z [um]\n"), 1, 1e-6, true);
        same("a_13x11_f32le_um_step0.5um.raw", SurfaceFiles.raw(Z), 1, 1e-6, true);
        same("a.sdf", SurfaceFiles.sdfText(Z, 0.5), 2, 1e-6, true);
        same("b.sdf", SurfaceFiles.sdfBinary(Z, 0.5), 2, 0.00051, true);
        same("big.sdf", SurfaceFiles.sdfBinary(Z, 0.5, java.nio.ByteOrder.BIG_ENDIAN), 2, 0.00051, true);
        same("a.x3p", SurfaceFiles.x3p(Z, 0.5, false), 2, 1e-9, true);
        same("b.x3p", SurfaceFiles.x3p(Z, 0.5, true), 2, 0.00051, true);
        same("a.plu", SurfaceFiles.plu(Z, 0.5), 2, 1e-6, true);
        same("a.tmd", SurfaceFiles.tmd(Z, 0.5, true), 2, 1e-6, true);
        same("b.tmd", SurfaceFiles.tmd(Z, 0.5, false), 2, 1e-6, true);
        same("a.dat", SurfaceFiles.metroPro(Z, 0.5), 1, 1e-5, true);
        same("a.spm", SurfaceFiles.nanoscope(Z, 0.5, 2), 1, 1e-4, false);
        same("b.spm", SurfaceFiles.nanoscope(Z, 0.5, 4), 1, 1e-6, false);
        same("a.nid", SurfaceFiles.nid(Z, 0.5, "SaveSign=Signed\r\nSaveOrder=Intel\r\n"), 1, 1e-6, false);
    }

    @Test
    void aProfileIsACurve() throws Exception {
        Curve c = (Curve) read(Source.of("c.pro", SurfaceFiles.sur(Z, 0.5, 1, 32, false)));
        assertEquals(13, c.axis().size());
        assertEquals(6, c.axis().max(), 1e-6);
        assertEquals(Z[0][5] * 1000, c.signal().get(5), 0.51);
        assertEquals("nm", c.signal().unit().text());
    }

    @Test
    void bareNumbersAskForTheirLayout() throws Exception {
        Source bare = Source.of("map.raw", SurfaceFiles.raw(Z));
        MissingFactException e = assertThrows(MissingFactException.class, () -> read(bare));
        assertEquals(List.of(Fact.LAYOUT, Fact.PIXEL_SIZE, Fact.SIGNAL_UNIT), e.needed());
        Stated layout = Stated.NOTHING.with(Fact.LAYOUT, "13 x 11 float32 little");
        assertEquals(List.of(Fact.PIXEL_SIZE, Fact.SIGNAL_UNIT), assertThrows(MissingFactException.class,
                () -> read(bare.stating(layout))).needed());
        Raster r = (Raster) read(bare.stating(layout.with(Fact.PIXEL_SIZE, "0.5 um").with(Fact.SIGNAL_UNIT, "um")));
        assertEquals(Z[4][7], r.get(7, 4), 1e-6);
        assertEquals(0.5, r.calibration().pixelWidth(), 1e-12);
        assertThrows(DatasetFormatException.class, () -> read(bare.stating(Stated.NOTHING.with(Fact.LAYOUT,
                "13 x 12 float32"))));
        assertThrows(DatasetFormatException.class, () -> read(bare.stating(Stated.NOTHING.with(Fact.LAYOUT,
                "13 x 11 float32 big").with(Fact.PIXEL_SIZE, "0.5 um").with(Fact.SIGNAL_UNIT, "um"))), "other order");
        // the word is no statement where it is part of a name
        assertEquals(Z[4][7], ((Raster) read(Source.of("big_13x11_f32le_um_step0.5um.raw", SurfaceFiles.raw(Z)))).get(7,
                4), 1e-6);
        // a name that does not agree with the size is not believed
        assertThrows(DatasetFormatException.class, () -> read(Source.of("a_13x12_f32le_um_step0.5um.raw",
                SurfaceFiles.raw(Z))));
    }

    @Test
    void pointsWithoutUnitsAreReadAndNotMeasured() throws Exception {
        Raster r = (Raster) read(Source.of("a.xyz", SurfaceFiles.xyz(Z, 0.5, "")));
        assertEquals(13, r.width());
        assertThrows(AnalysisException.class, () -> RunOn.measured("topography.roughness", r, Map.of()));
        Stated units = Stated.NOTHING.with(Fact.UNIT, "um").with(Fact.SIGNAL_UNIT, "um");
        Raster said = (Raster) read(Source.of("a.xyz", SurfaceFiles.xyz(Z, 0.5, "")).stating(units));
        assertTrue(RunOn.measured("topography.roughness", said, Map.of()).containsKey("Sa"));
    }

    @Test
    void eachColumnHasItsOwnUnit() throws Exception {
        Raster r = (Raster) read(Source.of("a.xyz", SurfaceFiles.xyz(Z, 0.5, "x [mm] y [um] z [um]\n")));
        assertEquals(500, r.calibration().pixelWidth(), 1e-9);
        assertEquals(0.5, r.calibration().pixelHeight(), 1e-9);
    }

    @Test
    void numbersSavedInAnotherWayAreRefused() {
        for (String saved : List.of("SaveSign=Unsigned\r\n", "SaveOrder=Motorola\r\n")) {
            assertThrows(DatasetFormatException.class, () -> read(Source.of("a.nid", SurfaceFiles.nid(Z, 0.5, saved))),
                    saved);
        }
    }

    @Test
    void aNidFileThatListsNoChannelsIsRefused() {
        byte[] whole = SurfaceFiles.nid(Z, 0.5, "");
        String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] spoilt = text.replaceFirst("\\[DataSet\\]", "[DataSet]x").getBytes(
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThrows(DatasetFormatException.class, () -> read(Source.of("a.nid", spoilt)));
    }

    @Test
    void floatsOfAWykoMapWithoutMultAreWarnedOf() throws Exception {
        byte[] opd = SurfaceFiles.opd(Z, 0.5, 1, true);
        Raster r = (Raster) read(Source.of("a.opd", opd));
        assertEquals(Z[4][7], r.get(7, 4), 1e-6);
        assertTrue(r.header().remarks().stream().anyMatch(x -> x.code().equals("no-mult")));
        assertTrue(((Raster) read(Source.of("b.opd", SurfaceFiles.opd(Z, 0.5, 1, false)))).header().remarks()
                .isEmpty());
    }

    @Test
    void pointsOnNoGridAreRefused() {
        assertThrows(DatasetFormatException.class, () -> points("0 0 1\n1 0.1 2\n2.37 0.2 1\n3.1 1 2\n4 1.33 1\n0.2 1 "
                + "1\n"));
        assertThrows(DatasetFormatException.class, () -> points("0 0 1\n1 0 2\n0 1 1\n1 1 2\n1 1 3\n2 0 1\n2 1 1\n"),
                "a point twice");
    }

    @Test
    void placesThatJitterAreOneAndWideHolesAreHoles() throws Exception {
        java.util.Random r = new java.util.Random(4);
        StringBuilder jitter = new StringBuilder("x [um] y [um] z [um]\n");
        StringBuilder holes = new StringBuilder("x [um] y [um] z [um]\n");
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 13; x++) {
                jitter.append(String.format(java.util.Locale.ROOT, "%.4f %.4f %.3f%n", 0.5 * x + 0.02
                        * r.nextGaussian(), 0.7 * y + 0.02 * r.nextGaussian(), 0.1 * x + y));
                if (x < 4 || x > 9) {
                    holes.append(0.5 * x).append(' ').append(0.7 * y).append(' ').append(0.1 * x + y).append('\n');
                }
            }
        }
        for (StringBuilder text : List.of(jitter, holes)) {
            Raster map = (Raster) points(text.toString());
            assertEquals(13, map.width());
            assertEquals(11, map.height());
            assertEquals(0.5, map.calibration().pixelWidth(), 0.01);
            assertEquals(0.7, map.calibration().pixelHeight(), 0.02);
            assertEquals(0.1 * 11 + 8, map.get(11, 2), 1e-9);
        }
        assertTrue(Double.isNaN(((Raster) points(holes.toString())).get(6, 6)));
    }

    @Test
    void listsOfPointsMayBeLong() throws Exception {
        double[][] z = SurfaceFiles.bumps(500, 400);
        Raster r = (Raster) read(Source.of("a.x3p", SurfaceFiles.x3pList(z, 0.5, 400)));
        assertEquals(500, r.width());
        for (int y = 0; y < 400; y += 7) {
            for (int x = 0; x < 500; x++) {
                assertEquals(z[y][x], r.get(x, y), 1e-9);
            }
        }
        byte[] few = SurfaceFiles.x3pList(SurfaceFiles.bumps(13, 11), 0.5, 0);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(Source.of("a.x3p",
                SurfaceFiles.changed(few, "<SizeX>13", "<SizeX>14"))));
        assertTrue(e.getMessage().contains("143 points instead of 154"), e.getMessage());
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(Source.of("a.x3p", SurfaceFiles.changed(few,
                "<CY>", "<CQ>")))).getMessage().contains("no XML"));
    }

    private static Dataset points(String text) throws Exception {
        return new XyzReader().read(Source.of("a.xyz", text.getBytes()), Progress.none()).get(0);
    }

    @Test
    void aPlaceBeyondAllNumbersIsOutsideOfTheFile() {
        byte[] file = SurfaceFiles.al3d(Z, 0.5);
        // the fifth tag is the place of the heights
        byte[] place = "9223372036854775800".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(place, 0, file, 37 + 52 * 4, place.length);
        assertTrue(assertThrows(DatasetFormatException.class, () -> read(Source.of("a.al3d", file))).getMessage()
                .contains("a.al3d"));
    }

    @Test
    void placesBeyondAllNumbersAreNoGrid() {
        StringBuilder points = new StringBuilder();
        for (int k = 0; k < 16; k++) {
            points.append(k / 4).append(' ').append(k == 6 ? "-1e308" : k == 9 ? "1e308" : k % 4).append(" 1\n");
        }
        assertTrue(assertThrows(DatasetFormatException.class, () -> new XyzReader().read(Source.of("a.xyz",
                points.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)), Progress.none()))
                .getMessage().contains("no grid"));
    }
}
