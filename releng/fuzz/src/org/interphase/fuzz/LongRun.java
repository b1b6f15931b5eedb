package org.interphase.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.ProjectResult;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeHistory;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.report.ReportFormat;
import org.interphase.report.ReportVerifier;
import org.interphase.report.ReportWriter;
import org.interphase.testkit.synthetic.SmallExample;

/**
 * Works for many minutes in one process as an analyst does: opens a file of every format, runs what is offered, moves a
 * parameter and takes it back, saves and reads, runs a project with its report and verifies it; and measures what is
 * held after each round. Prints the slopes with their standard uncertainty.
 */
public final class LongRun {

    private static final String RECIPE = "xps/f1s-lif-cf2";
    private static final int MOVES = 8;
    private static final int LARGEST = 1 << 20;
    /** The share of the rounds at the beginning in which classes are loaded and caches filled. */
    private static final double WARM = 0.3;

    private final TechniqueRegistry registry = TechniqueRegistry.fromClassPath();
    private final DatasetLoader loader = new DatasetLoader(registry);
    private final RecipeRunner runner = new RecipeRunner(registry, new OutcomeCache());
    private final Path folder;
    private final Map<String, List<double[]>> curves = new TreeMap<>();
    private int opened;
    private int runs;

    private LongRun(Path folder) {
        this.folder = folder;
    }

    /** Arguments: minutes, the folder of the readers' seeds, an empty folder to work in. */
    public static void main(String[] args) throws IOException {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        LongRun run = new LongRun(Path.of(args[2]));
        int rounds;
        try {
            rounds = run.work(Path.of(args[1]), Double.parseDouble(args[0]));
        } catch (IOException | RuntimeException | Error e) {
            console.println(said.toString(StandardCharsets.UTF_8));
            console.println(e + " at " + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length)));
            throw e;
        }
        console.printf(Locale.ROOT, "%d rounds, %d files opened, %d recipes run, %d bytes in the log%n", rounds,
                run.opened, run.runs, said.size());
        console.println("| held | in the middle | at the end | slope per hour |");
        console.println("|---|---|---|---|");
        run.curves.forEach((name, curve) -> console.println(row(name, curve)));
        if (said.size() > 0) {
            console.println(said.toString(StandardCharsets.UTF_8).lines().limit(20).toList());
        }
    }

    private int work(Path seeds, double minutes) throws IOException {
        Map<String, String> example = SmallExample.files();
        for (Map.Entry<String, String> e : example.entrySet()) {
            Files.createDirectories(folder.resolve(e.getKey()).getParent());
            Files.writeString(folder.resolve(e.getKey()), e.getValue());
        }
        Files.writeString(folder.resolve("project.yaml"), "format: interphase project 1\ntitle: Long run\nsamples:\n"
                + "  - {name: A, files: 'raw/*'}\nrecipes:\n  - recipe: " + RECIPE + "\n");
        long began = System.nanoTime();
        int round = 0;
        while ((System.nanoTime() - began) / 6e10 < minutes) {
            everyFormat(seeds, round);
            drag();
            report();
            measure((System.nanoTime() - began) / 3.6e12);
            round++;
        }
        return round;
    }

    private void everyFormat(Path seeds, int round) throws IOException {
        for (String reader : SeedFolders.readers().keySet()) {
            List<Source> files = FileSeed.of(seeds.resolve(reader)).files(seeds.resolve(reader));
            Source file = files.get(round % Math.min(4, files.size()));
            List<Dataset> datasets;
            try {
                datasets = loader.read(Source.of(file.name(), file.readAll(LARGEST)));
            } catch (IOException e) {
                continue;
            }
            opened++;
            for (Recipe recipe : registry.suggest(datasets.get(0)).stream().limit(2).toList()) {
                Run run = run(recipe, datasets);
                Path document = folder.resolve("a.analysis.yaml");
                AnalysisStore.write(document, AnalysisDocument.of(run));
                AnalysisStore.read(document);
            }
        }
    }

    private Run run(Recipe recipe, List<Dataset> datasets) {
        runs++;
        if (recipe.scope() == Recipe.Scope.SERIES) {
            SeriesInputs.Joined joined = SeriesInputs.join("all", datasets, datasets.stream()
                    .map(d -> InputReference.none(d.name())).toList());
            return runner.run(recipe, joined.dataset(), joined.reference(), folder, Progress.none());
        }
        return runner.run(recipe, datasets.get(0), InputReference.none("a"), folder, Progress.none());
    }

    /** A parameter is moved in small steps, each of which runs, and all of it is taken back. */
    private void drag() throws IOException {
        List<Dataset> data = loader.load(folder.resolve("raw/fresh_F1s.csv"), Progress.none()).datasets();
        RecipeHistory history = RecipeHistory.of(registry.requireRecipe(RECIPE));
        for (int i = 0; i < MOVES; i++) {
            Recipe moved = Recipes.set(history.current(), registry, "fit.detection", Double.toString(3 + 0.1 * i));
            history = history.push(moved, "move");
            run(moved, data);
        }
        while (history.canUndo()) {
            history = history.undo();
            run(history.current(), data);
        }
    }

    /** The project as a batch, its report, and the report's verification. */
    private void report() throws IOException {
        ProjectResult result = new ProjectRunner(registry).run(ProjectStore.read(folder), Progress.none());
        Path out = folder.resolve("report");
        new ReportWriter(registry, Clock.systemUTC()).write(result, out, EnumSet.allOf(ReportFormat.class));
        if (!new ReportVerifier(registry).verify(out, null, Progress.none()).isSame()) {
            throw new IllegalStateException("the report is not reproduced");
        }
    }

    private void measure(double hours) throws IOException {
        System.gc();
        add("heap after collection, MB", hours, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                / 1e6);
        add("outside of the heap (Java), MB", hours, ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage()
                .getUsed() / 1e6);
        add("threads", hours, ManagementFactory.getThreadMXBean().getThreadCount());
        add("classes", hours, ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        Path self = Path.of("/proc/self");
        if (Files.isDirectory(self)) {
            try (Stream<Path> handles = Files.list(self.resolve("fd"))) {
                add("open files", hours, handles.count());
            }
            for (String line : Files.readAllLines(self.resolve("status"))) {
                if (line.startsWith("VmRSS:")) {
                    add("memory of the process, MB", hours, Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e3);
                }
            }
        }
        try (Stream<Path> left = Files.walk(folder)) {
            add("files in the folder", hours, left.count());
        }
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            add("files in the folder for temporary ones", hours, left.count());
        }
    }

    private void add(String name, double hours, double value) {
        curves.computeIfAbsent(name, n -> new ArrayList<>()).add(new double[] {hours, value});
    }

    /** Least squares over the rounds after the warm ones; the uncertainty from the scatter about the line. */
    private static String row(String name, List<double[]> all) {
        List<double[]> curve = all.subList((int) (WARM * all.size()), all.size());
        double n = curve.size();
        double mx = curve.stream().mapToDouble(p -> p[0]).average().orElse(Double.NaN);
        double my = curve.stream().mapToDouble(p -> p[1]).average().orElse(Double.NaN);
        double sxx = curve.stream().mapToDouble(p -> (p[0] - mx) * (p[0] - mx)).sum();
        double slope = curve.stream().mapToDouble(p -> (p[0] - mx) * (p[1] - my)).sum() / sxx;
        double rest = curve.stream().mapToDouble(p -> Math.pow(p[1] - my - slope * (p[0] - mx), 2)).sum();
        double uncertainty = Math.sqrt(rest / (n - 2) / sxx);
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2g \u00b1 %.2g |", name, all.get(all.size() / 2)[1],
                all.get(all.size() - 1)[1], slope, uncertainty);
    }
}
