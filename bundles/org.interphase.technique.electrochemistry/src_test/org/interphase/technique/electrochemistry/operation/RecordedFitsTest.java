package org.interphase.technique.electrochemistry.operation;

import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded spectra whose best fits are documented or were derived independently with 60 starts of another program. */
class RecordedFitsTest {

    private static final String BATTERY = "R0-p(R1,C1)-p(R2-Wo1,C2)";

    private final EisFit fit = new EisFit(ElementLibrary::standard);

    private Outcome fit(String file, String circuit, String weighting) throws Exception {
        return fit.apply(Spectra.recorded(file), Spectra.fit(circuit, weighting), Progress.none());
    }

    @Test
    void theBatteryReachesTheGlobalMinimumAndNotTheDocumentedLocalOne() throws Exception {
        Outcome o = fit("exampleData.csv", BATTERY, "unit");
        assertEquals(1.40314e-5, value(o, "sum of squares"), 5e-11);
        assertEquals(1.40314e-5, value(o, "chi-square"), 5e-11);
        assertEquals(0.0165051, value(o, "R0"), 1e-6);
        assertEquals(0.0053359, value(o, "R1"), 1e-6);
        assertEquals(0.22039, value(o, "C1"), 1e-4);
        assertEquals(0.0091455, value(o, "R2"), 1e-6);
        assertEquals(2.7653, value(o, "C2"), 1e-3);
    }

    @Test
    void theBatteryFitSaysThatTheDiffusionParametersAreNotIdentifiable() throws Exception {
        Outcome o = fit("exampleData.csv", BATTERY, "unit");
        assertTrue(o.remarks().stream().anyMatch(r -> r.level() == Remark.Level.WARNING && r.component().equals("Wo1")
                && r.text().contains("not separately identifiable")), o.remarks().toString());
    }

    @Test
    void theBatteryWithModulusWeightsHasTheKnownWeightedSum() throws Exception {
        assertEquals(0.0183879, value(fit("exampleData.csv", BATTERY, "modulus"), "chi-square"), 5e-8);
    }

    @ParameterizedTest
    @CsvSource({"Circuit1_EIS_1.z, unit, 29.14, 46.65, 1.043e-5", "Circuit1_EIS_1.z, modulus, 29.14, 46.65, 1.043e-5",
        "Circuit2_EIS_1.z, unit, 150.4, 502.4, 3.116e-8", "Circuit2_EIS_1.z, modulus, 150.4, 502.4, 3.116e-8"})
    void dummyCellsComeOutWithinHalfAPercent(String file, String weighting, double r0, double r1, double c1)
            throws Exception {
        Outcome o = fit(file, "R0-p(R1,C1)", weighting);
        assertEquals(r0, value(o, "R0"), 0.005 * r0);
        assertEquals(r1, value(o, "R1"), 0.005 * r1);
        assertEquals(c1, value(o, "C1"), 0.005 * c1);
        assertEquals("F", o.measurements().stream().filter(m -> m.name().equals("C1")).findFirst().orElseThrow()
                .unit().text());
    }

    @Test
    void theIonConductorHasThePublishedChiSquare() throws Exception {
        Outcome o = fit("s04147-140deg.txt", "(R1|Q1)+(R2|Q2)+Q3", "modulus");
        assertEquals(0.007332, value(o, "chi-square"), 5e-7);
        assertTrue(value(o, "Q1_1") > 0.5 && value(o, "Q1_1") <= 1);
    }

    @Test
    void resolvedParametersGiveTheSameFitAgain() throws Exception {
        Outcome first = fit("s04147-140deg.txt", "(R1|Q1)+(R2|Q2)+Q3", "modulus");
        EisFit.Parameters resolved = (EisFit.Parameters) first.resolved().orElseThrow();
        Outcome second = fit.apply(Spectra.recorded("s04147-140deg.txt"), Parameters.with(resolved, "starts", 0),
                Progress.none());
        assertEquals(value(first, "chi-square"), value(second, "chi-square"), 1e-9);
        assertEquals(value(first, "R2"), value(second, "R2"), 1e-5 * value(first, "R2"));
    }

    @Test
    void aBadCircuitIsRefusedWithItsColumn() throws Exception {
        double[] hertz = {1000, 100, 10, 1};
        Table spectrum = Spectra.table("a resistor", hertz, new double[][] {{50, 50, 50, 50}, {0, 0, 0, 0}});
        AnalysisException e = assertThrows(AnalysisException.class,
                () -> fit.apply(spectrum, Spectra.fit("R0-p(R1,Y1)", "unit"), Progress.none()));
        assertTrue(e.getMessage().contains("column 9"), e.getMessage());
    }
}
