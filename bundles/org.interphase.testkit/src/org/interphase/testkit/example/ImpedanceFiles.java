package org.interphase.testkit.example;

import java.io.IOException;

/**
 * Impedance of one cell (series, interface and charge-transfer resistance all smaller after coating) and of the
 * electrolyte film between blocking electrodes from 30 to 80 degrees Celsius.
 */
final class ImpedanceFiles {

    private static final double NOISE = 0.003;
    /** Boltzmann constant over elementary charge, eV/K (CODATA 2018, exact). */
    private static final double K = 8.617333262e-5;
    /** Film thickness in cm and electrode area in cm2 (a disc of 16 mm). */
    private static final double THICKNESS = 52.5e-4;
    private static final double AREA = 2.0106;

    private final CoatedCathode example;
    private final String sample;

    ImpedanceFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        CellImpedance cell = switch (sample) {
            case CoatedCathode.BARE -> new CellImpedance(12, 85, 2e-6, 0.86, 160, 8e-4, 0.84, 0.055, 0.5);
            case CoatedCathode.PVDF -> new CellImpedance(9, 48, 2.4e-6, 0.87, 92, 9e-4, 0.85, 0.070, 0.5);
            default -> new CellImpedance(8.2, 41, 2.6e-6, 0.87, 76, 9.5e-4, 0.85, 0.075, 0.5);
        };
        String file = "raw/" + CoatedCathode.slug(sample) + "/eis-cell.csv";
        SeededNoise noise = new SeededNoise(CoatedCathode.seed(sample, "eis"));
        example.text(file, cell.text(1e6, 0.01, 73, NOISE, noise, "# synthetic: made by the Interphase test kit\n# "
                + sample + ", temperature 25 degC, amplitude 10 mV\n"));
        String recipe = "eis/two-arc-cell";
        example.truth().add(sample, file, recipe, "R_s", cell.series(), "ohm");
        example.truth().add(sample, file, recipe, "R_se", cell.r1(), "ohm");
        example.truth().add(sample, file, recipe, "R_ct", cell.r2(), "ohm");
        arc(file, "CPE_se", cell.series(), cell.r1(), cell.q1(), cell.n1());
        arc(file, "CPE_ct", cell.series(), cell.r2(), cell.q2(), cell.n2());
        // (1 - j) A / sqrt(w) = 1 / (Q sqrt(jw))
        example.truth().add(sample, file, recipe, "W1 of R(RQ)(RQ)W", Math.sqrt(0.5) / cell.tailQ(), "ohm.s-0.5");
    }

    /** A constant phase element and the capacitances it stands for, as Hirschorn et al. 2010 write them. */
    private void arc(String file, String name, double series, double r, double q, double n) {
        Truth t = example.truth();
        String recipe = "eis/two-arc-cell";
        t.add(sample, file, recipe, name + "_0", q, "S.s^a");
        t.add(sample, file, recipe, name + "_1", n, "1");
        t.add(sample, file, recipe, "effective capacitance " + name + " (Brug)", Math.pow(q, 1 / n)
                * Math.pow(1 / series + 1 / r, (n - 1) / n), "F");
        t.add(sample, file, recipe, "effective capacitance " + name + " (Hsu-Mansfeld)", Math.pow(q * Math.pow(r,
                1 - n), 1 / n), "F");
    }

    /** Conductivity 0.61 mS/cm at 30 degC to 1.59 mS/cm at 80 degC, Arrhenius between. */
    static void conductivity(CoatedCathode example) throws IOException {
        double t1 = 303.15;
        double t2 = 353.15;
        double activation = Math.log(1.59 / 0.61) * K / (1 / t1 - 1 / t2);
        Truth truth = example.truth();
        String recipe = "eis/arrhenius";
        // slope of ln T over 1/T by least squares
        double mean = 0;
        double meanLn = 0;
        double above = 0;
        double below = 0;
        for (int celsius = 30; celsius <= 80; celsius += 10) {
            mean += 1 / (celsius + 273.15) / 6;
            meanLn += Math.log(celsius + 273.15) / 6;
        }
        for (int celsius = 30; celsius <= 80; celsius += 10) {
            double d = 1 / (celsius + 273.15) - mean;
            above += d * (Math.log(celsius + 273.15) - meanLn);
            below += d * d;
        }
        for (int celsius = 30; celsius <= 80; celsius += 10) {
            double t = celsius + 273.15;
            double sigma = 0.61e-3 * Math.exp(-activation / K * (1 / t - 1 / t1));
            CellImpedance film = new CellImpedance(THICKNESS / (sigma * AREA), 0, 0, 1, 0, 0, 1, 2.2e-5, 0.92);
            SeededNoise noise = new SeededNoise(CoatedCathode.seed("film", "eis " + celsius));
            example.text("raw/film/eis-" + celsius + "degC.csv", film.text(1e6, 10, 51, NOISE, noise,
                    "# synthetic: made by the Interphase test kit\n# electrolyte film between steel electrodes, "
                    + "temperature "
                            + celsius + " degC, amplitude 10 mV\n"));
            truth.add("film", "raw/film", recipe, "conductivity at " + celsius + " degC", sigma, "S/cm");
            truth.add("film", "raw/film", recipe, "resistance at " + celsius + " degC", film.series(), "ohm");
            String of = " of RQ (eis-" + celsius + "degC)";
            truth.add("film", "raw/film", recipe, "R0" + of, film.series(), "ohm");
            truth.add("film", "raw/film", recipe, "CPE1_0" + of, film.tailQ(), "S.s^a");
            truth.add("film", "raw/film", recipe, "CPE1_1" + of, film.tailN(), "1");
        }
        truth.add("film", "raw/film", recipe, "activation energy (ln sigma)", activation, "eV");
        truth.add("film", "raw/film", recipe, "activation energy (ln sigma T)", activation - K * above / below, "eV");
        truth.add("film", "raw/film", recipe, "conductivity of the line at 25 degC", 0.61e-3 * Math.exp(-activation / K
                * (1 / 298.15 - 1 / t1)), "S/cm");
    }
}
