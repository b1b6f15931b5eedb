package org.interphase.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Recipe;
import org.interphase.api.Source;
import org.interphase.api.Technique;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.testkit.Violation;
import org.interphase.testkit.fuzz.FileMutator;
import org.interphase.testkit.fuzz.RecipeTrial;

/** Recipes keep their promises on what readers let through of files that are damaged. */
public final class DamagedInputCheck {

    private static final long SEED = 20260102;
    private static final int MUTANTS = 12;
    private static final int LARGEST = 1 << 20;
    // far more than a run takes, so that a busy machine is no violation
    private static final double SECONDS = 10;
    private static final int TIMEOUT_SECONDS = 60;

    private final Technique technique;
    private final TechniqueRegistry registry;
    private final DatasetLoader loader;
    private final List<Violation> out = new ArrayList<>();

    /**
     * A check of a technique's recipes.
     *
     * @param companions techniques whose operations its templates use too
     */
    public DamagedInputCheck(Technique technique, List<Technique> companions) {
        this.technique = technique;
        List<Technique> installed = new ArrayList<>(companions);
        installed.add(technique);
        this.registry = TechniqueRegistry.of(installed);
        this.loader = new DatasetLoader(registry);
    }

    /** How recipes break their promises; one fault per reader is enough to tell. */
    public List<Violation> check(Map<String, List<Source>> samples) throws IOException {
        Path folder = Files.createTempDirectory("interphase-trial");
        try {
            RecipeTrial trial = new RecipeTrial(registry, SECONDS, SECONDS, folder);
            for (DatasetReader reader : technique.readers()) {
                reader(trial, reader, samples.getOrDefault(reader.id(), List.of()));
            }
        } finally {
            Files.delete(folder);
        }
        return out;
    }

    private void reader(RecipeTrial trial, DatasetReader reader, List<Source> valid) throws IOException {
        FileMutator mutator = new FileMutator(SEED);
        for (int i = 0; i < MUTANTS && !valid.isEmpty(); i++) {
            Source sample = valid.get(i % valid.size());
            if (sample.size() > LARGEST) {
                continue;
            }
            Source mutant = Source.of(sample.name(), mutator.mutate(sample.readAll(LARGEST)));
            List<Dataset> datasets;
            try {
                datasets = loader.read(mutant);
            } catch (IOException e) {
                continue;
            }
            for (Recipe recipe : registry.suggest(datasets.get(0))) {
                Optional<String> fault = run(trial, recipe, datasets);
                if (fault.isPresent()) {
                    out.add(new Violation("damaged input", recipe.id() + ", mutant " + i + " of " + sample.name(),
                            fault.get()));
                    return;
                }
            }
        }
    }

    private static Optional<String> run(RecipeTrial trial, Recipe recipe, List<Dataset> datasets) {
        FutureTask<RecipeTrial.Running> task = new FutureTask<>(() -> trial.run(recipe, datasets));
        Thread thread = new Thread(task, "recipe under test");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).fault();
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.of("it takes more than " + TIMEOUT_SECONDS + " s");
        } catch (ExecutionException e) {
            return Optional.of("it throws " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
