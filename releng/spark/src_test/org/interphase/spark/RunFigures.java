package org.interphase.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * What a run cost: {@code RunFigures EVENTS DATASET SECONDS} prints datasets and failures, what a dataset took of the
 * seconds of processor time that the run spent, its start included, bytes on disk, and by Spark's event log the peaks
 * of each executor. The log's own figure of processor time is that of Spark's threads, on which no recipe runs.
 */
public final class RunFigures {

    private static final double MEGA = 1e6;

    private RunFigures() {
    }

    /** Prints them as one line. */
    public static void main(String[] arguments) throws IOException {
        ObjectMapper json = new ObjectMapper();
        double processor = Double.parseDouble(arguments[2]);
        Map<String, long[]> peaks = new TreeMap<>();
        for (Path log : files(arguments[0])) {
            try (Stream<String> lines = Files.lines(log)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    JsonNode event = json.readTree(line);
                    String executor = event.path("Executor ID").asText();
                    JsonNode metrics = event.path("Executor Metrics");
                    if (!executor.isEmpty() && metrics.isObject()) {
                        long[] peak = peaks.computeIfAbsent(executor, k -> new long[2]);
                        peak[0] = Math.max(peak[0], metrics.path("JVMHeapMemory").asLong());
                        peak[1] = Math.max(peak[1], metrics.path("ProcessTreeJVMRSSMemory").asLong());
                    }
                }
            }
        }
        SparkSession session = SparkSession.builder().getOrCreate();
        long datasets = rows(session, arguments[1], OutputTable.PROVENANCE);
        long failures = rows(session, arguments[1], OutputTable.FAILURES);
        session.stop();
        long bytes = 0;
        for (Path file : files(arguments[1])) {
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "%d datasets, %d failures; %.1f s of processor time, %.2f ms "
                + "a dataset; %.0f bytes a dataset on disk; peak of heap, resident in MB:",
                datasets, failures, processor, 1e3 * processor / datasets, (double) bytes / datasets);
        peaks.forEach((id, p) -> System.out.printf(Locale.ROOT, " %s %.0f, %.0f;", id, p[0] / MEGA, p[1] / MEGA));
        System.out.println();
    }

    private static long rows(SparkSession session, String folder, OutputTable table) {
        return session.read().schema(table.schema()).parquet(Path.of(folder).resolve(table.folder()).toString())
                .count();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> list = Files.walk(Path.of(folder))) {
            return list.filter(Files::isRegularFile).toList();
        }
    }
}
