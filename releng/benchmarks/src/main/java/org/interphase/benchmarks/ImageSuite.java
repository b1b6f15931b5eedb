package org.interphase.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.interphase.numerics.image.Components;
import org.interphase.numerics.image.DistanceTransform;
import org.interphase.numerics.image.Filters;
import org.interphase.numerics.image.Histogram;
import org.interphase.numerics.image.LocalThickness;
import org.interphase.numerics.image.Watershed;

/**
 * Milliseconds per picture: half-porous pictures of 2048 and 4096 pixels side (a blurred random field, cut at its
 * median), or {@code porous_2048.pgm} and {@code porous_4096.pgm} (8-bit, pores dark) from the data folder.
 */
final class ImageSuite implements Suite {

    private static final double BLUR = 6;

    @Override
    public String name() {
        return "image";
    }

    @Override
    public void run(Context context) throws Exception {
        for (int side : new int[] {2048, 4096}) {
            byte[] grey = grey(context, side);
            int level = Histogram.otsu(Histogram.ofBytes(grey));
            byte[] pores = new byte[grey.length];
            for (int i = 0; i < pores.length; i++) {
                pores[i] = (byte) ((grey[i] & 0xff) <= level ? 1 : 0);
            }
            int[] distance = new int[grey.length];
            int[] out = new int[grey.length];
            row(context, "edt", side, () -> DistanceTransform.squared(pores, side, side, distance));
            row(context, "otsu-porosity", side, () -> porosity(grey));
            row(context, "components", side, () -> Components.of(pores, side, side, Components.Connectivity.EIGHT)
                    .paint(out));
            row(context, "local-thickness", side, () -> {
                DistanceTransform.squared(pores, side, side, distance);
                LocalThickness.squaredRadii(distance, side, side, out);
            });
            row(context, "watershed-pores", side, () -> {
                DistanceTransform.squared(pores, side, side, distance);
                Watershed.ofDistance(distance, side, side, 1, 0.1);
            });
        }
    }

    private static double porosity(byte[] grey) {
        int[] counts = Histogram.ofBytes(grey);
        int level = Histogram.otsu(counts);
        long dark = 0;
        for (int i = 0; i <= level; i++) {
            dark += counts[i];
        }
        return (double) dark / grey.length;
    }

    private void row(Context context, String name, int side, Runnable work) {
        int repetitions = context.quick() ? 5 : 25;
        double[] ms = new double[repetitions];
        // on a shared machine the processor time says more than the clock
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double processor = Double.POSITIVE_INFINITY;
        for (int k = -repetitions / 2; k < repetitions; k++) {
            long begin = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            work.run();
            processor = Math.min(processor, (threads.getCurrentThreadCpuTime() - used) * 1e-6);
            ms[Math.max(0, k)] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(ms);
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("min", ms[0]);
        extras.put("processorMin", processor);
        extras.put("max", ms[repetitions - 1]);
        extras.put("repetitions", repetitions);
        context.row(name(), name + "/" + side, ms[repetitions / 2], "ms", false, 1, extras);
    }

    private static byte[] grey(Context context, int side) throws IOException {
        Optional<Path> file = context.file("porous_" + side + ".pgm");
        if (file.isPresent()) {
            return read(file.get(), side);
        }
        SplittableRandom random = new SplittableRandom(20240602);
        float[] field = new float[side * side];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) random.nextGaussian();
        }
        field = Filters.gaussian(field, side, side, BLUR);
        byte[] grey = new byte[field.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) ((field[i] > 0 ? 170 : 70) + random.nextInt(40));
        }
        return grey;
    }

    /** A binary PGM file of the wanted size with a header of one line per field. */
    private static byte[] read(Path file, int side) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int pixels = side * side;
        String header = new String(all, 0, Math.max(0, all.length - pixels), StandardCharsets.ISO_8859_1);
        if (!header.strip().matches("P5\\s+" + side + "\\s+" + side + "\\s+255")) {
            throw new IOException(file + " is no 8-bit PGM of " + side + " x " + side + " pixels");
        }
        return Arrays.copyOfRange(all, all.length - pixels, all.length);
    }
}
