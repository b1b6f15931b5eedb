package org.interphase.engine.batch;

import java.io.IOException;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Dataset;

/**
 * Takes the results of a batch one by one as they come, so that a batch of any size need not be held in memory.
 *
 * @param <T> what is kept of a result
 */
public interface BatchSink<T> {

    /**
     * Asked before a recipe is run: a result of an earlier run that still holds (see {@link EarlierResult}). Nothing is
     * run where there is one. Called from several threads, in any order.
     *
     * @param place where the result belongs
     * @param recipe the recipe
     * @param dataset the data
     * @param input which data, with the hash of the raw file as it is now
     */
    default Optional<T> kept(BatchPlace place, Recipe recipe, Dataset dataset, InputReference input) {
        return Optional.empty();
    }

    /**
     * A result, or an input that failed. The run can be forgotten when this returns. Called from several threads, in
     * any order.
     *
     * @throws IOException if it cannot be kept: the sink is then given this as the failure of the input, and if it
     *     cannot keep that either, the batch ends
     */
    T done(InputResult result) throws IOException;

    /** What was kept, in the order of places, on the thread the batch was started on. */
    void next(T kept);
}
