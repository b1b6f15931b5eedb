package org.interphase.spectra.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Where the noise of counting data is taken from. */
class NoiseTest {

    private static Curve counts(double scale, Metadata metadata, String unit) {
        SplittableRandom random = new SplittableRandom(5);
        double[] x = new double[400];
        double[] y = new double[400];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            double level = 400 + 300 * Math.exp(-0.001 * (i - 200) * (i - 200));
            y[i] = scale * Math.rint(level + Math.sqrt(level) * gauss(random));
        }
        return Curve.ofUnsorted(DatasetHeader.of("c", "curve", metadata), "Energy", Unit.of("eV"), Direction.ASCENDING,
                x, "Intensity", Unit.of(unit), y, null);
    }

    private static double gauss(SplittableRandom random) {
        double s = -6;
        for (int i = 0; i < 12; i++) {
            s += random.nextDouble();
        }
        return s;
    }

    @Test
    void wholeCountsArePoissonDistributed() {
        Noise n = Noise.of(counts(1, Metadata.EMPTY, "counts"));
        assertEquals(Noise.Kind.COUNTING, n.kind());
        assertEquals(1, n.countsPerUnit());
    }

    @Test
    void ratesThatAreWholeCountsOverTheTimeArePoissonDistributed() {
        Noise n = Noise.of(counts(1.0 / 3, Metadata.EMPTY.with("dwell time", 3.0, "s"), "counts/s"));
        assertEquals(Noise.Kind.COUNTING, n.kind());
        assertEquals(3, n.countsPerUnit());
    }

    @Test
    void scaledCountsTakeTheirNoiseFromTheScatter() {
        for (double scale : new double[] {0.137, 9.83}) {
            Noise n = Noise.of(counts(scale, Metadata.EMPTY, "counts"));
            assertEquals(Noise.Kind.ESTIMATED_COUNTING, n.kind());
            assertEquals(1 / scale, n.countsPerUnit(), 0.25 / scale);
        }
    }

    @Test
    void correctedCountsWithTheScatterOfCountsStayCounts() {
        assertEquals(Noise.Kind.COUNTING, Noise.of(counts(1.1371, Metadata.EMPTY, "counts")).kind());
    }
}
