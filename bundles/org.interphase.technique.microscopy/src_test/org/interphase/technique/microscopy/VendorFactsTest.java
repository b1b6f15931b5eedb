package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interphase.api.Fact;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every number that a maker states about a picture, with its unit. */
@Timeout(60)
class VendorFactsTest {

    @TempDir
    Path folder;

    private static TiffBytes picture() {
        return TiffBytes.grey(ByteOrder.LITTLE_ENDIAN, 8, 8, 8, 1, 1, new byte[64]);
    }

    private static Raster read(byte[] file) throws Exception {
        return (Raster) new TiffReader().read(Source.of("a.tif", file), Progress.none()).get(0);
    }

    private Raster beside(String suffix, String text) throws Exception {
        Files.write(folder.resolve("a.tif"), picture().bytes(0));
        Files.writeString(folder.resolve("a" + suffix), text, java.nio.charset.StandardCharsets.ISO_8859_1);
        return (Raster) new TiffReader().read(Source.of(folder.resolve("a.tif")), Progress.none()).get(0);
    }

    private static void assertSize(double nm, Raster r) {
        assertEquals(nm, r.calibration().pixelWidth() * r.calibration().unit().scaleTo(
                org.interphase.model.unit.Unit.of("nm")), 1e-9 * nm);
    }

    private static void assertFact(double value, String unit, Raster r, String key) {
        assertEquals(value, r.metadata().number(key, unit).orElseThrow(() -> new AssertionError(key)), 1e-9 * Math.abs(
                value) + 1e-12, key);
    }

    private static boolean warned(Raster r, String text) {
        return r.header().remarks().stream().anyMatch(m -> m.level() == Remark.Level.WARNING
                && m.text().contains(text));
    }

    private static String thermo(String beam, String detector, int columns) {
        return "[User]\r\nDate=11/10/2023\r\nTime=02:09:15 PM\r\n[System]\r\nSystemType=Scios\r\n[Beam]\r\nHV=2000\r\n"
                + "Beam=" + beam + "\r\nScan=EScan\r\n[EBeam]\r\nHV=2000\r\nWD=0.9\r\nTiltCorrectionIsOn=yes\r\n"
                + "TiltCorrectionAngle=0.5\r\n[Scan]\r\nDwelltime=1e-006\r\nPixelWidth=2.5e-007\r\nPixelHeight=5e-007"
                + "\r\nHorFieldsize=2e-006\r\n[Stage]\r\nStageT=0.25\r\nWorkingDistance=0.0068\r\n[Image]\r\n"
                + "ResolutionX=" + columns + "\r\nResolutionY=8\r\n[Detectors]\r\nName=" + detector + "\r\nMode=SE\r\n";
    }

    @Test
    void thermo() throws Exception {
        Raster r = read(picture().text(34682, thermo("EBeam", "ETD", 8)).bytes(0));
        assertSize(250, r);
        assertEquals(2, r.calibration().pixelHeight() / r.calibration().pixelWidth(), 1e-12);
        assertFact(2, "keV", r, "beam energy");
        assertFact(6.8, "mm", r, "working distance");
        assertFact(Math.toDegrees(0.25), "deg", r, "stage tilt");
        assertFact(Math.toDegrees(0.5), "deg", r, "tilt correction");
        assertFact(2, "um", r, "field width");
        assertFact(1, "us", r, "dwell time");
        assertEquals("ETD", r.metadata().text("detector").orElseThrow());
        assertEquals(List.of(), r.header().remarks());
    }

    @Test
    void aCameraPictureTakesNothingFromTheBeam() throws Exception {
        for (String[] camera : new String[][] {{"EBeam", "Nav-Cam"}, {"CCD", "IR-CCD"}, {"", "NavCam+"}}) {
            Raster r = read(picture().text(34682, thermo(camera[0], camera[1], 8)).bytes(0));
            assertFalse(r.calibration().isPhysical(), camera[1]);
            assertEquals("image", r.kind().id());
            assertTrue(r.metadata().number("beam energy").isEmpty());
            assertTrue(r.metadata().number("working distance").isEmpty());
            assertTrue(warned(r, "camera"));
        }
    }

    @Test
    void aPictureNotOfTheSizeItsMetadataDescribeIsDoubted() throws Exception {
        assertTrue(warned(read(picture().text(34682, thermo("EBeam", "ETD", 16)).bytes(0)), "16 columns"));
        assertTrue(warned(read(picture().text(34118, "0\r\n0\r\n0\r\n1e-7\r\nAP_IMAGE_PIXEL_SIZE\r\nImage Pixel Size = "
                + "100.0 nm\r\nAP_WIDTH\r\nWidth = 1.6 um\r\n").bytes(0)), "contradicts itself"));
        assertTrue(warned(beside(".txt", "[SemImageFile]\r\nDataSize=12x8\r\nPixelSize=10\r\n"), "12 columns"));
        assertTrue(warned(beside(".txt", "$CM_FORMAT JEOL\r\n$CM_FULL_SIZE 16 12\r\n$$SM_MICRON_BAR 100\r\n"
                + "$$SM_MICRON_MARKER 1um\r\n"), "16 columns"));
    }

    @Test
    void zeiss() throws Exception {
        Raster r = read(picture().text(34118, "0\r\n0\r\n0\r\n1.002e-7\r\nAP_IMAGE_PIXEL_SIZE\r\nImage Pixel Size = "
                + "100.2 nm\r\nAP_WIDTH\r\nWidth = 801.6 nm\r\nAP_ACTUALKV\r\nEHT = 500 V\r\nAP_WD\r\nWD = 14.808 mm"
                + "\r\nAP_STAGE_AT_T\r\nStage at T = 2.5 \u00b0\r\nDP_DETECTOR_CHANNEL\r\nSignal A = InLens\r\n"
                + "AP_DATE\r\nDate :11 Apr 2023\r\n").bytes(0));
        assertSize(100.2, r);
        assertFact(0.5, "keV", r, "beam energy");
        assertFact(14.808, "mm", r, "working distance");
        assertFact(2.5, "deg", r, "stage tilt");
        assertFact(0.8016, "um", r, "field width");
        Raster kilo = read(picture().text(34118, "AP_ACTUALKV\r\nEHT = 25.00 kV\r\nAP_WD\r\nWD = 812 \u00b5m\r\n")
                .bytes(0));
        assertFact(25, "keV", kilo, "beam energy");
        assertFact(0.812, "mm", kilo, "working distance");
    }

    @Test
    void tescan() throws Exception {
        String text = "[MAIN]\r\nDeviceModel=MIRA\r\nPixelSizeX=5e-8\r\nPixelSizeY=6e-8\r\nImageStripSize=2\r\n"
                + "[SEM]\r\nHV=15000.0\r\nWD=0.0051\r\nStageTilt=1.5\r\nDetector=SE\r\n";
        for (Raster r : List.of(read(picture().text(50431, "xx" + text).bytes(0)), beside("-tif.hdr", text))) {
            assertSize(50, r);
            assertEquals(1.2, r.calibration().pixelHeight() / r.calibration().pixelWidth(), 1e-9);
            assertFact(15, "keV", r, "beam energy");
            assertFact(5.1, "mm", r, "working distance");
            assertFact(1.5, "deg", r, "stage tilt");
            assertEquals(6, r.field().height());
        }
    }

    @Test
    void hitachi() throws Exception {
        Raster r = beside(".txt", "[SemImageFile]\r\nInstructName=S-4800\r\nDataSize=16x16\r\nPixelSize=10\r\n"
                + "AcceleratingVoltage=15000 Volt\r\nWorkingDistance=8100 um\r\nMagnification=5000\r\n");
        // every second column of the scan
        assertSize(20, r);
        assertFact(15, "keV", r, "beam energy");
        assertFact(8.1, "mm", r, "working distance");
        assertEquals(5000, r.metadata().number("magnification").orElseThrow());
        assertTrue(r.header().remarks().get(0).text().contains("every 2 of the scan"));
        // without units: volts and micrometres
        Raster bare = beside(".txt", "[SemImageFile]\r\nDataSize=8x8\r\nPixelSize=10\r\nAcceleratingVoltage=2000\r\n"
                + "WorkingDistance=7900\r\n");
        assertSize(10, bare);
        assertFact(2, "keV", bare, "beam energy");
        assertFact(7.9, "mm", bare, "working distance");
    }

    @Test
    void jeol() throws Exception {
        Raster r = beside(".txt", "$CM_FORMAT JEOL-SEM\r\n$CM_ACCEL_VOLT 15.0\r\n$CM_MAG 1000\r\n$CM_FULL_SIZE 8 6\r\n"
                + "$$SM_WD 9.5\r\n$$SM_MICRON_BAR 100\r\n$$SM_MICRON_MARKER 10\u00b5m\r\n");
        assertSize(100, r);
        assertEquals(1 / Math.sqrt(12) / 100, r.calibration().relativeUncertainty(), 1e-12);
        assertFact(15, "keV", r, "beam energy");
        assertFact(9.5, "mm", r, "working distance");
        assertEquals(6, r.field().height());
        assertEquals(List.of(), r.header().remarks());
        Raster tem = beside(".txt", "$CM_FORMAT\r\n$CM_MAG 25000\r\n$CM_SIGNAL TEM\r\n$$EM_PIXELSPERMETER_X 2e9\r\n"
                + "$$EM_PIXELSPERMETER_Y 1e9\r\n");
        assertSize(0.5, tem);
        assertEquals(2, tem.calibration().pixelHeight() / tem.calibration().pixelWidth(), 1e-12);
        assertEquals("tem", tem.kind().id());
    }

    @Test
    void jeolMagnificationAloneIsReadByAStatedRuleWithItsDoubt() throws Exception {
        Raster r = beside(".txt", "$CM_FORMAT JEOL-SEM\r\n$CM_MAG 1000\r\n$CM_FULL_SIZE 8 6\r\n");
        // 120 mm / 1000 / 8 columns
        assertSize(15000, r);
        assertEquals(0.05, r.calibration().relativeUncertainty());
        assertTrue(warned(r, "120 mm / magnification"));
        Raster tem = beside(".txt", "$CM_FORMAT\r\n$CM_MAG 25000\r\n$CM_SIGNAL TEM\r\n");
        assertFalse(tem.calibration().isPhysical());
    }

    @Test
    void aStatedPixelSizeHoldsForMapsToo() throws Exception {
        Stated said = Stated.NOTHING.with(Fact.PIXEL_SIZE, "40");
        Source text = Source.of("map Fe Ka.csv", "1,2,3,4\n5,6,7,8\n1,2,3,4\n".getBytes()).stating(said);
        assertSize(40, (Raster) new org.interphase.technique.microscopy.reader.MatrixReader().read(text,
                Progress.none()).get(0));
        int[] spectrum = new int[100];
        java.util.Arrays.fill(spectrum, 18, 63, 3);
        Source bcf = Source.of("a.bcf", BcfBytes.map(new int[][][] {{spectrum, spectrum}, {spectrum, spectrum}}, 4096,
                true, true)).stating(said);
        for (var d : new org.interphase.technique.microscopy.reader.bruker.BcfReader().read(bcf, Progress.none())) {
            if (d instanceof Raster r && r.calibration().isPhysical()) {
                assertSize(40, r);
                assertTrue(r.header().remarks().get(0).text().contains("40 nm, as stated"));
            }
        }
    }

    @Test
    void aStatedPixelSizeIsTakenAndAContradictionRemarked() throws Exception {
        Source open = Source.of("a.tif", picture().bytes(0)).stating(Stated.NOTHING.with(Fact.PIXEL_SIZE, "2.5"));
        Raster r = (Raster) new TiffReader().read(open, Progress.none()).get(0);
        assertSize(2.5, r);
        assertEquals(Remark.Level.INFO, r.header().remarks().get(0).level());
        Source told = Source.of("a.tif", picture().text(34682, thermo("EBeam", "ETD", 8)).bytes(0));
        Raster other = (Raster) new TiffReader().read(told.stating(Stated.NOTHING.with(Fact.PIXEL_SIZE, "0.1 um")),
                Progress.none()).get(0);
        assertSize(100, other);
        assertEquals(other.calibration().pixelWidth(), other.calibration().pixelHeight());
        assertTrue(warned(other, "the file has 250 nm x 500 nm"));
    }
}
