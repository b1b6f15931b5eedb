package org.interphase.testkit.example;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Micrographs of one sample: SEM of the electrode with voids (fewer and smaller after coating), SEM cross-section of
 * the electrolyte film (once), TEM of a coated particle.
 */
final class MicroscopeFiles {

    private static final double FILM = 52.5;
    private static final double FILM_PIXEL = 0.1;
    private static final double TEM_PIXEL = 0.25;

    private final CoatedCathode example;
    private final String sample;

    MicroscopeFiles(CoatedCathode example, String sample) {
        this.example = example;
        this.sample = sample;
    }

    void write() throws IOException {
        voids();
        if (sample.equals(CoatedCathode.BARE)) {
            film();
        } else {
            coating();
        }
    }

    private void voids() throws IOException {
        boolean bare = sample.equals(CoatedCathode.BARE);
        int width = 768;
        int height = 640;
        double radius = bare ? 15 : sample.equals(CoatedCathode.PVDF) ? 9 : 10;
        double share = bare ? 0.165 : sample.equals(CoatedCathode.PVDF) ? 0.062 : 0.071;
        SeededNoise noise = new SeededNoise(CoatedCathode.seed(sample, "sem"));
        // Boolean model: 1 - exp(-n pi R^2) of the plane is covered by discs
        double density = -Math.log(1 - share) / (Math.PI * radius * radius);
        double margin = radius + 1;
        int count = (int) noise.poisson(density * (width + 2 * margin) * (height + 2 * margin));
        List<double[]> discs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            discs.add(new double[] {noise.uniform(-margin, width + margin), noise.uniform(-margin, height + margin)});
        }
        DoubleBinaryOperator isVoid = (x, y) -> {
            for (double[] d : discs) {
                double dx = x - d[0];
                double dy = y - d[1];
                if (dx * dx + dy * dy < radius * radius) {
                    return 1;
                }
            }
            return 0;
        };
        long inside = 0;
        for (int y = 0; y < height * 2; y++) {
            for (int x = 0; x < width * 2; x++) {
                inside += (long) isVoid.applyAsDouble((x + 0.5) / 2, (y + 0.5) / 2);
            }
        }
        String file = "raw/" + CoatedCathode.slug(sample) + "/sem-surface.tif";
        Picture picture = new Picture(width, height, (x, y) -> isVoid.applyAsDouble(x, y) > 0 ? 0.18 : 0.68)
                .blurred(1.0);
        example.bytes(file, TiffFile.zeiss(width, height, picture.bytes(noise, 7), 25,
                "synthetic: Boolean model of discs"));
        example.truth().add(sample, file, "microscopy/porosity", "porosity", 100.0 * inside / (4.0 * width * height),
                "%");
    }

    private void film() throws IOException {
        int width = 1024;
        int height = 768;
        double tilt = Math.toRadians(2.5);
        double half = FILM / FILM_PIXEL / 2;
        SeededNoise noise = new SeededNoise(CoatedCathode.seed(sample, "film"));
        double phase = noise.uniform(0, 6);
        Picture picture = new Picture(width, height, (x, y) -> {
            double across = (y - height / 2.0) * Math.cos(tilt) - (x - width / 2.0) * Math.sin(tilt);
            if (Math.abs(across) < half) {
                return 0.66 + 0.03 * Math.sin(x / 37 + phase) * Math.cos(y / 29);
            }
            return across < 0 ? 0.16 : 0.30;
        }).blurred(1.4);
        String file = "raw/" + CoatedCathode.slug(sample) + "/sem-film-cross-section.tif";
        example.bytes(file, TiffFile.zeiss(width, height, picture.bytes(noise, 9), FILM_PIXEL * 1000,
                "synthetic: film of 52.5 um"));
        example.truth().add(sample, file, "microscopy/layer-thickness", "layer thickness", FILM, "um");
    }

    private void coating() throws IOException {
        int size = 640;
        double thickness = sample.equals(CoatedCathode.PVDF) ? 4.2 : 5.6;
        double radius = 46 / TEM_PIXEL;
        SeededNoise noise = new SeededNoise(CoatedCathode.seed(sample, "tem"));
        double a = noise.uniform(0, 6);
        double b = noise.uniform(0, 6);
        Picture picture = new Picture(size, size, (x, y) -> {
            double dx = x - size / 2.0;
            double dy = y - size / 2.0;
            double angle = Math.atan2(dy, dx);
            double inner = radius * (1 + 0.012 * Math.sin(3 * angle + a) + 0.006 * Math.sin(5 * angle + b));
            double r = Math.hypot(dx, dy);
            return r < inner ? 0.22 : r < inner + thickness / TEM_PIXEL ? 0.52 : 0.84;
        }).blurred(1.2);
        String file = "raw/" + CoatedCathode.slug(sample) + "/tem-particle.tif";
        example.bytes(file, TiffFile.imageJ(size, size, picture.bytes(noise, 8), TEM_PIXEL, "nm",
                "synthetic: coated particle"));
        example.truth().add(sample, file, "microscopy/coating-thickness", "coating thickness", thickness, "nm");
        example.truth().add(sample, file, "microscopy/coating-thickness", "coverage", 100, "%");
    }
}
