package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.technique.mechanics.tensile.StressStrain;
import org.interphase.technique.mechanics.tensile.TensileTable;
import org.junit.jupiter.api.Test;

/** Curves that have no straight part, too few points on it, or go back in between. */
class TensileStrangeTest {

    private static final Map<String, Object> EXACT = Map.of("forceAccuracy", 0.0, "extensionAccuracy", 0.0,
            "sectionAccuracy", 0.0, "gaugeAccuracy", 0.0);

    private final List<Double> strain = new ArrayList<>();
    private final List<Double> stress = new ArrayList<>();

    private void pull(double from, double to, int points, DoubleUnaryOperator law) {
        for (int i = 0; i < points; i++) {
            double e = from + (to - from) * i / (points - 1);
            strain.add(e);
            stress.add(law.applyAsDouble(e));
        }
    }

    /** The numbers of the curve, noise added, broken at its end. */
    private List<Measurement> measured(double noise, long seed) throws Exception {
        Random random = new Random(seed);
        double most = stress.stream().mapToDouble(d -> d).max().orElseThrow();
        double end = strain.get(strain.size() - 1);
        for (int i = 1; i <= 3; i++) {
            strain.add(end + i * 2e-5);
            stress.add(0.01 * most);
        }
        double[] e = strain.stream().mapToDouble(x -> x + 1e-6 * random.nextGaussian()).toArray();
        double[] s = stress.stream().mapToDouble(x -> x + noise * most * random.nextGaussian()).toArray();
        return RunOn.outcome("mechanics.tensile", new Table(DatasetHeader.of("synthetic", TensileTable.KIND,
                Metadata.EMPTY), List.of(Column.of(TensileTable.STRAIN, "1", e), Column.of(TensileTable.STRESS, "MPa",
                        s))), EXACT).measurements();
    }

    private static Measurement of(List<Measurement> all, String symbol) {
        return all.stream().filter(m -> m.symbol().equals(symbol)).findFirst().orElseThrow();
    }

    /** A jump of 0.3 % between two points of a rise, at whatever stress the straight part may end. */
    @Test
    void aJumpOfTheStrainIsSeenWhereverItIs() throws Exception {
        for (int at = 20; at < 60; at++) {
            strain.clear();
            stress.clear();
            int jump = at;
            pull(0, 0.006, 75, x -> 100_000 * x);
            for (int i = jump; i < strain.size(); i++) {
                strain.set(i, strain.get(i) + 0.003);
            }
            pull(0.00908, 0.1, 200, x -> 600 + 200 * (1 - Math.exp(-(x - 0.009) / 0.02)));
            List<Measurement> all = measured(1e-5, at);
            Measurement yield = of(all, "R_p0.2");
            // where the straight part lies behind the jump, strains are counted from its foot, and nothing is wrong
            assertTrue(!yield.verdict().isSound() || Math.abs(yield.value() - 620.9) < 1, "jump at point " + at + ": "
                    + yield);
        }
    }

    /** The first strain of a brittle specimen is off by its noise alone: the foot is that of the line. */
    @Test
    void noiseOfTheStrainIsNoSteeperBeginning() throws Exception {
        Random random = new Random(5);
        int doubted = 0;
        for (int k = 0; k < 40; k++) {
            strain.clear();
            stress.clear();
            pull(0, 0.002, 400, x -> 100_000 * x);
            strain.replaceAll(x -> x + 2e-5 * random.nextGaussian());
            List<Measurement> all = measured(1e-3, k);
            Measurement broken = of(all, "A_t");
            assertEquals(0.2, broken.value(), 4 * broken.uncertainty(), "seed " + k);
            doubted += of(all, "E").verdict().isSound() ? 0 : 1;
        }
        assertTrue(doubted <= 4, doubted + " of 40 doubted");
    }

    /** Neo-Hookean rubber bends from the beginning: E/3 (l - 1/l2). */
    @Test
    void whatBendsFromTheBeginningIsNoLongerThanItsRecordAndHasNoSoundModulus() throws Exception {
        int sound = 0;
        List<Measurement> wrong = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            strain.clear();
            stress.clear();
            double most = 1.2 + 0.2 * k;
            pull(0, most, 300 + 40 * k, x -> 6.0 / 3 * (1 + x - 1 / ((1 + x) * (1 + x))));
            List<Measurement> all = measured(3e-4, k);
            Measurement broken = of(all, "A_t");
            assertEquals(100 * most, broken.value(), 2 * broken.uncertainty() + 1e-3, "seed " + k);
            Measurement modulus = of(all, "E");
            if (modulus.verdict().isSound()) {
                sound++;
                if (Math.abs(modulus.value() - 0.006) > 2 * modulus.uncertainty()) {
                    wrong.add(modulus);
                }
            }
        }
        assertTrue(sound <= 6 && wrong.isEmpty(), sound + " sound, wrong of them " + wrong);
    }

    /** Four points on the elastic line; the part taken for straight lies in hardening, whose foot is at -10 %. */
    @Test
    void aFootFarBeforeTheRecordIsNotCountedFrom() throws Exception {
        pull(0, 0.12, 236, x -> x < 0.0021 ? 1200 * x
                : x < 0.02 ? 2.5 : 2.5 * (1 + 0.4 * (1 - Math.exp(-(x - 0.02) / 0.03))));
        List<Measurement> all = measured(2e-4, 3);
        Measurement broken = of(all, "A_t");
        assertEquals(12, broken.value(), Math.max(0.2, 2 * broken.uncertainty()));
        assertTrue(broken.uncertainty() < 1, broken.toString());
        // 0.0021 * 2.5 / 2 + 0.0179 * 2.5 + 2.5 * (1.4 * 0.1 - 0.4 * 0.03 * (1 - exp(-0.1 / 0.03)))
        assertEquals(0.3684, of(all, "U_T").value(), 0.003);
        assertFalse(of(all, "E").verdict().isSound());
    }

    /** A metal unloaded by 60 % in the middle of its test: the fall of the stress is no yield point. */
    @Test
    void unloadingIsNoUpperYieldPoint() throws Exception {
        DoubleUnaryOperator metal = x -> x < 0.003 ? 70_000 * x : 210 * (1 + 0.5 * (1 - Math.exp(-40 * (x - 0.003))));
        pull(0, 0.03, 400, metal);
        double top = metal.applyAsDouble(0.03);
        double back = 0.6 * top / 70_000;
        pull(0.03, 0.03 - back, 40, x -> top + 70_000 * (x - 0.03));
        pull(0.03 - back, 0.03, 40, x -> top + 70_000 * (x - 0.03));
        pull(0.03, 0.06, 400, metal);
        List<Measurement> all = measured(2e-4, 4);
        assertFalse(all.stream().anyMatch(m -> m.symbol().startsWith("R_e")), all.toString());
        assertEquals(70, of(all, "E").value(), 2 * of(all, "E").uncertainty());
        assertEquals(6, of(all, "A_t").value(), 2 * of(all, "A_t").uncertainty() + 0.01);
    }

    /** The corner where a metal yields, seen through noise, makes no upper yield point either. */
    @Test
    void aSharpCornerInNoiseIsNoUpperYieldPoint() throws Exception {
        for (int k = 0; k < 20; k++) {
            strain.clear();
            stress.clear();
            pull(0, 0.08, 1000, x -> x < 0.003 ? 3600 * x : 10.8 * (1 + 0.3 * (1 - Math.exp(-20 * (x - 0.003)))));
            List<Measurement> all = measured(2e-3, 100 + k);
            assertFalse(all.stream().anyMatch(m -> m.symbol().startsWith("R_e")), "seed " + k + ": " + all);
            Measurement greatest = of(all, "A_gt");
            assertEquals(8, greatest.value(), 2 * greatest.uncertainty() + 0.02, Arrays.toString(new long[] {k}));
        }
    }

    /** Tables whose way is an extensometer's, or whose strain is in microstrain, are tensile tests. */
    @Test
    void headingsOfExtensometersAndStrainGauges() throws Exception {
        for (String way : List.of("Extensometer [mm],0.02", "Strain (microstrain),1000",
                "Strain (\u00b5\u03b5),1000")) {
            String[] of = way.split(",");
            StringBuilder csv = new StringBuilder("Gauge length,20,mm\n" + of[0] + ",Stress (MPa)\n");
            for (int i = 0; i < 20; i++) {
                csv.append(i * Double.parseDouble(of[1])).append(',').append(i * 100).append('\n');
            }
            Source s = Source.of("bar.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
            assertTrue(new TensileReader().confidence(SourceHead.of(s)) > 0, way);
            Table t = (Table) new TensileReader().read(s, Progress.none()).get(0);
            StressStrain c = StressStrain.of(t, null, null);
            assertEquals(0.001, c.strain()[1] - c.strain()[0], 1e-12, way);
        }
    }
}
