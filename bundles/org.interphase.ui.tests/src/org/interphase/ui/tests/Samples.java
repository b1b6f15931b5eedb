package org.interphase.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.interphase.model.CurveStack;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.interphase.testkit.vibrational.RamanMapTruth;

/**
 * Simulated files for the tests of the workbench, in the layouts instruments write, so that these tests need no
 * recorded data. The same call gives the same bytes.
 */
final class Samples {

    private static final double SECONDS = 3;

    private Samples() {
    }

    /**
     * An F 1s region in CasaXPS columns, in counts per second: CF2 at 688.83 eV far above LiF at 685.7 eV, as on a gold
     * surface with a residue of an ionic liquid.
     */
    static Path fluorine(Path file) throws IOException {
        List<PeakTruth> peaks = List.of(new PeakTruth("LiF", 685.7, 1.25, SECONDS * 350, 0.3),
                new PeakTruth("CF2", 688.83, 1.75, SECONDS * 5600, 0.3));
        XpsRegionTruth region = XpsRegionTruth.of("F 1s", 681.7, 0.125, 97, SECONDS * 9110, 0.009, peaks, 7);
        StringBuilder text = new StringBuilder(",,,,,\n,,,,,\nCharacteristic Energy eV,1486.6,Acquisition Time s,"
                + (int) SECONDS + ",,\nBE_F 1s,CPS_F 1s,F 1s_1_F 1s,F 1s_2_F 1s,Background_F 1s,Envelope_F 1s\n");
        for (int i = region.energy().length - 1; i >= 0; i--) {
            double x = region.energy()[i];
            double background = region.background()[i];
            text.append(String.format(Locale.ROOT, "%.3f,%.2f,%.2f,%.2f,%.2f,%.2f%n", x, region.counts()[i] / SECONDS,
                    (background + peaks.get(1).at(x)) / SECONDS, (background + peaks.get(0).at(x)) / SECONDS,
                    background / SECONDS, region.expected()[i] / SECONDS));
        }
        return Files.writeString(file, text);
    }

    /** The impedance of R0-p(R1,C1), 48 frequencies, relative noise of 0.1 %. */
    static Path cell(Path file, double r0, double r1, double c1) throws IOException {
        return impedance(file, ImpedanceTruth.of(r0, new ImpedanceTruth.Arc(r1, r1 * c1, 1)), 1e5, 1);
    }

    /** A battery: 16.5 mohm in series with arcs of 5.3 and 9.1 mohm and a diffusion tail. */
    static Path battery(Path file) throws IOException {
        return impedance(file, ImpedanceTruth.of(0.0165, new ImpedanceTruth.Arc(0.0053, 0.0012, 0.95),
                new ImpedanceTruth.Arc(0.0091, 0.025, 0.95)).withTail(0.0055, 0.5), 1e4, 3e-3);
    }

    private static Path impedance(Path file, ImpedanceTruth cell, double high, double low) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        StringBuilder text = new StringBuilder("frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n");
        for (double f : ImpedanceTruth.frequencies(high, low, 48)) {
            double[] z = cell.at(f);
            double noise = 1e-3 * Math.hypot(z[0], z[1]);
            text.append(String.format(Locale.ROOT, "%.6e,%.6e,%.6e%n", f, z[0] + noise * random.nextGaussian(),
                    -z[1] + noise * random.nextGaussian()));
        }
        return Files.writeString(file, text);
    }

    /** A Raman spectrum of polyethylene with the bands of the literature (Gall et al., Polymer 13 (1972) 104). */
    static Path polyethylene(Path file) throws IOException {
        return raman(file, 3.6, new PeakTruth("", 1064, 9, 90, 1), new PeakTruth("", 1130, 9, 95, 1),
                new PeakTruth("", 1295, 9, 150, 1), new PeakTruth("", 1440, 11, 120, 1),
                new PeakTruth("", 1462, 10, 80, 1), new PeakTruth("", 2848, 10, 400, 1),
                new PeakTruth("", 2882, 10, 720, 1));
    }

    /** A Raman spectrum of bands on a level of 50 counts from 300 to 3200 cm-1. */
    static Path raman(Path file, double step, PeakTruth... bands) throws IOException {
        SplittableRandom random = new SplittableRandom(bands.length);
        StringBuilder text = new StringBuilder("# Laser: 532 nm\n# Raman shift (cm-1)\tIntensity (counts)\n");
        for (double x = 300; x <= 3200; x += step) {
            double y = 50 + 2 * random.nextGaussian();
            for (PeakTruth band : bands) {
                y += band.at(x);
            }
            text.append(String.format(Locale.ROOT, "%.3f\t%.2f%n", x, y));
        }
        return Files.writeString(file, text);
    }

    /** A Raman map of 6 x 4 spectra as LabSpec writes it. */
    static Path map(Path file) throws IOException {
        CurveStack map = RamanMapTruth.of(6, 4, 200, 3, 5).stack();
        StringBuilder text = new StringBuilder("#AxisType[1]=Spectr\n#AxisUnit[1]=1/cm\n#AxisUnit[0]=Cnt\n"
                + "#AxisType[2]=XA\n#AxisUnit[2]=um\n#AxisType[3]=YA\n#AxisUnit[3]=um\n\t");
        for (int i = 0; i < map.axis().size(); i++) {
            text.append(String.format(Locale.ROOT, "\t%.4f", map.axis().get(i)));
        }
        for (int k = 0; k < map.curves(); k++) {
            text.append(String.format(Locale.ROOT, "%n%.3f\t%.3f", map.positions().get(0).get(k),
                    map.positions().get(1).get(k)));
            for (int i = 0; i < map.axis().size(); i++) {
                text.append(String.format(Locale.ROOT, "\t%.3f", map.get(k, i)));
            }
        }
        return Files.writeString(file, text.append('\n'));
    }

    /** A porous picture of 700 pixels side with its scale. */
    static Path micrograph(Path file) throws IOException {
        return Micrographs.write(file, new DiscTruth(12, 0.7, 9, 21).raster(700, 0.05));
    }
}
