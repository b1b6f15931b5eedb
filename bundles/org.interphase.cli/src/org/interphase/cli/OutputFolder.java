package org.interphase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.EarlierResult;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Measurement;
import org.interphase.report.ResultsTable;

/** Where {@code run --out} puts tables and analysis documents. */
final class OutputFolder {

    private static final List<String> COLUMNS = List.of("file", "dataset", "recipe", "status", "step", "name", "symbol",
            "value", "uncertainty", "limit", "unit", "document");

    private static final int LONGEST = 150;

    private final Path folder;
    private final Map<Path, String> names = new HashMap<>();

    /**
     * @param inputs all files of the batch, in order: files of one name in several folders are numbered by it
     */
    OutputFolder(Path folder, List<Path> inputs) throws IOException {
        this.folder = Files.createDirectories(folder);
        AtomicFiles.sweep(folder);
        Set<String> taken = new HashSet<>();
        for (Path raw : inputs) {
            if (names.containsKey(raw)) {
                continue;
            }
            String name = raw.getFileName() == null ? "data" : shortened(raw.getFileName().toString());
            String unique = name;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = name + "-" + i;
            }
            names.put(raw, unique);
        }
    }

    // a document's name is longer than that of its file, and file systems end at 255 bytes
    private static String shortened(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "-" + Checksums.ofBytes(bytes).substring(0, 8);
    }

    /** File name for the analysis of a dataset. */
    String name(Path raw, int dataset, int datasets) {
        String file = names.getOrDefault(raw, raw.getFileName().toString());
        return (datasets == 1 ? file : file + "." + (dataset + 1)) + AnalysisStore.SUFFIX;
    }

    void write(String name, AnalysisDocument document) throws IOException {
        AnalysisStore.write(folder.resolve(name), document);
    }

    /** A document of an earlier run that still holds; see {@link EarlierResult}. */
    Optional<AnalysisDocument> finished(String name, Recipe recipe, InputReference input, TechniqueRegistry registry) {
        return EarlierResult.find(folder.resolve(name), recipe, input, registry);
    }

    /** Writes {@code results.csv} and {@code results.json}. */
    void writeTables(Map<String, Object> json, List<ResultTree> results) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ResultTree r : results) {
            Map<String, Object> place = new HashMap<>(Map.of("file", r.file(), "dataset", r.dataset(), "recipe",
                    r.recipe(), "status", r.isFailed() ? "failed: " + r.error() : "ok"));
            if (r.measurements().isEmpty()) {
                rows.add(place);
            }
            for (Measurement m : r.measurements()) {
                Map<String, Object> row = new HashMap<>(place);
                row.putAll(ResultText.measurement(m));
                row.put("document", r.document());
                rows.add(row);
            }
        }
        String csv = ResultsTable.csv(COLUMNS, rows);
        AtomicFiles.write(folder.resolve("results.csv"), csv.getBytes(StandardCharsets.UTF_8));
        AtomicFiles.write(folder.resolve("results.json"),
                JsonText.writePretty(json).getBytes(StandardCharsets.UTF_8));
    }
}
