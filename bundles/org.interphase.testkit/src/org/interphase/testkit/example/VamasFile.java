package org.interphase.testkit.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes simulated regions in the VAMAS transfer format (ISO 14976), kinetic energy, regular scan. */
final class VamasFile {

    private static final double PHOTON_ENERGY = 1486.6;
    // kinetic energies refer to the Fermi level, so nothing is left to subtract
    private static final double WORK_FUNCTION = 0;

    private final List<String> lines = new ArrayList<>();
    private final String sample;

    VamasFile(String sample, int blocks, String comment) {
        this.sample = sample;
        add("VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4");
        add("Interphase test kit", "simulator", "nobody", "coated cathode example");
        add("1", comment);
        add("NORM", "REGULAR", String.valueOf(blocks), "1", "Exp Variable", "d", "0", "0", "0", "0",
                String.valueOf(blocks));
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }

    /** Adds a region as a block. */
    void block(XpsRegion region, double[] counts, double dwell, int scans) {
        add(region.species() + " " + region.transition(), sample, "2026", "1", "15", "10", "0", "0", "0");
        add("1", "synthetic: Poisson counts over lines and a Shirley step", "XPS", "0", "Al", number(PHOTON_ENERGY),
                "150", "1E+37", "1E+37", "54.7", "0", "FAT", "20", "1E+37", number(WORK_FUNCTION), "0", "0", "0", "0",
                "0");
        add(region.species(), region.transition(), "-1", "kinetic energy", "eV");
        double[] e = region.energies();
        add(number(PHOTON_ENERGY - WORK_FUNCTION - e[e.length - 1]), number(region.step()));
        add("1", "counts", "d", "pulse counting", number(dwell), String.valueOf(scans), "0", "0", "0", "0", "0");
        double min = java.util.Arrays.stream(counts).min().orElse(0);
        double max = java.util.Arrays.stream(counts).max().orElse(0);
        add(String.valueOf(counts.length), number(min), number(max));
        for (int i = counts.length - 1; i >= 0; i--) {
            add(number(counts[i]));
        }
    }

    /** The file. */
    String text() {
        return String.join("\n", lines) + "\nend of experiment\n";
    }

    private static String number(double v) {
        return v == Math.rint(v) ? String.format(Locale.ROOT, "%.0f", v) : String.format(Locale.ROOT, "%.6f", v);
    }
}
