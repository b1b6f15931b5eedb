package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cosmic rays on spectra with sharp D and G bands (FWHM 14 and 12 cm-1, 80 and 120 times the noise). */
class DespikeTest {

    private static final double NOISE = 10;
    private static final int POINTS = 1000;

    private static double x(int i) {
        return 800 + 1.2 * i;
    }

    private static double clean(int i) {
        double t = i / (double) POINTS;
        double d = 2 * (x(i) - 1350) / 14;
        double g = 2 * (x(i) - 1582) / 12;
        return 400 + 200 * t - 150 * t * t + 800 / (1 + d * d) + 1200 / (1 + g * g);
    }

    private static Curve curve(double[] y, double step) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 800 + step * i;
        }
        return Curve.ofUnsorted(DatasetHeader.of("carbon", "raman", Metadata.EMPTY), "Raman shift", Unit.of("cm-1"),
                Direction.ASCENDING, x, "Intensity", Unit.of("a.u."), y, null);
    }

    private static double[] despiked(double[] y) throws AnalysisException {
        return despiked(y, 1.2);
    }

    private static double[] despiked(double[] y, double step) throws AnalysisException {
        return ((Curve) Steps.run("curve.despike", curve(y, step), Map.of("narrowest", 8)).dataset()).signal().values();
    }

    @Test
    void aThousandSpikesAreRemovedAndSharpBandsKept() throws AnalysisException {
        int removed = 0;
        int total = 0;
        double worst = 0;
        for (int s = 0; s < 100; s++) {
            SplittableRandom random = new SplittableRandom(s + 1);
            double[] y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                y[i] = clean(i) + NOISE * random.nextGaussian();
            }
            worst = Math.max(worst, change(y, despiked(y)));
            List<int[]> spikes = hit(y, random);
            double[] z = despiked(y);
            for (int[] spike : spikes) {
                boolean gone = true;
                for (int k = 0; k < spike[1]; k++) {
                    gone &= Math.abs(z[spike[0] + k] - clean(spike[0] + k)) < 5 * NOISE;
                }
                removed += gone ? 1 : 0;
                total++;
            }
        }
        System.out.printf("despiking: %d of %d removed, largest change of a band's height %.2f %%%n", removed, total,
                100 * worst);
        assertEquals(1000, total);
        assertTrue(removed > 980, removed + " of 1000 removed");
        assertTrue(worst < 0.01, "height changed by " + worst);
    }

    /** Ten spikes one or two points wide, 15 to 75 times the noise, apart from each other. */
    private static List<int[]> hit(double[] y, SplittableRandom random) {
        Set<Integer> used = new HashSet<>();
        List<int[]> out = new ArrayList<>();
        while (out.size() < 10) {
            int at = random.nextInt(5, POINTS - 6);
            if (used.stream().anyMatch(u -> Math.abs(u - at) <= 6)) {
                continue;
            }
            used.add(at);
            int width = random.nextBoolean() ? 1 : 2;
            double height = (15 + 60 * random.nextDouble()) * NOISE;
            y[at] += height;
            if (width == 2) {
                y[at + 1] += height * (0.4 + 0.6 * random.nextDouble());
            }
            out.add(new int[] {at, width});
        }
        return out;
    }

    /** Largest relative change of the mean of three points on top of D and G, over the baseline. */
    private static double change(double[] before, double[] after) {
        double worst = 0;
        for (double centre : new double[] {1350, 1582}) {
            int at = (int) Math.round((centre - 800) / 1.2);
            double a = 0;
            double b = 0;
            for (int k = -1; k <= 1; k++) {
                a += before[at + k] / 3;
                b += after[at + k] / 3;
            }
            worst = Math.max(worst, Math.abs(b - a) / (a - 420));
        }
        return worst;
    }

    @Test
    void theNarrowBandsOfRecordedPolyethyleneStay() throws Exception {
        Curve c = (Curve) new org.interphase.technique.vibrational.reader.SpectrumTextReader().read(
                org.interphase.api.Source.of(SharedData.require("vibrational/raman_hdpe.csv")),
                org.interphase.api.Progress.none()).get(0);
        Curve d = (Curve) Steps.run("curve.despike", c, Map.of("narrowest", 8)).dataset();
        for (double band : new double[] {1064.3, 1129.8, 1294.7, 1440.6, 2848.1, 2882.3}) {
            int at = c.axis().nearest(band);
            assertEquals(c.signal().get(at), d.signal().get(at), 1e-9, "band " + band);
        }
    }

    /** Lines of FWHM 2.1 and 2.8 points are narrower than the 8 cm-1 (4.2 points) asked for, but have wings. */
    @ParameterizedTest
    @CsvSource({"2.1, true", "2.8, true", "2.1, false", "2.8, false", "3.5, false"})
    void clearLinesNarrowerThanStatedStay(double width, boolean lorentzian) throws AnalysisException {
        SplittableRandom random = new SplittableRandom(11);
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double t = 2 * (i - 500.3) / width;
            double s = 2 * (i - 700) / width;
            y[i] = 200 + NOISE * random.nextGaussian() + 1500 * (lorentzian ? 1 / (1 + t * t) + 1 / (1 + s * s)
                    : Math.exp(-t * t * Math.log(2)) + Math.exp(-s * s * Math.log(2)));
        }
        double[] lines = y.clone();
        y[200] += 600;
        y[300] += 400;
        y[301] += 300;
        double[] z = despiked(y, 1.9);
        for (int i : new int[] {498, 499, 500, 501, 502, 699, 700, 701}) {
            assertEquals(lines[i], z[i], 0, "point " + i);
        }
        for (int i : new int[] {200, 300, 301}) {
            assertEquals(lines[i], z[i], 5 * NOISE, "spike " + i);
        }
    }

    @Test
    void anFtRamanSpectrumKeepsItsSharpLines() throws Exception {
        Curve c = (Curve) Steps.read("RAMAN.SPC", Files.readAllBytes(SharedData.require("vibrational/RAMAN.SPC")))
                .get(0);
        Curve d = (Curve) Steps.run("curve.despike", c, Map.of("narrowest", 8)).dataset();
        assertArrayEquals(c.signal().values(), d.signal().values());
    }
}
