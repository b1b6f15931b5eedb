package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.testkit.battery.TitrationTruth;
import org.junit.jupiter.api.Test;

class GittDiffusionTest {

    private static final GittDiffusion OPERATION = new GittDiffusion();

    private static Outcome run(Table record, Object... with) throws Exception {
        GittDiffusion.Parameters p = Parameters.defaults(GittDiffusion.Parameters.class);
        for (int i = 0; i < with.length; i += 2) {
            p = Parameters.with(p, (String) with[i], with[i + 1]);
        }
        return OPERATION.apply(record, p, Progress.none());
    }

    private static Measurement named(Outcome out, String name) {
        return out.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theDiffusionTimeOfSpheresIsRecoveredFarOutsideTheFormulasRange() throws Exception {
        Outcome out = run(TitrationTruth.spheres(2000).record(3));
        for (int k = 1; k <= 4; k++) {
            Measurement m = named(out, "diffusion time, pulse " + k);
            assertTrue(m.verdict().isSound(), m.pretty());
            assertEquals(2000, m.value(), 0.03 * 2000, m.pretty());
            assertEquals(2000, m.value(), 3.5 * m.uncertainty(), m.pretty());
        }
        assertTrue(out.remarks().stream().anyMatch(r -> r.code().equals("formula-biased")));
        assertTrue(out.remarks().stream().anyMatch(r -> r.code().equals("no-length")));
    }

    @Test
    void theCoefficientIsTheSquareOfTheLengthOverTheTime() throws Exception {
        Table record = TitrationTruth.slabs(3000).record(4);
        double time = named(run(record, "shape", "slab"), "diffusion time, pulse 2").value();
        Measurement d = named(run(record, "shape", "slab", "length", 3.0, "lengthUncertainty", 0.3), "D, pulse 2");
        // (3e-4 cm)^2 / t; 10 % of the length are 20 % of D
        assertEquals(9e-8 / time, d.value(), 1e-18);
        assertEquals(0.2, d.uncertainty() / d.value(), 0.005);
        assertTrue(d.verdict().isSound(), d.verdict().reason());
        Measurement bare = named(run(record, "shape", "slab", "length", 3.0), "D, pulse 2");
        assertTrue(!bare.verdict().isSound() && bare.verdict().reason().contains("radius or thickness"));
    }

    @Test
    void dischargingPulsesGiveTheSame() throws Exception {
        Outcome out = run(TitrationTruth.spheres(5000).along(-1e-3, 0.012, -0.001).record(5));
        Measurement m = named(out, "diffusion time, pulse 3");
        assertEquals(5000, m.value(), 3.5 * m.uncertainty(), m.pretty());
        assertTrue(named(out, "polarisation, pulse 3").value() < 0);
        assertEquals(5, named(out, "resistance, pulse 3").value(), 1.0);
    }

    @Test
    void polarisationIsThatOfTheModel() throws Exception {
        TitrationTruth truth = TitrationTruth.slabs(2000).noisy(1e-9);
        Outcome out = run(truth.record(1));
        // slab of theta = 0.3 after the pulse: x = (1/0.3)(0.3 + 1/3 - 2/pi^2 (exp(-0.3 pi^2) + ...)) = 2.0756;
        // over the rested 1: 0.01 V (2.0756 - 1) + 5 mV, rest not quite relaxed
        assertEquals(0.015756, named(out, "polarisation, pulse 1").value(), 1e-4);
    }

    @Test
    void aMixtureOfParticlesIsNotOneCoefficient() throws Exception {
        Outcome out = run(TitrationTruth.spheres(1000).broken(new double[] {0, 1}, 0, new double[] {0.4, 30}, 0)
                .record(8));
        for (int k = 1; k <= 4; k++) {
            assertTrue(!named(out, "diffusion time, pulse " + k).verdict().isSound());
        }
    }

    @Test
    void theFormulaMissesByWhatItIsSaidTo() throws Exception {
        Outcome out = run(TitrationTruth.spheres(20000).noisy(1e-7).record(6));
        Table points = (Table) out.extra().get(0);
        Measurement formula = named(out, "diffusion time (Weppner-Huggins), pulse 1");
        assertTrue(!formula.verdict().isSound() && formula.verdict().reason().contains("not short"), formula.pretty());
        double bias = points.column("bias of the formula").orElseThrow().get(0);
        assertEquals(20000 / formula.value(), bias, 0.05 * bias);
        assertTrue(bias < 0.8);
    }

    @Test
    void aShortPulseInASlabIsWhatTheFormulaIsFor() throws Exception {
        Outcome out = run(TitrationTruth.slabs(20000).timed(600, 30000, 5).record(7), "shape", "slab");
        Measurement formula = named(out, "diffusion time (Weppner-Huggins), pulse 1");
        assertTrue(formula.verdict().isSound(), formula.pretty() + formula.verdict().reason());
        assertEquals(20000, formula.value(), 3.5 * formula.uncertainty() + 100, formula.pretty());
    }

    @Test
    void interruptionsGiveTheSameCoefficient() throws Exception {
        // the drift is steady after half of L^2/D; D = (1e-3 cm)^2 / 20000 s, for spheres too
        for (String shape : new String[] {"slab", "sphere"}) {
            TitrationTruth truth = shape.equals("slab") ? TitrationTruth.slabs(20000) : TitrationTruth.spheres(20000);
            Table record = truth.timed(300, 10, 0.5).pulsed(40).along(-1e-3, 0.004, 0).noisy(2e-6).record(2);
            GittInterruption.Parameters p = Parameters.with(Parameters.with(Parameters.with(Parameters.defaults(
                    GittInterruption.Parameters.class), "shape", shape), "length", 10.0), "lengthUncertainty", 0.0);
            Outcome out = new GittInterruption().apply(record, p, Progress.none());
            int sound = 0;
            for (int k = 2; k < 40; k++) {
                Measurement d = named(out, "D, interruption " + k);
                if (d.verdict().isSound()) {
                    sound++;
                    assertEquals(5e-11, d.value(), 3 * d.uncertainty() + 0.03 * 5e-11, shape + k + d.pretty());
                }
            }
            assertTrue(sound > 15, shape + sound);
            // right after the start root and drift tell the same
            assertFalse(named(out, "D, interruption 2").verdict().isSound() && shape.equals("slab"));
            Measurement late = named(out, "D, interruption 38");
            assertTrue(late.verdict().isSound(), late.pretty() + late.verdict().reason());
            assertEquals(5e-11, late.value(), 0.03 * 5e-11, shape + late.pretty());
        }
    }

    @Test
    void whatFlowedBeforeWithoutBeingAPulseIsInTheModel() throws Exception {
        double[] taper = new double[20];
        for (int k = 0; k < taper.length; k++) {
            taper[k] = 8 * Math.exp(-k / 6.0);
        }
        // two steps without a rest between them, the second the other way; and a current that tapers off
        for (double[] prelude : new double[][] {{5, 5, 5, 5, 5, 5, -2, -2, -2}, taper}) {
            TitrationTruth truth = TitrationTruth.spheres(30000).timed(600, 600, 5).pulsed(3).after(prelude);
            Outcome out = run(truth.record(9));
            assertEquals(3, out.measurements().stream().filter(m -> m.name().startsWith("diffusion time, pulse"))
                    .count());
            for (int k = 1; k <= 3; k++) {
                Measurement m = named(out, "diffusion time, pulse " + k);
                assertTrue(m.verdict().isSound(), m.pretty() + m.verdict().reason());
                assertEquals(30000, m.value(), 3 * m.uncertainty() + 150, m.pretty());
            }
        }
    }

    @Test
    void chargeIsCountedFromTheFirstPulse() throws Exception {
        Outcome out = run(TitrationTruth.spheres(2000).after(3, 3, -1).record(9));
        double[] charge = ((Table) out.extra().get(0)).column("charge").orElseThrow().values();
        // pulses of 600 s at 1 mA, at their middle
        for (int k = 0; k < charge.length; k++) {
            assertEquals((k + 0.5) * 0.6 / 3600, charge[k], 2e-6);
        }
    }

    @Test
    void aRecordWithoutPulsesIsRefused() {
        Table t = TitrationTruth.spheres(2000).timed(600, 3000, 5).record(1);
        Table rest = new Table(t.header(), t.columns().stream().map(c -> Column.of(c.name(),
                c.unit(), c.name().equals("current") ? new double[c.size()] : c.values())).toList());
        assertThrows(AnalysisException.class, () -> run(rest));
    }

    @Test
    void aSearchForInterruptionsCanBeCancelled() throws Exception {
        Table record = TitrationTruth.slabs(20000).timed(300, 10, 0.5).pulsed(5).along(-1e-3, 0.004, 0).record(2);
        GittInterruption.Parameters p = Parameters.defaults(GittInterruption.Parameters.class);
        assertThrows(java.util.concurrent.CancellationException.class, () -> new GittInterruption().apply(record, p,
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        // nobody looks
                    }

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                }));
    }

    @Test
    void aRestOfFewPointsTellsNotWhetherTheRootHolds() throws Exception {
        Table record = TitrationTruth.slabs(20000).timed(300, 10, 0.5).pulsed(40).along(-1e-3, 0.004, 0).record(2);
        GittInterruption.Parameters p = Parameters.defaults(GittInterruption.Parameters.class);
        String name = "diffusion time, interruption 38";
        for (double from : new double[] {8, 6, 0}) {
            String why = named(new GittInterruption().apply(record, Parameters.with(Parameters.with(p, "shape", "slab"),
                    "from", from), Progress.none()), name).verdict().reason();
            // of the rows from 8 to 9 s there are three, from 6 to 8 s five
            assertEquals(from == 8, why.contains("too few points"), from + why);
        }
    }
}
