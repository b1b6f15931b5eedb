package org.interphase.technique.porosimetry;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.testkit.porosimetry.CylinderBundle;
import org.interphase.testkit.porosimetry.CylinderIsotherm;
import org.interphase.testkit.porosimetry.IsothermTruth;
import org.interphase.testkit.verdict.SameNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any run: units and the mass of the sample change no number but as they say. */
class PorePropertiesTest {

    /** Volumes are written with twelve digits. */
    private static final SameNumbers ROUNDED = new SameNumbers(1e-6, 1e-3, 1e-2);
    private static final String[] MERCURY = {"contactAngle", "140 deg", "surfaceTension", "0.48 N/m"};

    /** A property tried on runs of other pores, noise and retention. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "run {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    private @interface OnRuns {
    }

    private static double[][] run(long seed) {
        CylinderBundle b = CylinderBundle.of(seed, new CylinderBundle.Group(0.02 * seed, 0.2 + 0.05 * seed, 0.3),
                new CylinderBundle.Group(2 + seed, 0.3, 0.1 * (seed % 3) + 0.02));
        return (seed % 2 == 0 ? b.keeping(0.1 * seed) : b).rows();
    }

    private static String text(String headings, double[][] rows, double first, double second) {
        StringBuilder out = new StringBuilder(headings).append('\n');
        for (double[] r : rows) {
            out.append(String.format(Locale.ROOT, "%.12g,%.12g%n", r[0] * first, r[1] * second));
        }
        return out.toString();
    }

    private static List<Measurement> mercury(String csv, String... more) throws Exception {
        String[] set = java.util.stream.Stream.concat(java.util.Arrays.stream(MERCURY), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        Table t = (Table) Runs.washburn(Runs.mercury(csv), set).dataset();
        List<Measurement> out = new java.util.ArrayList<>(Runs.washburn(Runs.mercury(csv), set).measurements());
        out.addAll(Runs.distribution(t).measurements());
        return out;
    }

    @OnRuns
    void unitsOfAMercuryRunDoNotMatter(long seed) throws Exception {
        double[][] rows = run(seed);
        List<Measurement> is = mercury(text("Pressure (MPa),Cumulative intrusion (cm3/g)", rows, 1, 1));
        ROUNDED.compare(is, mercury(text("Pressure (psi),Cumulative intrusion (cm3/g)", rows, 1e6 / 6894.757293168361,
                1)));
        ROUNDED.compare(is, mercury(text("Pressure (bar),Cumulative intrusion (mm3/g)", rows, 10, 1000)));
    }

    @OnRuns
    void theMassOfTheSampleDividesItsVolume(long seed) throws Exception {
        double[][] rows = run(seed);
        ROUNDED.compare(mercury(text("Pressure (MPa),Cumulative intrusion (cm3/g)", rows, 1, 1), "mass", "0.500000 g"),
                mercury(text("Pressure (MPa),Cumulative intrusion (cm3)", rows, 1, 0.5), "mass", "0.500000 g"));
        ROUNDED.compare(mercury(text("Pressure (MPa),Cumulative intrusion (cm3)", rows, 1, 0.5), "mass", "0.500000 g"),
                mercury(text("Pressure (MPa),Cumulative intrusion (cm3)", rows, 1, 0.5), "mass", "500.000 mg"));
    }

    @OnRuns
    void twiceTheVolumeIsTwiceTheArea(long seed) throws Exception {
        double[][] rows = run(seed);
        ROUNDED.compare(mercury(text("Pressure (MPa),Cumulative intrusion (cm3/g)", rows, 1, 1)), mercury(text(
                "Pressure (MPa),Cumulative intrusion (cm3/g)", rows, 1, 2)), m -> m.unit().text().contains("/g")
                        ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m);
    }

    private static List<Measurement> bet(String csv) throws Exception {
        return Runs.bet(Runs.isotherm(csv)).measurements();
    }

    private static double[][] layers(long seed) {
        return new IsothermTruth(0.3 * seed, 60 + 20 * seed, 30, seed % 3, 1e-4, 40 + (int) seed, 0.0005 * (seed % 2),
                seed).rows();
    }

    @OnRuns
    void unitsOfAnIsothermDoNotMatter(long seed) throws Exception {
        double[][] rows = layers(seed);
        List<Measurement> is = bet(text("Relative pressure p/p0,Quantity adsorbed (mmol/g)", rows, 1, 1));
        // a mole of gas takes 22413.97 cm3 at 0 degrees and 1 atm
        ROUNDED.compare(is, bet(text("Relative pressure p/p0,Quantity adsorbed (cm3/g STP)", rows, 1, 22.41396954)));
        ROUNDED.compare(is, bet(text("Relative pressure p/p0,Quantity adsorbed (mol/kg)", rows, 1, 1)));
    }

    @OnRuns
    void twiceTheGasIsTwiceTheSurface(long seed) throws Exception {
        double[][] rows = layers(seed);
        ROUNDED.compare(bet(text("Relative pressure p/p0,Quantity adsorbed (mmol/g)", rows, 1, 1)), bet(text(
                "Relative pressure p/p0,Quantity adsorbed (mmol/g)", rows, 1, 2)), m -> m.unit().text().contains("/g")
                        ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m);
    }

    @OnRuns
    void twiceTheGasIsTwiceThePores(long seed) throws Exception {
        double[][] rows = new CylinderIsotherm(0.2 + 0.1 * seed, 4 + seed, 0.1 + 0.02 * seed, 10 * seed, 0, 1, 40,
                0.001, seed).rows();
        ROUNDED.compare(Runs.bjh(Runs.isotherm(text("Relative pressure p/p0,Quantity adsorbed (mmol/g)", rows, 1, 1)))
                .measurements(), Runs.bjh(Runs.isotherm(text("Relative pressure p/p0,Quantity adsorbed (mmol/g)", rows,
                        1, 2))).measurements(), m -> m.unit().text().contains("/g")
                        ? m.withValue(2 * m.value(), 2 * m.uncertainty()) : m);
    }
}
