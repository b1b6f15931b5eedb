package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.shape.Voigt;
import org.junit.jupiter.api.Test;

/** Lines of the true Voigt profile, which a sum of Gaussian and Lorentzian line is not: sound, and no wider for it. */
class ProfileShapeTest {

    /** Gaussian and Lorentzian widths, both in cm-1, of a line of unit height. */
    private static double line(double x, double centre, double gauss, double lorentz) {
        double sigma = gauss / Math.sqrt(8 * Math.log(2));
        return Voigt.density(x - centre, sigma, lorentz / 2) / Voigt.density(0, sigma, lorentz / 2);
    }

    private static Curve infrared(double alpha, double beta, double gamma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[850];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double v = 600 + i;
            x[i] = v;
            y[i] = alpha * (line(v, 763, 7, 6) + 0.55 * line(v, 795, 6, 5) + 0.5 * line(v, 855, 8, 8)
                    + line(v, 976, 8, 8) + 0.6 * line(v, 614, 6, 5)) + beta * (line(v, 840, 12, 13)
                    + 0.9 * line(v, 1275, 8, 8)) + 0.2 * line(v, 877, 12, 12) + gamma * (0.5 * line(v, 1234, 9, 9)
                    + line(v, 840, 12, 13)) + 2e-4 * random.nextGaussian();
        }
        return new Curve(DatasetHeader.of("PVDF", "ftir.absorbance", Metadata.EMPTY), Axis.of("Wavenumber",
                Unit.of("cm-1"), x, Direction.DESCENDING), Signal.of("Absorbance", Unit.ONE, y));
    }

    @Test
    void phasesOfTrueProfilesAreSoundAndWellKnown() throws AnalysisException {
        double f = 0.15 / (7.7 / 6.1 * 0.2 + 0.15);
        for (long seed = 1; seed <= 3; seed++) {
            Outcome o = Steps.recipe("ftir/pvdf-phase", infrared(0.2, 0.15, 0, seed), Map.of()).get("phase");
            Measurement m = Steps.measurement(o, "F(beta)");
            assertTrue(m.verdict().isSound(), m.verdict().reason());
            assertEquals(f, m.value(), 2.5 * m.uncertainty(), m.pretty());
            assertTrue(m.uncertainty() < 0.01, m.pretty());
            Measurement alpha = Steps.measurement(o, "alpha 763 absorbance");
            assertEquals(0.2, alpha.value(), 2.5 * alpha.uncertainty(), alpha.pretty());
            assertTrue(alpha.uncertainty() < 0.004, alpha.pretty());
        }
    }

    @Test
    void theBandAt840IsNotCalledBetasWhereGammaIs() throws AnalysisException {
        Outcome o = Steps.recipe("ftir/pvdf-phase", infrared(0.2, 0.05, 0.1, 4), Map.of()).get("phase");
        for (String name : List.of("beta 840 absorbance", "F(beta)")) {
            Verdict v = Steps.measurement(o, name).verdict();
            assertEquals(Verdict.doubtful("gamma is there (1234 cm-1) and shares the band at 840 cm-1 with beta"), v);
        }
    }

    private static Curve carbon(double further, double at, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[700];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double v = 950 + 1.5 * i;
            x[i] = v;
            double mean = 3000 + 6000 * line(v, 1345, 50, 60) + 8000 * line(v, 1588, 25, 30)
                    + further * line(v, at, 10, 12);
            y[i] = Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
        }
        return raman(x, y);
    }

    private static Curve raman(double[] x, double[] y) {
        return new Curve(DatasetHeader.of("carbon", "raman", Metadata.EMPTY), Axis.of("Raman shift",
                Unit.of("cm-1"), x, Direction.ASCENDING), Signal.of("Intensity", Unit.of("counts"), y));
    }

    /** Height and width of each line, as areas by the profile itself. */
    private static double truth() {
        return area(50, 60, 6000) / area(25, 30, 8000);
    }

    private static double area(double gauss, double lorentz, double height) {
        return height / Voigt.density(0, gauss / Math.sqrt(8 * Math.log(2)), lorentz / 2);
    }

    @Test
    void aLineIsNotTwoHalvesOfIt() throws AnalysisException {
        for (long seed = 1; seed <= 3; seed++) {
            Measurement m = Steps.measurement(Steps.recipe("raman/carbon-d-g", carbon(0, 0, seed), Map.of())
                    .get("fit"), "A(D)/A(G)");
            assertTrue(m.verdict().isSound(), m.verdict().reason());
            assertEquals(truth(), m.value(), 2.5 * m.uncertainty(), m.pretty());
            assertTrue(m.uncertainty() < 0.06 * m.value(), m.pretty());
        }
    }

    /** Without any other shape in the data either: what no further band improves is not widened by one. */
    @Test
    void aBroadLineAloneIsAsWellKnownAsItsNoiseSays() throws AnalysisException {
        for (long seed = 1; seed <= 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] x = new double[500];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = 1050 + 1.5 * i;
                double mean = 800 + 1500 * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1345) / 110, 2))
                        + 2500 * Math.exp(-4 * Math.log(2) * Math.pow((x[i] - 1588) / 55, 2));
                y[i] = Math.rint(mean + Math.sqrt(mean) * random.nextGaussian());
            }
            Measurement m = Steps.measurement(Steps.recipe("raman/carbon-d-g", raman(x, y), Map.of()).get("fit"),
                    "A(D)/A(G)");
            assertEquals(1.2, m.value(), 2.5 * m.uncertainty(), m.pretty());
            assertTrue(m.verdict().isSound() && m.uncertainty() < 0.1, m.pretty() + m.verdict().reason());
        }
    }

    @Test
    void carbonateBesideCarbonIsANeighbour() throws AnalysisException {
        Outcome o = Steps.recipe("raman/carbon-d-g", carbon(2500, 1090, 5), Map.of()).get("fit");
        Measurement m = Steps.measurement(o, "A(D)/A(G)");
        assertEquals(truth(), m.value(), 2.5 * m.uncertainty(), m.pretty());
        assertTrue(m.uncertainty() < 0.08 * m.value(), m.pretty());
        assertEquals(1090, Steps.measurement(o, "neighbour 1 position").value(), 2);
    }

    @Test
    void aSecondBandInThePlaceOfOneIsTold() throws AnalysisException {
        Measurement m = Steps.measurement(Steps.recipe("raman/carbon-d-g", carbon(2500, 1562, 6), Map.of())
                .get("fit"), "A(D)/A(G)");
        assertEquals(Verdict.Quality.DOUBTFUL, m.verdict().quality());
        assertTrue(m.verdict().reason().contains("second band in its place"), m.verdict().reason());
    }
}
