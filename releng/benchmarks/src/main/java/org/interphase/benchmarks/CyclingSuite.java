package org.interphase.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record of 5,000,000 rows as CSV (about 220 MB), from the file to the numbers of each cycle, in a process of its own
 * on all cores: first time and median of the warmed-up ones with their processor time,
         and the most the process held. The heap is kept small (224 MB), or the
 * collector would take what the machine has.
 */
final class CyclingSuite implements Suite {

    private static final int ROWS = 5_000_000;
    private static final double KIBIBYTES = 1024;
    private final int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public String name() {
        return "cycling";
    }

    @Override
    public void run(Context context) throws Exception {
        Path file = Files.createTempFile("interphase-cycling", ".csv");
        try {
            int rows = context.quick() ? ROWS / 10 : ROWS;
            write(file, rows);
            measure(context, file, rows, context.quick() ? 5 : 11);
        } finally {
            Files.delete(file);
        }
    }

    private void measure(Context context, Path file, int rows, int times) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx224m", "-cp",
                System.getProperty("java.class.path"), CyclingRun.class.getName(), file.toString(), String.valueOf(
                        times)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<double[]> each = new ArrayList<>();
        double peak = Double.NaN;
        String bits = "";
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "ms" -> each.add(new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                        Double.parseDouble(words[3])});
                    case "peak" -> peak = Double.parseDouble(words[1]) / KIBIBYTES;
                    case "bits" -> bits = words[1];
                    default -> throw new IOException("unexpected: " + line);
                }
            }
        }
        if (process.waitFor() != 0 || each.size() != times) {
            throw new IOException("the run ended with " + process.exitValue() + " after " + each.size() + " times");
        }
        // the compiler is at work during the first half
        List<double[]> warm = each.subList(times / 2, times);
        context.row(name(), "csv to cycles", median(warm, 0) + median(warm, 1), "ms", false, threads, Map.of("rows",
                rows, "MB", Files.size(file) * 1e-6, "first", each.get(0)[0] + each.get(0)[1], "reading",
                median(warm, 0), "summary", median(warm, 1), "processor", median(warm, 2), "bits", bits));
        context.row(name(), "peak resident", peak, "MiB", false, threads, Map.of("rows", rows));
    }

    private static double median(List<double[]> times, int which) {
        double[] sorted = times.stream().mapToDouble(t -> t[which]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** A cell that is charged and discharged at 1 A in cycles of 7200 s, a row each half second. */
    private static void write(Path file, int rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write("Time (s),Voltage (V),Current (A),Cycle,Step,Capacity (Ah)\n"
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                int within = i % 14400;
                boolean charge = within < 7200;
                int step = charge ? within : within - 7200;
                int microvolt = charge ? 3_000_000 + step * 170 : 4_200_000 - step * 170;
                text.setLength(0);
                text.append(i / 2).append(i % 2 == 0 ? ".000" : ".500").append(',').append(microvolt / 1_000_000)
                        .append('.').append(Integer.toString(1_000_000 + microvolt % 1_000_000), 1, 7).append(',')
                        .append(charge ? "1.000213" : "-0.999874").append(',').append(i / 14400 + 1).append(',')
                        .append(charge ? 1 : 2).append(',').append(step == 0 ? "0" : String.valueOf(
                                (float) (step / 7200.0))).append('\n');
                out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
