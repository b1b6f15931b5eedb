package org.interphase.technique.microscopy.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Evidence about a phase in pictures whose levels, noise and structure are written by hand. */
class PhaseEvidenceTest {

    private static final int SIDE = 64;
    private static final Selection WHOLE = new Selection(0, 0, SIDE, SIDE, null);

    private interface Level {
        double at(int x, int y);
    }

    private static Raster picture(Level level) {
        float[] v = new float[SIDE * SIDE];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) level.at(i % SIDE, i / SIDE);
        }
        return Raster.of(DatasetHeader.of("p", "sem", Metadata.EMPTY), SIDE, SIDE, Pixels.ofFloats(v), "Grey level",
                Unit.of("grey"), Calibration.NONE);
    }

    /** Columns 0 to 7 of every 16 are the phase: runs of 8 pixels, half of the field. */
    private static boolean isPhase(int x) {
        return x % 16 < 8;
    }

    private static byte[] stripes() {
        byte[] mask = new byte[SIDE * SIDE];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (isPhase(i % SIDE) ? 1 : 0);
        }
        return mask;
    }

    private static PhaseEvidence of(Level level) {
        return PhaseEvidence.of(picture(level), WHOLE, stripes());
    }

    @Test
    void stripesHaveTheirWidthFractionAndContrast() {
        SplittableRandom random = new SplittableRandom(1);
        PhaseEvidence e = of((x, y) -> (isPhase(x) ? 60 : 160) + 5 * random.nextGaussian());
        assertEquals(8, e.width(), 1e-12);
        assertEquals(0.5, e.fraction(), 1e-12);
        assertEquals(0.5, e.flatFraction(), 0.01);
        assertEquals(0, e.shading(), 0.02);
        assertEquals(0, e.between(), 1e-12);
        assertEquals(0, e.rowSteps(), 0.03);
    }

    @Test
    void contrastIsTheDistanceOfTheMeansInStandardDeviationsOfTheNoise() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] half = new byte[SIDE * SIDE];
        for (int i = 0; i < half.length; i++) {
            half[i] = (byte) (i % SIDE < SIDE / 2 ? 1 : 0);
        }
        Raster noisy = picture((x, y) -> (x < SIDE / 2 ? 60 : 160) + 5 * random.nextGaussian());
        // pairs across the edge, 3 of 61, lie beyond the median and raise it a little
        assertEquals(19.2, PhaseEvidence.of(noisy, WHOLE, half).contrast(), 0.8);
    }

    @Test
    void aSlopeThatMovesTheFractionIsSeenAndTakenOut() {
        // 0 to 300 grey levels over the field against 100 between the phases
        PhaseEvidence e = of((x, y) -> (isPhase(x) ? 0 : 100) + 300.0 * y / SIDE);
        assertEquals(0.5, e.flatFraction(), 0.01);
        PhaseEvidence narrow = PhaseEvidence.of(picture((x, y) -> (x % 16 < 2 ? 0 : 100) + 300.0 * y / SIDE), WHOLE,
                stripes());
        assertEquals(2.0 / 16, narrow.flatFraction(), 0.01);
        assertTrue(narrow.fraction() > 0.3, "without that the slope is what is divided: " + narrow.fraction());
        assertEquals(Math.abs(narrow.flatFraction() - narrow.fraction()) / Math.min(narrow.fraction(),
                1 - narrow.fraction()), narrow.shading(), 1e-12);
    }

    @Test
    void rowStepsAreRelativeToTheDistanceOfThePhases() {
        // every second row 7 levels higher: each step is 7 of 100
        PhaseEvidence e = of((x, y) -> (isPhase(x) ? 50 : 150) + 7 * (y % 2));
        assertEquals(0.07, e.rowSteps(), 1e-6);
    }

    @Test
    void pixelsHalfwayCountRelativeToTheSmallerPhase() {
        // one of the 8 columns of each phase stripe lies halfway; typical levels stay 50 and 150
        PhaseEvidence e = of((x, y) -> x % 16 == 0 ? 100 : isPhase(x) ? 50 : 150);
        assertEquals(1.0 / 8, e.between(), 1e-12);
        // at a quarter of the distance from a typical level a pixel is not between any more
        assertEquals(0, of((x, y) -> x % 16 == 0 ? 75 : isPhase(x) ? 50 : 150).between(), 1e-12);
    }

    @Test
    void pixelsThatDoNotCountSayNothing() {
        byte[] within = new byte[SIDE * SIDE];
        for (int i = 0; i < within.length; i++) {
            within[i] = (byte) (i % SIDE < 32 ? 1 : 0);
        }
        Level level = (x, y) -> x >= 48 ? Double.NaN : x >= 32 ? 500 * (y % 2) : isPhase(x) ? 50 : 150;
        PhaseEvidence e = PhaseEvidence.of(picture(level), new Selection(0, 0, SIDE, SIDE, within), stripes());
        assertEquals(0.5, e.fraction(), 1e-12);
        assertEquals(0, e.rowSteps(), 1e-12);
        assertEquals(0, e.between(), 1e-12);
    }

    private static PhaseEvidence good() {
        return new PhaseEvidence(10, 20, 0.3, 0.3, 0, 0.1);
    }

    @Test
    void everyGroundDoubtsBeyondItsLimitAndNotBefore() {
        assertTrue(SegmentQuality.ofArea(good(), true).isSound());
        assertTrue(SegmentQuality.ofSizes(good(), true).isSound());
        assertEquals(0, SegmentQuality.remarks(good()).size());
        PhaseEvidence[] just = {new PhaseEvidence(5, 20, 0.3, 0.3, 0, 0.1), new PhaseEvidence(10, 4, 0.3, 0.3, 0, 0.1),
            new PhaseEvidence(10, 20, 0.3, 0.328, 0, 0.1), new PhaseEvidence(10, 20, 0.3, 0.3, 0.06, 0.1),
            new PhaseEvidence(10, 20, 0.3, 0.3, 0, 0.5)};
        PhaseEvidence[] beyond = {new PhaseEvidence(4.9, 20, 0.3, 0.3, 0, 0.1),
            new PhaseEvidence(10, 3.9, 0.3, 0.3, 0, 0.1), new PhaseEvidence(10, 20, 0.3, 0.332, 0, 0.1),
            new PhaseEvidence(10, 20, 0.3, 0.3, 0.061, 0.1), new PhaseEvidence(10, 20, 0.3, 0.3, 0, 0.51)};
        for (int i = 0; i < just.length; i++) {
            assertTrue(SegmentQuality.ofArea(just[i], true).isSound(), just[i].toString());
            assertEquals(Verdict.Quality.DOUBTFUL, SegmentQuality.ofArea(beyond[i], true).quality(),
                    beyond[i].toString());
        }
        assertEquals(1, SegmentQuality.remarks(beyond[0]).size());
        assertEquals(1, SegmentQuality.remarks(beyond[1]).size());
        assertEquals(1, SegmentQuality.remarks(beyond[2]).size());
        assertEquals(0, SegmentQuality.remarks(just[0]).size() + SegmentQuality.remarks(just[1]).size());
        // a local threshold follows the brightness
        assertTrue(SegmentQuality.ofArea(beyond[2], false).isSound());
        // sizes ask for more contrast than areas
        assertTrue(!SegmentQuality.ofSizes(new PhaseEvidence(10, 5.9, 0.3, 0.3, 0, 0.1), true).isSound());
        assertTrue(SegmentQuality.ofSizes(new PhaseEvidence(10, 6, 0.3, 0.3, 0, 0.1), true).isSound());
    }

    @Test
    void aSurfaceOfItsOrderIsFollowedExactly() {
        int n = 400;
        float[] v = new float[n];
        double[] x = new double[n];
        double[] y = new double[n];
        byte[] phase = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 20 / 10.0 - 1;
            y[i] = i / 20 / 10.0 - 1;
            phase[i] = (byte) ((i % 20 + i / 20) % 3 == 0 ? 1 : 0);
            v[i] = (float) (3 + 2 * x[i] - y[i] + 0.5 * x[i] * y[i] + 4 * x[i] * x[i] - 2 * y[i] * y[i]);
        }
        LevelSurface plain = LevelSurface.fit(v, x, y, n, 2, null);
        assertEquals(3 + 2 * 0.3 - 0.7 + 0.5 * 0.21 + 4 * 0.09 - 2 * 0.49, plain.at(0.3, 0.7), 1e-5);
        for (int i = 0; i < n; i++) {
            v[i] += 50 * phase[i];
        }
        LevelSurface beside = LevelSurface.fit(v, x, y, n, 2, phase);
        assertEquals(3, beside.at(0, 0), 1e-4);
        assertEquals(plain.at(-0.5, 0.25), beside.at(-0.5, 0.25), 1e-4);
        // ten values for each of the 6 (7) coefficients
        assertNull(LevelSurface.fit(v, x, y, 59, 2, null));
        assertNull(LevelSurface.fit(v, x, y, 69, 2, phase));
        assertNull(LevelSurface.fit(v, x, y, n, 2, new byte[n]), "one phase alone has no distance");
    }
}
