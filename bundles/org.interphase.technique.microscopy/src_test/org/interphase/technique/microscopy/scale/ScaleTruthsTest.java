package org.interphase.technique.microscopy.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Scale bars drawn by hand, and what they say of the scale. */
class ScaleTruthsTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 120;

    /** Specimen of 80 rows, data bar of one level below it, a bar three rows thick. */
    private static Raster picture(int ground, int bar, int from, int to, double pixel, int... more) {
        byte[] v = new byte[WIDTH * HEIGHT];
        Arrays.fill(v, 0, 80 * WIDTH, (byte) 120);
        Arrays.fill(v, 80 * WIDTH, v.length, (byte) ground);
        for (int y = 99; y <= 101; y++) {
            Arrays.fill(v, y * WIDTH + from, y * WIDTH + to, (byte) bar);
            for (int x : more) {
                v[y * WIDTH + x] = (byte) bar;
            }
        }
        return Raster.of(DatasetHeader.of("p", "sem", Metadata.EMPTY), WIDTH, HEIGHT, Pixels.ofBytes(v), "Grey level",
                Unit.of("grey"), pixel > 0 ? new Calibration(pixel, pixel, Unit.of("um"), 0.02, "file")
                        : Calibration.NONE).withField(new Raster.Field(0, 0, WIDTH, 80));
    }

    private static Optional<FoundScaleBar.Bar> bar(int ground, int bar, int from, int to, int... more) {
        return FoundScaleBar.find(picture(ground, bar, from, to, 1, more));
    }

    @Test
    void aLineOnPlainGroundIsFoundWithItsPlaceAndLength() {
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 100)), bar(0, 255, 50, 150));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 60, 80)), bar(255, 0, 60, 140));
        // a grey that is neither, ground or line
        assertTrue(bar(100, 255, 50, 150).isEmpty());
        assertTrue(bar(0, 150, 50, 150).isEmpty());
        // longer than 0.6 of the picture or shorter than a fortieth
        assertTrue(bar(0, 255, 50, 350).isEmpty());
        assertTrue(bar(0, 255, 50, 59).isEmpty());
        assertTrue(bar(0, 255, 50, 61).isPresent());
        // more of its kind just behind it: letters, not a bar
        assertTrue(bar(0, 255, 50, 150, 153).isEmpty());
        assertTrue(bar(0, 255, 50, 150, 46).isEmpty());
        assertTrue(bar(0, 255, 50, 150, 160).isPresent());
    }

    @Test
    void aBarAroundItsLabelIsOne() {
        Raster r = picture(0, 255, 50, 100, 1);
        byte[] v = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < v.length; i++) {
            v[i] = (byte) r.pixels().get(i);
        }
        for (int y = 99; y <= 101; y++) {
            Arrays.fill(v, y * WIDTH + 140, y * WIDTH + 190, (byte) 255);
        }
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 140)), FoundScaleBar.find(r.withPixels(
                Pixels.ofBytes(v))));
    }

    @Test
    void withoutADataBarTheLowerThirdIsSearched() {
        Raster r = picture(0, 255, 50, 150, 1).withField(new Raster.Field(0, 0, WIDTH, HEIGHT));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 100)), FoundScaleBar.find(r));
        float[] v = r.pixels().toFloats();
        assertTrue(FoundScaleBar.find(r.withPixels(Pixels.ofFloats(v))).isEmpty(), "counts have no black and white");
    }

    @Test
    void roundLengthsAreThoseMakersPrint() {
        for (double length : new double[] {1, 100, 0.5, 12.5, 2e-4, 7500}) {
            assertEquals(0, FoundScaleBar.roundness(length), 1e-12);
        }
        assertEquals(0.027, FoundScaleBar.roundness(97.3), 1e-12);
        assertEquals(1 - 1.1 / 1.2, FoundScaleBar.roundness(1.1), 1e-12);
    }

    @Test
    void aBarThatContradictsTheFileDoubtsEveryLength() {
        // 100 pixels: 100 um, or 97.3 um, which three pixels of ticks explain, or 96 um, which they do not
        for (double[] c : new double[][] {{1, 1}, {0.973, 1}, {0.96, 0}}) {
            Raster r = picture(0, 255, 50, 150, c[0]);
            LengthScale scale = LengthScale.of(r, null);
            assertEquals(c[1] == 1, scale.verdict(r).isSound(), "pixel " + c[0]);
            assertEquals(c[1] == 1 ? Remark.Level.INFO : Remark.Level.WARNING, scale.remarks(r).get(0).level());
        }
        Raster none = picture(0, 255, 50, 150, 0);
        assertTrue(LengthScale.of(none, null).verdict(none).isSound());
        assertEquals(Remark.Level.WARNING, LengthScale.of(none, null).remarks(none).get(0).level());
        assertEquals(1, LengthScale.of(none, null).remarks(none).size());
    }

    @Test
    void uncertaintiesOfTheScaleAreRelative() throws Exception {
        Raster r = picture(0, 255, 50, 150, 1);
        assertEquals(0.02, LengthScale.of(r, null).relative(), 0);
        assertEquals(0.03, LengthScale.of(r, 3.0).relative(), 1e-15);
        assertTrue(LengthScale.of(r, null).stated());
        Raster silent = r.withCalibration(new Calibration(1, 1, Unit.of("um"), Double.NaN, "file"));
        assertFalse(LengthScale.of(silent, null).stated());
        // limits of 3 % over the root of three; who says 0 has it exact, and pixels have no scale
        assertEquals(0.03 / Math.sqrt(3), LengthScale.of(silent, null).relative(), 5e-4);
        assertEquals(0, LengthScale.of(silent, 0.0).relative(), 0);
        assertEquals(0, LengthScale.of(picture(0, 255, 50, 150, 0), null).relative(), 0);
        assertEquals(2, LengthScale.of(silent, null).remarks(silent).size());
        assertTrue(LengthScale.of(silent, null).remarks(silent).get(0).text().contains("lengths hold 1.7 %"));
        assertTrue(LengthScale.of(silent, 0.5).stated());
        assertEquals(5, LengthScale.combine(3, 4), 0);
        assertEquals(Math.sqrt(2 * 2.01), new LengthScale(2, 2.01, "um", 0, true).square(), 1e-15);
        assertThrows(AnalysisException.class, () -> new LengthScale(2, 2.05, "um", 0, true).square());
        assertThrows(AnalysisException.class, () -> new LengthScale(2.05, 2, "um", 0, true).square());
    }
}
