package org.interphase.testkit.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * XPS of one sample as VAMAS: F 1s with LiF and CF2 after coating with PVDF and nothing before, N 1s with nitrile and
 * LiCN after coating with PAN, lithium carbonate in C 1s and O 1s before and consumed after.
 */
final class PhotoelectronFiles {

    private static final double LORENTZIAN = 0.3;
    private static final double STEP = 0.05;

    private final CoatedCathode example;
    private final String sample;
    private final String file;

    PhotoelectronFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
        this.file = "raw/" + CoatedCathode.slug(sample) + "/xps.vms";
    }

    void write() throws IOException {
        List<XpsRegion> regions = List.of(fluorine(), nitrogen(), carbon(), oxygen());
        VamasFile vamas = new VamasFile(sample, regions.size(), "synthetic data: made by the Interphase test kit");
        for (XpsRegion region : regions) {
            SeededNoise noise = new SeededNoise(CoatedCathode.seed(sample, "xps " + region.species()));
            vamas.block(region, region.counts(noise), 0.5, 10);
        }
        example.text(file, vamas.text());
    }

    private static Peak peak(String name, double position, double fwhm, double area) {
        return new Peak(name, position, fwhm, area, LORENTZIAN);
    }

    /** Everything a fit reports of lines; fractions where there are several. */
    private void lines(String recipe, List<Peak> peaks) {
        double all = peaks.stream().mapToDouble(Peak::area).sum();
        Truth t = example.truth();
        for (Peak p : peaks) {
            t.add(sample, file, recipe, p.name() + " position", p.position(), "eV");
            t.add(sample, file, recipe, p.name() + " FWHM", p.fwhm(), "eV");
            t.add(sample, file, recipe, p.name() + " area", p.area(), "counts.eV");
            t.add(sample, file, recipe, p.name() + " height", p.at(p.position()), "counts");
            if (peaks.size() > 1) {
                t.add(sample, file, recipe, p.name() + " fraction", 100 * p.area() / all, "%");
            }
        }
    }

    /** What a recipe looks for and does not find. */
    private void absent(String recipe, String... names) {
        for (String name : names) {
            example.truth().absent(sample, file, recipe, name + " area", "counts.eV");
        }
    }

    private XpsRegion fluorine() {
        List<Peak> peaks = new ArrayList<>();
        String recipe = "xps/f1s-lif-cf2";
        if (sample.equals(CoatedCathode.PVDF)) {
            peaks.add(peak("LiF", 685.0, 1.6, 6000));
            peaks.add(peak("CF2", 688.15, 1.9, 14000));
            lines(recipe, peaks);
        } else {
            absent(recipe, "LiF", "CF2");
        }
        return new XpsRegion("F", "1s", 680, 694, STEP, 2600, 0.04, peaks);
    }

    private XpsRegion nitrogen() {
        List<Peak> peaks = new ArrayList<>();
        String recipe = "xps/n1s-pan-licn";
        if (sample.equals(CoatedCathode.PAN)) {
            peaks.add(peak("LiCN", 398.3, 1.45, 2200));
            peaks.add(peak("PAN", 399.6, 1.45, 7800));
            lines(recipe, peaks);
        } else {
            absent(recipe, "LiCN", "PAN");
        }
        return new XpsRegion("N", "1s", 393, 406, STEP, 1800, 0.04, peaks);
    }

    private XpsRegion carbon() {
        List<Peak> peaks = new ArrayList<>();
        peaks.add(peak("C-C", 284.8, 1.3, 7000));
        switch (sample) {
            case CoatedCathode.BARE -> {
                peaks.add(peak("C-O", 286.3, 1.4, 1800));
                peaks.add(peak("Li2CO3", 289.7, 1.4, 3600));
                absent("xps/c1s-carbonate", "O-C=O", "CF2");
            }
            // CH2 beside CF2, and CH2 beside C-N, which the recipe calls C-O for its energy
            case CoatedCathode.PVDF -> {
                peaks.add(peak("C-O", 286.44, 1.4, 6200));
                peaks.add(peak("CF2", 290.90, 1.4, 6200));
                absent("xps/c1s-carbonate", "O-C=O", "Li2CO3");
            }
            default -> {
                peaks.add(peak("C-O", 286.5, 1.4, 5200));
                absent("xps/c1s-carbonate", "O-C=O", "Li2CO3", "CF2");
            }
        }
        lines("xps/c1s-carbonate", peaks);
        return new XpsRegion("C", "1s", 280, 294, STEP, 1500, 0.03, peaks);
    }

    private XpsRegion oxygen() {
        List<Peak> peaks = new ArrayList<>();
        peaks.add(peak("lattice", 529.3, 1.2, 9000));
        if (sample.equals(CoatedCathode.BARE)) {
            peaks.add(peak("Li2CO3", 531.5, 1.6, 12000));
            // the oxygen of the C-O that C 1s has: its area there by the ratio of sensitivities (O 1s 2.93, C 1s 1)
            peaks.add(peak("C-O", 533.0, 1.6, 5200));
        } else {
            absent("xps/o1s-carbonate", "Li2CO3", "C-O");
        }
        lines("xps/o1s-carbonate", peaks);
        return new XpsRegion("O", "1s", 525, 537, STEP, 2400, 0.04, peaks);
    }
}
