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

    private void position(String recipe, Peak p) {
        example.truth().add(sample, file, recipe, p.name() + " position", p.position(), "eV");
    }

    private XpsRegion fluorine() {
        List<Peak> peaks = new ArrayList<>();
        String recipe = "xps/f1s-lif-cf2";
        if (sample.equals(CoatedCathode.PVDF)) {
            peaks.add(peak("LiF", 685.0, 1.6, 6000));
            peaks.add(peak("CF2", 688.15, 1.9, 14000));
            peaks.forEach(p -> position(recipe, p));
            example.truth().add(sample, file, recipe, "LiF fraction", 30, "%");
        } else {
            example.truth().absent(sample, file, recipe, "LiF area", "");
        }
        return new XpsRegion("F", "1s", 680, 694, STEP, 2600, 0.04, peaks);
    }

    private XpsRegion nitrogen() {
        List<Peak> peaks = new ArrayList<>();
        String recipe = "xps/n1s-pan-licn";
        if (sample.equals(CoatedCathode.PAN)) {
            peaks.add(peak("LiCN", 398.3, 1.45, 2200));
            peaks.add(peak("PAN", 399.6, 1.45, 7800));
            peaks.forEach(p -> position(recipe, p));
        } else {
            example.truth().absent(sample, file, recipe, "LiCN area", "");
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
                position("xps/c1s-carbonate", peaks.get(2));
            }
            case CoatedCathode.PVDF -> {
                peaks.add(peak("CH2", 286.44, 1.4, 6200));
                peaks.add(peak("CF2", 290.90, 1.4, 6200));
            }
            default -> peaks.add(peak("C-N", 286.5, 1.4, 5200));
        }
        if (!sample.equals(CoatedCathode.BARE)) {
            example.truth().absent(sample, file, "xps/c1s-carbonate", "Li2CO3 area", "");
        }
        return new XpsRegion("C", "1s", 280, 294, STEP, 1500, 0.03, peaks);
    }

    private XpsRegion oxygen() {
        List<Peak> peaks = new ArrayList<>();
        peaks.add(peak("lattice", 529.3, 1.2, 9000));
        if (sample.equals(CoatedCathode.BARE)) {
            peaks.add(peak("Li2CO3", 531.5, 1.6, 12000));
            peaks.forEach(p -> position("xps/o1s-carbonate", p));
        } else {
            example.truth().absent(sample, file, "xps/o1s-carbonate", "Li2CO3 area", "");
        }
        return new XpsRegion("O", "1s", 525, 537, STEP, 2400, 0.04, peaks);
    }
}
