package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.map.BandImages;
import org.interphase.technique.vibrational.map.MapBand;
import org.interphase.technique.vibrational.map.MapPresence;
import org.interphase.technique.vibrational.operation.MapBandsOperation;
import org.junit.jupiter.api.Test;

/** Limits and means over a map promise no more than its pixels hold. */
class MapLimitsTest {

    private static final int POINTS = 161;

    /** A row of spectra from 960 to 1120 cm-1 with Gaussian bands at 1001 and 1080, 10 wide. */
    private static CurveStack row(int pixels, IntToDoubleFunction first, IntToDoubleFunction second,
            IntToDoubleFunction noise) {
        double[] x = new double[POINTS];
        Arrays.setAll(x, i -> 960 + i);
        double[] flat = new double[pixels * POINTS];
        SplittableRandom random = new SplittableRandom(12);
        for (int p = 0; p < pixels; p++) {
            for (int i = 0; i < POINTS; i++) {
                flat[p * POINTS + i] = 100 + noise.applyAsDouble(p) * random.nextGaussian()
                        + first.applyAsDouble(p) * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1001) / 10, 2))
                        + second.applyAsDouble(p) * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1080) / 10, 2));
            }
        }
        double[] at = new double[pixels];
        Arrays.setAll(at, i -> i);
        return CurveStack.of(DatasetHeader.of("row", "raman.map", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), "Intensity", Unit.of("counts"), flat,
                List.of(Column.of("x", "um", at), Column.of("y", "um", new double[pixels])),
                new CurveStack.Grid(pixels, 1));
    }

    private static double limit(IntToDoubleFunction noise) {
        return BandImages.fit(row(100, i -> 500, i -> 0, noise), 80, POINTS, List.of(new MapBand("b", 1080, 10)), 3,
                Progress.none()).limit(0);
    }

    @Test
    void theLimitIsThatOfTheNoisyPixelsToo() {
        double quiet = limit(i -> 1);
        double loud = limit(i -> 5);
        assertEquals(5, loud / quiet, 1.5);
        double mixed = limit(i -> i % 5 == 0 ? 5 : 1);
        assertTrue(mixed > 0.7 * loud, "where a fifth of the pixels is noisy " + mixed + ", where all are " + loud);
    }

    @Test
    void spectraWithMissingPointsAreNoPartOfTheMean() throws AnalysisException {
        CurveStack whole = row(3, i -> 500, i -> 200, i -> 1);
        double[] values = whole.values();
        values[2 * POINTS + 53] = Double.NaN;
        CurveStack map = whole.withValues(whole.axis(), values);
        double[] mean = BandImages.mean(map, 0, POINTS);
        for (int i = 0; i < POINTS; i++) {
            assertEquals((whole.get(0, i) + whole.get(1, i)) / 2, mean[i], 1e-9);
        }
        assertTrue(new MapBandsOperation().apply(map, new MapBandsOperation.Parameters(Range.ALL, List.of(),
                List.of(), 3), Progress.none()).measurements().stream().anyMatch(Measurement::isDetected));
    }

    @Test
    void anAbsentBandMayBeInThreeSpectra() {
        double[] none = new double[100];
        // three Poisson events are missed together with a probability of 5 %
        assertEquals(2.996 / 0.95, MapPresence.of(none, 3, 0, 100).limit(), 1e-3);
        assertEquals(4.744 / 0.95, MapPresence.of(none, 3, 1, 100).limit(), 1e-3);
        assertEquals(100, MapPresence.of(new double[2], 3, 0, 2).limit(), 0);
    }

    @Test
    void theLimitOfTheShareLiesBelowTheTruthInAtMostFivePerCent() {
        SplittableRandom random = new SplittableRandom(4);
        for (double share : new double[] {0.005, 0.01, 0.02, 0.03}) {
            int below = 0;
            for (int trial = 0; trial < 4000; trial++) {
                int found = 0;
                int there = 0;
                for (int i = 0; i < 200; i++) {
                    boolean has = random.nextDouble() < share;
                    there += has ? 1 : 0;
                    found += has && random.nextDouble() < 0.95 ? 1 : 0;
                }
                below += MapPresence.of(new double[200], 3, found, 200).limit() < 100 * share ? 1 : 0;
            }
            assertTrue(below <= 0.06 * 4000, share + ": " + below + " of 4000");
        }
    }

    private static Outcome ratio(int common, String ratio) throws AnalysisException {
        return new MapBandsOperation().apply(row(12, i -> i < 6 + common ? 100 : 0, i -> i >= 6 ? 100 : 0, i -> 1),
                new MapBandsOperation.Parameters(Range.ALL, List.of(new MapBand("a", 1001, 10), new MapBand("b", 1080,
                        10)), List.of(ratio), 5), Progress.none());
    }

    @Test
    void theMeanOfOneSpectrumIsDoubtfulAndHasNoSpread() throws AnalysisException {
        Outcome one = ratio(1, "a / b");
        Measurement mean = Steps.measurement(one, "a/b mean");
        assertEquals(1, mean.value(), 0.1);
        assertTrue(mean.verdict().reason().contains("one spectrum only"), mean.toString());
        assertTrue(Steps.measurement(one, "a/b spread").verdict().isWithheld());
        Outcome several = ratio(4, "a / b");
        assertTrue(Steps.measurement(several, "a/b mean").verdict().isSound(), several.measurements().toString());
        assertTrue(Steps.measurement(several, "a/b spread").value() > 0);
    }

    @Test
    void whatIsNoRatioIsSaid() {
        for (String r : List.of("a", "a / c", "a / b / a", "")) {
            assertTrue(assertThrows(AnalysisException.class, () -> ratio(4, r)).getMessage().contains("no ratio"));
        }
    }

    @Test
    void constantSpectraDoNotSpoilTheLimit() {
        double without = limit(i -> 1);
        double with = limit(i -> i % 10 == 3 ? 0 : 1);
        assertEquals(without, with, 0.2 * without);
        BandImages images = BandImages.fit(row(20, i -> 0, i -> 0, i -> i % 10 == 3 ? 0 : 1), 80, POINTS, List.of(
                new MapBand("b", 1080, 10)), 3, Progress.none());
        assertEquals(18, images.measured());
        double[] s = images.significance(0);
        assertTrue(Double.isNaN(s[3]) && Double.isFinite(s[4]), Arrays.toString(s));
    }

    @Test
    void singleGrainsAreThereButDoubtful() {
        SplittableRandom random = new SplittableRandom(8);
        double[] s = new double[10_000];
        Arrays.setAll(s, i -> random.nextGaussian());
        int noise = (int) Arrays.stream(s).filter(v -> v >= 3).count();
        assertTrue(!MapPresence.of(s, 3, noise, s.length).there());
        s[17] = 50;
        assertTrue(!MapPresence.of(s, 3, noise + 1, s.length).there(), "one may be a spike");
        s[4711] = 50;
        s[8000] = 40;
        MapPresence few = MapPresence.of(s, 3, noise + 3, s.length);
        assertTrue(few.there() && few.verdict().reason().contains("single spectra only"), few.toString());
        assertTrue(few.verdict().reason().contains("in 3 single"), few.toString());
    }
}
