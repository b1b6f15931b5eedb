package org.interphase.testkit.example;

import java.io.IOException;
import java.util.Locale;
import org.interphase.testkit.topography.SurfaceTruth;

/**
 * A height map of the surface of one electrode, as an optical profiler sees it, in the text form of ISO 25178-71. The
 * heights from the lowest to the highest point of NCM and NCM@PVDF are those of the study; that of NCM@PAN is made up.
 */
final class SurfaceFiles {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 128;
    private static final double STEP = 0.5;
    /** Where the autocorrelation has decayed to 1/e, um. */
    private static final double LENGTH = 3;
    /** Of the instrument, um. */
    private static final double NOISE = 0.02;

    private final CoatedCathode example;
    private final String sample;

    SurfaceFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        double range = switch (sample) {
            case CoatedCathode.BARE -> 21.58;
            case CoatedCathode.PVDF -> 8.81;
            default -> 9.74;
        };
        long seed = CoatedCathode.seed(sample, "surface");
        SurfaceTruth whole = SurfaceTruth.random(WIDTH, HEIGHT, STEP, LENGTH, seed);
        // over many surfaces the root mean square is 1 before scaling
        double scale = range / whole.range();
        String file = "raw/" + CoatedCathode.slug(sample) + "/surface.sdf";
        example.text(file, text(whole.times(scale).noisy(NOISE, seed + 1)));
        example.truth().add(sample, file, "topography/height", "height difference", range, "um");
        example.truth().add(sample, file, "topography/roughness", "Sq", scale, "um");
        // a normal distribution of heights
        example.truth().add(sample, file, "topography/roughness", "Sa", scale * Math.sqrt(2 / Math.PI), "um");
        // exp(-(r / length)^2) is 0.2 there
        example.truth().add(sample, file, "topography/roughness", "Sal", LENGTH * Math.sqrt(Math.log(5)), "um");
    }

    /** Heights in whole nanometres. */
    private static String text(SurfaceTruth surface) {
        StringBuilder out = new StringBuilder("aISO-1.0\nManufacID = synthetic\nCreateDate = 010120250000\n")
                .append("ModDate = 010120250000\n").append(String.format(Locale.ROOT, "NumPoints = %d\n"
                        + "NumProfiles = %d\nXscale = %.4e\nYscale = %.4e\nZscale = 1e-9\nZresolution = 1e-9\n"
                        + "Compression = 0\nDataType = 6\nCheckType = 0\n*\n", surface.width(), surface.height(),
                        surface.step() * 1e-6, surface.step() * 1e-6));
        for (int i = 0; i < surface.z().length; i++) {
            out.append(Math.round(surface.z()[i] * 1000)).append((i + 1) % surface.width() == 0 ? '\n' : ' ');
        }
        return out.append("*\n").toString();
    }
}
