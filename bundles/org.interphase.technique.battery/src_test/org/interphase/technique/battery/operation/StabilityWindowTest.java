package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.parameters.Parameters;
import org.interphase.electro.reader.EcLabBinaryReader;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.battery.DecompositionTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StabilityWindowTest {

    private static final DecompositionTruth CLEAN = new DecompositionTruth(2.5, 5.2, 1e-3, 0.001, 4.62, 1e-5, 0.05, 0,
            0, 0, 1e-8);

    private static StabilityWindow.Parameters area(double cm2) {
        return Parameters.with(Parameters.defaults(StabilityWindow.Parameters.class), "area", cm2);
    }

    private static Outcome run(Table t, StabilityWindow.Parameters p) throws AnalysisException {
        return new StabilityWindow().apply(t, p, Progress.none());
    }

    private static Measurement get(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + o.measurements()));
    }

    @Test
    void thePotentialOfDecompositionIsThatOfTheTruth() throws Exception {
        Outcome o = run(CLEAN.table("lsv", 1), area(1));
        Measurement m = get(o, "decomposition potential, oxidation (threshold 0.01 mA/cm2)");
        assertEquals(4.62, m.value(), 0.001);
        assertTrue(m.uncertainty() < 0.002 && m.verdict().isSound());
        Measurement all = get(o, "decomposition potential, oxidation");
        assertEquals(4.62, all.value(), 0.001);
        assertTrue(all.uncertainty() > 0.01 && all.uncertainty() < 0.1, "the methods differ: " + all);
        // an exponential: the tangent at ten thresholds crosses zero one e-fold before, at onset + (ln 10 - 1) fold
        assertEquals(4.62 + (Math.log(10) - 1) * 0.05, get(o, "decomposition potential, oxidation (tangent)").value(),
                0.01);
        // at five and twenty thresholds it would cross ln 2 e-folds to either side
        double spread = Math.log(2) * 0.05 / Math.sqrt(3);
        assertEquals(spread, get(o, "decomposition potential, oxidation (tangent)").uncertainty(), 0.15 * spread);
        assertEquals(spread, get(o, "decomposition potential, oxidation (derivative)").uncertainty(), 0.25 * spread);
        // the derivative is a tenth of that at ten thresholds at the threshold itself
        assertEquals(4.62, get(o, "decomposition potential, oxidation (derivative)").value(), 0.01);
    }

    @Test
    void theThresholdIsACurrentDensity() throws Exception {
        Table t = CLEAN.table("lsv", 1);
        double shift = get(run(t, area(2)), "decomposition potential, oxidation").value() - 4.62;
        assertEquals(0.05 * Math.log(2), shift, 0.001);
        StabilityWindow.Parameters current = Parameters.with(Parameters.defaults(StabilityWindow.Parameters.class),
                "current", 0.02);
        assertEquals(4.62 + 0.05 * Math.log(2), get(run(t, current), "decomposition potential, oxidation").value(),
                0.001);
        double[] j = Arrays.stream(t.column("current").orElseThrow().values()).map(v -> 1e6 * v).toArray();
        Table density = new Table(t.header(), List.of(t.columns().get(0), t.columns().get(1),
                Column.of("j", "uA/cm2", j)));
        assertEquals(4.62, get(run(density, Parameters.defaults(StabilityWindow.Parameters.class)),
                "decomposition potential, oxidation").value(), 0.001);
    }

    @Test
    void anUncertainAreaMovesThePotential() throws Exception {
        StabilityWindow.Parameters p = Parameters.with(area(1), "areaUncertainty", 0.2);
        Measurement m = get(run(CLEAN.table("lsv", 1), p),
                "decomposition potential, oxidation (threshold 0.01 mA/cm2)");
        assertEquals(0.05 * 0.2, m.uncertainty(), 0.001);
    }

    @Test
    void withoutAnAreaItIsAskedFor() {
        AnalysisException e = assertThrows(AnalysisException.class, () -> run(CLEAN.table("lsv", 1),
                Parameters.defaults(StabilityWindow.Parameters.class)));
        assertTrue(e.getMessage().contains("--area"), e.getMessage());
    }

    @Test
    void aThresholdThatIsNotReachedGivesNoPotential() throws Exception {
        Measurement m = get(run(new DecompositionTruth(2.5, 4.5, 1e-3, 0.001, 4.62, 1e-5, 0.05, 0, 0, 0, 1e-8)
                .table("lsv", 1), area(1)), "decomposition potential, oxidation");
        assertTrue(m.verdict().isWithheld());
        assertTrue(m.verdict().reason().contains("4.500 V"), m.verdict().reason());
    }

    @Test
    void aCurrentThatFallsBelowTheThresholdAgainIsDoubted() throws Exception {
        DecompositionTruth t = new DecompositionTruth(2.5, 5.2, 1e-3, 0.001, 4.62, 1e-5, 0.05, 0, 0, 3e-5, 1e-8);
        Measurement m = get(run(t.table("lsv", 1), area(1)), "decomposition potential, oxidation");
        assertTrue(m.value() < 4.2, "the impurity comes first");
        assertFalse(m.verdict().isSound());
        for (String method : List.of("tangent", "derivative")) {
            assertFalse(get(run(t.table("lsv", 1), area(1)), "decomposition potential, oxidation (" + method + ")")
                    .verdict().isSound(), method);
        }
    }

    @Test
    void aRiseThatEndsBeforeTenThresholdsLeavesTangentAndDerivativeOpen() throws Exception {
        Outcome o = run(new DecompositionTruth(2.5, 4.7, 1e-3, 0.001, 4.62, 1e-5, 0.05, 0, 0, 0, 1e-8)
                .table("lsv", 1), area(1));
        assertTrue(get(o, "decomposition potential, oxidation (threshold 0.01 mA/cm2)").verdict().isSound());
        assertTrue(get(o, "decomposition potential, oxidation (tangent)").verdict().reason().contains("10 thresholds"));
        assertFalse(get(o, "decomposition potential, oxidation (derivative)").verdict().isSound());
    }

    /** A record that rises and falls: oxidation on the way up, reduction on the way down, at these potentials. */
    private static Table window(double oxidation, double reduction) {
        int n = 3000;
        double[] t = new double[2 * n];
        double[] e = new double[2 * n];
        double[] i = new double[2 * n];
        Random r = new Random(1);
        for (int k = 0; k < 2 * n; k++) {
            boolean up = k < n;
            e[k] = 0.001 * (up ? k : 2 * n - 1 - k);
            t[k] = k;
            i[k] = (up ? 1e-5 * Math.exp((e[k] - oxidation) / 0.03) : -1e-5 * Math.exp((reduction - e[k]) / 0.03))
                    + 1e-8 * r.nextGaussian();
        }
        return new Table(CLEAN.table("cv", 1).header(), List.of(Column.of("time", "s", t), Column.of("voltage", "V", e),
                Column.of("current", "A", i)));
    }

    @Test
    void theWindowLiesBetweenReductionAndOxidation() throws Exception {
        Measurement wide = get(run(window(2.8, 0.3), area(1)), "stability window");
        assertEquals(2.5, wide.value(), 0.002);
        assertTrue(wide.verdict().isSound(), wide.verdict().reason());
        Outcome crossed = run(window(1.2, 1.8), area(1));
        Measurement none = get(crossed, "stability window");
        assertTrue(none.verdict().isWithheld(), none.toString());
        assertTrue(none.verdict().reason().contains("lies below"), none.verdict().reason());
        assertEquals(1.2, get(crossed, "decomposition potential, oxidation").value(), 0.002);
        assertFalse(get(run(window(1.51, 1.5), area(1)), "stability window").verdict().isSound());
    }

    @Test
    void aFallingSweepHasItsReduction() throws Exception {
        Table t = CLEAN.table("lsv", 1);
        double[] e = Arrays.stream(t.column("voltage").orElseThrow().values()).map(v -> 3 - v).toArray();
        double[] i = Arrays.stream(t.column("current").orElseThrow().values()).map(v -> -v).toArray();
        Measurement m = get(run(t.with(Column.of("voltage", "V", e)).with(Column.of("current", "A", i)), area(1)),
                "decomposition potential, reduction");
        assertEquals(3 - 4.62, m.value(), 0.001);
    }

    @Test
    void theRecordedCathodicSweepPassesItsThresholdWhereItsCurrentDoes() throws Exception {
        Table t = (Table) new EcLabBinaryReader().read(Source.of(
                SharedData.require("voltammetry/01_LSV_C06.mpr")), Progress.none()).get(0);
        StabilityWindow.Parameters p = Parameters.with(Parameters.defaults(StabilityWindow.Parameters.class),
                "current", 1.0);
        Measurement m = get(run(t, p), "decomposition potential, reduction (threshold 1 mA)");
        double[] e = t.column("Ewe").orElseThrow().values();
        double[] i = t.column("<I>").orElseThrow().values();
        int k = 0;
        while (i[k] > -1) {
            k++;
        }
        assertEquals(e[k], m.value(), 0.01);
    }

    @Test
    void theRecordedIonicLiquidPassesTenMicroampereWhereItIsKnownTo() throws Exception {
        List<String> lines = Files.readAllLines(SharedData.require(
                "voltammetry/Fig_1_a_black.csv"));
        double[][] c = new double[3][lines.size() - 1];
        for (int k = 1; k < lines.size(); k++) {
            String[] f = lines.get(k).split(",");
            c[0][k - 1] = Double.parseDouble(f[1]);
            c[1][k - 1] = Double.parseDouble(f[2]);
            c[2][k - 1] = Double.parseDouble(f[4]);
        }
        Table t = new Table(CLEAN.table("cv", 1).header(), List.of(Column.of("time", "s", c[0]),
                Column.of("voltage", "V", c[1]), Column.of("j", "uA/cm2", c[2])));
        Outcome o = run(t, Parameters.defaults(StabilityWindow.Parameters.class));
        Measurement m = get(o, "decomposition potential, reduction (threshold 0.01 mA/cm2)");
        assertEquals(-0.8291, m.value(), 0.006);
        Outcome high = run(t, Parameters.with(Parameters.defaults(StabilityWindow.Parameters.class), "threshold",
                0.05));
        assertTrue(get(high, "decomposition potential, reduction").verdict().isWithheld(), "-50 uA/cm2 is not reached");
    }

    private static void tally(VerdictTally tally, int size) throws Exception {
        for (int k = 0; k < size; k++) {
            Random r = new Random(k);
            double onset = 4.4 + 0.4 * r.nextDouble();
            double fold = 0.02 + 0.06 * r.nextDouble();
            double noise = Math.pow(10, -8.5 + 2 * r.nextDouble());
            double step = 0.0005 + 0.002 * r.nextDouble();
            String threshold = "decomposition potential, oxidation (threshold 0.01 mA/cm2)";
            DecompositionTruth[] truths = {
                new DecompositionTruth(2.5, onset + 5 * fold, 1e-3, step, onset, 1e-5, fold, 0, 0, 0, noise),
                new DecompositionTruth(2.5, onset + 5 * fold, 1e-3, step, onset, 1e-5, fold, 2e-6, 0, 0, noise),
                new DecompositionTruth(2.5, onset + 5 * fold, 1e-3, step, onset, 1e-5, fold, 0, 2e-6, 0, noise),
                new DecompositionTruth(2.5, onset + 5 * fold, 1e-3, step, onset, 1e-5, fold, 0, 0, 5e-6, noise)};
            String[] names = {"obeys the model", "charging current", "leaking", "impurity"};
            for (int f = 0; f < truths.length; f++) {
                Outcome o = run(truths[f].table("lsv", k), area(1));
                tally.number(names[f], get(o, threshold), truths[f].crossing());
                tally.number(names[f], get(o, "decomposition potential, oxidation"), onset);
                if (f == 0) {
                    // of an exponential, ten thresholds high
                    tally.number("tangent", get(o, "decomposition potential, oxidation (tangent)"), onset
                            + (Math.log(10) - 1) * fold);
                    tally.number("derivative", get(o, "decomposition potential, oxidation (derivative)"), onset);
                }
            }
        }
        System.out.println(tally.table());
    }

    @Test
    void whatIsCalledSoundIs() throws Exception {
        VerdictTally tally = new VerdictTally("decomposition potentials");
        tally(tally, 25);
        assertTrue(tally.all().withinTwo() >= 0.93, tally.table());
        assertTrue(tally.all().beyondThree() <= 0.02, tally.table());
        assertTrue(tally.family("obeys the model").doubted() <= VerdictTally.DOUBTED, tally.table());
    }

    @Test
    @Tag("study")
    void whatIsCalledSoundIsInALargeStudy() throws Exception {
        VerdictTally tally = new VerdictTally("decomposition potentials");
        tally(tally, 500);
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
    }
}
