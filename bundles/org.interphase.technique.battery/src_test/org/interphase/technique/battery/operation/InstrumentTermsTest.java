package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.CellModel;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.CyclingTruth.Fade;
import org.interphase.testkit.battery.PolarisationTruth;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.SymmetricTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.interphase.testkit.battery.TitrationTruth;
import org.interphase.testkit.battery.VoltammogramTruth;
import org.junit.jupiter.api.Test;

/**
 * What the accuracy of the instrument adds to each kind of number, against the same by hand: the variance with a stated
 * accuracy less that with an instrument beyond doubt. A voltage is known to 10 mV here (so that its gain is 0.002), a
 * current to 2 %.
 */
class InstrumentTermsTest {

    private static final double A = 0.010;
    private static final double GAIN = 0.010 / 5;
    private static final double G = 0.02;

    private static double difference(double volts) {
        return Math.hypot(0.1 * A, GAIN * volts);
    }

    /** What is added to numbers: two outcomes of one analysis. */
    private record Pair(Outcome exact, Outcome stated) {

        double added(String name) {
            return Math.sqrt(Math.pow(Runs.of(stated, name).uncertainty(), 2)
                    - Math.pow(Runs.of(exact, name).uncertainty(), 2));
        }

        double value(String name) {
            return Runs.of(stated, name).value();
        }

        /** What is added to a number against what it should be; the number itself stays. */
        void adds(String name, double expected) {
            assertEquals(value(name), Runs.of(exact, name).value(), 1e-9 * Math.abs(value(name)), name);
            assertEquals(expected, added(name), 1e-3 * Math.abs(expected) + 1e-12, name);
        }
    }

    private static <P extends Record> Pair cycler(Operation<Table, P> operation, Table table, Object... set)
            throws AnalysisException {
        return pair(operation, table, "record.accuracy", "record.voltage", set);
    }

    private static <P extends Record> Pair potentiostat(Operation<Table, P> operation, Table table, Object... set)
            throws AnalysisException {
        return pair(operation, table, "instrument.current", "instrument.voltage", set);
    }

    private static <P extends Record> Pair pair(Operation<Table, P> operation, Table table, String current,
            String voltage, Object... set) throws AnalysisException {
        Object[] exact = Stream.concat(Stream.of(set), Stream.of(current, 0.0, voltage, 0.0)).toArray();
        Object[] stated = Stream.concat(Stream.of(set), Stream.of(current, 100 * G, voltage, 1000 * A)).toArray();
        return new Pair(Runs.run(operation, table, exact), Runs.run(operation, table, stated));
    }

    private static Table cycles() {
        return CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(20), 3, 0.5, Fade.linear(0)).table();
    }

    @Test
    void whatCancelsIsSaidOnce() {
        InstrumentAccuracy a = new InstrumentAccuracy(G, A);
        assertEquals(Math.hypot(0.001, 0.0004), a.difference(0.2), 1e-15);
        assertEquals(0.002, a.currentRatio(), 1e-15);
        // 10 mV of 4 V and 2 V: 0.0025 and 0.005 go apart by 0.0025; a tenth of 0.0025 is left beside
        assertEquals(Math.hypot(0.0025, 0.00025), a.voltageRatio(4, 2), 1e-15);
        assertEquals(Math.hypot(0.02, 0.0025), a.energy(4), 1e-15);
        assertEquals(Math.hypot(0.02, 0.002 * Math.sqrt(1.25)), a.resistance(1), 1e-12);
        assertEquals(0, InstrumentAccuracy.NONE.resistance(0.1));
    }

    @Test
    void meanVoltagesEnergiesAndEfficienciesOfCycles() throws Exception {
        Pair p = cycler(new CyclingSummary(), cycles(), "efficiency", "full-cell");
        p.adds("mean charge voltage of cycle 2", A);
        p.adds("mean discharge voltage of cycle 2", A);
        double q = p.value("discharge capacity of cycle 2");
        double w = p.value("discharge energy of cycle 2");
        p.adds("discharge capacity of cycle 2", G * q);
        p.adds("discharge energy of cycle 2", Math.hypot(G * w, A * q));
        p.adds("coulombic efficiency (" + words(p) + ") of cycle 2",
                0.1 * G * p.value("coulombic efficiency (" + words(p) + ") of cycle 2"));
        double down = p.value("mean discharge voltage of cycle 2");
        double up = p.value("mean charge voltage of cycle 2");
        double ratio = Math.hypot(0.1 * G, Math.hypot(A * (1 / down - 1 / up), 0.1 * A / down));
        p.adds("energy efficiency (" + words(p) + ") of cycle 2", ratio * p.value("energy efficiency (" + words(p)
                + ") of cycle 2"));
    }

    private static String words(Pair p) {
        return Runs.names(p.stated).stream().filter(n -> n.startsWith("coulombic efficiency (")).findFirst()
                .map(n -> n.substring(n.indexOf('(') + 1, n.indexOf(')'))).orElseThrow();
    }

    @Test
    void thePolarisationOfACycleIsADifference() throws Exception {
        Pair p = cycler(new VoltageProfiles(), cycles());
        String name = "polarisation of cycle 1";
        p.adds(name, 1000 * difference(p.value(name) / 1000));
    }

    @Test
    void peaksOfTheDifferentialCapacity() throws Exception {
        Pair p = cycler(new DifferentialCapacity(), cycles());
        String peak = Runs.names(p.stated).stream().filter(n -> n.startsWith("dQ/dV peak 1")).findFirst().orElseThrow();
        p.adds(peak, A);
        p.adds("height of " + peak, p.value("height of " + peak) * Math.hypot(G, GAIN));
        String area = "area under dQ/dV" + peak.substring("dQ/dV peak 1".length());
        p.adds(area, G * p.value(area));
    }

    private static Table dropping(int cycles) {
        Rows rows = new Rows().rest(20, 10, 3.5);
        for (int k = 0; k < cycles; k++) {
            double r = 0.1 + 0.01 * k;
            rows.constant(200, 10, 0.5, 3.5 + 0.5 * r, 4.0 + 0.5 * r).rest(20, 10, 4.0);
            rows.constant(200, 10, -0.5, 4.0 - 0.5 * r, 3.5 - 0.5 * r).rest(20, 10, 3.5);
        }
        return rows.table();
    }

    @Test
    void dropsAndTheirResistances() throws Exception {
        Pair p = cycler(new IrDrop(), dropping(5), "delay", "first-sample");
        String of = " (" + Runs.names(p.stated).stream().filter(n -> n.startsWith("IR drop (")).findFirst()
                .map(n -> n.substring(n.indexOf('(') + 1, n.indexOf(')'))).orElseThrow() + ") at charge of cycle 3";
        double drop = p.value("IR drop" + of) / 1000;
        p.adds("IR drop" + of, 1000 * difference(drop));
        p.adds("resistance" + of, Math.hypot(difference(drop) / 0.5, G * drop / 0.5));
        String growth = "growth of the resistance at charge per cycle";
        p.adds(growth, p.value(growth) * Math.hypot(G, GAIN));
    }

    @Test
    void aDropWithinWhatTheInstrumentMayBeOffIsDoubtful() throws Exception {
        Rows rows = new Rows().rest(20, 10, 3.5);
        for (int k = 0; k < 2; k++) {
            rows.constant(200, 10, 0.5, 3.5015, 4.0015).rest(20, 10, 4.0);
            rows.constant(200, 10, -0.5, 3.9985, 3.4985).rest(20, 10, 3.5);
        }
        Pair p = cycler(new IrDrop(), rows.table(), "delay", "first-sample");
        String name = Runs.names(p.stated).stream().filter(n -> n.startsWith("IR drop (")).findFirst().orElseThrow();
        assertTrue(Runs.of(p.exact, name).verdict().isSound(), Runs.of(p.exact, name).pretty());
        assertFalse(Runs.of(p.stated, name).verdict().isSound(), Runs.of(p.stated, name).pretty());
    }

    @Test
    void resistancesOfPulses() throws Exception {
        SyntheticCycler c = new SyntheticCycler(new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.9), Logging.every(10));
        for (int k = 0; k < 4; k++) {
            c.rest(900).pulse(-9e-3, 10, 0.1).rest(300).pulse(-3e-3, 400, 10);
        }
        Pair p = cycler(new PulseResistance(), c.rest(100).table());
        String name = "resistance of pulse 2 (end of pulse)";
        double r = p.value(name);
        p.adds(name, Math.hypot(difference(9e-3 * r) / 9e-3, G * r));
    }

    @Test
    void overpotentialsOfASymmetricCellHoldTheOffset() throws Exception {
        Pair p = cycler(new SymmetricOverpotential(), SymmetricTruth.healthy(40, 60, 0.004, 2).table(true));
        p.adds("overpotential of half cycle 3", 1000 * A);
        p.adds("largest overpotential", 1000 * A);
        double r = p.value("resistance in half cycle 3");
        double current = p.value("overpotential of half cycle 3") / 1000 / r;
        p.adds("resistance in half cycle 3", Math.hypot(A / current, G * r));
        // half cycles of an hour: the middle of the last stands 39 h after that of the first
        String trend = "change of the overpotential in 100 h";
        double span = (p.value("time with current") - 0.5) / 100;
        assertEquals(1000 * difference(p.value(trend) / 1000 * span) / span, p.added(trend), 0.02 * p.added(trend));
    }

    private static Table voltammogram(double rate) {
        return VoltammogramTruth.of(new SweepProgram(3.2, 4.3, 3.2, 2, rate, 0.002), List.of(), List.of(
                new BoundWave(3.843, 3.628, 0.5, 0.12))).charging(2e-3, 50).noisy(1e-6).table("cv " + rate, 1);
    }

    @Test
    void peaksOfAVoltammogram() throws Exception {
        Pair p = potentiostat(new CvPeaks(), voltammogram(1e-3));
        p.adds("oxidation 1 potential, cycle 1", A);
        p.adds("oxidation 1 current, cycle 1", G * Math.abs(p.value("oxidation 1 current, cycle 1")));
        p.adds("reduction 1 charge, cycle 1", G * Math.abs(p.value("reduction 1 charge, cycle 1")));
        for (String in : new String[] {"pair 1 separation, cycle 1", "separation of pair 1"}) {
            p.adds(in, difference(p.value(in)));
        }
        p.adds("midpoint of pair 1", A);
        p.adds("pair 1 midpoint, cycle 1", A);
        p.adds("pair 1 current ratio, cycle 1", 0.1 * G * p.value("pair 1 current ratio, cycle 1"));
        p.adds("pair 1 charge ratio, cycle 1", 0.1 * G * p.value("pair 1 charge ratio, cycle 1"));
        Table peaks = (Table) p.stated.extra().get(0);
        assertEquals(Runs.of(p.stated, "oxidation 1 potential, cycle 1").uncertainty(), peaks.column("u(potential)")
                .orElseThrow().get(0), 1e-3 * A, "one number has one uncertainty");
    }

    private static Outcome kinetics(double current) throws AnalysisException {
        List<Table> members = Stream.of(0.01, 0.03, 0.1).map(v -> VoltammogramTruth.of(new SweepProgram(0, 1, 0, 1, v,
                0.004), List.of(), List.of(new BoundWave(0.5, 0.48, 1e-4, 0.09))).noisy(1e-9).table("cv " + v, 1))
                .toList();
        CvKinetics.Parameters p = Parameters.defaults(CvKinetics.Parameters.class);
        for (Object[] set : new Object[][] {{"concentration", 4e-6}, {"area", 0.07}, {"instrument.current", current}}) {
            p = Parameters.with(p, (String) set[0], set[1]);
        }
        return new CvKinetics().apply(Series.named(DatasetHeader.of("rates", "cv", Metadata.EMPTY), members), p,
                Progress.none());
    }

    @Test
    void kineticsFromSeveralRates() throws Exception {
        Pair p = new Pair(kinetics(0), kinetics(100 * G));
        String slope = "Randles-Sevcik slope, oxidation 1";
        p.adds(slope, G * p.value(slope));
        String d = "diffusion coefficient (reversible), oxidation 1";
        p.adds(d, 2 * G * p.value(d));
        // ln v of three rates lies -ln 10 / 2 and +ln 10 / 2 about a middle that is off by little
        double[] x = {Math.log(0.01), Math.log(0.03), Math.log(0.1)};
        double mean = (x[0] + x[1] + x[2]) / 3;
        double squares = IntStream.range(0, 3).mapToDouble(k -> Math.pow(x[k] - mean, 2)).sum();
        assertEquals(0.1 * G / Math.sqrt(squares), p.added("b-value, oxidation 1"), 1e-5);
        String share = Runs.names(p.stated).stream().filter(n -> n.startsWith("capacitive share")).findFirst()
                .orElseThrow();
        assertEquals(0.1 * G * p.value(share), p.added(share), 2e-3 * p.value(share) * 0.1);
    }

    @Test
    void potentialsOfDecompositionAndTheWindow() throws Exception {
        double[] e = IntStream.range(0, 2001).mapToDouble(k -> k <= 1000 ? 2 + 0.003 * k : 5 - 0.003 * (k - 1000))
                .toArray();
        double[] t = IntStream.range(0, 2001).mapToDouble(k -> 3.0 * k).toArray();
        // 1e-5 A at 4.5 V, an e-fold each 50 mV; on the way back -1e-5 A at 2.5 V
        double[] i = IntStream.range(0, 2001).mapToDouble(k -> k <= 1000 ? 1e-5 * Math.exp((e[k] - 4.5) / 0.05)
                : -1e-5 * Math.exp((2.5 - e[k]) / 0.05)).toArray();
        Table table = new Table(DatasetHeader.of("window", "cv", Metadata.EMPTY), List.of(Column.of("time", "s", t),
                Column.of("voltage", "V", e), Column.of("current", "A", i)));
        Pair p = potentiostat(new StabilityWindow(), table, "area", 1.0);
        // the threshold moves by an e-fold times the gain of the current
        double moved = 0.05 * G;
        for (String which : new String[] {"oxidation", "reduction"}) {
            String name = "decomposition potential, " + which;
            assertEquals(Math.hypot(A, moved), p.added(name), 0.01 * A, name);
            assertEquals(A, p.added(name + " (tangent)"), 1e-3 * A);
            assertEquals(A, p.added(name + " (derivative)"), 1e-3 * A);
        }
        double width = p.value("stability window");
        assertEquals(Math.sqrt(2 * moved * moved + Math.pow(difference(width), 2)), p.added("stability window"), 1e-4);
    }

    @Test
    void transferenceNumbers() throws Exception {
        Table ca = new PolarisationTruth(0.01, 0.39, 120, 60, 75, 500, 900, 9000, 5, 2e-8, 0).table("ca", 1);
        Object[] stated = {"before", 60.0, "after", 75.0, "bulk", 120.0};
        Pair p = potentiostat(new BruceVincent(), ca, stated);
        p.adds("polarisation", 1000 * difference(0.01));
        p.adds("initial current", G * p.value("initial current"));
        p.adds("steady current", G * p.value("steady current"));
        double dv = 0.01;
        double i0 = p.value("initial current") / 1000;
        double is = p.value("steady current") / 1000;
        double tp = is * (dv - i0 * 60) / (i0 * (dv - is * 75));
        assertEquals(tp, p.value("transference number (Bruce-Vincent-Evans)"), 1e-9);
        // d ln t of a gain g of both: -i0 R0 / (dV - i0 R0) + is Rs / (dV - is Rs); the ratio itself cancels
        double gain = G * (is * 75 / (dv - is * 75) - i0 * 60 / (dv - i0 * 60));
        double voltage = difference(dv) * (1 / (dv - i0 * 60) - 1 / (dv - is * 75));
        double first = 0.1 * G * (1 + i0 * 60 / (dv - i0 * 60));
        double last = 0.1 * G * (1 + is * 75 / (dv - is * 75));
        assertEquals(tp * Math.sqrt(gain * gain + voltage * voltage + first * first + last * last),
                p.added("transference number (Bruce-Vincent-Evans)"), 1e-5);
        double w = 120 / (dv / is - 75);
        double wBoth = w * dv / is / (dv / is - 75);
        assertEquals(wBoth * Math.sqrt(G * G * 1.01 + Math.pow(difference(dv) / dv, 2)),
                p.added("transference number (Watanabe)"), 1e-5);
    }

    @Test
    void polarisationAndResistanceOfATitration() throws Exception {
        Pair p = potentiostat(new GittDiffusion(), TitrationTruth.spheres(2000).record(1));
        p.adds("diffusion time, pulse 2", 0);
        p.adds("polarisation, pulse 2", difference(p.value("polarisation, pulse 2")));
        double r = p.value("resistance, pulse 2");
        Table points = (Table) p.stated.extra().get(0);
        double current = points.column("current").orElseThrow().get(1);
        p.adds("resistance, pulse 2", Math.hypot(G * r, difference(r * current) / current));
    }

    @Test
    void whatWasTakenIsSaidWhereNothingIsStated() throws Exception {
        Dataset cv = voltammogram(1e-3);
        Outcome o = Runs.run(new CvPeaks(), (Table) cv);
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("no-accuracy")));
        Measurement e = Runs.of(o, "oxidation 1 potential, cycle 1");
        assertTrue(e.uncertainty() >= 1.5e-3, e.pretty());
        Outcome stated = Runs.run(new CvPeaks(), (Table) cv, "instrument.voltage", 1.0, "instrument.current", 0.2);
        assertTrue(stated.remarks().stream().noneMatch(r -> r.code().equals("no-accuracy")));
        Outcome c = Runs.run(new CyclingSummary(), cycles());
        assertTrue(c.remarks().stream().anyMatch(r -> r.code().equals("no-voltage-accuracy")));
        assertTrue(Runs.of(c, "mean charge voltage of cycle 2").uncertainty() >= 1.5e-3);
    }
}
