package org.interphase.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.interphase.api.Applicability;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;

/** A technique that counts rows, for tests of the batch. */
record Counting(int version, Consumer<Dataset> atWork) implements Technique {

    Counting() {
        this(1, d -> { });
    }

    /**
     * Parameters.
     *
     * @param factor what the number is multiplied by
     * @param notes a group with a file deeper down
     */
    public record Settings(@Param(label = "Factor", def = "1", help = "What the number is multiplied by.")
            double factor, @Param(label = "Notes", help = "Notes beside the data.") Notes notes) {
    }

    /**
     * A group.
     *
     * @param file a file that is read
     */
    public record Notes(@Param(label = "File", help = "A file that is read.") FilePath file) {
    }

    static final class Rows implements Operation<Table, Settings> {

        private final Counting owner;

        Rows(Counting owner) {
            this.owner = owner;
        }

        @Override
        public OperationInfo<Table, Settings> info() {
            return OperationInfo.of("count.rows", owner.version, "Rows", "Counts rows.", Table.class, Settings.class);
        }

        @Override
        public Outcome apply(Table input, Settings parameters, Progress progress) {
            owner.atWork.accept(input);
            return Outcome.builder(input).measure("rows", "n", parameters.factor * input.rows(), 0, "1").build();
        }
    }

    /** There is nothing to set. */
    public record Nothing() {
    }

    static final class Members implements Operation<Series, Nothing> {

        @Override
        public OperationInfo<Series, Nothing> info() {
            return OperationInfo.of("count.members", 1, "Members", "Counts members.", Series.class, Nothing.class);
        }

        @Override
        public Outcome apply(Series input, Nothing parameters, Progress progress) {
            return Outcome.builder(input).measure("members", "n", input.members().size(), 0, "1").build();
        }
    }

    @Override
    public String id() {
        return "count";
    }

    @Override
    public String title() {
        return "Counting";
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return List.of(new Rows(this), new Members());
    }

    @Override
    public List<Recipe> recipes() {
        return List.of(each(), series());
    }

    Recipe each() {
        return Recipe.of("count/rows", "Rows", "Counts rows.", Applicability.of("count"),
                Step.of("rows", new Rows(this)));
    }

    static Recipe series() {
        return Recipe.ofSeries("count/members", "Members", "Counts members.", Applicability.of("count"),
                Step.of("members", new Members()));
    }

    TechniqueRegistry registry() {
        return TechniqueRegistry.of(List.of(this));
    }

    RecipeRunner runner() {
        return new RecipeRunner(registry(), new OutcomeCache(0));
    }

    static Table table(String name, int rows) {
        return new Table(DatasetHeader.of(name, "count", Metadata.EMPTY),
                List.of(Column.of("a", "V", new double[rows])));
    }

    /** A sink that keeps everything. */
    static final class Everything implements BatchSink<InputResult> {

        private final List<InputResult> all = new ArrayList<>();

        @Override
        public InputResult done(InputResult result) {
            return result;
        }

        @Override
        public void next(InputResult kept) {
            all.add(kept);
        }

        List<InputResult> all() {
            return all;
        }

        List<Double> values() {
            return all.stream().flatMap(r -> r.run().stream()).flatMap(r -> r.measurements().stream())
                    .map(m -> m.value()).toList();
        }
    }
}
