package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded binary files against their text export. */
class EcLabTwinsTest {

    private static final BigDecimal HALF = new BigDecimal("0.51");

    private static Table read(String file) throws IOException {
        DatasetReader reader = file.endsWith(".mpr") ? new EcLabBinaryReader() : new EcLabTextReader();
        List<Dataset> all = reader.read(Source.of(SharedData.require(file)), Progress.none());
        assertEquals(1, all.size());
        return (Table) all.get(0);
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
    void textWithDecimalCommaIsRead() throws Exception {
        Table t = read("cycling/gcpl.issue_149.mpt");
        assertEquals("gcpl", t.kind().id());
        assertEquals(30.15299923827115, t.column("time").orElseThrow().get(0), 1e-12);
        assertEquals("uF", t.column("Capacitance charge").orElseThrow().unit().text());
    }
}
