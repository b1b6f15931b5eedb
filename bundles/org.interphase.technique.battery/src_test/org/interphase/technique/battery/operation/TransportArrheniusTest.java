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
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.battery.transport.ArrheniusLine;
import org.interphase.technique.battery.transport.TemperatureTable;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Test;

class TransportArrheniusTest {

    private static final double K = 8.617333262e-5;
    private static final double[] CELSIUS = {25, 35, 45, 55, 65, 75};

    /** Resistances of sigma = A/T exp(-E/kT) or A exp(-E/kT) in a sample of 100 um and 2 cm2. */
    private static double[] resistances(double energy, boolean withT) {
        double[] r = new double[CELSIUS.length];
        for (int i = 0; i < r.length; i++) {
            double t = CELSIUS[i] + 273.15;
            double sigma = (withT ? 200 / t : 0.7) * Math.exp(-energy / (K * t));
            r[i] = 0.01 / (sigma * 2);
        }
        return r;
    }

    private static Table table(double[] r, double relative) {
        double[] u = new double[r.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = relative * r[i];
        }
        DatasetHeader h = DatasetHeader.of("table", TemperatureTable.KIND, Metadata.EMPTY);
        Column t = Column.of("temperature", "degC", CELSIUS);
        Column v = Column.of("R", "ohm", r);
        return new Table(h, relative > 0 ? List.of(t, v, Column.of("u(R)", "ohm", u)) : List.of(t, v));
    }

    private static TransportArrhenius.Parameters geometry() {
        TransportArrhenius.Parameters p = Parameters.defaults(TransportArrhenius.Parameters.class);
        return Parameters.with(Parameters.with(p, "thickness", 100.0), "area", 2.0);
    }

    /** Temperatures that are known. */
    private static TransportArrhenius.Parameters measured() {
        return Parameters.with(geometry(), "temperatureUncertainty", 0.0);
    }

    private static Measurement get(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + o.measurements()));
    }

    private static Outcome run(Table t, TransportArrhenius.Parameters p) throws AnalysisException {
        return new TransportArrhenius().apply(t, p, Progress.none());
    }

    @Test
    void theEnergyIsThatOfTheTruthInItsConvention() throws Exception {
        assertEquals(0.18, get(run(table(resistances(0.18, true), 0.01), geometry()),
                "activation energy (ln sigma T)").value(), 1e-9);
        assertEquals(0.18, get(run(table(resistances(0.18, false), 0.01), geometry()),
                "activation energy (ln sigma)").value(), 1e-9);
        double t = 298.15;
        assertEquals(200 / t * Math.exp(-0.18 / (K * t)), get(run(table(resistances(0.18, true), 0.01), geometry()),
                "conductivity at 25 degC").value(), 1e-9);
    }

    @Test
    void uncertaintiesOfGeometryMoveConductivitiesAlikeAndLeaveTheEnergy() throws Exception {
        Table t = table(resistances(0.18, true), 0.01);
        Outcome without = run(t, geometry());
        Outcome with = run(t, Parameters.with(Parameters.with(geometry(), "thicknessUncertainty", 3.0),
                "areaUncertainty", 0.08));
        Measurement sigma = get(with, "conductivity at 25 degC");
        assertEquals(Math.sqrt(0.01 * 0.01 + 0.03 * 0.03 + 0.04 * 0.04), sigma.uncertainty() / sigma.value(), 1e-9);
        assertEquals(get(without, "activation energy (ln sigma T)").uncertainty(),
                get(with, "activation energy (ln sigma T)").uncertainty(), 1e-12);
    }

    @Test
    void anUncertainTemperatureWidensTheEnergyBothWays() throws Exception {
        Table t = table(resistances(0.18, true), 1e-6);
        Measurement m = get(run(t, Parameters.with(geometry(), "temperatureUncertainty", 1.0)),
                "activation energy (ln sigma T)");
        // scatter: u(ln) = E u / (k T^2) at every point; offset: 2 u / T of the energy, less k u for T in ln(sigma T)
        double sxx = 0;
        double mean = 0;
        for (double c : CELSIUS) {
            mean += 1 / (c + 273.15) / CELSIUS.length;
        }
        double mid = 0;
        for (double c : CELSIUS) {
            sxx += Math.pow(1 / (c + 273.15) - mean, 2);
            mid += (c + 273.15) / CELSIUS.length;
        }
        double scatter = 0.18 / (mid * mid) / Math.sqrt(sxx);
        double offset = 2 * 0.18 / mid - K;
        assertEquals(Math.hypot(scatter, offset), m.uncertainty(), 0.1 * m.uncertainty());
    }

    @Test
    void anOffsetOfAllTemperaturesStaysHoweverManyThereAre() {
        int n = 2000;
        double[] kelvin = new double[n];
        double[] sigma = new double[n];
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            kelvin[i] = 250 + 150.0 * i / n;
            sigma[i] = Math.exp(-0.5 / (K * kelvin[i]));
            u[i] = 1e-4;
        }
        ArrheniusLine line = ArrheniusLine.of(kelvin, sigma, u, 2, false);
        assertEquals(2 * 0.5 * 2 / 325, line.uncertainty(), 0.1 * line.uncertainty());
    }

    @Test
    void anUncertainTemperatureWidensConductivitiesToo() throws Exception {
        Outcome o = run(table(resistances(0.18, true), 1e-6), Parameters.with(Parameters.with(Parameters.with(
                geometry(), "temperatureUncertainty", 1.0), "thicknessUncertainty", 0.0), "areaUncertainty", 0.0));
        double t = 298.15;
        // sigma = A/T exp(-E/kT): d ln sigma / dT = E/(k T^2) - 1/T
        double slope = 0.18 / (K * t * t) - 1 / t;
        Measurement single = get(o, "conductivity at 25 degC");
        assertEquals(slope, single.uncertainty() / single.value(), 0.02 * slope);
        Measurement room = get(o, "conductivity of the line at 25 degC");
        // the offset, and beside it the scatter of the single temperatures, which the line averages
        assertTrue(room.uncertainty() / room.value() > slope, room.toString());
        assertTrue(room.uncertainty() / room.value() < 1.5 * slope, room.toString());
        // an offset u moves ln A by E/(k T^2) u - 2 E/(k T^2) u - u/T + u/T, the scatter comes on top
        Measurement factor = get(o, "pre-exponential factor (ln sigma T)");
        double mid = 273.15 + 50;
        assertTrue(factor.uncertainty() / factor.value() > 0.18 / (K * mid * mid), factor.toString());
        ArrheniusLine many = ArrheniusLine.of(manyKelvin(), manySigma(), manyRelative(), 2, false);
        assertEquals(2 * 0.5 / (K * 325 * 325), many.interceptUncertainty(), 0.1 * many.interceptUncertainty());
        assertEquals(2 * 0.5 / (K * 325 * 325), many.relativeAt(325), 0.05 * many.relativeAt(325));
    }

    private static double[] manyKelvin() {
        return java.util.stream.IntStream.range(0, 2000).mapToDouble(i -> 250 + 150.0 * i / 2000).toArray();
    }

    private static double[] manySigma() {
        return java.util.Arrays.stream(manyKelvin()).map(t -> Math.exp(-0.5 / (K * t))).toArray();
    }

    private static double[] manyRelative() {
        return java.util.Arrays.stream(manyKelvin()).map(t -> 1e-4).toArray();
    }

    @Test
    void fewPointsWithoutUncertaintiesWidenTheLineAsTheEnergy() {
        double[] kelvin = {300, 310, 320, 330, 340};
        double[] sigma = new double[5];
        for (int i = 0; i < 5; i++) {
            sigma[i] = Math.exp(-0.2 / (K * kelvin[i])) * (i % 2 == 0 ? 1.02 : 0.98);
        }
        ArrheniusLine line = ArrheniusLine.of(kelvin, sigma, new double[5], 0, true);
        // 3.182 over 1.960, JCGM 100:2008, table G.2
        double student = 3.182446305 / 1.959963985;
        assertEquals(student * line.line().sigmaAt(1 / 320.0), line.relativeAt(320), 1e-9);
        assertEquals(student * line.line().interceptSigma(), line.interceptUncertainty(), 1e-9);
    }

    @Test
    void whatNoOneStatesAnUncertaintyOfIsDoubted() throws Exception {
        TransportArrhenius.Parameters known = Parameters.with(Parameters.with(measured(), "thicknessUncertainty", 1.0),
                "areaUncertainty", 0.02);
        assertTrue(get(run(table(resistances(0.18, true), 0.01), known), "conductivity at 25 degC").verdict()
                .isSound());
        assertFalse(get(run(table(resistances(0.18, true), 0), known), "conductivity at 25 degC").verdict().isSound());
        assertFalse(get(run(table(resistances(0.18, true), 0.01), measured()), "conductivity at 25 degC").verdict()
                .isSound());
        Outcome cold = run(table(resistances(0.18, true), 0.01), Parameters.with(known, "temperatureUncertainty",
                null));
        for (Measurement m : cold.measurements()) {
            assertTrue(m.verdict().reason().contains("of the temperature"), m.pretty());
        }
        assertTrue(get(run(table(resistances(0.18, true), 0.01), known), "pre-exponential factor (ln sigma T)")
                .verdict().isSound());
        assertFalse(get(run(table(resistances(0.18, true), 0.1), known), "pre-exponential factor (ln sigma T)")
                .verdict().isSound(), "known within a factor only");
    }

    @Test
    void whatIsNotStatedIsSaid() throws Exception {
        Outcome o = run(table(resistances(0.18, true), 0), geometry());
        String text = o.remarks().stream().filter(r -> r.code().equals("uncertainty-not-stated")).findFirst()
                .orElseThrow().text();
        assertTrue(text.contains("resistances, thickness, area, temperature"), text);
        assertThrows(AnalysisException.class, () -> run(table(resistances(0.18, true), 0), Parameters.with(
                Parameters.defaults(TransportArrhenius.Parameters.class), "thickness", 100.0)));
    }

    @Test
    void withoutGeometryTheConductanceKeepsTheEnergy() throws Exception {
        assertEquals(0.18, get(run(table(resistances(0.18, true), 0.01),
                Parameters.defaults(TransportArrhenius.Parameters.class)), "activation energy (ln G T)").value(), 1e-9);
    }

    @Test
    void pointsThatBendAreDoubtedAndTwoPointsAreNotTested() throws Exception {
        double[] r = new double[CELSIUS.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = Math.exp(800 / (CELSIUS[i] + 273.15 - 200));
        }
        assertFalse(get(run(table(r, 0.01), geometry()), "activation energy (ln sigma T)").verdict().isSound());
        Table two = new Table(table(r, 0.01).header(), List.of(Column.of("temperature", "degC", new double[] {20, 40}),
                Column.of("R", "ohm", new double[] {10, 5})));
        assertTrue(get(run(two, geometry()), "activation energy (ln sigma T)").verdict().isWithheld());
    }

    @Test
    void whatIsCalledSoundIs() throws Exception {
        VerdictTally tally = new VerdictTally("activation energies");
        for (int k = 0; k < 400; k++) {
            Random random = new Random(k);
            double energy = 0.1 + 0.5 * random.nextDouble();
            double relative = 0.003 + 0.03 * random.nextDouble();
            double[] r = resistances(energy, true);
            double[] noisy = r.clone();
            double[] step = r.clone();
            for (int i = 0; i < r.length; i++) {
                noisy[i] *= 1 + relative * random.nextGaussian();
                step[i] = noisy[i] * (i > 2 ? 0.5 : 1);
            }
            tally.number("obeys the model", get(run(table(noisy, relative), measured()),
                    "activation energy (ln sigma T)"), energy);
            tally.number("no uncertainties", get(run(table(noisy, 0), measured()), "activation energy (ln sigma T)"),
                    energy);
            tally.number("phase change", get(run(table(step, relative), measured()), "activation energy (ln sigma T)"),
                    energy);
        }
        System.out.println(tally.table());
        assertTrue(tally.family("obeys the model").withinTwo() >= 0.94, tally.table());
        assertTrue(tally.family("obeys the model").beyondThree() <= 0.012, tally.table());
        assertTrue(tally.family("obeys the model").doubted() <= VerdictTally.DOUBTED, tally.table());
        assertTrue(tally.family("no uncertainties").withinTwo() >= 0.94, tally.table());
        assertTrue(tally.family("phase change").doubted() > 0.95, tally.table());
    }
}
