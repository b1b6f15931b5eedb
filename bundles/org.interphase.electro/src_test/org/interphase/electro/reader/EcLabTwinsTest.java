package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @CsvSource({"impedance/PEIS_LPSCl_IonBlocking_-25C.mpr, impedance/PEIS_LPSCl_IonBlocking_-25C.txt, 10, "
            + "Cs Cp I_Range |Ewe| |I| (Q-Qo), ''",
        "voltammetry/cv.mpr, voltammetry/cv.mpt, 11, '', ''",
        "voltammetry/cv.issue_149.mpr, voltammetry/cv.issue_149.mpt, 14, '', ''",
        "voltammetry/cva.issue_202.mpr, voltammetry/cva.issue_202.mpt, 15, '', ''",
        "voltammetry/ca.mpr, voltammetry/ca.mpt, 20, '', ''",
        "voltammetry/cp.mpr, voltammetry/cp.mpt, 17, '', Q charge/discharge/mA.h",
        "cycling/gcpl.issue_149.mpr, cycling/gcpl.issue_149.mpt, 16, '', ''",
        "cycling/gcpl.pr_182.1.mpr, cycling/gcpl.pr_182.1.mpt, 21, '', ''"})
    void everyColumnOfABinaryFileEqualsItsTextTwinToTheLastPrintedDigit(String binary, String text, int common,
            String notPrinted, String computedAgain) throws Exception {
        Table mpr = read(binary);
        String[] lines = new String(Files.readAllBytes(SharedData.require(text)), StandardCharsets.ISO_8859_1)
                .split("\r?\n");
        int header = Integer.parseInt(lines[1].replaceAll("\\D", ""));
        String[] headings = lines[header - 1].split("\t");
        Set<String> alone = mpr.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        int compared = 0;
        assertEquals(mpr.rows(), lines.length - header);
        for (int c = 0; c < headings.length; c++) {
            Column printed = EcLabColumns.column(headings[c], new double[0]);
            Column own = mpr.column(printed.name()).orElse(null);
            if (own == null) {
                continue;
            }
            assertEquals(printed.unit(), own.unit(), printed.name());
            alone.remove(own.name());
            compared++;
            for (int r = 0; r < mpr.rows(); r++) {
                String number = lines[header + r].split("\t")[c].strip().replace(',', '.');
                if (headings[c].equals(computedAgain)) {
                    // the export made it of the charge in single precision
                    assertEquals(Double.parseDouble(number), own.get(r), 1e-7 * Math.abs(own.get(r)), headings[c]);
                } else {
                    assertPrinted(number, own.get(r), headings[c] + " row " + r);
                }
            }
        }
        assertEquals(common, compared);
        assertEquals(new TreeSet<>(notPrinted.isEmpty() ? List.of() : List.of(notPrinted.split(" ")).stream()
                .map(n -> n.replace('_', ' ')).toList()), alone);
    }

    /** Half a unit of the last printed digit; EC-Lab's own rounding errs by up to 1 % of a unit more. */
    private static void assertPrinted(String printed, double value, String where) {
        BigDecimal p = new BigDecimal(printed);
        BigDecimal off = new BigDecimal(value).subtract(p).abs();
        assertTrue(off.compareTo(p.ulp().multiply(HALF)) <= 0, where + ": " + value + " and " + printed);
    }

    @Test
    void textWithDecimalCommaIsRead() throws Exception {
        Table t = read("cycling/gcpl.issue_149.mpt");
        assertEquals("gcpl", t.kind().id());
        assertEquals(30.15299923827115, t.column("time").orElseThrow().get(0), 1e-12);
        assertEquals("uF", t.column("Capacitance charge").orElseThrow().unit().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"voltammetry/cv", "voltammetry/cv.issue_149", "voltammetry/cva.issue_202",
        "voltammetry/ca", "voltammetry/cp", "cycling/gcpl.issue_149"})
    void whatBothFilesSayOfTheCellIsTheSame(String name) throws Exception {
        Table mpr = read(name + ".mpr");
        Table mpt = read(name + ".mpt");
        assertEquals(mpt.kind(), mpr.kind());
        for (String key : List.of("started", "channel")) {
            String printed = mpt.metadata().text(key).orElseThrow();
            String own = mpr.metadata().text(key).orElseThrow();
            assertTrue(own.startsWith(printed.replaceFirst("\\.?0+$", "")), key + ": " + own + " and " + printed);
        }
        for (String key : List.of("electrode area/cm2", "mass/mg", "battery capacity/mA.h")) {
            String[] k = key.split("/");
            OptionalDouble printed = mpt.metadata().number(k[0], k[1]);
            OptionalDouble own = mpr.metadata().number(k[0], k[1]);
            assertEquals(printed.orElse(-1), own.orElse(-1), 1e-6, key);
        }
    }

    @Test
    void theMassesAndCapacityOfACellAreRead() throws Exception {
        Metadata m = read("cycling/gcpl.pr_182.1.mpr").metadata();
        assertEquals(6.52, m.number("mass", "mg").orElseThrow(), 1e-12);
        assertEquals(1.767, m.number("electrode area", "cm2").orElseThrow(), 1e-12);
        assertEquals(2.217, m.number("battery capacity", "mA.h").orElseThrow(), 1e-12);
        assertEquals("Hard Carbon", m.text("electrode material").orElseThrow());
    }

    @Test
    void aLinearSweepWithoutTwinHasItsKnownExtremes() throws Exception {
        Table t = read("voltammetry/01_LSV_C06.mpr");
        assertEquals("lsv", t.kind().id());
        assertEquals(311, t.rows());
        Column i = t.column("<I>").orElseThrow();
        assertEquals(0.240823, i.max(), 1e-6);
        assertEquals(-5.26237, i.min(), 1e-5);
        assertEquals(19.0578, t.column("time").orElseThrow().max(), 1e-4);
        assertEquals(-0.0328147, t.column("(Q-Qo)").orElseThrow().get(310), 1e-7);
        assertEquals("V", t.column("<Ece>").orElseThrow().unit().text());
    }

    @Test
    void theHalfCyclesOfACyclingRecordCarryTheirKnownCharge() throws Exception {
        Table t = read("cycling/gcpl.pr_182.1.mpr");
        Column half = t.column("half cycle").orElseThrow();
        Column dq = t.column("dq").orElseThrow();
        Map<Double, Double> sums = new TreeMap<>();
        for (int r = 0; r < t.rows(); r++) {
            sums.merge(half.get(r), dq.get(r), Double::sum);
        }
        assertEquals(List.of(0.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0), List.copyOf(sums.keySet()));
        double[] known = {-3.25196, 2.61607, -2.25243, 2.09263, -2.11951, 1.98816, -2.08828, 1.97890};
        int k = 0;
        for (double sum : sums.values()) {
            assertEquals(known[k++], sum, 2e-5);
        }
    }

    @Test
    void textOfModuloBatAndOfChosenColumnsIsRead() throws Exception {
        Table part = read("cycling/Sample_data_biologic_03_MB_CA1.txt");
        int last = part.rows() - 1;
        assertEquals(256016.11344, part.column("time").orElseThrow().get(last), 1e-4);
        assertEquals(450.135, part.column("I").orElseThrow().get(last), 1e-3);
        assertEquals(3.062546, part.column("Ecell").orElseThrow().get(last), 1e-6);
        assertEquals(22.989878, part.column("Temperature").orElseThrow().get(last), 1e-6);
        assertEquals("degC", part.column("Temperature").orElseThrow().unit().text());
        assertEquals(4.5, part.metadata().number("battery capacity", "A.h").orElseThrow());
        Table lili = read("cycling/LiLi_1MLiTFSI_TEGDME_1mA_03_GCPL_C05.txt");
        assertEquals(76807, lili.rows());
        assertEquals(0.6634, lili.column("Ewe").orElseThrow().max(), 1e-4);
        assertEquals(163243.411, lili.column("time").orElseThrow().max(), 1e-3);
        Table loops = (Table) new EcLabLoopReader().read(Source.of(SharedData.require(
                "cycling/LiLi_1MLiTFSI_TEGDME_1mA_03_GCPL_C05_LOOP.txt")), Progress.none()).get(0);
        assertEquals(45, loops.rows());
    }
}
