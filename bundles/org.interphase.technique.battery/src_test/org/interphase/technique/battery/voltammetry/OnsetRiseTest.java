package org.interphase.technique.battery.voltammetry;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.numerics.signal.SavitzkyGolay;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.junit.jupiter.api.Test;

class OnsetRiseTest {

    /** A current from 4 to 5 V with noise of 0.5 uA. */
    private static SweepCurve curve(DoubleUnaryOperator current, long seed) throws Exception {
        double[] t = new double[1001];
        double[] e = new double[t.length];
        double[] i = new double[t.length];
        Random r = new Random(seed);
        for (int k = 0; k < t.length; k++) {
            t[k] = k;
            e[k] = 4 + 0.001 * k;
            i[k] = current.applyAsDouble(e[k]) + 5e-7 * r.nextGaussian();
        }
        PotentialSweeps s = PotentialSweeps.of(CellRecord.of(new Table(DatasetHeader.of("lsv", "lsv", Metadata.EMPTY),
                List.of(Column.of("time", "s", t), Column.of("voltage", "V", e), Column.of("current", "A", i))))
                .orElseThrow());
        return SweepCurve.of(s, s.sweeps().get(0), 0, false);
    }

    private static OnsetRise rise(SweepCurve c, int from, int at, double ceiling) {
        return OnsetRise.of(c, new SavitzkyGolay(11, 2).smooth(c.y()), from, at, 5, ceiling);
    }

    @Test
    void theTangentScattersAsItSays() throws Exception {
        int[] beyond = new int[2];
        for (int seed = 0; seed < 200; seed++) {
            OnsetRise r = rise(curve(e -> 1e-3 * Math.max(0, e - 4.6), seed), 500, 612, 1e-4);
            double z = Math.abs((r.tangent() - 4.6) / r.uTangent());
            beyond[0] += z > 2 ? 1 : 0;
            beyond[1] += z > 3 ? 1 : 0;
            assertTrue(r.whole());
        }
        assertTrue(beyond[0] <= 14 && beyond[1] <= 4, beyond[0] + " beyond two, " + beyond[1] + " beyond three of 200");
    }

    @Test
    void aQuietLineSteeperThanTheRiseHasNoTangent() throws Exception {
        SweepCurve c = curve(e -> e < 4.55 ? 1e-3 * (e - 4) : 5.5e-4 + 1e-4 * (e - 4.55), 3);
        assertNull(rise(c, 300, 650, 1));
    }
}
