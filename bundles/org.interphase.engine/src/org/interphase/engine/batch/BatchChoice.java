package org.interphase.engine.batch;

import java.nio.file.Path;
import java.util.List;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Dataset;

/**
 * What is run over the datasets of an input.
 *
 * @param folder where relative paths in parameters begin
 * @param each recipes that are run over one dataset
 * @param members datasets that wait for the others of their series
 * @param left what is left out and why
 */
public record BatchChoice(Path folder, List<Each> each, List<Member> members, List<LeftOut> left) {

    /** Copies the lists. */
    public BatchChoice {
        each = List.copyOf(each);
        members = List.copyOf(members);
        left = List.copyOf(left);
    }

    /** One recipe over one dataset. */
    public record Each(Recipe recipe, Dataset dataset, InputReference reference) {
    }

    /** A dataset of a series. */
    public record Member(BatchSeries series, Dataset dataset, InputReference reference) {
    }
}
