package org.interphase.testkit.example;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Table;
import org.interphase.testkit.battery.BoundWave;
import org.interphase.testkit.battery.CellModel;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.DecompositionTruth;
import org.interphase.testkit.battery.PolarisationTruth;
import org.interphase.testkit.battery.SweepProgram;
import org.interphase.testkit.battery.SymmetricTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.TitrationTruth;
import org.interphase.testkit.battery.VoltammogramTruth;

/**
 * Records of cyclers and potentiostats of one sample: cycling, rates, titration, voltammogram; and of the electrolyte
 * film, once: decomposition, transference, a cell of two lithium electrodes over 1,000 h. Separations, decomposition
 * potential and transference number are those of the study; capacities, resistances and diffusion coefficients are
 * made up so that a coated cathode does better.
 */
final class BatteryFiles {

    /** Capacity of the cells between 3.0 and 4.2 V at rest, A.h; of 15 mg of active material. */
    private static final double CAPACITY = 3e-3;
    /** Radius of the particles, um. */
    private static final double RADIUS = 5;
    /** Active material, g. */
    private static final double MASS = 15e-3;
    private static final int CYCLES = 40;
    private static final int LISTED = 29;
    private static final SyntheticCycler.Logging LOGGING = SyntheticCycler.Logging.every(60);

    private final CoatedCathode example;
    private final String sample;
    private final Cathode cathode;

    /**
     * What differs between the cathodes.
     *
     * @param series resistance that acts at once, ohm
     * @param diffusion resistance of diffusion, ohm
     * @param perCycle part of the capacity lost in a cycle
     * @param coefficient diffusion coefficient, cm2/s
     * @param up potential of the first oxidation peak, V
     * @param separation of that pair, V
     */
    private record Cathode(double series, double diffusion, double perCycle, double coefficient, double up,
            double separation) {

        static Cathode of(String sample) {
            return switch (sample) {
                case CoatedCathode.BARE -> new Cathode(28, 40, 2.5e-3, 1.0e-11, 3.9505, 0.215);
                case CoatedCathode.PVDF -> new Cathode(14, 18, 6e-4, 2.2e-11, 3.8275, 0.107);
                default -> new Cathode(13, 16, 8e-4, 2.5e-11, 3.833, 0.112);
            };
        }
    }

    BatteryFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
        cathode = Cathode.of(sample);
    }

    void write() throws IOException {
        cycling();
        rates();
        titration();
        voltammogram();
    }

    private CellModel cell() {
        return new CellModel(CAPACITY, cathode.series, 6, cathode.diffusion, 400, 0, 0.999, 0.02);
    }

    private SyntheticCycler.Logging logging(String what) {
        return LOGGING.noisy(5e-5, 1e-5, CoatedCathode.seed(sample, what));
    }

    private void cycling() throws IOException {
        CellModel cell = cell();
        double current = 0.5 * CAPACITY;
        SyntheticCycler cycler = new SyntheticCycler(cell, logging("cycling")).denseAtFirst(20, 1).rest(600);
        for (int n = 0; n < CYCLES; n++) {
            cell.fade(CAPACITY * (1 - cathode.perCycle * n));
            cycler.constant(current, 4.2).held(4.2, current / 20).endHalf().rest(600);
            cycler.constant(-current, 3.0).endHalf().rest(600).nextCycle();
        }
        write("cycling.csv", "cycled at 0.5C", cycler.table());
        SyntheticCycler.Half discharge = cycler.truth().get(1);
        SyntheticCycler.Half last = cycler.truth().get(2 * CYCLES - 1);
        // the recipes report the first 29 cycles and the last
        for (int n = 1; n <= CYCLES; n = n == LISTED ? CYCLES : n + 1) {
            cycle(n, cycler.truth().get(2 * n - 2), cycler.truth().get(2 * n - 1));
        }
        truth("cycling.csv", "cycling/summary",
                "retention of discharge capacity in cycle 40 against cycle 1 of this cell",
                100 * last.charge() / discharge.charge(), "%");
    }

    private void cycle(int n, SyntheticCycler.Half charge, SyntheticCycler.Half discharge) throws IOException {
        String of = " of cycle " + n;
        String summary = "cycling/summary";
        truth("cycling.csv", summary, "charge capacity" + of, charge.charge() / MASS, "A.h/g");
        truth("cycling.csv", summary, "discharge capacity" + of, discharge.charge() / MASS, "A.h/g");
        truth("cycling.csv", summary, "charge energy" + of, charge.energy() / MASS, "W.h/g");
        truth("cycling.csv", summary, "discharge energy" + of, discharge.energy() / MASS, "W.h/g");
        truth("cycling.csv", summary, "mean charge voltage" + of, charge.energy() / charge.charge(), "V");
        truth("cycling.csv", summary, "mean discharge voltage" + of, discharge.energy() / discharge.charge(), "V");
        truth("cycling.csv", summary, "coulombic efficiency (discharge/charge)" + of,
                100 * discharge.charge() / charge.charge(), "%");
        truth("cycling.csv", summary, "energy efficiency (discharge/charge)" + of,
                100 * discharge.energy() / charge.energy(), "%");
        for (SyntheticCycler.Half half : List.of(charge, discharge)) {
            String at = " (extrapolated by sqrt(t)) at " + (half.direction() > 0 ? "charge" : "discharge") + of;
            truth("cycling.csv", "cycling/ir-drop", "IR drop" + at, half.ohmic(), "V");
            truth("cycling.csv", "cycling/ir-drop", "resistance" + at, half.ohmic() / Math.abs(half.current()), "ohm");
        }
    }

    private void rates() throws IOException {
        CyclingTruth truth = CyclingTruth.rates(cell(), logging("rates"), 3, 0.1, 0.2, 0.5, 1, 2, 0.1);
        write("rates.csv", "discharged at 0.1, 0.2, 0.5, 1 and 2C", truth.table());
        double[] charges = truth.charges(-1);
        List<String> steps = List.of("C/10", "C/5", "0.5C", "1C", "2C", "C/10 (time 2)");
        for (int k = 0; k < steps.size(); k++) {
            String name = "discharge capacity at " + steps.get(k);
            truth("rates.csv", "cycling/rate", name, mean(charges, 3 * k) / MASS, "A.h/g");
            if (k > 0) {
                truth("rates.csv", "cycling/rate", name + " against C/10", 100 * mean(charges, 3 * k)
                        / mean(charges, 0), "%");
            }
        }
        truth("rates.csv", "cycling/rate", "recovered discharge capacity at C/10",
                100 * mean(charges, 15) / mean(charges, 0), "%");
    }

    private static double mean(double[] charges, int from) {
        return Arrays.stream(charges, from, from + 3).average().orElseThrow();
    }

    private void titration() throws IOException {
        double time = Math.pow(RADIUS * 1e-4, 2) / cathode.coefficient;
        TitrationTruth truth = TitrationTruth.spheres(time).pulsed(6).timed(600, 3600, 5).along(3e-4, 0.012, 0);
        write("gitt.csv", "pulses of 10 min, rests of 60 min", truth.record(CoatedCathode.seed(sample, "gitt")));
        for (int pulse = 1; pulse <= truth.pulses(); pulse++) {
            truth("gitt.csv", "gitt/diffusion", "D, pulse " + pulse, cathode.coefficient, "cm2/s");
            truth("gitt.csv", "gitt/diffusion", "resistance, pulse " + pulse, truth.resistance(), "ohm");
        }
    }

    /** What the titrations of the cathodes say of each other. */
    static void compared(CoatedCathode example) {
        double bare = Cathode.of(CoatedCathode.BARE).coefficient;
        for (String coated : List.of(CoatedCathode.PVDF, CoatedCathode.PAN)) {
            for (String name : List.of("mean D of %s over %s", "D of %s over %s at 0.025 mA.h",
                    "D of %s over %s at 0.175 mA.h")) {
                example.truth().add("", "raw/" + CoatedCathode.slug(coated) + "/gitt.csv", "gitt/compare",
                        String.format(name, coated, CoatedCathode.BARE), Cathode.of(coated).coefficient / bare, "1");
            }
        }
    }

    private void voltammogram() throws IOException {
        SweepProgram program = new SweepProgram(3.0, 4.3, 3.0, 3, 1e-4, 1e-3);
        double down = cathode.up - cathode.separation;
        List<BoundWave> waves = List.of(new BoundWave(cathode.up, down, 4, 0.09),
                new BoundWave(cathode.up + 0.27, cathode.up + 0.27 - cathode.separation * 0.4, 1.5, 0.06));
        VoltammogramTruth truth = VoltammogramTruth.of(program, List.of(), waves).charging(0.02, 20).noisy(5e-7);
        write("cv.csv", "cyclic voltammogram at 0.1 mV/s", truth.table("cv", CoatedCathode.seed(sample, "cv")));
        for (int pair = 1; pair <= waves.size(); pair++) {
            BoundWave wave = waves.get(pair - 1);
            double middle = (wave.up() + wave.down()) / 2;
            truth("cv.csv", "cv/peaks", "separation of pair " + pair, wave.up() - wave.down(), "V");
            truth("cv.csv", "cv/peaks", "midpoint of pair " + pair, middle, "V");
            for (int cycle = 1; cycle <= program.cycles(); cycle++) {
                String in = ", cycle " + cycle;
                truth("cv.csv", "cv/peaks", "pair " + pair + " separation" + in, wave.up() - wave.down(), "V");
                truth("cv.csv", "cv/peaks", "pair " + pair + " midpoint" + in, middle, "V");
                truth("cv.csv", "cv/peaks", "oxidation " + pair + " potential" + in, wave.up(), "V");
                truth("cv.csv", "cv/peaks", "reduction " + pair + " potential" + in, wave.down(), "V");
            }
        }
    }

    /** The electrolyte film between other electrodes. */
    static void film(CoatedCathode example) throws IOException {
        BatteryFiles film = new BatteryFiles(example, "film");
        double area = 2.0106;
        DecompositionTruth lsv = new DecompositionTruth(3.0, 5.2, 1e-3, 1e-3, 4.62, 0.01e-3 * area, 0.06, 2e-7, 1e-8, 0,
                2e-8);
        film.write("lsv.csv", "linear sweep at 1 mV/s on steel", lsv.table("lsv", CoatedCathode.seed("film", "lsv")));
        film.truth("lsv.csv", "lsv/stability-window", "decomposition potential, oxidation (threshold 0.01 mA/cm2)",
                lsv.crossing(), "V");
        PolarisationTruth ca = new PolarisationTruth(0.01, 0.39, 8.0, 60, 64, 900, 3000, 14400, 5, 2e-9, 0);
        film.write("polarisation.csv", "polarised by 10 mV between lithium electrodes",
                ca.table("polarisation", CoatedCathode.seed("film", "polarisation"), 10, 0.02, 0.02));
        film.truth("polarisation.csv", "transport/bruce-vincent", "transference number (Bruce-Vincent-Evans)",
                0.39, "1");
        film.truth("polarisation.csv", "transport/bruce-vincent", "initial current", ca.initial(), "A");
        film.truth("polarisation.csv", "transport/bruce-vincent", "steady current", ca.steady(), "A");
        film.truth("polarisation.csv", "transport/bruce-vincent", "polarisation", 0.01, "V");
        SymmetricTruth lithium = SymmetricTruth.healthy(1000, 300, 4e-4, CoatedCathode.seed("film", "lithium"));
        film.write("lithium.csv", "two lithium electrodes, an hour each way", lithium.table(true));
        for (int half : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 1000}) {
            film.truth("lithium.csv", "symmetric/overpotential", "overpotential of half cycle " + half,
                    lithium.mean(half - 1), "V");
        }
        film.truth("lithium.csv", "symmetric/overpotential", "change of the overpotential in 100 h",
                lithium.mean(100) - lithium.mean(0), "V");
    }

    private void truth(String file, String recipe, String measurement, double value, String unit) {
        example.truth().add(sample, "raw/" + CoatedCathode.slug(sample) + "/" + file, recipe, measurement, value, unit);
    }

    /** Time in s, voltage in V, current in mA (charging positive); step and cycle where the record has them. */
    private void write(String name, String what, Table table) throws IOException {
        StringBuilder out = new StringBuilder("# synthetic: made by the Interphase test kit\n# ").append(sample)
                .append(", ").append(what).append('\n');
        boolean counted = table.columns().size() > 3;
        out.append("Time (s),Voltage (V),Current (mA)").append(counted
                ? ",Step,Cycle,Charge Capacity (mAh),Discharge Capacity (mAh)\n" : "\n");
        double[][] c = new double[counted ? 7 : 3][];
        for (int k = 0; k < c.length; k++) {
            c[k] = table.columns().get(k).values();
        }
        for (int row = 0; row < table.rows(); row++) {
            out.append(String.format(Locale.ROOT, "%.3f,%.5f,%.6g", c[0][row], c[1][row], 1e3 * c[2][row]));
            if (counted) {
                out.append(String.format(Locale.ROOT, ",%.0f,%.0f,%.6f,%.6f", c[3][row], c[4][row], 1e3 * c[5][row],
                        1e3 * c[6][row]));
            }
            out.append('\n');
        }
        example.text("raw/" + CoatedCathode.slug(sample) + "/" + name, out.toString());
    }
}
