package org.interphase.testkit.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Raman and FTIR of one sample: carbonate bands before coating, C=C bands only after, alpha and beta PVDF in the
 * uncoated composite and beta only after coating with PVDF.
 */
final class VibrationalFiles {

    private final CoatedCathode example;
    private final String sample;

    VibrationalFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        raman();
        infrared();
    }

    /** What a fit reports of a line: position, width, area and height. */
    private void line(String file, String recipe, String name, Peak peak, String unit) {
        Truth t = example.truth();
        String area = unit.equals("counts") ? "counts.cm-1" : "cm-1";
        t.add(sample, file, recipe, name + " position", peak.position(), "cm-1");
        t.add(sample, file, recipe, name + " FWHM", peak.fwhm(), "cm-1");
        t.add(sample, file, recipe, name + " area", peak.area(), area);
        t.add(sample, file, recipe, name + " height", peak.at(peak.position()), unit);
    }

    private static Peak band(String name, double position, double fwhm, double height) {
        return VibrationalSpectrum.band(name, position, fwhm, height, 1);
    }

    private void raman() throws IOException {
        List<Peak> bands = new ArrayList<>(List.of(band("NCM Eg", 475, 48, 260), band("NCM A1g", 555, 55, 620)));
        String file = "raw/" + CoatedCathode.slug(sample) + "/raman.txt";
        String recipe = "raman/c-double-bond";
        switch (sample) {
            case CoatedCathode.BARE -> bands.add(band("Li2CO3", 1090, 14, 240));
            case CoatedCathode.PVDF -> bands.add(band("C=C", 1525, 32, 210));
            default -> bands.add(band("C=C", 1590, 36, 230));
        }
        if (sample.equals(CoatedCathode.BARE)) {
            example.truth().absent(sample, file, recipe, "C=C area", "");
        } else {
            line(file, recipe, "C=C", bands.getLast(), "counts");
            example.truth().absent(sample, file, recipe, "CH2 area", "");
        }
        VibrationalSpectrum s = new VibrationalSpectrum(250, 1900, 1.5, bands, 400, 9);
        example.text(file, s.text(new SeededNoise(CoatedCathode.seed(sample, "raman")), sample + " Raman", "532 nm"));
    }

    private void infrared() throws IOException {
        List<Peak> bands = new ArrayList<>();
        String file = "raw/" + CoatedCathode.slug(sample) + "/ftir.jdx";
        if (!sample.equals(CoatedCathode.PAN)) {
            boolean bare = sample.equals(CoatedCathode.BARE);
            bands.add(band("PVDF beta", 840, 14, bare ? 0.0602317 : 0.118));
            bands.add(band("PVDF beta", 1275, 13, bare ? 0.030 : 0.066));
            bands.add(band("PVDF", 1180, 30, 0.16));
            bands.add(band("PVDF", 1401, 20, 0.11));
            if (bare) {
                bands.add(band("PVDF alpha", 763, 11, 0.0903475));
                bands.add(band("PVDF alpha", 614, 11, 0.058));
                // Gregorio, J. Appl. Polym. Sci. 100 (2006) 3272: F = A_beta / (1.26 A_alpha + A_beta)
                example.truth().add(sample, file, "ftir/pvdf-phase", "F(beta)", 0.345609, "1");
                example.truth().add(sample, file, "ftir/pvdf-phase", "alpha 763 absorbance", 0.0903475, "1");
                example.truth().add(sample, file, "ftir/pvdf-phase", "alpha 614 absorbance", 0.058, "1");
            } else {
                example.truth().absent(sample, file, "ftir/pvdf-phase", "alpha 763 absorbance", "1");
            }
            example.truth().add(sample, file, "ftir/pvdf-phase", "beta 840 absorbance", bare ? 0.0602317 : 0.118, "1");
            example.truth().add(sample, file, "ftir/pvdf-phase", "beta 1275 absorbance", bare ? 0.030 : 0.066, "1");
            example.truth().absent(sample, file, "ftir/pvdf-phase", "gamma 1234 absorbance", "1");
        } else {
            bands.add(band("nitrile", 2243, 12, 0.09));
            bands.add(band("CH2", 1453, 22, 0.06));
        }
        doubleBond(file, bands);
        VibrationalSpectrum s = new VibrationalSpectrum(500, 3600, 2, bands, 0.03, 0.0006);
        example.text(file, s.jcamp(new SeededNoise(CoatedCathode.seed(sample, "ftir")), sample + " FTIR (synthetic)"));
    }

    /** Bands of the region of C=C, and what a fit reports of each. */
    private void doubleBond(String file, List<Peak> bands) {
        String recipe = "ftir/c-double-bond";
        List<Peak> region = new ArrayList<>();
        if (sample.equals(CoatedCathode.BARE)) {
            region.add(band("carbonate", 1440, 40, 0.07));
            bands.add(region.getFirst());
            bands.add(band("Li2CO3", 866, 9, 0.035));
            example.truth().absent(sample, file, recipe, "C=C area", "");
        } else {
            region.add(band("C=C", sample.equals(CoatedCathode.PVDF) ? 1640 : 1595, 34, 0.035));
            bands.add(region.getFirst());
            example.truth().absent(sample, file, recipe, "carbonate area", "");
        }
        for (Peak b : bands) {
            if (b.position() == 1401) {
                region.add(new Peak("CH2", b.position(), b.fwhm(), b.area(), b.lorentzian()));
            } else if (b.position() == 1453) {
                region.add(new Peak("CH2 of PAN", b.position(), b.fwhm(), b.area(), b.lorentzian()));
            }
        }
        double all = region.stream().mapToDouble(Peak::area).sum();
        for (Peak b : region) {
            line(file, recipe, b.name(), b, "1");
            example.truth().add(sample, file, recipe, b.name() + " fraction", 100 * b.area() / all, "%");
        }
        if (sample.equals(CoatedCathode.PVDF)) {
            example.truth().add(sample, file, recipe, "A(C=C)/A(CH2)", region.get(0).area() / region.get(1).area(),
                    "1");
        }
    }
}
