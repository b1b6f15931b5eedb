package org.interphase.technique.electrochemistry.operation;

import static org.interphase.technique.electrochemistry.impedance.Spectra.uncertainty;
import static org.interphase.technique.electrochemistry.impedance.Spectra.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrheniusTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1, 50);
    private static final double ENERGY = 0.45;
    private static final double K = 8.617333262e-5;
    private static final EisFitSeries FIT = new EisFitSeries(ElementLibrary::standard);

    /** A pellet of 0.1 cm and 0.5 cm² whose sigma T is thermally activated; bulk arc and blocking tail. */
    private static Series pellet(double noise, double... celsius) {
        List<Dataset> members = new ArrayList<>();
        for (double t : celsius) {
            double kelvin = t + 273.15;
            double sigma = 3000 / kelvin * Math.exp(-ENERGY / (K * kelvin));
            double r = 0.1 / (sigma * 0.5);
            ImpedanceTruth truth = ImpedanceTruth.of(0.001, new Arc(r, 1e-10 * r, 0.95)).withTail(1e5, 0.85);
            members.add(Spectra.table("pellet-" + (int) t + "deg", HERTZ, truth.measured(HERTZ, noise, (long) t)));
        }
        return Series.named(DatasetHeader.of("pellet", "eis", Metadata.EMPTY), members);
    }

    private static Outcome arrhenius(Series s, Double thickness, Double area) throws AnalysisException {
        Outcome fitted = FIT.apply(s, Parameters.with(Spectra.fit("p(R1,CPE1)-CPE2", "modulus"), "starts", 10),
                Progress.none());
        return new EisArrhenius().apply((Series) fitted.dataset(), new EisArrhenius.Parameters("auto", thickness, area,
                null),
                Progress.none());
    }

    @Test
    void theActivationEnergyComesOutWithinItsUncertainty() throws Exception {
        Outcome o = arrhenius(pellet(0.005, 30, 50, 70, 90, 110, 130), 1000.0, 0.5);
        double u = uncertainty(o, "activation energy (ln sigma T)");
        assertTrue(u > 0 && u < 0.01, "u = " + u);
        assertEquals(ENERGY, value(o, "activation energy (ln sigma T)"), 3 * u + 1e-4);
        double kelvin = 343.15;
        double sigma = 3000 / kelvin * Math.exp(-ENERGY / (K * kelvin));
        assertEquals(sigma, value(o, "conductivity at 70 degC"), 0.01 * sigma);
    }

    @Test
    void eachResistanceOfACellHasItsOwnActivationEnergy() throws Exception {
        double[] energies = {0.15, 0.3, 0.5};
        List<Dataset> members = new ArrayList<>();
        for (int t = 0; t <= 60; t += 15) {
            double[] r = new double[3];
            for (int k = 0; k < 3; k++) {
                double kelvin = t + 273.15;
                r[k] = 0.01 * kelvin * Math.exp(energies[k] / K * (1 / kelvin - 1 / 298.15)) * (1 + k);
            }
            ImpedanceTruth truth = ImpedanceTruth.of(r[0], new Arc(r[1], 1e-5 * r[1], 0.9),
                    new Arc(r[2], 1e-2 * r[2], 0.9));
            members.add(Spectra.table("cell-" + t + "deg", HERTZ, truth.measured(HERTZ, 0.002, t)));
        }
        Outcome fitted = FIT.apply(Series.named(DatasetHeader.of("cell", "eis", Metadata.EMPTY), members),
                Spectra.fit("R_s-p(R_SEI,CPE_SEI)-p(R_ct,CPE_ct)", "modulus"), Progress.none());
        Outcome o = new EisArrhenius().apply((Series) fitted.dataset(), new EisArrhenius.Parameters("auto", null, null,
                0.0),
                Progress.none());
        String[] names = {"R_s", "R_SEI", "R_ct"};
        for (int k = 0; k < 3; k++) {
            String name = "activation energy of " + names[k] + " (ln G T)";
            assertEquals(energies[k], value(o, name), 4 * uncertainty(o, name), name);
            assertTrue(uncertainty(o, name) < 0.02, name);
        }
    }

    @Test
    void theTwoConventionsDifferByAboutKT() throws Exception {
        Outcome o = arrhenius(pellet(0.002, 30, 60, 90, 120), null, null);
        double difference = value(o, "activation energy (ln G T)") - value(o, "activation energy (ln G)");
        assertEquals(K * 348, difference, 0.1 * K * 348);
        assertEquals(2, o.figures().get(0).panels().size());
    }

    @Test
    void oneTemperatureOrNoneIsRefusedWithAdvice() {
        assertTrue(assertThrows(AnalysisException.class, () -> arrhenius(pellet(0.01, 30), null, null)).getMessage()
                .contains("at least two temperatures"));
        Series nameless = pellet(0.01, 30, 40).withMembers(pellet(0.01, 30, 40).members().stream()
                .map(d -> d.withHeader(d.header().withName("pellet"))).toList());
        assertTrue(assertThrows(AnalysisException.class, () -> arrhenius(nameless, null, null)).getMessage()
                .contains("-140deg"));
        assertThrows(AnalysisException.class, () -> arrhenius(pellet(0.01, 30, 40), 1000.0, null));
    }

    @Test
    void theAutomaticCircuitFindsTheBlockingTail() throws Exception {
        Outcome o = FIT.apply(pellet(0.003, 40, 60), Parameters.with(Spectra.fit("auto", "modulus"), "starts", 10),
                Progress.none());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("p(R1,CPE1)-CPE2 was chosen")),
                o.remarks().toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().contains("is significantly smaller")));
    }

    @ParameterizedTest
    @CsvSource({"s04147-140deg, 413.15", "PEIS_LPSCl_-25C, 248.15", "cell 298K, 298.15", "cell_298.15K.mpr, 298.15",
        "eis-30degC.csv, 303.15", "x_60\u00b0C, 333.15", "25C_run, 298.15"})
    void temperaturesAreReadFromFileNames(String name, double kelvin) {
        OptionalDouble t = Temperatures.inName(name);
        assertEquals(kelvin, t.orElseThrow(), name.contains("298K") ? 0.2 : 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"Circuit1_EIS_1", "exampleData", "2ZARC3", "run 12Cycles", "KCl 3M"})
    void otherNumbersAreNoTemperatures(String name) {
        assertTrue(Temperatures.inName(name).isEmpty());
    }
}
