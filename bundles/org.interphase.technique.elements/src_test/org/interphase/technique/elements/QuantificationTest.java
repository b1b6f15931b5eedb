package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.CompositionBudget;
import org.interphase.technique.elements.matrix.KRatio;
import org.interphase.technique.elements.matrix.MatrixIteration;
import org.interphase.technique.elements.matrix.MatrixModel;
import org.interphase.technique.elements.matrix.Oxides;
import org.interphase.technique.elements.reader.MsaReader;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.XrayFamily;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

class QuantificationTest {

    /** Mass per cents of NIST SRM 470, glass K412, as its file states them. */
    private static final Map<String, Double> K412 = Map.of("O", 42.758, "Mg", 11.6567, "Al", 4.9061, "Si", 21.1982,
            "Ca",
            10.899, "Fe", 7.7742);

    private static String standards() {
        return List.of("Al2O3", "CaF2", "Fe", "MgO", "SiO2").stream().map(f -> SharedData.require("eds/K412_std_" + f
                + ".msa").toString()).collect(Collectors.joining(";"));
    }

    private static Curve glass() throws Exception {
        return (Curve) new MsaReader().read(Source.of(SharedData.require("eds/K412_IIIE_0.msa")), Progress.none()).get(
                0);
    }

    private static void assertGlass(Run run, double largest) {
        K412.forEach((e, truth) -> {
            Measurement m = Runs.measured(run, e + " mass fraction");
            assertTrue(m.verdict().isSound(), m.pretty());
            assertTrue(Math.abs(m.value() - truth) < 2 * m.uncertainty(), e + " " + m.pretty() + " is not " + truth);
            assertTrue(m.uncertainty() < largest * truth, e + " " + m.pretty());
        });
        Measurement total = Runs.measured(run, "analysis total");
        assertEquals(100, total.value(), 3);
    }

    @Test
    void theGlassIsWhatItsCertificateSaysAgainstStandards() throws Exception {
        assertGlass(Runs.of("elements/spectrum", glass(), Map.of("standards", standards())), 0.03);
    }

    @Test
    void theGlassIsWhatItsCertificateSaysWithItsOxygenMeasuredToo() throws Exception {
        assertGlass(Runs.of("elements/spectrum", glass(), Map.of("standards", standards(), "oxygen", "measured")),
                0.07);
    }

    @Test
    void withoutStandardsTheGlassIsRoughlyRightAndDoubtful() throws Exception {
        Run run = Runs.of("elements/spectrum", glass(), Map.of());
        K412.forEach((e, truth) -> {
            Measurement m = Runs.measured(run, e + " mass fraction");
            assertFalse(m.verdict().isSound());
            assertEquals(truth, m.value(), 3 * m.uncertainty(), e + " " + m.pretty());
        });
    }

    @Test
    void anElementWithoutStandardIsWithheldAndTheOthersDoubtful() throws Exception {
        String some = List.of("Al2O3", "CaF2", "MgO", "SiO2").stream().map(f -> SharedData.require("eds/K412_std_" + f
                + ".msa").toString()).collect(Collectors.joining(";"));
        Run run = Runs.of("elements/spectrum", glass(), Map.of("standards", some));
        assertTrue(Runs.measured(run, "Fe mass fraction").verdict().isWithheld());
        assertFalse(Runs.measured(run, "Si mass fraction").verdict().isSound());
    }

    private static XrayFamily family(String symbol) {
        return XrayFamily.of(XrayTables.require(symbol), 'K', 20000).orElseThrow();
    }

    private static List<KRatio> exact(Composition truth, MatrixModel model) {
        List<KRatio> out = new ArrayList<>();
        Map<String, String> standards = new LinkedHashMap<>(Map.of("Mg", "MgO", "Al", "Al2O3", "Si", "SiO2", "Fe",
                "Fe"));
        standards.forEach((e, f) -> {
            Composition standard = Composition.parse(f).orElseThrow();
            out.add(new KRatio(family(e), model.ratio(truth, standard, family(e)), 0.005, standard));
        });
        return out;
    }

    @Test
    void theIterationFindsTheCompositionWhoseRatiosAreGiven() {
        MatrixModel model = MatrixModel.of(20000, 35);
        Composition truth = new Composition(Map.of("Mg", 0.1, "Al", 0.2, "Si", 0.3, "Fe", 0.4));
        Composition found = MatrixIteration.solve(exact(truth, model), null, model);
        truth.fractions().forEach((e, w) -> assertEquals(w, found.of(e), 1e-5, e));
    }

    @Test
    void oxygenByStoichiometryGoesWithTheOthers() {
        MatrixModel model = MatrixModel.of(20000, 35);
        // MgO and SiO2 in equal masses
        Composition truth = new Composition(Map.of("Mg", 0.5 * 24.305 / 40.304, "Si", 0.5 * 28.085 / 60.083, "O",
                0.5 * 15.999 / 40.304 + 0.5 * 31.998 / 60.083));
        List<KRatio> ratios = exact(truth, model).stream().filter(k -> truth.of(k.symbol()) > 0).toList();
        Composition found = MatrixIteration.solve(ratios, new Oxides(Map.of()), model);
        truth.fractions().forEach((e, w) -> assertEquals(w, found.of(e), 2e-5, e));
        // ferric instead of ferrous iron takes half as much oxygen more
        assertEquals(1.5, new Oxides(Map.of("Fe", 3.0)).ratio("Fe") / new Oxides(Map.of()).ratio("Fe"), 1e-12);
        assertEquals(0.5 * new Oxides(Map.of()).ratio("Fe") / Math.sqrt(3), new Oxides(Map.of()).uncertainty("Fe"),
                1e-12);
    }

    @Test
    void uncertaintiesOfFractionsAreThoseOfTheirSources() {
        MatrixModel model = MatrixModel.of(20000, 35);
        Composition truth = new Composition(Map.of("Mg", 0.1, "Al", 0.2, "Si", 0.3, "Fe", 0.4));
        CompositionBudget u = CompositionBudget.of(exact(truth, model), null, model, 0);
        // iron hardly absorbs its own line: model 2 % and ratio 0.5 % are nearly all
        assertEquals(0.4 * 0.0206, u.uncertainty("Fe"), 0.4 * 0.004);
        // magnesium is absorbed by everything else
        double magnesium = u.uncertainty("Mg") / 0.1;
        assertTrue(magnesium > 0.03 && magnesium < 0.06, "" + magnesium);
        assertEquals(0, u.uncertainty("Cu"));
    }

    @Test
    void dosesMoveTheWholeTotalAndEachElementOnce() {
        MatrixModel model = MatrixModel.of(20000, 35);
        Composition truth = new Composition(Map.of("Mg", 0.1, "Al", 0.2, "Si", 0.3, "Fe", 0.4));
        CompositionBudget none = CompositionBudget.of(exact(truth, model), null, model, 0);
        CompositionBudget dose = CompositionBudget.of(exact(truth, model), null, model, 0.05);
        // beside the correction of the matrix, which what moves hardly changes
        double iron = Math.sqrt(Math.pow(dose.uncertainty("Fe"), 2) - Math.pow(none.uncertainty("Fe"), 2));
        assertEquals(0.05 * 0.4, iron, 0.1 * 0.05 * 0.4);
        // half of the variance is the specimen's, which all share; the others' are those of four standards
        double own = 0;
        for (String e : truth.fractions().keySet()) {
            own += Math.pow(truth.of(e), 2);
        }
        double total = Math.sqrt(Math.pow(dose.total(), 2) - Math.pow(none.total(), 2));
        assertEquals(0.05 * Math.sqrt(0.5 + 0.5 * own), total, 0.1 * total);
    }

    @Test
    void oxygenByStoichiometryAddsToTheUncertaintyOfTheTotal() {
        MatrixModel model = MatrixModel.of(20000, 35);
        Composition quartz = Composition.parse("SiO2").orElseThrow();
        KRatio k = new KRatio(family("Si"), model.ratio(quartz, Composition.parse("Si").orElseThrow(), family("Si")),
                0.05, Composition.parse("Si").orElseThrow());
        CompositionBudget u = CompositionBudget.of(List.of(k), new Oxides(Map.of()), model, 0);
        // oxygen hangs on silicon: the total is as uncertain, relatively, as silicon
        assertEquals(u.uncertainty("Si") / quartz.of("Si"), u.total(), 0.02 * u.total());
        assertEquals(u.uncertainty("O") + u.uncertainty("Si"), u.total(), 1e-6);
        // iron of unknown valence
        Composition rust = Composition.parse("FeO").orElseThrow();
        KRatio fe = new KRatio(family("Fe"), model.ratio(rust, Composition.parse("Fe").orElseThrow(), family("Fe")),
                1e-6, Composition.parse("Fe").orElseThrow());
        double valence = rust.of("Fe") * new Oxides(Map.of()).uncertainty("Fe");
        assertTrue(CompositionBudget.of(List.of(fe), new Oxides(Map.of()), model, 0).total() > valence);
    }

    @Test
    void secondaryFluorescenceRaisesWhatHarderLinesExcite() {
        Composition steel = new Composition(Map.of("Fe", 0.7, "Cr", 0.2, "Ni", 0.1));
        MatrixModel with = MatrixModel.of(20000, 35);
        MatrixModel without = new MatrixModel(20000, 35, Map.of(), 0, 1);
        double chromium = with.perFraction(steel, family("Cr")) / without.perFraction(steel, family("Cr")) - 1;
        double nickel = with.perFraction(steel, family("Ni")) / without.perFraction(steel, family("Ni")) - 1;
        // some ten per cent for chromium in stainless steel, nothing for the hardest line
        assertTrue(chromium > 0.08 && chromium < 0.25, "" + chromium);
        assertEquals(0, nickel, 1e-12);
    }

    @Test
    void absorptionByThinPathsIsThatOfTheTakeOffAngle() {
        Composition glass = new Composition(Map.of("Si", 0.5, "O", 0.5));
        double steep = MatrixModel.of(20000, 60).perFraction(glass, family("O"));
        double flat = MatrixModel.of(20000, 20).perFraction(glass, family("O"));
        assertTrue(steep > 1.5 * flat);
    }
}
