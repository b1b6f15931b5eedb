package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.technique.microscopy.reader.TiffReader;
import org.interphase.technique.microscopy.reader.gatan.DmReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recorded files cut short or damaged byte by byte: a clear error or a picture, quickly, and nothing else. */
@Timeout(120)
class DamagedFilesTest {

    private static byte[] file(String name) throws Exception {
        return Files.readAllBytes(SharedData.require("microscopy/" + name));
    }

    @Test
    void truncatedDmFilesAreRefused() throws Exception {
        byte[] b = file("test_dm_image_um_unit.dm3");
        Random random = new Random(4);
        for (int k = 0; k < 60; k++) {
            byte[] cut = Arrays.copyOf(b, k < 20 ? k * 3 : random.nextInt(b.length * 9 / 10));
            assertThrows(DatasetFormatException.class, () -> new DmReader().read(Source.of("a.dm3", cut),
                    Progress.none()));
        }
    }

    @Test
    void damagedDmFilesGiveAClearErrorOrAnImage() throws Exception {
        for (String name : new String[] {"test_dm_image_um_unit.dm3", "test-MonarcCL_mono-image.dm4"}) {
            byte[] b = file(name);
            Random random = new Random(7);
            for (int k = 0; k < 150; k++) {
                byte[] bad = b.clone();
                int reach = k % 2 == 0 ? 4000 : bad.length;
                for (int j = 0; j < 4; j++) {
                    bad[random.nextInt(reach)] = (byte) (k % 3 == 0 ? 0xff : random.nextInt(256));
                }
                try {
                    new DmReader().read(Source.of("a.dm", bad), Progress.none());
                } catch (DatasetFormatException e) {
                    assertFalse(e.reason().isBlank());
                }
            }
        }
    }

    @Test
    void damagedTagsOfRecordedTiffFilesGiveAClearErrorOrAPicture() throws Exception {
        byte[] b = file("test_loading_image_saved_with_DM.tif");
        Random random = new Random(11);
        for (int k = 0; k < 400; k++) {
            byte[] bad = b.clone();
            for (int j = 0; j < 6; j++) {
                // the directory stands behind the pixels
                bad[k % 2 == 0 ? 18400 + random.nextInt(800) : random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                new TiffReader().read(Source.of("a.tif", bad), Progress.none());
            } catch (DatasetFormatException e) {
                assertFalse(e.reason().isBlank());
            }
        }
    }
}
