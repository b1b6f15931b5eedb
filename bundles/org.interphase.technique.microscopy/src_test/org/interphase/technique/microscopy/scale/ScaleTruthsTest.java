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

    /** A picture of which rows have grey levels in stretches of columns. */
    private static Raster drawn(int ground, int specimen, int[]... strokes) {
        byte[] v = new byte[WIDTH * HEIGHT];
        Arrays.fill(v, 0, 80 * WIDTH, (byte) specimen);
        Arrays.fill(v, 80 * WIDTH, v.length, (byte) ground);
        for (int[] s : strokes) {
            for (int y = s[0]; y < s[1]; y++) {
                Arrays.fill(v, y * WIDTH + s[2], y * WIDTH + s[3], (byte) s[4]);
            }
        }
        return picture(0, 0, 0, 0, 1).withPixels(Pixels.ofBytes(v));
    }

    private static Optional<FoundScaleBar.Bar> found(int... stroke) {
        return FoundScaleBar.find(drawn(0, 120, stroke));
    }

    @Test
    void lineAndGroundAreNearTheEndsOfTheGreyScale() {
        // four fifths of 255 are 204, 0.35 of it 89, a quarter 64
        assertTrue(bar(89, 205, 50, 150).isPresent());
        assertTrue(bar(90, 205, 50, 150).isEmpty());
        assertTrue(bar(89, 204, 50, 150).isEmpty());
        assertTrue(bar(205, 63, 50, 150).isPresent());
        assertTrue(bar(205, 64, 50, 150).isEmpty());
        assertTrue(bar(204, 63, 50, 150).isEmpty());
        // ground on one side alone: a block
        assertTrue(found(90, 100, 50, 150, 255).isEmpty());
        assertTrue(found(99, 100, 50, 150, 255).isPresent());
        assertTrue(FoundScaleBar.find(drawn(255, 120, new int[] {90, 100, 50, 150, 0})).isEmpty());
        // ground that is bright enough above or below alone
        for (int[] half : new int[][] {{80, 99, 0, WIDTH, 204}, {100, HEIGHT, 0, WIDTH, 204}}) {
            assertTrue(FoundScaleBar.find(drawn(205, 120, half, new int[] {99, 100, 50, 150, 0})).isEmpty());
        }
        assertTrue(FoundScaleBar.find(drawn(205, 120, new int[] {99, 100, 50, 150, 0})).isPresent());
    }

    @Test
    void aLineInTheSpecimenIsNoBar() {
        assertTrue(FoundScaleBar.find(drawn(0, 0, new int[] {78, 79, 50, 150, 255})).isEmpty());
        assertEquals(Optional.of(new FoundScaleBar.Bar(84, 50, 100)), FoundScaleBar.find(drawn(0, 0, new int[] {84, 85,
            50, 150, 255})));
        // without a data bar the upper two thirds are specimen
        Raster whole = drawn(0, 0, new int[] {60, 61, 50, 150, 255}).withField(new Raster.Field(0, 0, WIDTH, HEIGHT));
        assertTrue(FoundScaleBar.find(whole).isEmpty());
    }

    @Test
    void theLongestOfSeveralIsTheBar() {
        assertEquals(Optional.of(new FoundScaleBar.Bar(100, 50, 120)), FoundScaleBar.find(drawn(0, 120, new int[] {90,
            91, 30, 110, 255}, new int[] {100, 101, 50, 170, 255}, new int[] {110, 111, 50, 150, 255})));
        // one that reaches the edge of the picture
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 350, 50)), found(99, 100, 350, WIDTH, 255));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 0, 50)), found(99, 100, 0, 50, 255));
    }

    @Test
    void endsThatAreNearlyAsBrightBelongToIt() {
        // 63 of 255 less is near, 65 is not
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 49, 102)), FoundScaleBar.find(drawn(0, 120, new int[] {99,
            100, 49, 151, 192}, new int[] {99, 100, 50, 150, 255})));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 100)), FoundScaleBar.find(drawn(0, 120, new int[] {99,
            100, 49, 151, 190}, new int[] {99, 100, 50, 150, 255})));
    }

    private static Optional<FoundScaleBar.Bar> halves(int gap, int second) {
        return FoundScaleBar.find(drawn(0, 120, new int[] {99, 100, 50, 100, 255}, new int[] {99, 100, 100 + gap, 100
                + gap + second, 255}));
    }

    @Test
    void halvesAroundALabelAreOfAboutOneLength() {
        // within three pixels and a tenth of 50
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 50 + 40 + 58)), halves(40, 58));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 50 + 40 + 42)), halves(40, 42));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 140, 59)), halves(40, 59));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 50)), halves(40, 41));
        // no farther apart than twice their length
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 50 + 99 + 50)), halves(99, 50));
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 50)), halves(100, 50));
        // a short stroke between them is the label
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 140)), FoundScaleBar.find(drawn(0, 120, new int[] {99,
            100, 50, 100, 255}, new int[] {99, 100, 115, 125, 255}, new int[] {99, 100, 140, 190, 255})));
    }

    @Test
    void whatFollowsWithinSixPixelsIsOfItsKind() {
        for (int k = 2; k <= 7; k++) {
            assertEquals(k == 7, bar(0, 255, 50, 150, 50 - k).isPresent(), k + " before");
            assertEquals(k == 7, bar(0, 255, 50, 150, 149 + k).isPresent(), k + " behind");
        }
    }

    @Test
    void picturesOfSixteenBitsHaveAnotherWhite() {
        short[] v = new short[WIDTH * HEIGHT];
        Arrays.fill(v, 0, 80 * WIDTH, (short) 30000);
        Arrays.fill(v, 99 * WIDTH + 50, 99 * WIDTH + 150, (short) 65000);
        assertEquals(Optional.of(new FoundScaleBar.Bar(99, 50, 100)), FoundScaleBar.find(picture(0, 0, 0, 0, 1)
                .withPixels(Pixels.ofShorts(v))));
        Arrays.fill(v, 99 * WIDTH + 50, 99 * WIDTH + 150, (short) 255);
        assertTrue(FoundScaleBar.find(picture(0, 0, 0, 0, 1).withPixels(Pixels.ofShorts(v))).isEmpty());
    }

    @Test
    void theLengthOfTheBarIsSaidByTheFilesPixel() {
        // 100 pixels of 0.75 um; 100 over 0.75 would be no round length
        Raster r = picture(0, 255, 50, 150, 0.75);
        assertTrue(LengthScale.of(r, null).verdict(r).isSound());
        assertTrue(LengthScale.of(r, null).remarks(r).get(0).text().startsWith("A scale bar of 100 pixels in row 99 is "
                + "75.00 um long"), LengthScale.of(r, null).remarks(r).get(0).text());
        Raster off = picture(0, 255, 50, 150, 0.96);
        assertEquals("the scale bar of 96.00 um is no round length", LengthScale.of(off, null).verdict(off).reason());
        // a long bar may be off by a hundredth
        Raster long1 = drawn(0, 120, new int[] {99, 100, 20, 220, 255}).withCalibration(new Calibration(0.4975, 0.4975,
                Unit.of("um"), 0.02, "file"));
        assertTrue(LengthScale.of(long1, null).verdict(long1).isSound());
    }
}
