package org.interphase.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.interphase.engine.document.AnalysisCells;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * Compares a data set with the analysis documents of {@code interphase run} over the same files, to the last bit of
 * every number and the last letter of every remark, and that each is there once.
 * {@code SameNumbers DOCUMENTS DATASET FAILURES}: as many inputs have failed. Inputs are known by their names without
 * folder and extension; spectrum 3 of map.txt is map-3.
 */
public final class SameNumbers {

    private static final String SUFFIX = ".analysis.yaml";
    private static final int SHOWN = 5;

    private SameNumbers() {
    }

    /** Exit code 0 if all are the same. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Map<String, List<String>> expected = documents(Path.of(arguments[0]));
        SparkSession session = SparkSession.builder().getOrCreate();
        Map<String, List<String>> found = new TreeMap<>();
        rows(session, arguments[1], OutputTable.PROVENANCE).forEach(r -> add(found, r, 0, "analysed"));
        for (Row r : rows(session, arguments[1], OutputTable.MEASUREMENTS)) {
            add(found, r, 1 + r.<Integer>getAs("number"), number(r.getAs("name"), bits(r.getAs("value")),
                    bits(r.getAs("uncertainty")), bits(r.getAs("limit")), r.getAs("unit"), r.getAs("verdict"),
                    r.getAs("reason"), r.getAs("step"), r.getAs("evidence")));
        }
        for (Row r : rows(session, arguments[1], OutputTable.REMARKS)) {
            add(found, r, 0, String.join("|", "remark", r.getAs("level"), r.getAs("text"), r.getAs("step")));
        }
        long failures = rows(session, arguments[1], OutputTable.FAILURES).size();
        session.stop();
        found.values().forEach(l -> l.sort(null));
        List<String> different = Stream.concat(expected.keySet().stream(), found.keySet().stream()).distinct()
                .filter(k -> !expected.getOrDefault(k, List.of()).equals(found.getOrDefault(k, List.of()))).toList();
        different.stream().limit(SHOWN).forEach(k -> out.println(k + "\n  run:   " + expected.get(k) + "\n  spark: "
                + found.get(k)));
        long numbers = found.values().stream().flatMap(List::stream).filter(l -> l.contains("number|")).count();
        out.println(found.size() + " inputs, " + numbers + " numbers, " + different.size() + " inputs differ, "
                + failures + " failures");
        System.exit(different.isEmpty() && numbers > 0 && failures == Long.parseLong(arguments[2]) ? 0 : 1);
    }

    private static List<Row> rows(SparkSession session, String folder, OutputTable table) {
        return session.read().schema(table.schema()).parquet(Path.of(folder).resolve(table.folder()).toString())
                .collectAsList();
    }

    private static Map<String, List<String>> documents(Path folder) throws IOException {
        Map<String, List<String>> out = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(SUFFIX)).collect(Collectors.toList());
        }
        for (Path file : files) {
            AnalysisDocument d = AnalysisStore.read(file);
            List<String> lines = new ArrayList<>(List.of(line(0, "analysed")));
            int i = 1;
            for (Measurement m : d.measurements()) {
                lines.add(line(i++, number(m.name(), bits(m.value()), bits(m.uncertainty()), bits(m.limit()),
                        m.unit().text(), m.verdict().quality().word(), m.verdict().reason(), m.step(),
                        AnalysisCells.evidence(m))));
            }
            for (Remark r : d.remarks()) {
                lines.add(line(0, String.join("|", "remark", r.level().name().toLowerCase(java.util.Locale.ROOT),
                        r.text(), r.step())));
            }
            lines.sort(null);
            out.put(stem(Path.of(d.input().path()).getFileName().toString()), lines);
        }
        return out;
    }

    private static void add(Map<String, List<String>> found, Row row, int place, String text) {
        String input = row.getAs("input");
        found.computeIfAbsent(stem(input.substring(input.lastIndexOf('/') + 1)), k -> new ArrayList<>())
                .add(line(place, text));
    }

    private static String line(int place, String text) {
        return place + " " + text;
    }

    private static String number(String... parts) {
        return "number|" + String.join("|", parts);
    }

    private static String bits(Double value) {
        return value == null || Double.isNaN(value) ? "none" : Long.toHexString(Double.doubleToRawLongBits(value));
    }

    private static String stem(String name) {
        int spectrum = name.lastIndexOf('#');
        String file = spectrum < 0 ? name : name.substring(0, spectrum);
        int dot = file.lastIndexOf('.');
        return (dot < 0 ? file : file.substring(0, dot)) + (spectrum < 0 ? "" : "-" + name.substring(spectrum + 1));
    }
}
