package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetReader;
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

class RecordedFilesTest {

    private static Table read(String file) throws IOException {
        Source source = Source.of(SharedData.require(file));
        SourceHead head = SourceHead.of(source);
        DatasetReader best = null;
        for (DatasetReader r : AllReaders.list()) {
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
    void whatTheFilesSayIsInTheMetadata() throws Exception {
        Table gamry = read("impedance/exampleDataGamry.DTA");
        assertEquals(10, gamry.metadata().number("amplitude", "mV").orElseThrow(), 1e-12);
        assertEquals(1, gamry.metadata().number("electrode area", "cm2").orElseThrow(), 1e-12);
        Table mpr = read("impedance/PEIS_LPSCl_IonBlocking_-25C.mpr");
        assertEquals(-25, mpr.metadata().number("temperature", "degC").orElseThrow(), 1e-9);
        assertEquals("2025-05-15T01:18:45.867", mpr.metadata().text("acquisition started").orElseThrow());
    }
}
