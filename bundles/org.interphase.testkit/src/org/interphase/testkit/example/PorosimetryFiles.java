package org.interphase.testkit.example;

import java.io.IOException;
import org.interphase.testkit.porosimetry.CylinderBundle;

/**
 * A mercury run of one electrode: the gaps between particles, and pores within them. The volume of NCM is that of the
 * study, the others are made up so that a coating fills a part of the gaps.
 */
final class PorosimetryFiles {

    private static final double ANGLE = 140;
    /** Part of the mercury that stays. */
    private static final double KEPT = 0.4;

    private final CoatedCathode example;
    private final String sample;

    PorosimetryFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        double gaps = switch (sample) {
            case CoatedCathode.BARE -> 0.2579;
            case CoatedCathode.PVDF -> 0.1860;
            default -> 0.1940;
        };
        double pores = sample.equals(CoatedCathode.BARE) ? 0.0250 : 0.0120;
        CylinderBundle bundle = CylinderBundle.of(CoatedCathode.seed(sample, "mercury"),
                new CylinderBundle.Group(0.95, 0.35, gaps), new CylinderBundle.Group(0.08, 0.4, pores)).at(ANGLE)
                .pressures(30, 0.01, 200).keeping(KEPT);
        String file = "raw/" + CoatedCathode.slug(sample) + "/mercury.csv";
        example.text(file, "# synthetic: made by the Interphase test kit\n# " + sample + ", mercury intrusion\n"
                + "Contact angle (deg): 140\nSurface tension (N/m): 0.48\nSample mass (g): 0.5120\n" + bundle.csv());
        example.truth().add(sample, file, "porosimetry/summary", "total intrusion volume", bundle.volume(), "cm3/g");
        example.truth().add(sample, file, "porosimetry/summary", "total pore area", bundle.area(), "m2/g");
        example.truth().add(sample, file, "porosimetry/summary", "median pore diameter (volume)", bundle.median(),
                "um");
        example.truth().add(sample, file, "porosimetry/summary", "mean pore diameter (4V/A)",
                4 * bundle.volume() / bundle.area(), "um");
        example.truth().add(sample, file, "porosimetry/summary", "mercury retained", 100 * KEPT, "%");
        String distribution = "porosimetry/distribution";
        example.truth().add(sample, file, distribution, "total intrusion volume", bundle.volume(), "cm3/g");
        example.truth().add(sample, file, distribution, "total pore area", bundle.area(), "m2/g");
        example.truth().add(sample, file, distribution, "median pore diameter (volume)", bundle.median(), "um");
        example.truth().add(sample, file, distribution, "mean pore diameter (4V/A)",
                4 * bundle.volume() / bundle.area(), "um");
        example.truth().add(sample, file, distribution, "mercury retained", 100 * KEPT, "%");
    }
}
