package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Raster;
import org.interphase.technique.microscopy.scale.FoundScaleBar;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Scale and field of files recorded on microscopes; the numbers are those of the data's manifest. */
class RecordedFilesTest {

    private static Raster read(String name) throws IOException {
        Source source = Source.of(SharedData.require("microscopy/" + name));
        SourceHead head = SourceHead.of(source);
        DatasetReader best = new MicroscopyTechnique().readers().stream()
                .max(java.util.Comparator.comparingInt(r -> r.confidence(head))).orElseThrow();
        assertTrue(best.confidence(head) >= 90);
        return (Raster) best.read(source, Progress.none()).get(0);
    }

    private static double nanometres(Raster r) {
        return r.calibration().pixelWidth() * r.calibration().unit().scaleTo(org.interphase.model.unit.Unit.of("nm"));
    }

    @Test
    void thermoPixelSizeAndDataBar() throws IOException {
        Raster r = read("tfs_example.tif");
        assertEquals(269.792, nanometres(r), 1e-6);
        assertEquals(new Raster.Field(0, 0, 1536, 1024), r.field());
        assertEquals("sem", r.kind().id());
        assertEquals(2, r.metadata().number("beam energy", "keV").orElseThrow(), 1e-12);
    }

    @Test
    void zeissPixelSizes() throws IOException {
        assertEquals(593.3, nanometres(read("zeiss_example_sem.tif")), 0.05);
        assertEquals(158.7, nanometres(read("Zeiss.tif")), 0.05);
        assertEquals(2614.514, nanometres(read("test_tiff_Zeiss_SEM_1k.tif")), 1e-6);
    }

    @Test
    void zeissDataBarsAreFoundInThePicture() throws IOException {
        assertEquals(768, read("Zeiss.tif").field().height());
        assertEquals(692, read("test_tiff_Zeiss_SEM_1k.tif").field().height(), 3);
        assertEquals(710, read("zeiss_example_sem.tif").field().height(), 3);
    }

    @Test
    void scaleBarsAgreeWithTheStatedPixelSize() throws IOException {
        for (var bar : List.of(java.util.Map.entry("tfs_example.tif", 100.0),
                java.util.Map.entry("zeiss_example_sem.tif", 40.0),
                java.util.Map.entry("test_tiff_Zeiss_SEM_1k.tif", 200.0))) {
            Raster r = read(bar.getKey());
            double pixels = FoundScaleBar.find(r).orElseThrow().pixels();
            assertEquals(bar.getValue() / r.calibration().pixelWidth(), pixels, 2.5, bar.getKey());
        }
    }

    @Test
    void theSameImageSavedThreeWaysHasOneScaleAndOneContent() throws IOException {
        Raster dm = read("test_dm_image_um_unit.dm3");
        for (String name : new String[] {"test_loading_image_saved_with_DM.tif",
            "test_loading_image_saved_with_imageJ.tif"}) {
            Raster other = read(name);
            assertEquals(168.67, nanometres(other), 0.005);
            for (int i = 0; i < dm.pixels().size(); i++) {
                assertEquals(dm.pixels().get(i), other.pixels().get(i), 1e-3 * Math.abs(dm.pixels().get(i)) + 0.5);
            }
        }
        assertEquals(168.67, nanometres(dm), 0.005);
        assertEquals(200, dm.metadata().number("beam energy", "keV").orElseThrow(), 1e-9);
    }

    @Test
    void differentScalesAlongXAndYAreKept() throws IOException {
        Raster r = read("dmTest_float32_nonSquare_diffPixelSize.dm3");
        assertEquals(2, r.calibration().pixelHeight() / r.calibration().pixelWidth(), 1e-6);
        assertEquals(128, r.width());
        assertEquals(64, r.height());
    }

    @Test
    void dm4IsRead() throws IOException {
        Raster r = read("test-MonarcCL_mono-image.dm4");
        assertEquals("um", r.calibration().unit().text());
        assertTrue(r.calibration().isPhysical());
    }

    @Test
    void whatTheMicroscopesStateHasItsUnit() throws IOException {
        // beam energy in keV, working distance in mm, width of the field in um, stage tilt in degrees
        for (var file : List.of(java.util.Map.entry("tfs_example.tif", new double[] {2, 6.81643, 414.4, 0}),
                java.util.Map.entry("zeiss_example_sem.tif", new double[] {5, 5.2, 607.5, 2}),
                java.util.Map.entry("Zeiss.tif", new double[] {2, 4.6, 162.5, 0.7}),
                java.util.Map.entry("test_tiff_Zeiss_SEM_1k.tif", new double[] {25, 14.808, 2677, 0}))) {
            Raster r = read(file.getKey());
            double[] truth = file.getValue();
            String[][] keys = {{"beam energy", "keV"}, {"working distance", "mm"}, {"field width", "um"},
                {"stage tilt", "deg"}};
            for (int k = 0; k < keys.length; k++) {
                assertEquals(truth[k], r.metadata().number(keys[k][0], keys[k][1]).orElseThrow(), 1e-9 * truth[k]
                        + 1e-12, file.getKey() + " " + keys[k][0]);
            }
            assertEquals(List.of(), r.header().remarks(), file.getKey());
        }
        Raster dm4 = read("test-MonarcCL_mono-image.dm4");
        assertEquals(3, dm4.metadata().number("beam energy", "keV").orElseThrow(), 1e-9);
        assertEquals(2500, dm4.metadata().number("magnification").orElseThrow(), 1e-9);
        assertEquals(18.3253498, dm4.calibration().pixelWidth(), 1e-6);
    }

    @Test
    void brukerMapHasThePixelSizeOfItsHeader() throws IOException {
        Raster r = read("test_TEM.bcf");
        assertEquals(0.771004754, nanometres(r), 1e-8);
        assertEquals(200, r.metadata().number("beam energy", "keV").orElseThrow(), 1e-9);
        assertEquals("tem", r.kind().id());
    }

    private static List<org.interphase.model.Dataset> all(String name) throws IOException {
        return new org.interphase.technique.microscopy.reader.TiffReader().read(Source.of(SharedData.require("../cases/"
                + name)), Progress.none());
    }

    @Test
    void caseOfAnAxisWithItsOwnUnit() throws IOException {
        Raster r = (Raster) all("m04e_ij_yunit.tif").get(0);
        assertEquals(10, nanometres(r), 1e-9);
        assertEquals(10_000, nanometres(r) * r.calibration().pixelHeight() / r.calibration().pixelWidth(), 1e-6);
    }

    @Test
    void caseOfAStackWhoseEveryPageHasTheScale() throws IOException {
        List<org.interphase.model.Dataset> pages = all("m09_stack.tif");
        assertEquals(3, pages.size());
        for (org.interphase.model.Dataset d : pages) {
            assertEquals(10, nanometres((Raster) d), 1e-9);
        }
    }

    @Test
    void caseOfAPictureWithoutValuesInOneHalf() throws Exception {
        Run run = Run.of("microscopy/porosity", all("m06d_float_half_nan.tif").get(0));
        assertEquals(22.7, run.value("porosity"), 0.5);
    }
}
