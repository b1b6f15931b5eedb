package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.numerics.background.TougaardKernel;
import org.interphase.numerics.shape.AreaPeak;
import org.interphase.spectra.peak.FittedComponents;
import org.interphase.spectra.peak.PeakShape;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.Poisson;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the physics lint says, and Tougaard's background inside a fit. */
class LintTest {

    private static Curve region(double[] mean, long seed) {
        PeakTruth any = new PeakTruth("", 710, 2, 1, 0);
        Curve frame = XpsRegionTruth.of("Fe 2p", 690, 0.1, mean.length, 10, 0, List.of(any), 1).toCurve();
        return frame.withSignal(frame.signal().withValues(new Poisson(seed).next(mean)));
    }

    /** A line of a shape with given numbers at 700 eV on a flat level. */
    private static Curve line(String shape, double... extras) {
        double[] x = XpsRegionTruth.of("x", 690, 0.1, 251, 10, 0, List.of(), 1).energy();
        double[] p = new double[3 + extras.length];
        p[0] = 700;
        p[1] = 1;
        p[2] = 2;
        System.arraycopy(extras, 0, p, 3, extras.length);
        double[] y = new double[x.length];
        PeakShape.parse(shape).lineShape().on(x).addValues(p, 0, y);
        for (int i = 0; i < y.length; i++) {
            y[i] = 300 + 20000 * y[i];
        }
        return region(y, 4);
    }

    private static Outcome fit(Curve c, String shape) throws Exception {
        Outcome b = XpsRuns.apply("xps.background", c, Map.of("kind", "constant"));
        return XpsRuns.apply("xps.fit", b.dataset(), Map.of("components", List.of(Map.of("name", "A", "shape", shape,
                "position", "700 [699, 701]", "fwhm", "2 [1, 4]")), "modelUncertainty", false));
    }

    private static boolean blames(Outcome o) {
        return o.remarks().stream().anyMatch(r -> r.text().contains("low binding energy side"));
    }

    /** Shape, numbers that put the tail to higher binding energy, and to lower. */
    @ParameterizedTest
    @CsvSource({"asymmetric-pseudo-voigt, 0.3 -0.5, 0.3 0.5", "split-pseudo-voigt, 0.3 0.3, 0.3 -0.3",
        "LA, 1.2 2.6 0.4, 2.6 1.2 0.4"})
    void aTailToLowerBindingEnergyIsRemarkedOnForEveryShape(String shape, String higher, String lower)
            throws Exception {
        Outcome right = fit(line(shape, numbers(higher)), shape);
        Outcome wrong = fit(line(shape, numbers(lower)), shape);
        double leanRight = right.dataset().product(FittedComponents.class).orElseThrow().fit().lean(0);
        double leanWrong = wrong.dataset().product(FittedComponents.class).orElseThrow().fit().lean(0);
        assertTrue(leanRight > 0.03, shape + " leans " + leanRight);
        assertEquals(-leanRight, leanWrong, 0.03, "the mirror image");
        assertFalse(blames(right), right.remarks().toString());
        assertTrue(blames(wrong), wrong.remarks().toString());
    }

    private static double[] numbers(String text) {
        return java.util.Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void aSymmetricLineLeansToNeitherSide() throws Exception {
        for (String shape : List.of("pseudo-voigt", "asymmetric-pseudo-voigt", "split-pseudo-voigt")) {
            assertFalse(blames(fit(line("pseudo-voigt", 0.3), shape)), shape);
        }
    }

    /** Truth: two lines, each with the losses of the universal cross-section above a constant. */
    @Test
    void tougaardsBackgroundInsideTheFitGivesTheTrueAreas() throws Exception {
        double[] x = XpsRegionTruth.of("x", 690, 0.1, 501, 10, 0, List.of(), 1).energy();
        double[] lines = new AreaPeak(PeakShape.parse("SGL(30)").lineShape()).values(x, 700, 60000, 2.2, 0.3);
        double[] second = new AreaPeak(PeakShape.parse("SGL(30)").lineShape()).values(x, 713.1, 30000, 2.4, 0.3);
        TougaardKernel kernel = TougaardKernel.universal(2866, 1643);
        double[] mean = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            lines[i] += second[i];
            double losses = 0;
            for (int k = 0; k < i; k++) {
                losses += 0.1 * 0.7 * kernel.at(x[i] - x[k]) * lines[k];
            }
            mean[i] = 400 + lines[i] + losses;
        }
        List<Double> pulls = new ArrayList<>();
        for (long seed = 1; seed <= 12; seed++) {
            Outcome b = XpsRuns.apply("xps.background", region(mean, seed), Map.of("kind", "tougaard"));
            Outcome o = XpsRuns.apply("xps.fit", b.dataset(), Map.of("components", List.of(
                    Map.of("name", "A", "shape", "SGL(30)", "position", "700 [698, 702]", "fwhm", "2 [1, 4]"),
                    Map.of("name", "B", "shape", "SGL(30)", "position", "713 [711, 715]", "fwhm", "2 [1, 4]")),
                    "modelUncertainty", false));
            Measurement a = o.measurements().stream().filter(m -> m.name().equals("A area")).findFirst()
                    .orElseThrow();
            Measurement chi = o.measurements().stream().filter(m -> m.name().equals("reduced chi-square")).findFirst()
                    .orElseThrow();
            assertEquals(1, chi.value(), 0.3);
            pulls.add((a.value() - 60000) / a.uncertainty());
        }
        double rms = Math.sqrt(pulls.stream().mapToDouble(p -> p * p).average().orElseThrow());
        assertTrue(rms > 0.4 && rms < 1.6, "root mean square pull " + rms);
    }
}
