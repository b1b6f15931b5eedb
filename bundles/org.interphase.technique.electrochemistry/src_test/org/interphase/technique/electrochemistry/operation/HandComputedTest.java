package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.DatasetHeader;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.CircuitFits;
import org.interphase.technique.electrochemistry.fit.ElementVerdicts;
import org.interphase.technique.electrochemistry.fit.HiddenLead;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;

/** Conductivities and activation energies of resistances whose values and uncertainties are given. */
class HandComputedTest {

    private static final ElementVerdicts SOUND = new ElementVerdicts(Map.of(), Verdict.SOUND);
    private static final double K = 8.617333262e-5;

    private static FitParameter resistance(String label, double value, double u, String unit) {
        return new FitParameter(label, "resistance", "R", value, u, Unit.of(unit), 1e-18, 1e18,
                FitParameter.State.FREE, "");
    }

    private static FitResult fit(String unit, double r0, double r1, double[][] covariance) {
        return new FitResult("R0-p(R1,CPE1)", List.of("R0", "R1"), List.of(
                resistance("R0", r0, Math.sqrt(covariance[0][0]), unit),
                resistance("R1", r1, Math.sqrt(covariance[1][1]), unit)), covariance, new double[0], new double[0],
                new FitResult.Statistics(1, 1, 0, 0, true, "", 1));
    }

    private static Measurement conductivity(FitResult fit, ElementVerdicts verdicts, EisConductivity.Parameters p,
            String name) throws Exception {
        Table t = Spectra.table("a", new double[] {1}, new double[][] {{1}, {0}});
        Outcome o = new EisConductivity().apply(t.with(fit).with(verdicts), p, Progress.none());
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void resistanceThicknessAndAreaAreEachPartOfTheUncertainty() throws Exception {
        // 100 ohm by 3 %, 2000 um by 4 %, 0.5 cm2 by 12 %: 3-4-12-13
        FitResult fit = fit("ohm", 30, 100, new double[][] {{4, 0}, {0, 9}});
        EisConductivity.Parameters p = new EisConductivity.Parameters("R1", 2000, 80, 0.5, 0.06);
        Measurement sigma = conductivity(fit, SOUND, p, "conductivity");
        assertEquals(0.2 / 50, sigma.value(), 1e-15);
        assertEquals(0.2 / 50 * 0.13, sigma.uncertainty(), 1e-15);
        Measurement asr = conductivity(fit, SOUND, p, "area specific resistance");
        assertEquals(50, asr.value(), 1e-12);
        assertEquals(50 * Math.hypot(0.03, 0.12), asr.uncertainty(), 1e-12);
    }

    @Test
    void aResistanceOfAnAreaNeedsNoAreaNorItsUncertainty() throws Exception {
        FitResult fit = fit("ohm.cm2", 30, 100, new double[][] {{4, 0}, {0, 9}});
        EisConductivity.Parameters p = new EisConductivity.Parameters("R1", 2000, 80, 0.5, 0.06);
        Measurement sigma = conductivity(fit, SOUND, p, "conductivity");
        assertEquals(0.002, sigma.value(), 1e-15);
        assertEquals(0.002 * 0.05, sigma.uncertainty(), 1e-15);
        assertEquals(3, conductivity(fit, SOUND, p, "area specific resistance").uncertainty(), 1e-12);
    }

    @Test
    void theAccuracyOfTheInstrumentIsPartOfConductivitiesAndOfNoEnergy() throws Exception {
        // 3 % of the fit and 4 % of the instrument: 5 %, with 12 % of the area 13 %
        FitResult fit = fit("ohm", 30, 100, new double[][] {{4, 0}, {0, 9}});
        Table t = Spectra.table("a", new double[] {1}, new double[][] {{1}, {0}}).with(fit).with(SOUND)
                .with(new ImpedanceAccuracy(0.04));
        Outcome o = new EisConductivity().apply(t, new EisConductivity.Parameters("R1", 2000, 0, 0.5, 0.06),
                Progress.none());
        assertEquals(0.2 / 50 * 0.13, Spectra.uncertainty(o, "conductivity"), 1e-15);
        assertEquals(50 * 0.13, Spectra.uncertainty(o, "area specific resistance"), 1e-12);
        Series films = Series.named(DatasetHeader.of("film", "eis", Metadata.EMPTY), List.of(
                Spectra.table("film 300K", new double[] {1}, new double[][] {{1}, {0}}),
                Spectra.table("film 330K", new double[] {1}, new double[][] {{1}, {0}})))
                .with(series(TWO, 0.4, 0, List.of(), null));
        EisArrhenius.Parameters p = new EisArrhenius.Parameters("R1", null, null, 0.0);
        Outcome exact = new EisArrhenius().apply(films, p, Progress.none());
        Outcome usual = new EisArrhenius().apply(films.with(ImpedanceAccuracy.of(null)), p, Progress.none());
        for (Measurement m : exact.measurements()) {
            double added = m.unit().text().equals("eV") ? 0 : 0.01 * m.value();
            assertEquals(Math.hypot(m.uncertainty(), added), Spectra.uncertainty(usual, m.name()),
                    1e-12 * m.uncertainty(), m.name());
        }
        assertEquals(2, exact.measurements().stream().filter(m -> m.unit().text().equals("eV")).count());
    }

    @Test
    void whatGoesWithTheImpedanceHoldsItsAccuracy() throws Exception {
        double[] hertz = ImpedanceTruth.frequencies(1e5, 1e-1, 41);
        Table t = Spectra.table("cell", hertz, ImpedanceTruth.of(10, new ImpedanceTruth.Arc(100, 1e-2, 0.9)).measured(
                hertz, 1e-3, 1));
        EisFit.Parameters p = Parameters.with(Spectra.fit("R0-p(R1,CPE1)", "modulus"), "starts", 5);
        EisFit fit = new EisFit(ElementLibrary::standard);
        Outcome exact = fit.apply(t, Parameters.with(p, "accuracy", 0), Progress.none());
        Outcome usual = fit.apply(t, p, Progress.none());
        for (Measurement m : exact.measurements()) {
            boolean follows = !m.name().equals("CPE1_1") && m.uncertainty() > 0;
            double expected = follows ? Math.hypot(m.uncertainty(), 0.01 * m.value()) : m.uncertainty();
            assertEquals(expected, Spectra.uncertainty(usual, m.name()), 1e-12 * m.value(), m.name());
        }
        // a resistance somebody gave is no measurement
        Outcome given = fit.apply(t, Parameters.with(p, "circuit", "R0{R=10F}-p(R1,CPE1)"), Progress.none());
        assertEquals(0, Spectra.uncertainty(given, "R0"), 0);
    }

    @Test
    void aConductivityIsAsDoubtfulAsItsResistance() throws Exception {
        FitResult fit = fit("ohm", 30, 100, new double[][] {{4, 0}, {0, 9}});
        ElementVerdicts doubt = new ElementVerdicts(Map.of("R1", Verdict.doubtful("no")), Verdict.SOUND);
        EisConductivity.Parameters p = new EisConductivity.Parameters("R1", 2000, 80, 0.5, 0.06);
        assertEquals("no", conductivity(fit, doubt, p, "conductivity").verdict().reason());
        assertEquals("no", conductivity(fit, doubt, p, "area specific resistance").verdict().reason());
    }

    /** Two resistances that follow ln R = ln a + E/(kT), with one covariance. */
    private static CircuitFits series(double[] kelvin, double energy, double covariance, List<CircuitFits> others,
            HiddenLead lead) {
        List<FitResult> fits = new ArrayList<>();
        List<ElementVerdicts> verdicts = new ArrayList<>();
        for (double t : kelvin) {
            double r = 1e-5 * Math.exp(energy / (K * t));
            double u = 0.02 * r;
            fits.add(fit("ohm", r, r, new double[][] {{u * u, covariance * u * u}, {covariance * u * u, u * u}}));
            verdicts.add(SOUND);
        }
        return new CircuitFits("R0-p(R1,CPE1)", fits, verdicts, others, lead);
    }

    private static final double[] TWO = {300, 330};

    @Test
    void twoTemperaturesGiveTheSlopeAndItsUncertainty() throws Exception {
        ActivationEnergy e = ActivationEnergy.of(series(TWO, 0.4, 0, List.of(), null), TWO, "R1", false);
        assertEquals(0.4, e.value(), 1e-9);
        assertEquals(K * Math.hypot(0.02, 0.02) / (1 / 300.0 - 1 / 330.0), e.uncertainty(), 1e-12);
        // ln(T/R) has ln T more: k (ln 330 - ln 300) over the distance of 1/T
        ActivationEnergy withT = ActivationEnergy.of(series(TWO, 0.4, 0, List.of(), null), TWO, "R1", true);
        assertEquals(0.4 + K * Math.log(1.1) / (1 / 300.0 - 1 / 330.0), withT.value(), 1e-9);
    }

    @Test
    void theTemperaturesAreInTheUncertaintyOfTheEnergy() throws Exception {
        CircuitFits fits = series(TWO, 0.4, 0, List.of(), null);
        double points = K * Math.hypot(0.02, 0.02) / (1 / 300.0 - 1 / 330.0);
        // E = k ln(R1/R2)/X with X = 1/T1 - 1/T2: dE/dT1 = E/(X T1^2), dE/dT2 = -E/(X T2^2), both at once
        // E (1/T1 + 1/T2)
        double x = 1 / 300.0 - 1 / 330.0;
        double each = Math.hypot(1 / (x * 300 * 300), 1 / (x * 330 * 330));
        double thermal = 0.1 * 0.4 * Math.hypot(each, 1 / 300.0 + 1 / 330.0);
        ActivationEnergy e = ActivationEnergy.of(fits, TWO, TemperatureAccuracy.of(0.1), "R1", false);
        assertEquals(0.4, e.value(), 1e-9);
        assertEquals(Math.hypot(points, thermal), e.uncertainty(), 1e-4 * thermal);
        assertEquals(points, ActivationEnergy.of(fits, TWO, TemperatureAccuracy.of(0.0), "R1", false).uncertainty(),
                1e-12);
        assertEquals(0.6, TemperatureAccuracy.of(null).kelvin(), 0);
        // 0.4 eV at 300 K: 5.16 % a kelvin
        assertEquals(0.0258, TemperatureAccuracy.of(0.5).ofConductance(0.4, 300), 1e-4);
    }

    @Test
    void theCovarianceOfASumCountsWithItsSign() throws Exception {
        for (double rho : new double[] {-0.5, 0, 0.5}) {
            ActivationEnergy e = ActivationEnergy.of(series(TWO, 0.4, rho, List.of(), null), TWO, "R0+R1", false);
            double relative = 0.02 * Math.sqrt(2 + 2 * rho) / 2;
            assertEquals(K * Math.sqrt(2) * relative / (1 / 300.0 - 1 / 330.0), e.uncertainty(), 1e-12, "rho " + rho);
        }
    }

    @Test
    void anotherCircuitWidensByItsDistanceAsARectangle() throws Exception {
        CircuitFits other = series(TWO, 0.43, 0, List.of(), null);
        ActivationEnergy e = ActivationEnergy.of(series(TWO, 0.4, 0, List.of(other), null), TWO, "R1", false);
        double own = K * Math.hypot(0.02, 0.02) / (1 / 300.0 - 1 / 330.0);
        assertEquals(0.4, e.value(), 1e-9);
        assertEquals(Math.hypot(own, 0.03 / Math.sqrt(3)), e.uncertainty(), 1e-9);
        // 0.017 eV is above 2 % of the energy and above three times 0.008 eV is not: no doubt
        assertTrue(e.verdict().isSound(), e.verdict().reason());
        ActivationEnergy far = ActivationEnergy.of(series(TWO, 0.4, 0, List.of(series(TWO, 0.5, 0, List.of(), null)),
                null), TWO, "R1", false);
        assertTrue(far.verdict().reason().contains("0.10 eV"), far.verdict().reason());
    }

    @Test
    void aLeadThatAllSpectraMayHideMovesTheEnergyBothWays() throws Exception {
        HiddenLead lead = new HiddenLead(0.5, 1, Map.of("R1", new double[] {0.8, 0.6}));
        ActivationEnergy e = ActivationEnergy.of(series(TWO, 0.4, 0, List.of(), lead), TWO, "R1", false);
        double most = 0;
        for (double ohm : new double[] {-0.5, 0.5, 1.5}) {
            double a = 1e-5 * Math.exp(0.4 / (K * 300)) - 0.8 * ohm;
            double b = 1e-5 * Math.exp(0.4 / (K * 330)) - 0.6 * ohm;
            most = Math.max(most, Math.abs(K * Math.log(a / b) / (1 / 300.0 - 1 / 330.0) - 0.4));
        }
        double own = K * Math.hypot(0.02, 0.02) / (1 / 300.0 - 1 / 330.0);
        assertEquals(Math.hypot(own, most), e.uncertainty(), 1e-9);
    }

    @Test
    void withheldResistancesTakeNoPartAndOneIsNoLine() throws Exception {
        double[] three = {300, 330, 360};
        CircuitFits all = series(three, 0.4, 0, List.of(), null);
        ElementVerdicts out = new ElementVerdicts(Map.of("R1", Verdict.withheld("no")), Verdict.SOUND);
        CircuitFits some = new CircuitFits(all.circuit(), all.fits(), List.of(SOUND, SOUND, out), List.of(), null);
        assertEquals(K * Math.hypot(0.02, 0.02) / (1 / 300.0 - 1 / 330.0),
                ActivationEnergy.of(some, three, "R1", false).uncertainty(), 1e-12);
        CircuitFits one = new CircuitFits(all.circuit(), all.fits(), List.of(SOUND, out, out), List.of(), null);
        assertNull(ActivationEnergy.of(one, three, "R1", false));
        assertTrue(ActivationEnergy.measurement("E", null).verdict().isWithheld());
    }
}
