package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.operation.EisFit;
import org.interphase.technique.electrochemistry.operation.EisKramersKronig;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the shared cases that hold impedances, each with what is right for it. */
class CasesTest {

    // where the cases are absent the test is left out here, never inside an assertThrows, which would take that for
    // the error
    private static Source source(String file) {
        return Source.of(SharedData.require("../cases/" + file));
    }

    private static List<Dataset> read(String file) throws IOException {
        return read(source(file));
    }

    private static List<Dataset> read(Source source) throws IOException {
        SourceHead head = SourceHead.of(source);
        DatasetReader best = AllReaders.list().stream()
                .max(Comparator.comparingInt(r -> r.confidence(head))).orElseThrow();
        assertTrue(best.confidence(head) >= 75, source + " is not recognised");
        return best.read(source, Progress.none());
    }

    private static double[] range(Dataset d, String column) {
        Column c = ((Table) d).column(column).orElseThrow();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double v : c.values()) {
            min = Math.min(min, v);
            max = Math.max(max, v);
        }
        return new double[] {min, max};
    }

    private static void assertRange(double low, double high, Dataset d, String column) {
        double[] found = range(d, column);
        assertEquals(low, found[0], 1e-6 * Math.max(Math.abs(low), Math.abs(high)), column);
        assertEquals(high, found[1], 1e-6 * Math.max(Math.abs(low), Math.abs(high)), column);
    }

    @ParameterizedTest
    @CsvSource({"35_minus_re_minus_im.csv, 19.969572, 419.16068, 0.073295513, 119.24886, ohm",
        "05_ohmcm2.csv, 22.565617, 473.65157, 0.082823929, 134.75121, ohm.cm2",
        "29_admittance.csv, 19.969572, 419.16068, 0.073295513, 119.24886, ohm",
        "30_Cp_D.csv, 19.969572, 419.16068, 0.073295513, 119.24886, ohm",
        "07e_logf.csv, 19.969572, 419.16068, 0.073295513, 119.24886, ohm",
        "31_short_inductive.csv, 0.010943972, 0.014459278, -0.75415905, 3.4913248e-5, ohm",
        "38_negative_re_first_point.csv, -12.00435, 417.24962, 0.12343769, 119.24886, ohm"})
    void theImpedanceIsWhatWasMeasured(String file, double low, double high, double lowest, double highest,
            String unit) throws Exception {
        List<Dataset> found = read(file);
        assertEquals(1, found.size());
        assertRange(0.01, 1e6, found.get(0), "frequency");
        assertRange(low, high, found.get(0), "Re(Z)");
        assertRange(lowest, highest, found.get(0), "-Im(Z)");
        assertEquals(unit, ((Table) found.get(0)).column("Re(Z)").orElseThrow().unit().text());
        assertEquals(List.of(), found.get(0).header().remarks());
    }

    @Test
    void downAndUpAreTwoSpectra() throws Exception {
        List<Dataset> found = read("10_down_up.csv");
        assertEquals(2, found.size());
        assertRange(19.969572, 419.16068, found.get(0), "Re(Z)");
        assertRange(23.963487, 502.99282, found.get(1), "Re(Z)");
    }

    @Test
    void threeSideBySideAreThree() throws Exception {
        List<Dataset> found = read("11b_three_side.csv");
        assertEquals(List.of(25.0, 40.0, 60.0), found.stream()
                .map(d -> d.metadata().number("temperature", "degC").orElseThrow()).toList());
        assertRange(19.911550, 418.46049, found.get(0), "Re(Z)");
        assertRange(19.924903, 613.22961, found.get(2), "Re(Z)");
    }

    @Test
    void aSignThatLooksReversedIsSaid() throws Exception {
        Dataset d = read("32_lib_minusim_headed_im.csv").get(0);
        assertTrue(d.header().remarks().get(0).text().startsWith("The sign of Im(Z) looks reversed"));
        // the lead is inductive, the cell capacitive
        assertRange(-0.75074287, 0.0073763183, d, "-Im(Z)");
    }

    @Test
    void aNameTooFewIsRefused() {
        Source source = source("36_mpt_missing_freq_name.mpt");
        String message = assertThrows(DatasetFormatException.class, () -> read(source)).getMessage();
        assertTrue(message.contains("names and columns do not match"), message);
    }

    @Test
    void aNegativeRealPartIsNamedByTheKramersKronigTest() throws Exception {
        EisKramersKronig test = new EisKramersKronig();
        String told = test.apply((Table) read("38_negative_re_first_point.csv").get(0), Parameters.defaults(
                EisKramersKronig.Parameters.class), Progress.none()).remarks().toString();
        assertTrue(told.contains("negative at 1\u00d710\u2076 Hz (-12 ohm)"), told);
        String sound = test.apply((Table) read("07e_logf.csv").get(0), Parameters.defaults(
                EisKramersKronig.Parameters.class), Progress.none()).remarks().toString();
        assertTrue(!sound.contains("negative at"), sound);
    }

    @Test
    void theInductanceOfAShortedLeadIsFound() throws Exception {
        Outcome o = new EisFit(ElementLibrary::standard).apply((Table) read("31_short_inductive.csv").get(0),
                Spectra.fit("L1-R0", "modulus"), Progress.none());
        assertEquals(1.2e-7, Spectra.value(o, "L1"), 1e-9);
    }

    @Test
    void resultsOfOhmCm2AreInOhmCm2() throws Exception {
        Outcome o = new EisFit(ElementLibrary::standard).apply((Table) read("05_ohmcm2.csv").get(0), Spectra.fit(
                "R0-p(R1,CPE1)-p(R2,CPE2)", "modulus"), Progress.none());
        for (String r : List.of("R0", "R1", "R2")) {
            assertEquals("ohm.cm2", o.measurements().stream().filter(m -> m.name().equals(r)).findFirst().orElseThrow()
                    .unit().text());
        }
    }

    @Test
    void aBlankRowIsNamedAndCutsNothing() throws Exception {
        List<Dataset> found = read("13d_blank_only.csv");
        assertEquals(1, found.size());
        assertEquals(80, ((Table) found.get(0)).rows());
        assertTrue(found.get(0).header().remarks().get(0).text().matches("Line \\d+ .*"),
                found.get(0).header().remarks().toString());
    }
}
