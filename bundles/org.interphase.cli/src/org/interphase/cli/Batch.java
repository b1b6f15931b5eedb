package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.AnalysisDocument;
import org.interphase.engine.DatasetLoader;
import org.interphase.engine.Failure;
import org.interphase.engine.InputReference;
import org.interphase.engine.LoadedFile;
import org.interphase.engine.NotApplicableException;
import org.interphase.engine.OutcomeCache;
import org.interphase.engine.RecipeRunner;
import org.interphase.engine.Run;
import org.interphase.engine.SeriesInputs;
import org.interphase.model.Dataset;

/** One recipe over many files: each alone, several at a time, or all as one series. */
final class Batch {

    private final Session session;
    private final Recipe recipe;
    private final DatasetChoice choice;
    private final Stated stated;
    private final DatasetLoader loader;
    private final RecipeRunner runner;
    private final Optional<OutputFolder> out;
    private final boolean resume;
    private final boolean debug;
    private final AtomicInteger kept = new AtomicInteger();
    private final List<Skipped> skipped = new ArrayList<>();

    Batch(Session session, Recipe recipe, String dataset, Stated stated, Optional<OutputFolder> out, boolean resume,
            boolean debug) {
        this.stated = stated;
        this.session = session;
        this.recipe = recipe;
        this.choice = new DatasetChoice(session.registry(), recipe, dataset);
        this.loader = new DatasetLoader(session.registry());
        // every file is new: there is nothing a cache could give back
        this.runner = new RecipeRunner(session.registry(), new OutcomeCache(0));
        this.out = out;
        this.resume = resume;
        this.debug = debug;
    }

    private record Member(String file, Dataset dataset, InputReference reference) {
    }

    /** A dataset the recipe is not for, beside others of its file that it is for. */
    record Skipped(String file, NotApplicableException.Refused dataset) {
    }

    private record FileResult(List<ResultTree> results, List<Member> members, List<Skipped> skipped) {
    }

    /** Runs all files; results in the order of the files. */
    List<ResultTree> run(List<String> files, int jobs, ProgressBar bar) {
        List<ResultTree> results = new ArrayList<>();
        List<Member> members = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(jobs, task -> {
            Thread thread = new Thread(task, "interphase-run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<FileResult>> futures = new ArrayList<>();
            for (String file : files) {
                futures.add(pool.submit(() -> {
                    FileResult result = one(file);
                    bar.step(result.results.stream().noneMatch(ResultTree::isFailed));
                    return result;
                }));
            }
            for (Future<FileResult> f : futures) {
                FileResult result = f.get();
                results.addAll(result.results);
                members.addAll(result.members);
                skipped.addAll(result.skipped);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
            bar.clear();
        }
        if (!members.isEmpty()) {
            results.add(series(members));
        }
        return results;
    }

    /** How many results of an earlier run still held. */
    int kept() {
        return kept.get();
    }

    /** Datasets that were left out because the recipe is not for them, once all is run. */
    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    private FileResult one(String file) {
        FileResult result = new FileResult(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            LoadedFile loaded = loader.load(session.resolve(file), stated, Progress.none());
            DatasetChoice.Choice chosen = choice.of(loaded);
            List<Integer> indices = chosen.indices();
            chosen.left().forEach(l -> result.skipped.add(new Skipped(file, l)));
            for (int i : indices) {
                Dataset dataset = loaded.datasets().get(i);
                String from = file + LoadedFile.entry(loaded.path(), dataset).map(e -> "!" + e).orElse("");
                if (recipe.scope() == Recipe.Scope.SERIES) {
                    result.members.add(new Member(from, dataset, loaded.reference(i)));
                } else {
                    result.results.add(each(from, dataset, loaded.reference(i), loaded.path(), indices.size()));
                }
            }
        } catch (CancellationException | UsageException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            // one file must not cost the results of the others
            if (debug) {
                StackTraces.print(e, session.console().err());
            }
            String at = Failures.tree(file, e).get("position").toString();
            result.results.add(ResultTree.failed(file, "", recipe.id(), (at.isEmpty() ? "" : at + ": ")
                    + Failures.reason(e)));
        }
        return result;
    }

    private ResultTree each(String file, Dataset dataset, InputReference reference, Path raw, int datasets)
            throws IOException {
        String name = out.isEmpty() ? "" : out.get().name(raw, reference.index(), datasets);
        if (resume && out.isPresent()) {
            Optional<AnalysisDocument> old = out.get().finished(name, recipe, reference, session.registry());
            if (old.isPresent()) {
                kept.incrementAndGet();
                return ResultTree.of(file, old.get(), "", name);
            }
        }
        return finish(file, runner.run(recipe, dataset, reference, session.folder(), Progress.none()), name);
    }

    private ResultTree series(List<Member> members) {
        SeriesInputs.Joined joined = SeriesInputs.join("series of " + members.size(),
                members.stream().map(Member::dataset).toList(), members.stream().map(Member::reference).toList());
        String file = String.join(", ", members.stream().map(Member::file).distinct().toList());
        try {
            Path raw = Path.of(members.get(0).reference.path());
            String name = out.isEmpty() ? "" : out.get().name(raw.resolveSibling("series-"
                    + recipe.id().replace('/', '-')), 0, 1);
            return finish(file, runner.run(recipe, joined.dataset(), joined.reference(), session.folder(),
                    Progress.none()), name);
        } catch (IOException e) {
            return ResultTree.failed(file, joined.dataset().name(), recipe.id(), e.getMessage());
        }
    }

    private ResultTree finish(String file, Run run, String name) throws IOException {
        AnalysisDocument document = AnalysisDocument.of(run);
        if (out.isPresent()) {
            out.get().write(name, document);
        }
        if (debug && run.failure().isPresent() && run.failure().get().cause() != null) {
            StackTraces.print(run.failure().get().cause(), session.console().err());
        }
        return ResultTree.of(file, document, run.failure().map(Failure::pretty).orElse(""), name);
    }
}
