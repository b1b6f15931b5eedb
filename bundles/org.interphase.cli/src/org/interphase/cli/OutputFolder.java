package org.interphase.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.FilePath;
import org.interphase.engine.AnalysisDocument;
import org.interphase.engine.AnalysisStore;
import org.interphase.engine.AtomicFiles;
import org.interphase.engine.InputReference;
import org.interphase.engine.Provenance;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Measurement;
import org.interphase.report.ResultsTable;

/** Where {@code run --out} puts tables and analysis documents. */
final class OutputFolder {

    private static final String HEADER = "file,dataset,recipe,status,step,name,symbol,value,uncertainty,limit,unit,"
            + "document\n";

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
            String name = raw.getFileName() == null ? "data" : raw.getFileName().toString();
            String unique = name;
            for (int i = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); i++) {
                unique = name + "-" + i;
            }
            names.put(raw, unique);
        }
    }

    /** File name for the analysis of a dataset. */
    String name(Path raw, int dataset, int datasets) {
        String file = names.getOrDefault(raw, raw.getFileName().toString());
        return (datasets == 1 ? file : file + "." + (dataset + 1)) + AnalysisStore.SUFFIX;
    }

    void write(String name, AnalysisDocument document) throws IOException {
        AnalysisStore.write(folder.resolve(name), document);
    }

    /**
     * A document of an earlier run that still holds: same data at the same place, same recipe, same versions of its
     * operations, and no failure. A step that reads another file is always done again, since a document does not say
     * what was in that file.
     */
    Optional<AnalysisDocument> finished(String name, Recipe recipe, InputReference input, TechniqueRegistry registry) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            AnalysisDocument d = AnalysisStore.read(file);
            boolean same = d.input().sha256().equals(input.sha256()) && d.input().index() == input.index()
                    && AnalysisStore.resolve(file, d.input()).equals(Path.of(input.path()).normalize())
                    && d.recipe().id().equals(recipe.id()) && d.recipe().steps().equals(recipe.steps())
                    && d.provenance().isPresent()
                    && d.provenance().get().steps().size() == recipe.steps().stream().filter(s -> s.enabled()).count()
                    && d.provenance().get().steps().stream().allMatch(s -> current(s, registry));
            return same ? Optional.of(d) : Optional.empty();
        } catch (IOException e) {
            // a document that cannot be read is no result: it is made again
            return Optional.empty();
        }
    }

    private static boolean current(Provenance.StepProvenance step, TechniqueRegistry registry) {
        return registry.operation(step.operation())
                .map(o -> o.info().version() == step.version() && !readsFiles(o.info().parameters(), step))
                .orElse(false);
    }

    private static boolean readsFiles(Class<? extends Record> parameters, Provenance.StepProvenance step) {
        return Arrays.stream(parameters.getRecordComponents()).filter(c -> c.getType() == FilePath.class)
                .map(c -> step.parameters().get(c.getName())).anyMatch(v -> v != null && !v.toString().isBlank());
    }

    /** Writes {@code results.csv} and {@code results.json}. */
    void writeTables(Map<String, Object> json, List<ResultTree> results) throws IOException {
        StringBuilder csv = new StringBuilder(HEADER);
        for (ResultTree r : results) {
            if (r.measurements().isEmpty()) {
                csv.append(cells(r)).append(",,,,,,,,").append('\n');
            }
            for (Measurement m : r.measurements()) {
                csv.append(cells(r)).append(',').append(cell(m.step())).append(',').append(cell(m.name())).append(',')
                        .append(cell(m.symbol())).append(',').append(number(m.value())).append(',')
                        .append(number(m.uncertainty())).append(',').append(number(m.limit())).append(',')
                        .append(cell(m.unit().text())).append(',').append(cell(r.document())).append('\n');
            }
        }
        AtomicFiles.write(folder.resolve("results.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
        AtomicFiles.write(folder.resolve("results.json"),
                JsonText.writePretty(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String cells(ResultTree r) {
        return cell(r.file()) + "," + cell(r.dataset()) + "," + cell(r.recipe()) + ","
                + (r.isFailed() ? cell("failed: " + r.error()) : "ok");
    }

    private static String cell(String text) {
        return ResultsTable.cell(text);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
