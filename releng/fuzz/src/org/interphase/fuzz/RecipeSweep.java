package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.fuzz.RecipeTrial;

/**
 * Every recipe that is offered for a file, on what is read from files made of the readers' seeds by
 * {@link FileMutator}. Prints a row per reader and every finding once; the file that shows it is kept.
 */
public final class RecipeSweep {

    private static final double SECONDS = 1;
    private static final double ENDLESS = 30;
    private static final int LARGEST = 1 << 20;

    private final TechniqueRegistry registry = TechniqueRegistry.fromClassPath();
    private final DatasetLoader loader = new DatasetLoader(registry);
    private final RecipeTrial trial;
    private final Path findings;
    private final Map<RecipeTrial.Ending, Integer> endings = new EnumMap<>(RecipeTrial.Ending.class);
    private final Map<String, String> found = new LinkedHashMap<>();
    private long longest;
    private String slowest = "";

    private RecipeSweep(Path findings) throws IOException {
        this.findings = findings;
        this.trial = new RecipeTrial(registry, SECONDS, SECONDS, Files.createTempDirectory("interphase-recipes"));
    }

    /** Arguments: folders of seeds and for findings, seconds per reader, readers (all without one). */
    public static void main(String[] args) throws IOException {
        List<String> chosen = List.of(args).subList(3, args.length);
        for (String reader : SeedFolders.readers().keySet()) {
            if (chosen.isEmpty() || chosen.contains(reader)) {
                new RecipeSweep(Path.of(args[1]).resolve("recipes").resolve(reader)).sweep(reader,
                        Path.of(args[0]).resolve(reader), Double.parseDouble(args[2]));
            }
        }
    }

    private void sweep(String reader, Path folder, double seconds) throws IOException {
        List<Source> seeds = FileSeed.of(folder).files(folder);
        FileMutator mutator = new FileMutator(System.nanoTime());
        Random random = new Random();
        Overrun overrun = new Overrun(ENDLESS);
        int files = 0;
        int read = 0;
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            Source seed = seeds.get(random.nextInt(seeds.size()));
            // the first ones are the seeds themselves
            byte[] bytes = files < seeds.size() ? seeds.get(files).readAll(LARGEST) : mutator.mutate(
                    seed.readAll(LARGEST));
            Source file = Source.of(files < seeds.size() ? seeds.get(files).name() : seed.name(), bytes);
            files++;
            List<Dataset> datasets;
            try {
                datasets = loader.read(file);
            } catch (IOException e) {
                continue;
            }
            read++;
            for (Recipe recipe : registry.suggest(datasets.get(0))) {
                overrun.begin(() -> endless(reader, recipe, file, bytes));
                RecipeTrial.Running running = trial.run(recipe, datasets);
                overrun.end();
                take(recipe, running, file, bytes);
            }
        }
        System.out.printf(Locale.ROOT, "| `%s` | %d | %d | %d | %d | %d | %.2f s%s | %d |%n", reader, files, read,
                endings.getOrDefault(RecipeTrial.Ending.COMPLETE, 0), endings.getOrDefault(RecipeTrial.Ending.FAILED,
                0), endings.getOrDefault(RecipeTrial.Ending.CANCELLED, 0), longest / 1e9, slowest, found.size());
        found.values().forEach(f -> System.out.println("    " + f));
    }

    private void take(Recipe recipe, RecipeTrial.Running running, Source file, byte[] bytes) throws IOException {
        endings.merge(running.ending(), 1, Integer::sum);
        if (running.nanoseconds() > longest) {
            longest = running.nanoseconds();
            slowest = " (" + recipe.id() + ")";
        }
        if (running.fault().isPresent()) {
            String kind = recipe.id() + running.fault().get().replaceAll("[-+0-9.eE]+|'[^']*'", "#");
            if (found.putIfAbsent(kind, recipe.id() + ", " + file.name() + ": " + running.fault().get()
                    + place(running.cause())) == null) {
                keep(found.size() + "-" + file.name(), bytes);
            }
        }
    }

    private void keep(String name, byte[] bytes) throws IOException {
        Files.createDirectories(findings);
        Files.write(findings.resolve(name), bytes);
    }

    // an operation that does not come back cannot be stopped, so the sweep ends with it
    private void endless(String reader, Recipe recipe, Source file, byte[] bytes) {
        System.out.printf(Locale.ROOT, "| `%s` | | | | | | more than %.0f s | 1 |%n    %s does not end on %s%n", reader,
                ENDLESS, recipe.id(), file.name());
        try {
            keep("endless-" + file.name(), bytes);
        } catch (IOException e) {
            System.err.println(e);
        }
        System.out.flush();
        Runtime.getRuntime().halt(1);
    }

    private static String place(Throwable error) {
        if (error == null) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        Stream.of(error.getStackTrace()).limit(6).forEach(f -> out.append("\n        ").append(f));
        return out.toString();
    }
}
