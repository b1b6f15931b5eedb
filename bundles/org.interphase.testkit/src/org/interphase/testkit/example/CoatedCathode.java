package org.interphase.testkit.example;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the raw files of the coated-cathode example: a bare NCM cathode and two polymer coatings through every
 * technique. Values follow the published study "Dual-functional Li+ diffusion network in high-nickel cathodes for
 * solid-state Li metal batteries" (EES Batteries 2025, d5eb00031a); every file says that it is synthetic, and {@code
 * truth.csv} says what is in it. The same seeds give the same files to the last byte.
 */
public final class CoatedCathode {

    /** The bare cathode. */
    public static final String BARE = "NCM";
    /** Coated with poly(vinylidene fluoride). */
    public static final String PVDF = "NCM@PVDF";
    /** Coated with polyacrylonitrile. */
    public static final String PAN = "NCM@PAN";

    private final Path folder;
    private final Truth truth = new Truth();

    private CoatedCathode(Path folder) {
        this.folder = folder;
    }

    /** Writes the files into the folder given as the only argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("name the folder of the example project");
        }
        write(Path.of(arguments[0]));
    }

    /**
     * Writes {@code raw/...} and {@code truth.csv} below a folder.
     *
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder) throws IOException {
        CoatedCathode example = new CoatedCathode(folder);
        for (String sample : new String[] {BARE, PVDF, PAN}) {
            new PhotoelectronFiles(example, sample).write();
            new VibrationalFiles(example, sample).write();
            new MicroscopeFiles(example, sample).write();
            new ImpedanceFiles(example, sample).write();
            new BatteryFiles(example, sample).write();
            new SurfaceFiles(example, sample).write();
            new PorosimetryFiles(example, sample).write();
            new ElementFiles(example, sample).write();
            new SimulationFiles(example, sample).write();
        }
        ImpedanceFiles.conductivity(example);
        BatteryFiles.film(example);
        BatteryFiles.compared(example);
        MechanicalFiles.film(example);
        example.text("truth.csv", example.truth.csv());
    }

    Truth truth() {
        return truth;
    }

    /** Folder name of a sample: no characters that need quoting. */
    static String slug(String sample) {
        return sample.toLowerCase(java.util.Locale.ROOT).replace('@', '-');
    }

    /** A seed that differs by sample and file but never by run. */
    static long seed(String sample, String what) {
        long h = 1125899906842597L;
        for (char c : (sample + "/" + what).toCharArray()) {
            h = 31 * h + c;
        }
        return h;
    }

    void text(String name, String content) throws IOException {
        bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
