package org.interphase.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.BatchSink;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.batch.DatasetChoice;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.batch.RecipePlan;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.technique.xps.XpsTechnique;
import org.interphase.testkit.synthetic.XpsRegionTruth;

/**
 * Synthetic F 1s regions from raw file to result on all cores: {@code run} reads a file, runs the recipe, writes the
 * analysis document and keeps the numbers; {@code project} is the project runner of a report, with a sink
 * that keeps the numbers. Peak heap is the sum of the peaks of the heap's pools, garbage included; {@code live} is
 * what is still there
 * after a collection while the results are held.
 */
final class BatchSuite implements Suite {

    private static final String RECIPE = "xps/f1s-lif-cf2";
    private static final double MEBIBYTE = 1 << 20;

    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of(new XpsTechnique()));
    private final int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public void run(Context context) throws Exception {
        int files = context.quick() ? 200 : 2000;
        Path folder = Files.createTempDirectory("interphase-batch");
        try {
            List<Path> raw = write(folder, files);
            Path out = Files.createDirectory(folder.resolve("out"));
            // the first files load classes and compile
            recipe(raw.subList(0, files / 10), out);
            measure(context, "run", files, () -> recipe(raw, out));
            delete(out);
            measure(context, "project", files, () -> project(folder, files));
        } finally {
            delete(folder);
        }
    }

    private static List<Path> write(Path folder, int files) throws IOException {
        List<Path> raw = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Path file = folder.resolve("f" + i + ".csv");
            Files.writeString(file, XpsRegionTruth.fluorine(i % 10 == 0 ? 0 : 3000, 8000, i)
                    .toCsv(List.of("synthetic data")));
            raw.add(file);
        }
        Files.writeString(folder.resolve("project.yaml"), """
                format: interphase project 1
                samples:
                  - name: all
                    files: "*.csv"
                recipes:
                  - recipe: %s
                """.formatted(RECIPE));
        return raw;
    }

    @FunctionalInterface
    private interface Work {
        Object results() throws Exception;
    }

    private void measure(Context context, String name, int files, Work work) throws Exception {
        System.gc();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        Object results = work.results();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        double peak = pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / MEBIBYTE;
        System.gc();
        double live = pools().stream().mapToLong(p -> p.getUsage().getUsed()).sum() / MEBIBYTE;
        java.lang.ref.Reference.reachabilityFence(results);
        context.row(name(), name + "/rate", files / seconds, "files/s", true, threads, Map.of("files", files));
        context.row(name(), name + "/peak-heap", peak, "MiB", false, threads, Map.of("live", live, "limit",
                Runtime.getRuntime().maxMemory() / MEBIBYTE));
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).toList();
    }

    private List<Object> recipe(List<Path> raw, Path out) throws Exception {
        DatasetLoader loader = new DatasetLoader(registry);
        Recipe recipe = registry.requireRecipe(RECIPE);
        Kept sink = new Kept(out);
        new BatchRunner(new RecipeRunner(registry, new OutcomeCache(0)), threads).run(
                raw.stream().map(f -> BatchInput.of(f.getFileName().toString(), f)).toList(),
                new RecipePlan(recipe, new DatasetChoice(registry, recipe, null), f -> loader.load(f, Progress.none()),
                        f -> out), sink, BatchWatch.NONE, Progress.none());
        return sink.results;
    }

    /** Writes a document of each result into a folder, if there is one, and keeps its numbers and remarks. */
    private record Kept(Path out, List<Object> results) implements BatchSink<Object> {

        Kept(Path out) {
            this(out, new ArrayList<>());
        }

        @Override
        public Object done(InputResult result) throws IOException {
            Run run = result.run().orElseThrow(() -> new IOException(result.error()));
            requireComplete(run);
            if (out != null) {
                AnalysisStore.write(out.resolve(result.place().name() + AnalysisStore.SUFFIX),
                        AnalysisDocument.of(run));
            }
            return List.of(run.measurements(), run.remarks());
        }

        @Override
        public void next(Object kept) {
            results.add(kept);
        }
    }

    private List<Object> project(Path folder, int files) throws IOException {
        Kept sink = new Kept(null);
        new ProjectRunner(registry).run(ProjectStore.read(folder), sink, BatchWatch.NONE, Progress.none());
        List<Object> results = sink.results;
        if (results.size() != files) {
            throw new IOException(results.size() + " results of " + files + " files");
        }
        return results;
    }

    private static void requireComplete(Run run) throws IOException {
        if (!run.isComplete()) {
            throw new IOException(run.failure().get().pretty());
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
