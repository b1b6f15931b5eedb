package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.reader.EcLabTextReader;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that hold more than one spectrum. */
class SeveralSpectraTest {

    private static final double[] DOWN = ImpedanceTruth.frequencies(1e5, 0.1, 31);

    private static double[][] cell(double resistance) {
        return ImpedanceTruth.of(10, new Arc(resistance, 1e-3, 0.9)).measured(DOWN, 0, 1);
    }

    private static String row(double... numbers) {
        StringBuilder out = new StringBuilder();
        for (double v : numbers) {
            out.append(out.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%.9g", v));
        }
        return out.append('\n').toString();
    }

    private static List<Dataset> read(String text) throws Exception {
        return new ImpedanceTextReader().read(Source.of("cells.csv", text.getBytes(StandardCharsets.UTF_8)),
                Progress.none());
    }

    private static double largest(Dataset d) {
        return Arrays.stream(((Table) d).column("Re(Z)").orElseThrow().values()).max().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f (Hz),Z' 25C (Ohm),Z'' 25C (Ohm),Z' 40C (Ohm),Z'' 40C (Ohm)",
        "Frequency,25C Re(Z),25C Im(Z),40C Re(Z),40C Im(Z)",
        "f/Hz,Re(Z)_25C/Ohm,Im(Z)_25C/Ohm,Re(Z)_40C/Ohm,Im(Z)_40C/Ohm",
        "freq,Z' cell at 25C,Z'' cell at 25C,Z' cell at 40C,Z'' cell at 40C"})
    void spectraSideBySideAreToldApartByTheirHeadings(String headings) throws Exception {
        StringBuilder text = new StringBuilder(headings).append('\n');
        double[][] a = cell(100);
        double[][] b = cell(300);
        for (int i = 0; i < DOWN.length; i++) {
            text.append(row(DOWN[i], a[0][i], a[1][i], b[0][i], b[1][i]));
        }
        List<Dataset> found = read(text.toString());
        assertEquals(List.of("cells 25C", "cells 40C"), found.stream().map(Dataset::name).toList());
        assertEquals(40, found.get(1).metadata().number("temperature", "degC").orElseThrow(), 1e-9);
        assertEquals(a[0][30], largest(found.get(0)), 1e-5);
        assertEquals(b[0][30], largest(found.get(1)), 1e-5);
        assertEquals(3, ((Table) found.get(0)).columns().size());
    }

    @Test
    void eachMayHaveItsOwnFrequencies() throws Exception {
        StringBuilder text = new StringBuilder("f1,Z'1,Z''1,f 2,Z' 2,Z'' 2\n".replace("1", " 1"));
        double[][] a = cell(100);
        double[][] b = cell(300);
        for (int i = 0; i < DOWN.length; i++) {
            text.append(row(DOWN[i], a[0][i], a[1][i], 2 * DOWN[i], b[0][i], b[1][i]));
        }
        List<Dataset> found = read(text.toString());
        assertEquals(2, found.size());
        assertEquals(2e5, ((Table) found.get(1)).column("frequency").orElseThrow().get(0), 1e-3);
    }

    @Test
    void aFittedCurveBesideTheDataIsNoSecondSpectrum() throws Exception {
        StringBuilder text = new StringBuilder("f,Z',Z'',Z' fit,Z'' fit\n");
        double[][] a = cell(100);
        for (int i = 0; i < DOWN.length; i++) {
            text.append(row(DOWN[i], a[0][i], a[1][i], a[0][i] + 1, a[1][i]));
        }
        List<Dataset> found = read(text.toString());
        assertEquals(1, found.size());
        assertEquals(a[0][30], largest(found.get(0)), 1e-5);
    }

    private static String sweeps(double[][] z, int[]... rows) {
        StringBuilder text = new StringBuilder("f/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n");
        for (int[] part : rows) {
            for (int i : part) {
                text.append(row(DOWN[i], z[0][i], z[1][i]));
            }
        }
        return text.toString();
    }

    private static int[] range(int from, int to) {
        int[] out = new int[Math.abs(to - from) + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = from + (to > from ? i : -i);
        }
        return out;
    }

    private static List<Integer> sizes(String text) throws Exception {
        return read(text).stream().map(d -> ((Table) d).rows()).toList();
    }

    @Test
    void aSweepThatTurnsRoundIsTwoSpectra() throws Exception {
        double[][] z = cell(100);
        assertEquals(List.of(31, 31), sizes(sweeps(z, range(0, 30), range(30, 0))));
        assertEquals(List.of(31, 30), sizes(sweeps(z, range(0, 30), range(29, 0))));
        assertEquals(List.of(31, 31), sizes(sweeps(z, range(30, 0), range(0, 30))));
        assertEquals(List.of(31, 31, 31), sizes(sweeps(z, range(0, 30), range(30, 0), range(0, 30))));
        assertEquals(List.of(31, 31), sizes(sweeps(z, range(0, 30), range(0, 30))));
    }

    @Test
    void aPointMeasuredAgainBetweenTheOthersIsNoNewSweep() throws Exception {
        double[][] z = cell(100);
        assertEquals(List.of(32), sizes(sweeps(z, range(0, 15), new int[] {14}, range(16, 30))));
        assertEquals(List.of(32), sizes(sweeps(z, range(0, 15), range(15, 30))));
        assertEquals(List.of(35), sizes(sweeps(z, range(0, 2), range(1, 0), range(1, 30))));
    }

    @Test
    void aSingleFrequencyMeasuredAgainIsNamed() throws Exception {
        List<Dataset> found = read(sweeps(cell(100), range(0, 30), new int[] {3}));
        assertEquals(1, found.size());
        assertTrue(found.get(0).header().remarks().stream().anyMatch(r -> r.text().contains("Data row 32")),
                found.get(0).header().remarks().toString());
    }

    @Test
    void cyclesOfAnEcLabRecordAreSpectra() throws Exception {
        StringBuilder text = new StringBuilder("EC-Lab ASCII FILE\nNb header lines : 5\n\nPotentio Electrochemical "
                + "Impedance Spectroscopy\nfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\tcycle number\t\n");
        for (int cycle = 1; cycle <= 3; cycle++) {
            double[][] z = cell(100 * cycle);
            for (int i = 0; i < DOWN.length; i++) {
                text.append(row(DOWN[i], z[0][i], -z[1][i], cycle).replace(',', '\t'));
            }
        }
        List<Dataset> found = new EcLabTextReader().read(SampleFiles.text("a.mpt", text.toString()), Progress.none());
        assertArrayEquals(new double[] {cell(100)[0][30], cell(200)[0][30], cell(300)[0][30]},
                found.stream().mapToDouble(SeveralSpectraTest::largest).toArray(), 1e-5);
    }
}
