package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final List<DatasetReader> READERS = AllReaders.list();

    private static DatasetReader best(Source s) throws IOException {
        SourceHead head = SourceHead.of(s);
        DatasetReader best = READERS.get(0);
        for (DatasetReader r : READERS) {
            best = r.confidence(head) > best.confidence(head) ? r : best;
        }
        return best;
    }

    private static List<Dataset> read(Source s) throws IOException {
        return best(s).read(s, Progress.none());
    }

    private static List<Dataset> csv(String text) throws IOException {
        return read(SampleFiles.text("x.csv", text));
    }

    private static void assertSpectrum(Dataset d, double tolerance) {
        Table t = (Table) d;
        double[] f = t.column("frequency").orElseThrow().values();
        assertEquals(SampleFiles.HERTZ.length, f.length, t.name());
        for (int i = 0; i < f.length; i++) {
            assertEquals(SampleFiles.HERTZ[i], f[i], tolerance * f[i]);
            assertEquals(SampleFiles.Z[0][i], t.column("Re(Z)").orElseThrow().get(i), tolerance * 60);
            assertEquals(-SampleFiles.Z[1][i], t.column("-Im(Z)").orElseThrow().get(i), tolerance * 60);
        }
    }

    @Test
    void everyFormatGivesTheSameSpectrumAndIsRecognised() throws Exception {
        for (Map.Entry<String, List<Source>> e : SampleFiles.all().entrySet()) {
            for (Source s : e.getValue()) {
                assertEquals(e.getKey(), best(s).id(), s.name());
                for (Dataset d : read(s)) {
                    assertSpectrum(d, 2e-7);
                }
            }
        }
    }

    @Test
    void driftCorrectedImpedanceComesFirstAndTheUncorrectedBesideIt() throws Exception {
        List<Dataset> all = read(SampleFiles.text("drift.DTA", SampleFiles.gamry(true)));
        assertEquals(2, all.size());
        assertTrue(all.get(0).metadata().has("drift correction"));
        assertTrue(all.get(1).name().contains("not drift-corrected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Freq;Z';Z''\n1000,5;10,25;-3,5\n100,5;20,5;-8,25\n10,5;30,5;-2,5\n",
        "Frequency (Hz)\tZ' (ohm)\t-Z'' (ohm)\n1000.5\t10.25\t3.5\n100.5\t20.5\t8.25\n10.5\t30.5\t2.5\n",
        "f/Hz, Re(Z)/Ohm, Im(Z)/Ohm\n1000.5,10.25,-3.5\n100.5,20.5,-8.25\n10.5,30.5,-2.5\n",
        "freq (kHz), Zreal (mohm), Zimag (mohm)\n1.0005,10250,-3500\n0.1005,20500,-8250\n0.0105,30500,-2500\n",
        "frequency/Hz,|Z|/Ohm,Phase(Z)/deg\n" + "1000.5,10.831089511217,-18.853158764419\n"
                + "100.5,22.097794007547,-21.921778593959\n10.5,30.602287496199,-4.685899839503\n",
        "1000.5 10.25 -3.5\n100.5 20.5 -8.25\n10.5 30.5 -2.5\n9 31 -2\n8 31 -1.5\n7 31 -1\n"})
    void delimitedTextIsUnderstoodInManyDialects(String text) throws Exception {
        Table t = (Table) csv(text).get(0);
        assertEquals(1000.5, t.column("frequency").orElseThrow().get(0), 1e-9);
        assertEquals(10.25, t.column("Re(Z)").orElseThrow().get(0), 1e-6);
        assertEquals(3.5, t.column("-Im(Z)").orElseThrow().get(0), 1e-6);
        assertEquals(8.25, t.column("-Im(Z)").orElseThrow().get(1), 1e-6);
    }

    @Test
    void positiveValuesUnderAnAmbiguousHeadingAreTakenAsMinusImaginaryWithANote() throws Exception {
        Table t = (Table) csv("Freq,Z',Z''\n1000,10,3.5\n100,20,8\n10,30,2\n").get(0);
        assertEquals(3.5, t.column("-Im(Z)").orElseThrow().get(0));
        assertTrue(t.metadata().text("imaginary part").orElseThrow().contains("taken as -Im(Z)"));
    }

    @Test
    void severalSweepsBecomeSeveralSpectra() throws Exception {
        String sweep = "1000,10,-3\n100,20,-8\n10,30,-2\n";
        List<Dataset> all = csv("Freq,Z',Z''\n" + sweep + sweep + sweep);
        assertEquals(3, all.size());
        assertEquals(3, all.get(2).metadata().number("sweep").orElseThrow());
        assertFalse(all.get(0).name().equals(all.get(1).name()));
    }

    @Test
    void aBadNumberIsNamedWithItsLine() {
        DatasetFormatException z = assertThrows(DatasetFormatException.class, () -> read(SampleFiles.text("x.z",
                SampleFiles.zview() + "nonsense\n")));
        assertTrue(z.position().startsWith("line "), z.position());
    }

    @Test
    void aNegativeFrequencyIsRefused() {
        assertThrows(DatasetFormatException.class, () -> csv("Freq,Z',Z''\n-1000,10,-3\n100,20,-8\n10,30,-2\n"));
    }

    @Test
    void otherTablesAreNoImpedance() throws Exception {
        Source s = SampleFiles.text("x.csv", "time,voltage,current\n1,2,3\n2,3,4\n3,4,5\n");
        assertTrue(READERS.stream().allMatch(r -> {
            try {
                return r.confidence(SourceHead.of(s)) == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }
}
