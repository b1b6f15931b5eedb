package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GamryRecordsTest {

    private static List<Dataset> read(String text) throws IOException {
        return new GamryReader().read(EcLabSamples.text("a.DTA", text), Progress.none());
    }

    private static Column column(Dataset d, String name) {
        return ((Table) d).column(name).orElseThrow();
    }

    private static String file(String tag, String... tables) {
        return EcLabSamples.gamry(tag, tables);
    }

    @ParameterizedTest
    @CsvSource({"CV, cv", "LSV, lsv", "CHRONOA, ca", "CHRONOP, cp", "CORPOT, ocv", "PWR800, electrochemistry.record"})
    void theExperimentTellsTheKind(String tag, String kind) throws Exception {
        Dataset d = read(file(tag, EcLabSamples.curve("CURVE", 0, 5))).get(0);
        assertEquals(kind, d.kind().id());
        assertEquals(0.002, column(d, "current").get(1), 1e-15);
        assertEquals("A", column(d, "current").unit().text());
        assertEquals("V", column(d, "voltage").unit().text());
        assertEquals(2, d.metadata().number("electrode area", "cm2").orElseThrow());
    }

    @Test
    void curvesThatGoOnInTimeAreCyclesOfOneRecord() throws Exception {
        List<Dataset> all = read(file("CV", EcLabSamples.curve("CURVE1", 0, 5), EcLabSamples.curve("CURVE2", 5, 3)));
        assertEquals(1, all.size());
        assertEquals(8, ((Table) all.get(0)).rows());
        assertEquals(1, column(all.get(0), "cycle").get(4));
        assertEquals(2, column(all.get(0), "cycle").get(5));
        assertEquals(7, column(all.get(0), "time").get(7));
    }

    @Test
    void curvesThatBeginAnewStandOnTheirOwn() throws Exception {
        List<Dataset> all = read(file("CHRONOA", EcLabSamples.curve("OCVCURVE", 0, 4), EcLabSamples.curve("CURVE1",
                0, 5),
                EcLabSamples.curve("CURVE2", 0, 3)));
        assertEquals(List.of("ocv", "ca", "ca"), all.stream().map(d -> d.kind().id()).toList());
        assertEquals(List.of("a (1)", "a (2)", "a (3)"), all.stream().map(Dataset::name).toList());
    }

    @Test
    void recordsBesideASpectrumAreNamed() throws Exception {
        String spectrum = "ZCURVE\tTABLE\n\tPt\tFreq\tZreal\tZimag\n\t#\tHz\tohm\tohm\n\t0\t100\t1\t-1\n"
                + "\t1\t10\t2\t-2\n\t2\t1\t3\t-1\n";
        List<Dataset> all = read(file("EISPOT", EcLabSamples.curve("OCVCURVE", 0, 4), spectrum));
        assertEquals(List.of("eis"), all.stream().map(d -> d.kind().id()).toList());
        assertTrue(all.get(0).header().remarks().toString().contains("a record over time (OCVCURVE of 4 rows)"),
                all.get(0).header().remarks().toString());
        assertTrue(read(file("EISPOT", spectrum)).get(0).header().remarks().isEmpty());
    }

    @Test
    void novaSweepsThatDontTurnAreLinear() throws Exception {
        String head = "Potential applied (V)\tTime (s)\tWE(1).Current (A)\tWE(1).Potential (V)\tScan\n";
        String up = "0\t0\t1e-6\t0\t1\n0.1\t1\t1e-6\t0.1\t1\n0.2\t2\t1e-6\t0.2\t1\n";
        String back = "0.1\t3\t1e-6\t0.1\t1\n0\t4\t1e-6\t0\t1\n";
        String stands = "0.2\t0\t1e-6\t0.2\t1\n0.2\t1\t1e-6\t0.2\t1\n";
        assertEquals("lsv", nova(head + up));
        assertEquals("cv", nova(head + up + back));
        assertEquals("electrochemistry.record", nova(head + stands));
    }

    private static String nova(String text) throws IOException {
        return new AutolabTextReader().read(EcLabSamples.text("n.txt", text), Progress.none()).get(0).kind().id();
    }

    @Test
    void aTableCutOffIsRefusedOrNamed() throws Exception {
        String whole = file("CV", EcLabSamples.curve("CURVE", 0, 5));
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read(whole.substring(0, whole.length() - 20)));
        assertTrue(e.position().startsWith("line"), e.position());
        Dataset d = read(whole.substring(0, whole.length() - 1)).get(0);
        assertTrue(((Table) d).header().remarks().toString().contains("cut off"));
        assertTrue(read(whole).get(0).header().remarks().isEmpty());
        assertThrows(DatasetFormatException.class, () -> read(whole.replace("TABLE", "TABLE\t6")));
        assertEquals(5, ((Table) read(whole.replace("TABLE", "TABLE\t5")).get(0)).rows());
    }

    @ParameterizedTest
    @CsvSource({"10mV.txt, 31.752, -52.211", "25mV.DTA, 49.160, -78.922", "50mV.DTA, 68.155, -112.45",
        "100mV.DTA, 92.109, -161.06"})
    void recordedVoltammogramsHaveTheirKnownExtremes(String rate, double oxidation, double reduction) throws Exception {
        Source s = Source.of(SharedData.require("voltammetry/10mM_F2CA_1M_KOH_pH_14_" + rate));
        assertEquals(95, new GamryReader().confidence(SourceHead.of(s)));
        Dataset d = new GamryReader().read(s, Progress.none()).get(0);
        assertEquals("cv", d.kind().id());
        assertEquals(2402, ((Table) d).rows());
        assertEquals(2, column(d, "cycle").get(2401));
        assertEquals(1, column(d, "cycle").get(2400));
        assertEquals(oxidation, 1e6 * column(d, "current").max(), 2e-3 * 5);
        assertEquals(reduction, 1e6 * column(d, "current").min(), 2e-3 * 5);
    }

    @ParameterizedTest
    @CsvSource({"0005, 1.0254, -6.0059", "0010, 3.1091, -7.843", "0020, 6.3751, -10.776", "0040, 10.022, -14.859",
        "0060, 12.866, -17.548", "0080, 14.865, -19.565", "0100, 16.760, -21.445", "0125, 18.600, -23.590",
        "0150, 20.309, -25.473", "0200, 23.520, -28.336"})
    void recordedExportsOfNovaHaveTheirKnownExtremes(String rate, double oxidation, double reduction) throws Exception {
        Source s = Source.of(SharedData.require("voltammetry/ECSA_" + rate + "mV.txt"));
        assertEquals(93, new AutolabTextReader().confidence(SourceHead.of(s)));
        Table t = (Table) new AutolabTextReader().read(s, Progress.none()).get(0);
        assertEquals("cv", t.kind().id());
        assertEquals(648, t.rows());
        assertEquals(oxidation, 1e6 * column(t, "current").max(), 6e-4);
        assertEquals(reduction, 1e6 * column(t, "current").min(), 6e-4);
        assertTrue(t.header().remarks().toString().contains("5839 of 6487 rows"));
    }

    @Test
    void rowsOfNovaWithoutTimeAreNoRowsAndShortOnesAreRefused() throws Exception {
        String whole = EcLabSamples.nova();
        Table t = (Table) new AutolabTextReader().read(EcLabSamples.text("n.txt", whole), Progress.none()).get(0);
        assertEquals(3, t.rows());
        assertEquals(1e-6, column(t, "current").get(1), 1e-20);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> new AutolabTextReader().read(
                EcLabSamples.text("n.txt", whole + "3\t0.5\t1e-6"), Progress.none()));
        assertEquals("line 6", e.position());
    }
}
