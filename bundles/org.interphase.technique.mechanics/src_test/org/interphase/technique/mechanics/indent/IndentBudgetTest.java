package org.interphase.technique.mechanics.indent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.RunOn;
import org.interphase.testkit.mechanics.IndentTruth;
import org.junit.jupiter.api.Test;

/** Every formula and every term of the uncertainty of an indent, by hand. */
class IndentBudgetTest {

    private static final double ROOT = Math.sqrt(3);

    /** Without noise: 0.1 mN, 24.5 h2, nu 0.3, epsilon 0.75. */
    private static final IndentTruth TRUTH = IndentTruth.of(new IndentTruth.Test(5.94, 204.74, 0.3, 0.1, 600, 0, 0, 0,
            1, 0, false), 1);

    private static Dataset indent(Metadata m) {
        return new Table(DatasetHeader.of("exact", IndentTable.KIND, m), List.of(
                Column.of(IndentTable.TIME, "s", TRUTH.time()), Column.of(IndentTable.DEPTH, "nm", TRUTH.depth()),
                Column.of(IndentTable.FORCE, "mN", TRUTH.force())));
    }

    /** The numbers where nothing is uncertain but this. */
    private static Map<String, Measurement> only(Metadata m, Object... terms) throws Exception {
        Map<String, Object> p = new LinkedHashMap<>(Map.of("area", "24.5", "poisson", 0.3));
        for (String none : List.of("forceLimit", "areaLimit", "complianceLimit", "driftLimit", "tip", "betaU",
                "poissonU")) {
            p.put(none, 0);
        }
        for (int i = 0; i < terms.length; i += 2) {
            p.put((String) terms[i], terms[i + 1]);
        }
        return RunOn.measured("mechanics.indentation", indent(m), p);
    }

    /** Relative standard uncertainty beside that of the exact record, which is that of its fit. */
    private static double relative(String name, Object... terms) throws Exception {
        Measurement all = only(Metadata.EMPTY, terms).get(name);
        Measurement fit = only(Metadata.EMPTY).get(name);
        assertTrue(fit.uncertainty() < 2e-3 * fit.value(), fit.pretty());
        return Math.sqrt(Math.pow(all.uncertainty(), 2) - Math.pow(fit.uncertainty(), 2)) / all.value();
    }

    @Test
    void formulasByHand() throws Exception {
        Elasticity e = new Elasticity(0.75, 1.05, 0.3, 1141, 0.07);
        assertEquals(100 - 0.75 * 2 / 0.05, e.contactDepth(100, 2, 0.05), 1e-12);
        assertEquals(4000, e.hardness(2, 500_000), 1e-9);
        // sqrt(pi) / 2.1 * 0.05 mN/nm / 500 nm = 8.4404e-5 mN/nm2
        assertEquals(84_403.5, e.reduced(0.05, 250_000), 1);
        // (1 - 0.09) / (1 / 84403.5 - 0.9951 / 1141000)
        assertEquals(0.91 / (1 / 84_403.5 - 0.9951 / 1_141_000), e.modulus(84_403.5), 1e-6);
        assertTrue(Double.isNaN(e.modulus(1.2e6)));
        AreaFunction a = AreaFunction.parse("24.5, 100, 10, 5");
        // 24.5 * 65536 + 100 * 256 + 10 * 16 + 5 * 4
        assertEquals(1_631_412, a.at(256), 1e-6);
        assertEquals(0, a.at(-1));
    }

    /** H = P/A(h - eps P/S): dlnH/dlnP = 1 + 2 eps P/(S hc), dlnH/dlnS = -2 eps P/(S hc). */
    private static double bend() throws Exception {
        Map<String, Measurement> m = only(Metadata.EMPTY);
        double p = m.get("largest force").value();
        double s = m.get("contact stiffness").value() * 1e-6;
        double hc = Math.sqrt(p / 5.94e-9 / 24.5);
        assertEquals(hc, m.get("contact depth").value(), 0.2);
        return 2 * 0.75 * p / (s * hc);
    }

    @Test
    void aLimitOfForceCountsInForceAndStiffness() throws Exception {
        double u = 0.05 / ROOT;
        double b = bend();
        assertEquals(u * Math.hypot(1 + b, b), relative("hardness", "forceLimit", 5), 0.01 * u);
        assertEquals(u, relative("contact stiffness", "forceLimit", 5), 0.01 * u);
        assertEquals(u, relative("largest force", "forceLimit", 5), 0.01 * u);
        // Er = S/sqrt(A): dlnEr/dlnS = 1 - b/2, dlnEr/dlnP = b/2
        assertEquals(u * Math.hypot(1 - b / 2, b / 2), relative("reduced modulus", "forceLimit", 5), 0.01 * u);
    }

    @Test
    void aLimitOfAreaCountsInHardnessWholeAndInModulusHalf() throws Exception {
        double u = 0.06 / ROOT;
        assertEquals(u, relative("hardness", "areaLimit", 6), 0.01 * u);
        assertEquals(u / 2, relative("reduced modulus", "areaLimit", 6), 0.01 * u);
    }

    @Test
    void betaAndPoissonCountInTheModuli() throws Exception {
        assertEquals(0.03, relative("reduced modulus", "betaU", 0.03), 3e-4);
        assertEquals(0.03, relative("elastic modulus", "betaU", 0.03), 3e-4);
        // d(1 - nu2) = 2 nu u / (1 - nu2)
        assertEquals(2 * 0.3 * 0.1 / 0.91, relative("elastic modulus", "poissonU", 0.1), 1e-3);
        assertEquals(0, relative("reduced modulus", "poissonU", 0.1), 1e-6);
        assertEquals(0, relative("hardness", "betaU", 0.03), 1e-6);
    }

    @Test
    void aFrameIsTakenOffAndKnownToItsLimit() throws Exception {
        Map<String, Measurement> none = only(Metadata.EMPTY);
        double p = none.get("largest force").value();
        double s = none.get("contact stiffness").value() * 1e-6;
        // 100 nm/mN stiffen the contact: 1/S' = 1/S - 100
        Map<String, Measurement> m = only(Metadata.EMPTY, "compliance", 100, "complianceLimit", 10);
        double stiffer = 1 / (1 / s - 100);
        assertEquals(stiffer * 1e6, m.get("contact stiffness").value(), 0.003 * stiffer * 1e6);
        assertEquals(none.get("largest depth").value() - 100 * p, m.get("largest depth").value(), 0.05);
        double u = 10 / ROOT;
        assertEquals(u * p, m.get("largest depth").uncertainty(), 0.02 * u * p);
        assertEquals(stiffer * stiffer * u * 1e6, m.get("contact stiffness").uncertainty(), 0.1 * stiffer * stiffer * u
                * 1e6);
    }

    @Test
    void aMissingTipCountsByItsShareOfTheContactDepth() throws Exception {
        Measurement known = only(Metadata.EMPTY).get("hardness");
        Measurement tip = only(Metadata.EMPTY, "area", "", "tip", 20).get("hardness");
        double hc = only(Metadata.EMPTY).get("contact depth").value();
        double u = 2 * 20 / ROOT / hc;
        assertEquals(u, Math.sqrt(Math.pow(tip.uncertainty(), 2) - Math.pow(known.uncertainty(), 2)) / tip.value(),
                0.01 * u);
    }

    @Test
    void aDriftThatIsNotMeasuredMovesDepthAndStiffness() throws Exception {
        Map<String, Measurement> none = only(Metadata.EMPTY);
        Map<String, Measurement> m = only(Metadata.EMPTY, "driftLimit", ROOT);
        // 1 nm/s over the 30 s up to the start of unloading
        assertEquals(30, m.get("largest depth").uncertainty(), 0.3);
        double s = none.get("contact stiffness").value() * 1e-6;
        // 1 nm/s at 0.1 mN in 20 s: 200 nm/mN
        assertEquals(s * s * 200 * 1e6, m.get("contact stiffness").uncertainty(), 0.02 * s * s * 200 * 1e6);
    }

    @Test
    void whatTheFileStatesIsTaken() throws Exception {
        Metadata m = Metadata.EMPTY.with(IndentTable.POISSON, 0.45).with(IndentTable.AREA, "24.5, 1000");
        Map<String, Object> p = Map.of("driftLimit", 0);
        Map<String, Measurement> file = RunOn.measured("mechanics.indentation", indent(m), p);
        Map<String, Measurement> none = only(Metadata.EMPTY);
        double hc = none.get("contact depth").value();
        assertEquals(5.94 / (1 + 1000 / (24.5 * hc)), file.get("hardness").value(), 0.01);
        double ratio = (1 - 0.45 * 0.45) / 0.91 / Math.sqrt(1 + 1000 / (24.5 * hc));
        assertEquals(ratio * none.get("elastic modulus").value(), file.get("elastic modulus").value(), 0.3);
    }
}
