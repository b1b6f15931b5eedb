package org.interphase.testkit.synthetic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the raw files of {@code examples/small}: F 1s regions of two made-up electrodes, with their truth inside. */
public final class SmallExample {

    private SmallExample() {
    }

    /** Raw files by their path in the example. */
    public static Map<String, String> files() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("raw/fresh_F1s.csv", text("fresh electrode", XpsRegionTruth.fluorine(600, 9000, 101)));
        out.put("raw/cycled_F1s.csv", text("cycled electrode", XpsRegionTruth.fluorine(4200, 6500, 102)));
        return out;
    }

    private static String text(String sample, XpsRegionTruth region) {
        List<String> comment = new ArrayList<>();
        comment.add("Synthetic data: " + sample + ", simulated, not measured. Poisson counts, seed " + region.seed()
                + ".");
        comment.add("Made by org.interphase.testkit.synthetic.SmallExample. What went in:");
        for (PeakTruth p : region.peaks()) {
            comment.add(String.format(Locale.ROOT, "%s: centre %.2f, full width %.2f, height %.0f, area %.0f, "
                    + "pseudo-Voigt mixing %.2f", p.name(), p.position(), p.fwhm(), p.height(), p.area(), p.mixing()));
        }
        return region.toCsv(comment);
    }

    /**
     * Writes the raw files.
     *
     * @param arguments the folder of the example
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, String> e : files().entrySet()) {
            Path file = folder.resolve(e.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, e.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
