package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.battery.transport.InterfaceSpectrum;
import org.interphase.testkit.battery.PolarisationTruth;
import org.junit.jupiter.api.Test;

class BruceVincentSpectraTest {

    private static final PolarisationTruth CELL = new PolarisationTruth(0.01, 0.39, 120, 60, 75, 500, 900, 9000, 5,
            2e-8, 0);

    /** One arc or two (second null), each as resistance, time, exponent, and diffusion as resistance, time. */
    static Table spectrum(String name, double bulk, double[] first, double[] second, double[] diffusion, double from,
            double to, long seed) {
        Random random = new Random(seed);
        int n = 61;
        double[] f = new double[n];
        double[] re = new double[n];
        double[] im = new double[n];
        for (int k = 0; k < n; k++) {
            f[k] = from * Math.pow(to / from, k / (n - 1.0));
            double w = 2 * Math.PI * f[k];
            double a = bulk;
            double b = 0;
            for (double[] arc : new double[][] {first, second}) {
                if (arc != null) {
                    // 1 + (j w t)^n in polar form
                    double x = 1 + Math.pow(w * arc[1], arc[2]) * Math.cos(arc[2] * Math.PI / 2);
                    double y = Math.pow(w * arc[1], arc[2]) * Math.sin(arc[2] * Math.PI / 2);
                    double size = Math.hypot(x, y);
                    double angle = Math.atan2(y, x);
                    a += arc[0] / size * Math.cos(angle);
                    b -= arc[0] / size * Math.sin(angle);
                }
            }
            if (diffusion != null) {
                // tanh(s)/s of s = sqrt(j w t) as the sum over the modes, 2/(s^2 + m^2), m = (k - 1/2) pi
                for (int m = 1; m < 20000; m++) {
                    double pole = Math.pow((m - 0.5) * Math.PI, 2);
                    double x = w * diffusion[1];
                    a += diffusion[0] * 2 * pole / (pole * pole + x * x);
                    b -= diffusion[0] * 2 * x / (pole * pole + x * x);
                }
            }
            double noise = 0.002 * Math.hypot(a, b);
            re[k] = a + noise * random.nextGaussian();
            im[k] = b + noise * random.nextGaussian();
        }
        return new Table(DatasetHeader.of(name, EisColumns.KIND, Metadata.EMPTY), List.of(EisTables.frequency(f),
                EisTables.real(re), EisTables.minusImaginary(im)));
    }

    private static Table before(long seed) {
        return spectrum("before", 120, new double[] {60, 1e-3, 0.85}, null, new double[] {180, 60}, 1e5, 0.05, seed);
    }

    private static Table after(long seed) {
        return spectrum("after", 120, new double[] {75, 1.2e-3, 0.85}, null, new double[] {180, 60}, 1e5, 0.05, seed);
    }

    private static Outcome run(List<? extends Dataset> members, Object... set) throws AnalysisException {
        BruceVincentSpectra.Parameters p = Parameters.defaults(BruceVincentSpectra.Parameters.class);
        for (int k = 0; k < set.length; k += 2) {
            p = Parameters.with(p, (String) set[k], set[k + 1]);
        }
        return new BruceVincentSpectra().apply(Series.named(DatasetHeader.of("cell", EisColumns.KIND, Metadata.EMPTY),
                members), p, Progress.none());
    }

    @Test
    void theArcsAreTheInterfacesAndDiffusionIsNot() throws Exception {
        int within = 0;
        int sound = 0;
        for (long seed = 0; seed < 20; seed++) {
            InterfaceSpectrum s = InterfaceSpectrum.of(before(seed));
            assertEquals(60, s.interfaces(), 3, s.words());
            assertEquals(120, s.bulk(), 1, s.words());
            sound += s.verdict().isSound() ? 1 : 0;
            within += Math.abs(s.interfaces() - 60) < 2 * s.interfacesU() ? 1 : 0;
        }
        assertTrue(sound >= 17, sound + " sound");
        assertTrue(within >= 17, within + " within two uncertainties");
    }

    @Test
    void twoArcsAreOneResistance() throws Exception {
        InterfaceSpectrum s = InterfaceSpectrum.of(spectrum("two", 50, new double[] {40, 1e-4, 0.95},
                new double[] {30, 1e-1, 0.95}, null, 1e6, 0.05, 3));
        assertEquals(70, s.interfaces(), Math.max(0.3, 2 * s.interfacesU()), s.words());
        assertTrue(s.words().startsWith("two arcs ("), s.words());
        InterfaceSpectrum one = InterfaceSpectrum.of(spectrum("one", 50, new double[] {40, 1e-3, 1}, null, null, 1e6,
                0.05, 4));
        assertEquals(40, one.interfaces(), Math.max(0.2, 2 * one.interfacesU()), one.words());
    }

    @Test
    void anArcThatIsNotMeasuredToItsTopIsDoubtful() throws Exception {
        InterfaceSpectrum s = InterfaceSpectrum.of(spectrum("cut", 120, new double[] {60, 1, 0.9}, null, null, 1e5, 1,
                1));
        assertFalse(s.verdict().isSound(), s.toString());
    }

    @Test
    void aSlowArcIsNotTakenForAnInterfaceInSilence() throws Exception {
        InterfaceSpectrum s = InterfaceSpectrum.of(spectrum("slow", 120, new double[] {60, 1e-3, 0.85},
                new double[] {180, 10, 0.75}, null, 1e5, 0.005, 1));
        assertTrue(s.verdict().reason().contains("diffusion") || s.interfaces() < 70, s.toString());
        assertFalse(s.verdict().isSound(), s.toString());
    }

    @Test
    void theNumberIsThatOfTheCellAndOfTheTypedResistances() throws Exception {
        Table ca = CELL.table("ca", 1);
        Outcome o = run(List.of(before(1), ca, after(2)));
        Measurement t = Runs.of(o, "transference number (Bruce-Vincent-Evans)");
        assertEquals(0.39, t.value(), 2 * t.uncertainty());
        assertTrue(t.verdict().isSound(), t.verdict().reason());
        assertEquals(0.39, Runs.of(o, "transference number (Watanabe)").value(), 0.02);
        Measurement r0 = Runs.of(o, "interfacial resistance before");
        Measurement rss = Runs.of(o, "interfacial resistance after");
        assertTrue(r0.uncertainty() >= 0.01 * r0.value(), "the accuracy of the impedance is in it");
        assertEquals(75, rss.value(), 2 * rss.uncertainty());
        Measurement rb = Runs.of(o, "resistance of the electrolyte");
        Outcome typed = Runs.run(new BruceVincent(), ca, "before", r0.value(), "beforeUncertainty", r0.uncertainty(),
                "after", rss.value(), "afterUncertainty", rss.uncertainty(), "bulk", rb.value(), "bulkUncertainty",
                rb.uncertainty());
        Measurement same = Runs.of(typed, "transference number (Bruce-Vincent-Evans)");
        assertEquals(same.value(), t.value(), 1e-12);
        assertEquals(same.uncertainty(), t.uncertainty(), 1e-12);
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("'before' by one arc")));
    }

    @Test
    void theSpectraAreTakenByNameOrByOrder() throws Exception {
        Table ca = CELL.table("ca", 1);
        Outcome turned = run(List.of(after(2), ca, before(1)), "before", "before", "after", "after");
        assertEquals(Runs.of(run(List.of(before(1), ca, after(2))), "transference number (Bruce-Vincent-Evans)")
                .value(), Runs.of(turned, "transference number (Bruce-Vincent-Evans)").value());
        assertThrows(AnalysisException.class, () -> run(List.of(before(1), ca)));
        assertThrows(AnalysisException.class, () -> run(List.of(before(1), after(2))));
        assertThrows(AnalysisException.class, () -> run(List.of(before(1), ca, after(2)), "before", "none"));
        assertThrows(AnalysisException.class, () -> run(List.of(before(1), ca, after(2)), "after", "before"));
    }

    @Test
    void anotherElectrolyteAfterwardsIsDoubted() throws Exception {
        Table warm = spectrum("warm", 100, new double[] {75, 1.2e-3, 0.85}, null, new double[] {150, 60}, 1e5, 0.05, 2);
        Measurement t = Runs.of(run(List.of(before(1), CELL.table("ca", 1), warm)),
                "transference number (Bruce-Vincent-Evans)");
        assertFalse(t.verdict().isSound());
        assertTrue(t.verdict().reason().contains("electrolyte"), t.verdict().reason());
    }
}
