package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.ElectrochemistryTechnique;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFilesTest {

    private static final BigDecimal HALF = new BigDecimal("0.51");

    private static Table read(String file) throws IOException {
        Source source = Source.of(SharedData.require(file));
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        for (DatasetReader r : new ElectrochemistryTechnique().readers()) {
            best = best == null || r.confidence(head) > best.confidence(head) ? r : best;
        }
        List<Dataset> all = best.read(source, Progress.none());
        assertEquals(1, all.size());
        return (Table) all.get(0);
    }

    @ParameterizedTest
    @CsvSource({"impedance/exampleData.csv, 66", "impedance/Circuit1_EIS_1.z, 48", "impedance/Circuit2_EIS_1.z, 56",
        "impedance/exampleDataBioLogic.mpt, 43", "impedance/exampleDataGamry.DTA, 72",
        "impedance/exampleDataAutolab.txt, 41", "impedance/1ZARC.csv, 81", "impedance/2ZARC3.csv, 81",
        "impedance/LIB_data.txt, 107", "impedance/PEIS_LPSCl_IonBlocking_-25C.mpr, 79",
        "impedance/PEIS_LPSCl_IonBlocking_-25C_RelaxIS.txt, 79", "impedance/s04147-140deg.txt, 42"})
    void everyRecordedSpectrumIsReadWithItsNumberOfPoints(String file, int points) throws Exception {
        Table t = read(file);
        assertEquals(points, t.rows());
        assertEquals("eis", t.kind().id());
        assertEquals(List.of("Hz", "ohm", "ohm"), List.of("frequency", "Re(Z)", "-Im(Z)").stream()
                .map(n -> t.column(n).orElseThrow().unit().text()).toList());
    }

    @Test
    void theSignOfTheImaginaryPartIsTheSameForEveryFormat() throws Exception {
        for (String file : new String[] {"exampleData.csv", "Circuit1_EIS_1.z", "exampleDataGamry.DTA", "1ZARC.csv",
            "exampleDataBioLogic.mpt", "exampleDataAutolab.txt", "LIB_data.txt", "s04147-140deg.txt",
            "PEIS_LPSCl_IonBlocking_-25C.mpr", "PEIS_LPSCl_IonBlocking_-25C_RelaxIS.txt"}) {
            double[] im = read("impedance/" + file).column("-Im(Z)").orElseThrow().values();
            assertTrue(Arrays.stream(im).filter(v -> v > 0).count() > 0.6 * im.length, file);
        }
    }

    @Test
    void theBinaryFileCoversThePrintedRangeOfTheRealPart() throws Exception {
        Column re = read("impedance/PEIS_LPSCl_IonBlocking_-25C.mpr").column("Re(Z)").orElseThrow();
        assertEquals(359.24, re.min(), 0.005);
        assertEquals(1.7994e6, re.max(), 50);
    }

    @ParameterizedTest
    @CsvSource({"impedance/PEIS_LPSCl_IonBlocking_-25C.mpr, impedance/PEIS_LPSCl_IonBlocking_-25C.txt, 10",
        "voltammetry/cv.mpr, voltammetry/cv.mpt, 11", "cycling/gcpl.issue_149.mpr, cycling/gcpl.issue_149.mpt, 16"})
    void binaryFilesEqualTheirTextTwinsToTheLastPrintedDigit(String binary, String text, int common)
            throws Exception {
        Table mpr = read(binary);
        String[] lines = new String(Files.readAllBytes(SharedData.require(text)), StandardCharsets.ISO_8859_1)
                .split("\r?\n");
        int header = Integer.parseInt(lines[1].replaceAll("\\D", ""));
        String[] headings = lines[header - 1].split("\t");
        int compared = 0;
        for (int c = 0; c < headings.length; c++) {
            Column own = mpr.column(EcLabColumns.column(headings[c], new double[0]).name()).orElse(null);
            if (own == null) {
                continue;
            }
            compared++;
            for (int r = 0; r < mpr.rows(); r++) {
                String printed = lines[header + r].split("\t")[c].strip().replace(',', '.');
                BigDecimal value = new BigDecimal(printed);
                // half a unit of the last printed digit; EC-Lab's own rounding errs by up to 1 % of a unit more
                BigDecimal off = new BigDecimal(own.get(r)).subtract(value).abs();
                assertTrue(off.compareTo(value.ulp().multiply(HALF)) <= 0, headings[c] + " row " + r + ": "
                        + own.get(r) + " and " + printed);
            }
        }
        assertTrue(compared >= common, compared + " common columns");
    }

    @Test
    void theExportOfAnotherProgramHasTheSameSpectrum() throws Exception {
        Table mpr = read("impedance/PEIS_LPSCl_IonBlocking_-25C.mpr");
        Table relaxis = read("impedance/PEIS_LPSCl_IonBlocking_-25C_RelaxIS.txt");
        int n = mpr.rows();
        for (String name : List.of("frequency", "Re(Z)", "-Im(Z)")) {
            double[] a = mpr.column(name).orElseThrow().values();
            double[] b = relaxis.column(name).orElseThrow().values();
            for (int i = 0; i < n; i++) {
                assertEquals(a[i], b[n - 1 - i], 1e-7 * Math.abs(a[i]), name);
            }
        }
    }

    @Test
    void textWithDecimalCommaIsRead() throws Exception {
        Table t = read("cycling/gcpl.issue_149.mpt");
        assertEquals("gcpl", t.kind().id());
        assertEquals(30.15299923827115, t.column("time").orElseThrow().get(0), 1e-12);
        assertEquals("uF", t.column("Capacitance charge").orElseThrow().unit().text());
    }

    @Test
    void whatTheFilesSayIsInTheMetadata() throws Exception {
        Table gamry = read("impedance/exampleDataGamry.DTA");
        assertEquals(10, gamry.metadata().number("amplitude", "mV").orElseThrow(), 1e-12);
        assertEquals(1, gamry.metadata().number("electrode area", "cm2").orElseThrow(), 1e-12);
        Table mpr = read("impedance/PEIS_LPSCl_IonBlocking_-25C.mpr");
        assertEquals(-25, mpr.metadata().number("temperature", "degC").orElseThrow(), 1e-9);
        assertEquals("2025-05-15T01:18:45.867", mpr.metadata().text("acquisition started").orElseThrow());
        assertEquals("cv", read("voltammetry/cv.mpr").kind().id());
    }
}
