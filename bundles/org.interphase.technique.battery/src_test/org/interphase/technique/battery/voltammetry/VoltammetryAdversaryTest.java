package org.interphase.technique.battery.voltammetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.reference.PhaseTransitions;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.DiffusionWave;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.VoltammogramTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers of voltammograms that break what the peak finder assumes, held against truth. */
class VoltammetryAdversaryTest {

    private static final double RATE = 1e-4;
    private static final double MILLIAMPERE_HOUR = 1 / 3.6;

    private final VerdictTally tally = new VerdictTally("voltammograms");

    private static List<Measurement> measured(Table table) throws Exception {
        PotentialSweeps s = PotentialSweeps.of(CellRecord.of(table).orElseThrow());
        PeakTracks tracks = PeakTracks.of(SweepPeaks.of(s, PeakSettings.automatic()), 0.5);
        SortedSet<Integer> cycles = IntStream.rangeClosed(1, s.cycles()).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return PairReport.of(tracks, PhaseTransitions.Material.NONE, InstrumentAccuracy.NONE).measurements(cycles);
    }

    private void bound(String family, VoltammogramTruth truth, int seed) throws Exception {
        List<Measurement> all = measured(truth.table("cv", seed));
        tally.absent(family, all.stream().anyMatch(m -> m.name().contains(" " + (truth.bound().size() + 1) + " ")
                && m.verdict().isSound()));
        for (Measurement m : all) {
            String[] words = m.name().split("[ ,]+");
            if (words[1].equals("of")) {
                int pair = Integer.parseInt(words[3]);
                if (pair <= truth.bound().size()) {
                    BoundWave w = truth.bound().get(pair - 1);
                    tally.number(family, m, words[0].equals("separation") ? w.up() - w.down() : (w.up() + w.down())
                            / 2);
                }
                continue;
            }
            int number = Integer.parseInt(words[1]);
            if (number > truth.bound().size() || m.name().contains("change")) {
                continue;
            }
            BoundWave w = truth.bound().get(number - 1);
            boolean up = m.name().startsWith("oxidation");
            double sign = up ? 1 : -1;
            switch (words[2]) {
                case "potential" -> tally.number(family, m, up ? w.up() : w.down());
                case "current" -> tally.number(family, m, words[3].equals("ratio") ? 1 : sign * 1000
                        * w.height(RATE));
                case "charge" -> tally.number(family, m, words[3].equals("ratio") ? 1 : sign * MILLIAMPERE_HOUR
                        * w.charge());
                case "separation" -> tally.number(family, m, w.up() - w.down());
                case "midpoint" -> tally.number(family, m, (w.up() + w.down()) / 2);
                default -> {
                    // trends over the cycles have tests of their own
                }
            }
        }
    }

    private void diffusion(String family, VoltammogramTruth truth, int seed) throws Exception {
        double[] pure = truth.dissolved().get(0).current(truth.program().time(), truth.program().potential());
        double[] e = truth.program().potential();
        int best = 0;
        for (int k = 0; k < pure.length; k++) {
            best = pure[k] > pure[best] ? k : best;
        }
        for (Measurement m : measured(truth.table("cv", seed))) {
            if (m.name().equals("oxidation 1 potential, cycle 1")) {
                tally.number(family, m, e[best]);
            } else if (m.name().equals("oxidation 1 current, cycle 1")) {
                tally.number(family, m, 1000 * pure[best]);
            }
        }
    }

    private void run(int size) throws Exception {
        for (int k = 0; k < size; k++) {
            Random r = new Random(100 + k);
            SweepProgram p = new SweepProgram(3.1 + 0.1 * r.nextDouble(), 4.4, 3.1, 3, RATE, 0.001 + 0.002
                    * r.nextDouble());
            double up = 3.72 + 0.1 * r.nextDouble();
            BoundWave one = new BoundWave(up, up - 0.05 - 0.1 * r.nextDouble(), 0.5, 0.08 + 0.06 * r.nextDouble());
            double h = one.height(RATE);
            BoundWave two = new BoundWave(up + one.width() * (1.1 + 0.5 * r.nextDouble()), one.down() + one.width()
                    * (1.1 + 0.5 * r.nextDouble()), 0.2 + 0.2 * r.nextDouble(), 0.09);
            BoundWave far = new BoundWave(up + 0.4, one.down() + 0.4, 0.2, 0.06);
            double noise = h * Math.pow(10, -4 + 1.7 * r.nextDouble());
            VoltammogramTruth plain = VoltammogramTruth.of(p, List.of(), List.of(one)).charging(0.1 * h / RATE, 10)
                    .noisy(noise);
            bound("obeys the model", plain, k);
            bound("two peaks apart", VoltammogramTruth.of(p, List.of(), List.of(one, far)).charging(0.1 * h / RATE, 10)
                    .noisy(noise), k);
            bound("sloping baseline", plain.leaking(0.3 * h, 3.5), k);
            bound("slow charging", plain.charging(0.2 * h / RATE, 0.05 * 5 / h * r.nextDouble()), k);
            bound("oxidation at the top", plain.oxidising(h * 2 * r.nextDouble()), k);
            bound("step of the range", plain.stepping(0.05 * h), k);
            bound("overlapping", VoltammogramTruth.of(p, List.of(), List.of(one, two)).charging(0.1 * h / RATE, 10)
                    .noisy(noise), k);
            bound("drifting reference", plain.drifting(0.001 * (1 + 3 * r.nextDouble()) / 26000), k);
            SweepProgram q = new SweepProgram(-0.2, 0.65, -0.2, 1, 0.02 + 0.2 * r.nextDouble(), 0.002);
            DiffusionWave w = new DiffusionWave(0.25, 1, 0.07, 7e-6, 4e-6, r.nextBoolean() ? 10 : 0.003, 0.5, 298.15);
            VoltammogramTruth wave = VoltammogramTruth.of(q, List.of(w), List.of()).noisy(Math.pow(10, -9 + 1.5
                    * r.nextDouble()));
            diffusion("diffusion", wave, k);
            diffusion("diffusion, charging and slope", wave.charging(2e-5, 2).leaking(3e-6, 0), k);
        }
        System.out.println(tally.table());
    }

    private void holds(double within, double beyond) {
        String table = tally.table();
        assertTrue(tally.all().withinTwo() >= within, table);
        assertTrue(tally.all().beyondThree() <= beyond, table);
        assertTrue(tally.family("obeys the model").doubted() <= VerdictTally.DOUBTED, table);
        assertTrue(tally.family("two peaks apart").doubted() <= VerdictTally.DOUBTED, table);
        assertTrue(tally.all().doubted() < 0.3, table);
    }

    @Test
    void whatIsCalledSoundIs() throws Exception {
        run(3);
        holds(0.93, 0.02);
    }

    /** Many points are averaged before a fit; means over wide groups of a round top lie below it. */
    @Test
    void averagingLowersNoPeak() throws Exception {
        BoundWave wave = new BoundWave(3.76, 3.68, 0.5, 0.05);
        double h = wave.height(RATE);
        VoltammogramTruth truth = VoltammogramTruth.of(new SweepProgram(3.1, 4.4, 3.1, 2, RATE, 0.0005), List.of(),
                List.of(wave)).charging(0.1 * h / RATE, 10).noisy(1e-4 * h);
        int peaks = 0;
        for (Measurement m : measured(truth.table("cv", 1))) {
            if (m.name().matches("(oxidation|reduction) 1 current, cycle [12]")) {
                assertEquals(1000 * h, Math.abs(m.value()), 0.15 * h, m.name());
                peaks++;
            }
        }
        assertEquals(4, peaks);
    }

    @Test
    @Tag("study")
    void whatIsCalledSoundIsInALargeStudy() throws Exception {
        run(40);
        holds(VerdictTally.WITHIN_TWO, VerdictTally.BEYOND_THREE);
    }
}
