package org.interphase.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.batch.BatchChoice;
import org.interphase.engine.batch.BatchInput;
import org.interphase.engine.batch.BatchPlan;
import org.interphase.engine.batch.BatchRunner;
import org.interphase.engine.batch.BatchWatch;
import org.interphase.engine.batch.DatasetChoice;
import org.interphase.engine.batch.RecipePlan;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * What an executor does with its share of the inputs: hands them to the engine's batch runner, some at a time, and
 * gives the rows on as they come. What fails is a row.
 */
final class RecipeTask implements FlatMapFunction<Iterator<Item>, TableRow> {

    private static final long serialVersionUID = 1L;

    // inputs whose rows are held at a time
    private static final int HELD = 64;

    private final Assignment assignment;
    private final Broadcast<SerializableConfiguration> hadoop;

    RecipeTask(Assignment assignment, Broadcast<SerializableConfiguration> hadoop) {
        this.assignment = assignment;
        this.hadoop = hadoop;
    }

    @Override
    public Iterator<TableRow> call(Iterator<Item> items) throws IOException {
        Recipe recipe = assignment.readRecipe();
        TechniqueRegistry registry = assignment.techniques();
        // Spark runs a task on each core
        BatchRunner runner = new BatchRunner(new RecipeRunner(registry, new OutcomeCache(0)), 1);
        return new Rows(items, share -> run(share, recipe, registry, runner));
    }

    private List<TableRow> run(List<Item> share, Recipe recipe, TechniqueRegistry registry, BatchRunner runner) {
        List<BatchInput> inputs = new ArrayList<>();
        Map<Path, Item> byPath = new HashMap<>();
        for (int i = 0; i < share.size(); i++) {
            // the batch knows inputs by paths, which not all have
            Path path = Path.of(Integer.toString(i));
            byPath.put(path, share.get(i));
            inputs.add(BatchInput.of(share.get(i).input().name(), path));
        }
        DatasetLoader loader = new DatasetLoader(registry);
        BatchPlan all = new RecipePlan(recipe, new DatasetChoice(registry, recipe, assignment.dataset()),
                path -> byPath.get(path).input().load(loader, assignment.stated(), hadoop.value().value()),
                path -> Path.of(assignment.folder()));
        BatchPlan changed = input -> holds(byPath.get(input.file()))
                ? new BatchChoice(Path.of(assignment.folder()), List.of(), List.of(), List.of()) : all.choose(input);
        RowSink sink = new RowSink(recipe.id(), share, hadoop.value().value());
        try {
            runner.run(inputs, changed, sink, BatchWatch.NONE, new TaskProgress(TaskContext.get()))
                    .forEach(sink::leftOut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sink.rows();
    }

    private boolean holds(Item item) throws IOException {
        return !item.earlier().isEmpty() && item.earlier().equals(item.input().sha256(hadoop.value().value()));
    }

    /** Asks whether Spark still wants the task. */
    private record TaskProgress(TaskContext task) implements Progress {

        @Override
        public void report(double fraction, String message) {
            // Spark counts tasks
        }

        @Override
        public boolean isCancelled() {
            return task.isInterrupted();
        }
    }

    @FunctionalInterface
    private interface Share {
        List<TableRow> rows(List<Item> items);
    }

    /** Rows of the inputs, made when they are asked for. */
    private static final class Rows implements Iterator<TableRow> {

        private final Iterator<Item> items;
        private final Share share;
        private final Deque<TableRow> ready = new ArrayDeque<>();

        Rows(Iterator<Item> items, Share share) {
            this.items = items;
            this.share = share;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && items.hasNext()) {
                List<Item> next = new ArrayList<>();
                while (next.size() < HELD && items.hasNext()) {
                    next.add(items.next());
                }
                ready.addAll(share.rows(next));
            }
            return !ready.isEmpty();
        }

        @Override
        public TableRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.poll();
        }
    }
}
