package org.interphase.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.interphase.testkit.synthetic.XpsRegionTruth;

/**
 * Wall-clock time from starting {@code ./interphase} with a verb to its end, over several processes one after the
 * other. The product is not built for this: where there is none, the suite says so and measures nothing.
 */
final class StartupSuite implements Suite {

    private static final long PATIENCE_SECONDS = 300;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public void run(Context context) throws Exception {
        String root = System.getenv("INTERPHASE_ROOT");
        Path product = root == null ? null : Path.of(root, "build", "product");
        if (product == null || !Files.isDirectory(product)) {
            System.err.println("suite startup skipped: there is no built product"
                    + (root == null ? " (INTERPHASE_ROOT is not set)" : "; run ./interphase formats once"));
            return;
        }
        Path file = Files.createTempFile("interphase-startup", ".csv");
        try {
            Files.writeString(file, XpsRegionTruth.fluorine(3000, 8000, 1).toCsv(List.of("synthetic data")));
            String command = Path.of(root, "interphase").toString();
            int repetitions = context.quick() ? 5 : 21;
            measure(context, "formats", repetitions, List.of(command, "formats"));
            measure(context, "info", repetitions, List.of(command, "info", file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    private void measure(Context context, String verb, int repetitions, List<String> command) throws Exception {
        // the first start may build what is out of date and fills the disk cache
        seconds(command);
        double[] times = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            times[i] = seconds(command);
        }
        Arrays.sort(times);
        context.row(name(), verb, times[repetitions / 2], "s", false, 1, Map.of("best", times[0], "worst",
                times[repetitions - 1], "of", repetitions));
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (!ended) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " did not end within " + PATIENCE_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " ended with code " + process.exitValue());
        }
        return seconds;
    }
}
