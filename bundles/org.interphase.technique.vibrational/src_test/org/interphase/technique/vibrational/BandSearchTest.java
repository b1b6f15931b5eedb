package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BandSearchTest {

    private static Curve spectrum(long seed, double height) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[1000];
        double[] y = new double[1000];
        for (int i = 0; i < x.length; i++) {
            x[i] = 200 + 2 * i;
            double t = i / 1000.0;
            y[i] = 500 + 300 * t - 200 * t * t + 10 * random.nextGaussian();
            for (double centre : new double[] {601.3, 1000.7, 1450.2}) {
                double u = 2 * (x[i] - centre) / 14;
                y[i] += height / (1 + u * u);
            }
        }
        return Curve.ofUnsorted(DatasetHeader.of("noise", "raman", Metadata.EMPTY), "Raman shift", Unit.of("cm-1"),
                Direction.ASCENDING, x, "Intensity", Unit.of("a.u."), y, null);
    }

    private static List<Measurement> positions(Curve c) throws AnalysisException {
        Outcome o = Steps.run("vibrational.bands", c, Map.of("smallest", 0, "scale", 0));
        return o.measurements().stream().filter(m -> m.name().matches("(band|shoulder) \\d+ position")).toList();
    }

    @Test
    void noiseAloneHasNoBands() throws AnalysisException {
        assertTrue(falseAlarms(40) <= 1);
    }

    @Test
    @Tag("study")
    void noiseAloneHasNoBandsInFiveHundredSpectra() throws AnalysisException {
        int n = falseAlarms(500);
        System.out.printf("band search: %d false bands above 5 sigma in 500 spectra of 1000 points%n", n);
        assertTrue(n <= 10, n + " false bands");
    }

    private static int falseAlarms(int spectra) throws AnalysisException {
        int n = 0;
        for (int i = 0; i < spectra; i++) {
            n += positions(spectrum(100 + i, 0)).size();
        }
        return n;
    }

    @Test
    void positionsAreRightWithinTheirUncertainty() throws AnalysisException {
        double[] truth = {601.3, 1000.7, 1450.2};
        double squares = 0;
        int n = 0;
        for (int i = 0; i < 30; i++) {
            List<Measurement> found = positions(spectrum(900 + i, 150));
            for (double t : truth) {
                Measurement m = found.stream().min((a, b) -> Double.compare(Math.abs(a.value() - t),
                        Math.abs(b.value() - t))).orElseThrow();
                assertEquals(t, m.value(), 3, "band " + t);
                squares += Math.pow((m.value() - t) / m.uncertainty(), 2);
                n++;
            }
        }
        double width = Math.sqrt(squares / n);
        assertTrue(width > 0.75 && width < 1.3, "width of pulls " + width);
    }
}
