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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.AnalysisDocument;
import org.interphase.engine.AnalysisStore;
import org.interphase.engine.DatasetLoader;
import org.interphase.engine.LoadedFile;
import org.interphase.engine.OutcomeCache;
import org.interphase.engine.ProjectRunner;
import org.interphase.engine.ProjectStore;
import org.interphase.engine.ProjectWatch;
import org.interphase.engine.RecipeRunner;
import org.interphase.engine.Run;
import org.interphase.engine.TechniqueRegistry;
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
        RecipeRunner runner = new RecipeRunner(registry, new OutcomeCache(0));
        Recipe recipe = registry.requireRecipe(RECIPE);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (Path file : raw) {
                futures.add(pool.submit(() -> {
                    LoadedFile loaded = loader.load(file, Progress.none());
                    Run run = runner.run(recipe, loaded.datasets().get(0), loaded.reference(0), out, Progress.none());
                    requireComplete(run);
                    AnalysisDocument document = AnalysisDocument.of(run);
                    AnalysisStore.write(out.resolve(file.getFileName() + AnalysisStore.SUFFIX), document);
                    return List.of(document.measurements(), document.remarks());
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> f : futures) {
                results.add(f.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Object> project(Path folder, int files) throws IOException {
        List<Object> results = new ProjectRunner(registry).<Object>run(ProjectStore.read(folder), (place, entry) -> {
            Run run = entry.run().orElseThrow(() -> new IOException(entry.error()));
            requireComplete(run);
            return List.of(run.measurements(), run.remarks());
        }, ProjectWatch.NONE, Progress.none()).results();
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
