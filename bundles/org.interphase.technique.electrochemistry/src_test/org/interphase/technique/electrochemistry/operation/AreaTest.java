package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** Spectra per area, and areas that are stated. */
class AreaTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 0.1, 61);
    private static final EisFit FIT = new EisFit(ElementLibrary::standard);

    private static Table cell(String name, double resistance, double area, String unit, Metadata metadata) {
        double[][] z = ImpedanceTruth.of(10, new Arc(resistance, 1e-2, 0.9)).measured(HERTZ, 1e-4, 1);
        double[] re = java.util.Arrays.stream(z[0]).map(v -> v * area).toArray();
        double[] minus = java.util.Arrays.stream(z[1]).map(v -> -v * area).toArray();
        return new Table(DatasetHeader.of(name, "eis", metadata), List.of(Column.of("frequency", "Hz", HERTZ),
                Column.of("Re(Z)", unit, re), Column.of("-Im(Z)", unit, minus)));
    }

    private static Map<String, String> units(Outcome o) {
        Map<String, String> out = new TreeMap<>();
        for (Measurement m : o.measurements()) {
            out.put(m.name(), m.unit().text());
        }
        return out;
    }

    @Test
    void whatFollowsFromASpectrumPerAreaIsPerArea() throws Exception {
        Table whole = cell("a", 100, 1, "ohm", Metadata.EMPTY);
        Table perArea = cell("a", 100, 2, "ohm.cm2", Metadata.EMPTY);
        Outcome a = FIT.apply(whole, Spectra.fit("L1-R0-p(R1-W1,CPE1)-C1", "unit"), Progress.none());
        Outcome b = FIT.apply(perArea, Spectra.fit("L1-R0-p(R1-W1,CPE1)-C1", "unit"), Progress.none());
        assertEquals(Map.of("R0", "ohm", "L1", "H", "W1", "ohm.s-0.5", "CPE1_0", "S.s^a", "CPE1_1", "1", "C1", "F",
                "chi-square", "ohm2"), only(a));
        assertEquals(Map.of("R0", "ohm.cm2", "L1", "H.cm2", "W1", "ohm.cm2.s-0.5", "CPE1_0", "S.s^a/cm2", "CPE1_1", "1",
                "C1", "F/cm2", "chi-square", "ohm2.cm4"), only(b));
        assertEquals("F/cm2", units(b).get("effective capacitance CPE1 (Brug)"));
        assertEquals(2 * Spectra.value(a, "R0"), Spectra.value(b, "R0"), 1e-3);
    }

    private static Map<String, String> only(Outcome o) {
        Map<String, String> out = units(o);
        out.keySet().retainAll(List.of("R0", "L1", "W1", "CPE1_0", "CPE1_1", "C1", "chi-square"));
        return out;
    }

    @Test
    void theDistributionOfASpectrumPerAreaIsPerArea() throws Exception {
        EisDrt drt = new EisDrt();
        Outcome o = drt.apply(cell("a", 100, 2, "ohm.cm2", Metadata.EMPTY),
                Parameters.defaults(EisDrt.Parameters.class), Progress.none());
        assertEquals("ohm.cm2", units(o).get("polarisation resistance"));
        assertEquals("F/cm2", units(o).get("peak 1 capacitance"));
        assertEquals(200, Spectra.value(o, "polarisation resistance"), 2);
    }

    @Test
    void aStatedAreaGivesAreaSpecificResistances() throws Exception {
        Metadata stated = Metadata.EMPTY.with("electrode area", 2, "cm2").with("electrode area source", "stated");
        Outcome o = FIT.apply(cell("a", 100, 1, "ohm", stated), Spectra.fit("R0-p(R1,CPE1)", "modulus"),
                Progress.none());
        assertEquals(2 * Spectra.value(o, "R1"), Spectra.value(o, "area specific R1"), 1e-9);
        assertEquals(2 * Spectra.uncertainty(o, "R1"), Spectra.uncertainty(o, "area specific R1"), 1e-12);
        Metadata unasked = Metadata.EMPTY.with("electrode area", 0.001, "cm2");
        Outcome without = FIT.apply(cell("a", 100, 1, "ohm", unasked), Spectra.fit("R0-p(R1,CPE1)", "modulus"),
                Progress.none());
        assertEquals(null, units(without).get("area specific R1"));
    }

    @Test
    void conductivityOfASpectrumPerAreaNeedsNoArea() throws Exception {
        Outcome fit = FIT.apply(cell("a", 100, 2, "ohm.cm2", Metadata.EMPTY), Spectra.fit("R0-p(R1,CPE1)", "modulus"),
                Progress.none());
        EisConductivity.Parameters p = Parameters.with(Parameters.defaults(EisConductivity.Parameters.class), "area",
                5.0);
        Outcome o = new EisConductivity().apply((Table) fit.dataset(), Parameters.with(p, "resistance", "R1"),
                Progress.none());
        assertEquals(0.1 / Spectra.value(fit, "R1"), Spectra.value(o, "conductivity"), 1e-12);
        assertEquals(Spectra.value(fit, "R1"), Spectra.value(o, "area specific resistance"), 1e-9);
    }

    private static Outcome arrhenius(Dataset... members) throws Exception {
        Series series = Series.named(DatasetHeader.of("films", "eis", Metadata.EMPTY), List.of(members));
        EisFitSeries fit = new EisFitSeries(ElementLibrary::standard);
        Outcome fitted = fit.apply(series, Spectra.fit("R0-p(R1,CPE1)", "modulus"), Progress.none());
        return new EisArrhenius().apply((Series) fitted.dataset(), Parameters.with(Parameters.defaults(
                EisArrhenius.Parameters.class), "resistance", "R1"), Progress.none());
    }

    private static Metadata at(double degC) {
        return Metadata.EMPTY.with("temperature", degC, "degC");
    }

    @Test
    void theGeometryMayBeStatedOfTheFiles() throws Exception {
        Metadata geometry = Metadata.EMPTY.with("electrode area", 2, "cm2").with("electrode area source", "stated")
                .with("thickness", 500, "um");
        Outcome o = arrhenius(cell("a", 100, 1, "ohm", geometry.with("temperature", 20, "degC")),
                cell("b", 50, 1, "ohm", geometry.with("temperature", 40, "degC")));
        assertEquals(0.05 / 2 / Spectra.value(o, "resistance at 20 degC"), Spectra.value(o, "conductivity at 20 degC"),
                1e-12);
        Outcome perArea = arrhenius(cell("a", 100, 2, "ohm.cm2", at(20).with("thickness", 500, "um")),
                cell("b", 50, 2, "ohm.cm2", at(40).with("thickness", 500, "um")));
        assertEquals(0.05 / Spectra.value(perArea, "resistance at 20 degC"),
                Spectra.value(perArea, "conductivity at 20 degC"), 1e-12);
        assertEquals("S/cm2", units(arrhenius(cell("a", 100, 2, "ohm.cm2", at(20)), cell("b", 50, 2, "ohm.cm2",
                at(40)))).get("conductance at 20 degC"));
    }

    @Test
    void spectraOfDifferentScalesAreNotMixed() {
        assertThrows(AnalysisException.class, () -> arrhenius(cell("a", 100, 2, "ohm.cm2", at(20)),
                cell("b", 50, 2, "ohm", at(40))));
    }
}
