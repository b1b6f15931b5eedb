package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.api.Progress;
import org.interphase.model.Axis;
import org.interphase.model.Column;
import org.interphase.model.CurveStack;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.map.BandImages;
import org.interphase.technique.vibrational.map.MapBand;
import org.junit.jupiter.api.Test;

/** A fluorescence that bends under the bands of a map is not fitted with a straight line. */
class MapBaselineTest {

    private static final int PIXELS = 40;
    private static final double AREA = 400 * 60 * Math.sqrt(Math.PI / Math.log(2)) / 2;

    private static CurveStack map(double bend) {
        double[] x = new double[480];
        Arrays.setAll(x, i -> 1110 + i);
        double[] flat = new double[PIXELS * x.length];
        SplittableRandom random = new SplittableRandom(3);
        for (int p = 0; p < PIXELS; p++) {
            for (int i = 0; i < x.length; i++) {
                double mean = 300 + bend * Math.pow((x[i] - 1350) / 240, 2)
                        + 400 * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1350) / 60, 2));
                flat[p * x.length + i] = mean + Math.sqrt(mean) * random.nextGaussian();
            }
        }
        double[] at = new double[PIXELS];
        Arrays.setAll(at, i -> i);
        return CurveStack.of(DatasetHeader.of("row", "raman.map", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), "Intensity", Unit.of("counts"), flat,
                List.of(Column.of("x", "um", at), Column.of("y", "um", new double[PIXELS])),
                new CurveStack.Grid(PIXELS, 1));
    }

    private static BandImages images(double bend) {
        CurveStack map = map(bend);
        return BandImages.fit(map, 0, map.axis().values().length, List.of(new MapBand("D", 1350, 60)), 3,
                Progress.none());
    }

    @Test
    void aBentBaselineIsFittedAsAParabola() {
        BandImages bent = images(250);
        assertTrue(bent.isBent());
        assertEquals(AREA, Arrays.stream(bent.area(0)).average().orElseThrow(), 0.06 * AREA);
        assertTrue(bent.model(0).verdict().isSound(), bent.model(0).verdict().reason());
    }

    @Test
    void aStraightOneStaysStraight() {
        BandImages straight = images(0);
        assertFalse(straight.isBent());
        assertEquals(AREA, Arrays.stream(straight.area(0)).average().orElseThrow(), 0.06 * AREA);
    }
}
