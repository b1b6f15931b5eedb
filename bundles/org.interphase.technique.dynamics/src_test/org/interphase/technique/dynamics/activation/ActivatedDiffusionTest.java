package org.interphase.technique.dynamics.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.interphase.api.AnalysisException;
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
import org.interphase.model.Verdict;
import org.interphase.technique.dynamics.TrajectoryFiles;
import org.interphase.technique.dynamics.operation.DiffusionArrhenius;
import org.interphase.technique.dynamics.reader.XyzTrajectoryReader;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

class ActivatedDiffusionTest {

    private static final double[] KELVIN = {600, 700, 800, 900, 1000};
    private static final double BOLTZMANN = 8.617333262e-5;

    private static double[] exact(double energy, double d0) {
        return java.util.Arrays.stream(KELVIN).map(t -> d0 * Math.exp(-energy / (BOLTZMANN * t))).toArray();
    }

    private static double[] parts(double[] of, double share) {
        return java.util.Arrays.stream(of).map(v -> share * v).toArray();
    }

    @Test
    void energyAndPrefactorAreThoseOfTheLine() {
        double[] d = exact(0.31, 2e-3);
        ActivatedDiffusion a = ActivatedDiffusion.of(KELVIN, d, parts(d, 0.05), 0);
        assertEquals(0.31, a.energy(), 1e-8);
        assertEquals(Math.log(2e-3), a.logPrefactor(), 1e-8);
        assertEquals(d[2], a.at(800), 1e-12);
        assertTrue(a.verdict().isSound());
    }

    /** Two points by hand: u(E) = k sqrt(2) 0.05 / (1/600 - 1/1000). */
    @Test
    void uncertaintyOfTwoPointsIsThatByHand() {
        double[] t = {600, 1000};
        double[] d = {1e-6, 1e-5};
        ActivatedDiffusion a = ActivatedDiffusion.of(t, d, parts(d, 0.05), 0);
        assertEquals(BOLTZMANN * Math.sqrt(2) * 0.05 / (1 / 600.0 - 1 / 1000.0), a.energyUncertainty(), 1e-9);
        assertEquals(Verdict.Quality.DOUBTFUL, a.verdict().quality());
    }

    @Test
    void temperaturesShiftAndScatter() {
        double[] d = exact(0.31, 2e-3);
        ActivatedDiffusion sharp = ActivatedDiffusion.of(KELVIN, d, parts(d, 0.05), 0);
        ActivatedDiffusion off = ActivatedDiffusion.of(KELVIN, d, parts(d, 0.05), 10);
        assertTrue(off.energyUncertainty() > sharp.energyUncertainty());
        assertEquals(0.31, off.energy(), 2e-3);
    }

    /** Two points by hand: scatter E / (k T^2) times 10 K beside 0.05, and the energy if both were 10 K higher. */
    @Test
    void whatAllTemperaturesShareMovesTheEnergy() {
        double[] t = {600, 1000};
        double[] d = {1e-6, 1e-5};
        double slope = Math.log(0.1) / (1 / 600.0 - 1 / 1000.0);
        double moved = Math.log(0.1) / (1 / 610.0 - 1 / 1010.0);
        double a = Math.hypot(0.05, slope / 600 / 600 * 10);
        double b = Math.hypot(0.05, slope / 1000 / 1000 * 10);
        double scatter = Math.hypot(a, b) / (1 / 600.0 - 1 / 1000.0);
        ActivatedDiffusion line = ActivatedDiffusion.of(t, d, parts(d, 0.05), 10);
        assertEquals(BOLTZMANN * Math.hypot(scatter, moved - slope), line.energyUncertainty(), 1e-9);
    }

    @Test
    void pullsHaveUnitWidth() {
        Random random = new Random(4);
        double energy = 0;
        double prefactor = 0;
        int runs = 500;
        for (int k = 0; k < runs; k++) {
            double[] d = exact(0.31, 2e-3);
            double[] u = new double[d.length];
            for (int i = 0; i < d.length; i++) {
                double share = 0.04 + 0.02 * i;
                d[i] *= Math.exp(share * random.nextGaussian());
                u[i] = share * d[i];
            }
            ActivatedDiffusion a = ActivatedDiffusion.of(KELVIN, d, u, 0);
            energy += Math.pow((a.energy() - 0.31) / a.energyUncertainty(), 2) / runs;
            prefactor += Math.pow((a.logPrefactor() - Math.log(2e-3)) / a.logPrefactorUncertainty(), 2) / runs;
        }
        // the Birge ratio widens half of them
        assertEquals(0.9, Math.sqrt(energy), 0.1);
        assertEquals(0.9, Math.sqrt(prefactor), 0.1);
    }

    @Test
    void twoMechanismsAreDoubted() {
        double[] d = exact(0.6, 1);
        double[] other = exact(0.1, 1e-4);
        for (int k = 0; k < d.length; k++) {
            d[k] += other[k];
        }
        assertTrue(!ActivatedDiffusion.of(KELVIN, d, parts(d, 0.02), 0).verdict().isSound());
    }

    private static Outcome run(List<? extends Dataset> members, Map<String, Object> tree) throws Exception {
        return new DiffusionArrhenius().apply(Series.named(DatasetHeader.of("series", "series", Metadata.EMPTY),
                members),
                Parameters.decode(DiffusionArrhenius.Parameters.class, tree), Progress.none());
    }

    private static Measurement number(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** Jumps over 0.25 eV at an attempt frequency of 10 per ps, four temperatures. */
    @Test
    void trajectoriesAtSeveralTemperaturesGiveTheEnergyOfTheirJumps() throws Exception {
        double squares = 0;
        int runs = 6;
        for (int k = 0; k < runs; k++) {
            List<Dataset> members = new ArrayList<>();
            for (double t : new double[] {600, 700, 850, 1000}) {
                WalkTruth w = WalkTruth.jumps(25, 500, 1, 10 * Math.exp(-0.25 / (BOLTZMANN * t)), 2.5, 0,
                        10 * k + (long) t);
                Table table = (Table) new XyzTrajectoryReader().read(TrajectoryFiles.xyz(w, "x"),
                        Progress.none()).get(0);
                members.add(table.withHeader(table.header().withName("run " + t).withMetadata(table.metadata()
                        .with("temperature", t, "K"))));
            }
            Outcome o = run(members, Map.of("diffusion", Map.of("species", "Li", "frameInterval", 1000)));
            Measurement e = number(o, "activation energy");
            squares += Math.pow((e.value() - 0.25) / e.uncertainty(), 2) / runs;
            assertTrue(e.verdict().isSound(), e.verdict().reason());
            assertTrue(number(o, "tracer diffusion coefficient at 700 K").verdict().isSound());
        }
        assertTrue(Math.sqrt(squares) > 0.4 && Math.sqrt(squares) < 1.6, "pulls of width " + Math.sqrt(squares));
    }

    @Test
    void aTableInOtherUnitsIsRead() throws Exception {
        double[] d = exact(0.31, 2e-3);
        Table t = new Table(DatasetHeader.of("d", DiffusivityTable.KIND, Metadata.EMPTY), List.of(
                Column.of("T", "degC", java.util.Arrays.stream(KELVIN).map(k -> k - 273.15).toArray()),
                Column.of("D", "m2/s", parts(d, 1e-4)), Column.of("u(D)", "m2/s", parts(d, 5e-6))));
        Outcome o = run(List.of(t), Map.of());
        assertEquals(0.31, number(o, "activation energy").value(), 1e-8);
        assertEquals(2e-3, number(o, "prefactor").value(), 1e-9);
        assertTrue(number(o, "diffusion coefficient of the line at 25 degC").verdict().reason().contains("outside"));
    }

    @Test
    void anUncertaintyBelongsToTheColumnItStandsBeside() throws Exception {
        DatasetHeader header = DatasetHeader.of("d", DiffusivityTable.KIND, Metadata.EMPTY);
        double[] d = exact(0.31, 2e-3);
        Column t = Column.of("T", "K", KELVIN);
        Column first = Column.of("D Li", "cm2/s", d);
        Column u = Column.of("u(D)", "cm2/s", parts(d, 0.05));
        assertEquals(0.05 * d[1], DiffusivityTable.of(new Table(header, List.of(t, first, u))).uncertainties()[1],
                1e-15);
        Table two = new Table(header, List.of(t, first, Column.of("D Na", "cm2/s", d), u));
        assertTrue(assertThrows(AnalysisException.class, () -> DiffusivityTable.of(two)).getMessage()
                .contains("D Li, D Na"));
        Table apart = new Table(header, List.of(first, t, u));
        assertTrue(assertThrows(AnalysisException.class, () -> DiffusivityTable.of(apart)).getMessage()
                .contains("beside"));
    }

    @Test
    void doubtfulCoefficientsTakeNoPartWhereThreeSoundOnesAreThere() throws Exception {
        double[] d = exact(0.31, 2e-3);
        double[] u = parts(d, 0.05);
        d[4] = 10 * d[4];
        u[4] = Double.NaN;
        Table t = new Table(DatasetHeader.of("d", DiffusivityTable.KIND, Metadata.EMPTY), List.of(
                Column.of("T", "K", KELVIN), Column.of("D", "cm2/s", d), Column.of("u(D)", "cm2/s", u)));
        Outcome o = run(List.of(t), Map.of());
        assertEquals(0.31, number(o, "activation energy").value(), 1e-8);
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("goes without d, row 5")));
    }
}
