package org.interphase.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.batch.EarlierResult;
import org.interphase.engine.document.AnalysisCells;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.text.JsonText;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;

/**
 * What a cluster found: a data set as {@code releng/spark} writes it. Results are known by what they were made of, not
 * by where the files lay: hash and name of the raw file, dataset, recipe, statements, program, versions and plug-ins.
 * All results of a recipe are in memory once one of them is asked for.
 */
final class ClusterResults {

    private final Path folder;
    private final Map<String, Map<Content, List<Found>>> byRun = new HashMap<>();

    private ClusterResults(Path folder) {
        this.folder = folder;
    }

    /**
     * The data set in a folder.
     *
     * @throws IOException if there is none
     */
    static ClusterResults in(Path folder) throws IOException {
        if (!Files.isDirectory(folder.resolve("provenance")) || !Files.isDirectory(folder.resolve("measurements"))) {
            throw new IOException(folder + " holds no results of a cluster (folders 'measurements' and 'provenance')");
        }
        return new ClusterResults(folder);
    }

    private record Content(String sha256, int index) {
    }

    private record Of(String input, int index) {
    }

    private record Numbered(long number, Measurement measurement) {
    }

    /** A dataset that was analysed. */
    private record Found(String input, String stated, String plugin, String software, String java, Instant time,
            String steps, List<Numbered> measurements, List<Remark> remarks) {
    }

    /**
     * The analysis of a dataset, where the recipe ran to its end over the same content under the same file name.
     *
     * @throws IOException if the data set cannot be read
     */
    Optional<AnalysisDocument> find(Recipe recipe, InputReference input, TechniqueRegistry registry)
            throws IOException {
        Optional<String> run = input.isSeries() ? Optional.empty()
                : EarlierResult.fingerprint(recipe, input.stated(), registry).map(EarlierResult::folderName);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        String stated = JsonText.write(input.stated().entries());
        String name = lastName(input.path());
        for (Found f : of(run.get()).getOrDefault(new Content(input.sha256(), input.index()), List.of())) {
            if (lastName(f.input).equals(name) && f.stated.equals(stated) && f.plugin.equals(input.plugin())) {
                List<Provenance.StepProvenance> steps = AnalysisCells.steps(f.steps);
                if (steps.size() == recipe.steps().stream().filter(Step::enabled).count()) {
                    return Optional.of(new AnalysisDocument(recipe, input, f.measurements.stream()
                            .sorted(Comparator.comparingLong(Numbered::number)).map(Numbered::measurement).toList(),
                            f.remarks, Optional.of(new Provenance(f.software, f.java, f.time, input, steps))));
                }
            }
        }
        return Optional.empty();
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private synchronized Map<Content, List<Found>> of(String run) throws IOException {
        Map<Content, List<Found>> known = byRun.get(run);
        if (known == null) {
            known = new HashMap<>();
            Path runs = folder.resolve("provenance").resolve("run=" + run);
            if (Files.isDirectory(runs)) {
                for (String piece : ParquetRows.pieces(runs)) {
                    read(run, piece, known);
                }
            }
            byRun.put(run, known);
        }
        return known;
    }

    private void read(String run, String piece, Map<Content, List<Found>> into) throws IOException {
        Map<Of, Found> found = new TreeMap<>(Comparator.comparing(Of::input).thenComparingInt(Of::index));
        ParquetRows.read(table("provenance", run, piece), row -> {
            Found f = new Found(row.text("input"), row.text("stated"), row.text("plugin"), row.text("software"),
                    row.text("java"), Instant.parse(row.text("time")), row.text("steps"), new ArrayList<>(),
                    new ArrayList<>());
            found.put(of(row), f);
            into.computeIfAbsent(new Content(row.text("sha256"), (int) row.whole("dataset_index")),
                    k -> new ArrayList<>()).add(f);
        });
        ParquetRows.read(table("measurements", run, piece), row -> {
            Found of = found.get(of(row));
            if (of != null) {
                of.measurements.add(new Numbered(row.whole("number"), measurement(row)));
            }
        });
        ParquetRows.read(table("remarks", run, piece), row -> {
            Found of = row.isEmpty("dataset_index") ? null : found.get(of(row));
            if (of != null) {
                of.remarks.add(new Remark(Remark.Level.valueOf(row.text("level").toUpperCase(Locale.ROOT)),
                        row.text("text"), row.text("step"), row.text("component"), row.text("code")));
            }
        });
    }

    private Path table(String name, String run, String piece) {
        return folder.resolve(name).resolve("run=" + run).resolve(piece);
    }

    private static Of of(ParquetRows.Row row) throws IOException {
        return new Of(row.text("input"), (int) row.whole("dataset_index"));
    }

    private static Measurement measurement(ParquetRows.Row row) throws IOException {
        return new Measurement(row.text("name"), row.text("symbol"), row.number("value"), row.number("uncertainty"),
                Unit.of(row.text("unit")), row.text("step"), row.number("limit"),
                new Verdict(Verdict.Quality.of(row.text("verdict")), row.text("reason")),
                AnalysisCells.evidence(row.text("evidence")));
    }
}
