package org.interphase.engine.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.internal.ParallelTasks;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.model.Dataset;

/**
 * Runs recipes over many inputs, several at a time. Whatever goes wrong with an input, an error of the Java machine
 * included, is its own failure and costs no other its result. Results go to a sink and are handed on in order; at most
 * {@link #WINDOW} of them wait for one before them. Nothing is given to the sink once the batch is cancelled.
 */
public final class BatchRunner {

    /** Results that may wait for one before them. */
    static final int WINDOW = 1024;

    private final RecipeRunner runner;
    private final int threads;

    /** A runner on a number of threads. */
    public BatchRunner(RecipeRunner runner, int threads) {
        this.runner = runner;
        this.threads = threads;
    }

    /** How many inputs at a time make use of all cores. */
    public static int allCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    // what the sink kept of a result
    private record Kept<T>(T value, boolean ok) {
    }

    private record Done<T>(List<Kept<T>> results, List<Joining> members, List<LeftOut> left) {

        boolean ok() {
            return results.stream().allMatch(Kept::ok);
        }
    }

    // a dataset that waits for the others of its series
    private record Joining(BatchInput input, Path folder, BatchChoice.Member member) {
    }

    // a sink that takes nothing: this is no failure of an input
    private static final class SinkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SinkException(IOException cause) {
            super(cause);
        }
    }

    /**
     * Runs a batch.
     *
     * @param watch told how many tasks there are and each that is done, from several threads
     * @return what was left out, in the order of the inputs
     * @throws IOException if the sink can keep neither a result nor a failure
     * @throws CancellationException if the progress is cancelled
     */
    public <T> List<LeftOut> run(List<BatchInput> inputs, BatchPlan plan, BatchSink<T> sink, BatchWatch watch,
            Progress progress) throws IOException {
        List<LeftOut> left = new ArrayList<>();
        Map<BatchSeries, List<Joining>> series = new LinkedHashMap<>();
        AtomicInteger done = new AtomicInteger();
        watch.planned(inputs.size());
        try {
            ParallelTasks.inOrder(numbers(inputs.size()), threads, WINDOW, i -> memory(inputs.get(i)), progress, i -> {
                BatchInput input = inputs.get(i);
                Done<T> of = one(i, input, plan, sink, progress);
                watch.done(of.ok());
                progress.report(0.9 * done.incrementAndGet() / inputs.size(), input.name());
                return of;
            }, of -> {
                of.results.forEach(k -> sink.next(k.value));
                of.members.forEach(m -> series.computeIfAbsent(m.member.series(), k -> new ArrayList<>()).add(m));
                left.addAll(of.left);
            });
            watch.planned(inputs.size() + series.size());
            List<List<Joining>> groups = List.copyOf(series.values());
            ParallelTasks.inOrder(numbers(groups.size()), threads, WINDOW, g -> 1L << 20, progress, g -> {
                Kept<T> kept = together(inputs.size() + g, groups.get(g), sink, progress);
                watch.done(kept.ok);
                return kept;
            }, k -> sink.next(k.value));
        } catch (SinkException e) {
            throw (IOException) e.getCause();
        }
        progress.report(1, "");
        return left;
    }

    // a batch has so many inputs that a list of their numbers would count
    private static List<Integer> numbers(int n) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return n;
            }
        };
    }

    private static long memory(BatchInput input) {
        try {
            // text of numbers grows about fourfold in memory, images by their compression
            return 8 * Files.size(input.file()) + (1 << 20);
        } catch (IOException e) {
            return 1 << 20;
        }
    }

    private <T> Done<T> one(int task, BatchInput input, BatchPlan plan, BatchSink<T> sink, Progress progress) {
        BatchChoice choice;
        try {
            choice = plan.choose(input);
        } catch (IOException | RuntimeException | Error e) {
            BatchPlace place = new BatchPlace(task, 0, 1, input.sample(), List.of(input));
            return new Done<>(List.of(failed(place, "", "", e, sink, progress)), List.of(), List.of());
        }
        List<Kept<T>> results = new ArrayList<>();
        for (BatchChoice.Each e : choice.each()) {
            BatchPlace place = new BatchPlace(task, results.size(), choice.each().size(), input.sample(),
                    List.of(input));
            results.add(run(place, e.recipe(), e.dataset(), e.reference(), choice.folder(), sink, progress));
        }
        return new Done<>(results, choice.members().stream().map(m -> new Joining(input, choice.folder(), m)).toList(),
                choice.left());
    }

    private <T> Kept<T> together(int task, List<Joining> members, BatchSink<T> sink, Progress progress) {
        BatchSeries series = members.get(0).member.series();
        BatchPlace place = new BatchPlace(task, 0, 1, series.sample(), members.stream().map(Joining::input).toList());
        SeriesInputs.Joined joined;
        Dataset dataset;
        try {
            joined = SeriesInputs.join(series.name(members.size()),
                    members.stream().map(m -> m.member.dataset()).toList(),
                    members.stream().map(m -> m.member.reference()).toList());
            dataset = series.prepared(joined.dataset());
        } catch (RuntimeException | Error e) {
            return failed(place, "", series.recipe().id(), e, sink, progress);
        }
        return run(place, series.recipe(), dataset, joined.reference(), members.get(0).folder, sink, progress);
    }

    private <T> Kept<T> run(BatchPlace place, Recipe recipe, Dataset dataset, InputReference reference, Path folder,
            BatchSink<T> sink, Progress progress) {
        progress.checkCancelled();
        try {
            Optional<T> earlier = sink.kept(place, recipe, dataset, reference);
            if (earlier.isPresent()) {
                return new Kept<>(earlier.get(), true);
            }
            Run run = runner.run(recipe, dataset, reference, folder, cancelOnly(progress));
            progress.checkCancelled();
            InputResult result = InputResult.of(place, run);
            return new Kept<>(sink.done(result), !result.isFailed());
        } catch (IOException | RuntimeException | Error e) {
            return failed(place, dataset.name(), recipe.id(), e, sink, progress);
        }
    }

    private static <T> Kept<T> failed(BatchPlace place, String dataset, String recipe, Throwable why,
            BatchSink<T> sink, Progress progress) {
        progress.checkCancelled();
        try {
            return new Kept<>(sink.done(InputResult.failed(place, dataset, recipe, why)), false);
        } catch (IOException e) {
            throw new SinkException(e);
        }
    }

    // the fraction of one input among many says nothing about the whole
    private static Progress cancelOnly(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                // counted by input
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }
}
