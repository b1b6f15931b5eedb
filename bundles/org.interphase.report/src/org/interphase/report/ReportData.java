package org.interphase.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Everything a report shows.
 *
 * @param title title of the project
 * @param layout what the analyst wants to see
 * @param samples in the order they are compared; the first is the reference
 * @param entries finished runs in order
 * @param inputFailures files that could not be read, and why
 * @param checklist what reports of these kinds are expected to state
 * @param software program and version
 * @param time when the report was made
 * @param setting what it tells beside its results
 */
public record ReportData(String title, ReportLayout layout, List<ReportSample> samples, List<ReportEntry> entries,
        Map<String, String> inputFailures, List<ChecklistFinding> checklist, String software, Instant time,
        ReportSetting setting) {

    /** Copies lists and maps. */
    public ReportData {
        samples = List.copyOf(samples);
        entries = List.copyOf(entries);
        inputFailures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputFailures));
        checklist = List.copyOf(checklist);
    }

    /** A report of results alone. */
    public ReportData(String title, ReportLayout layout, List<ReportSample> samples, List<ReportEntry> entries,
            Map<String, String> inputFailures, List<ChecklistFinding> checklist, String software, Instant time) {
        this(title, layout, samples, entries, inputFailures, checklist, software, time, ReportSetting.NONE);
    }

    /** Entries by recipe, in order of first appearance. */
    public Map<String, List<ReportEntry>> byRecipe() {
        Map<String, List<ReportEntry>> out = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            out.computeIfAbsent(e.recipe(), k -> new java.util.ArrayList<>()).add(e);
        }
        return out;
    }

    /**
     * One row for each item of each entry, in order, made only when it is asked for.
     *
     * @param items what of an entry there is a row for
     * @param row makes a row
     */
    public <I, R> List<R> rows(Function<ReportEntry, List<I>> items, BiFunction<ReportEntry, I, R> row) {
        return new EntryRows<>(entries, items, row);
    }

    /** Number of each sample in the comparison, by name. */
    public Map<String, Integer> sampleNumbers() {
        Map<String, Integer> out = new LinkedHashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            out.putIfAbsent(samples.get(i).name(), i);
        }
        return out;
    }
}
