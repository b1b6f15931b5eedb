package org.interphase.engine.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.Run;

/**
 * One recipe run over one dataset or series, or an input that could not be run.
 *
 * @param place where it stands
 * @param dataset name of the dataset or series; empty if the input could not be read
 * @param recipe identifier of the recipe; empty if the input could not be read
 * @param run what came out, complete or up to the step that failed; empty if there is a failure
 * @param failure why there is no run
 */
public record InputResult(BatchPlace place, String dataset, String recipe, Optional<Run> run,
        Optional<InputFailure> failure) {

    static InputResult of(BatchPlace place, Run run) {
        return new InputResult(place, run.source().name(), run.recipe().id(), Optional.of(run), Optional.empty());
    }

    static InputResult failed(BatchPlace place, String dataset, String recipe, Throwable why) {
        return new InputResult(place, dataset, recipe, Optional.empty(),
                Optional.of(InputFailure.of(place.name(), why)));
    }

    /** Name of the sample; empty for a series over samples. */
    public String sample() {
        return place.sample();
    }

    /** The raw files. */
    public List<Path> files() {
        return place.files();
    }

    /** Why there is no run, or why it is not complete; empty if all went well. */
    public String error() {
        return failure.map(InputFailure::message).or(() -> run.flatMap(Run::failure).map(Failure::pretty)).orElse("");
    }

    /** Whether something failed. */
    public boolean isFailed() {
        return failure.isPresent() || run.flatMap(Run::failure).isPresent();
    }

    /** The exception behind the failure, if there is one. */
    public Optional<Throwable> cause() {
        return failure.map(InputFailure::cause).or(() -> run.flatMap(Run::failure).map(Failure::cause));
    }
}
