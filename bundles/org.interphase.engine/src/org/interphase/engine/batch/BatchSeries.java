package org.interphase.engine.batch;

import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.interphase.api.Recipe;
import org.interphase.model.Dataset;

/**
 * A recipe over datasets of several inputs together. A series is one object: its members name the same.
 */
public final class BatchSeries {

    private final Recipe recipe;
    private final String sample;
    private final IntFunction<String> name;
    private final UnaryOperator<Dataset> prepare;

    /**
     * @param recipe of scope SERIES
     * @param sample name of the sample; empty for a series over samples
     * @param name name of the series, given the number of its members
     * @param prepare what is done to the joined dataset before it is run
     */
    public BatchSeries(Recipe recipe, String sample, IntFunction<String> name, UnaryOperator<Dataset> prepare) {
        this.recipe = recipe;
        this.sample = sample;
        this.name = name;
        this.prepare = prepare;
    }

    Recipe recipe() {
        return recipe;
    }

    String sample() {
        return sample;
    }

    String name(int members) {
        return name.apply(members);
    }

    Dataset prepared(Dataset joined) {
        return prepare.apply(joined);
    }
}
