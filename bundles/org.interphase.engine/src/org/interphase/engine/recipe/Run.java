package org.interphase.engine.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interphase.api.Outcome;
import org.interphase.api.Recipe;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Overlay;

/**
 * A recipe run over a dataset: what each step gave, up to the end or to the step that failed.
 *
 * @param recipe the recipe
 * @param input which data
 * @param source the data
 * @param steps results of the steps that ran, in order; disabled ones are left out
 * @param failure why it stopped early, if it did
 * @param provenance how the results came about
 */
public record Run(Recipe recipe, InputReference input, Dataset source, List<StepResult> steps,
        Optional<Failure> failure, Provenance provenance) {

    /** Copies the list. */
    public Run {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(provenance, "provenance");
        steps = List.copyOf(steps);
    }

    /** Whether every enabled step ran. */
    public boolean isComplete() {
        return failure.isEmpty();
    }

    /** The dataset behind the last step that ran; the source if none did. */
    public Dataset dataset() {
        return steps.isEmpty() ? source : steps.get(steps.size() - 1).outcome().dataset();
    }

    /** The result of a step, if it ran. */
    public Optional<StepResult> step(String id) {
        return steps.stream().filter(s -> s.step().equals(id)).findFirst();
    }

    /** All numbers found, in order; each carries its step. */
    public List<Measurement> measurements() {
        return all(Outcome::measurements).toList();
    }

    /** All remarks: those of the readers first, then those of the steps in order; each carries its step. */
    public List<Remark> remarks() {
        return Stream.concat(reading(source), all(Outcome::remarks)).toList();
    }

    private static Stream<Remark> reading(Dataset dataset) {
        Stream<Remark> own = dataset.header().remarks().stream();
        return dataset instanceof Series s ? Stream.concat(own, s.members().stream().flatMap(Run::reading)) : own;
    }

    /** All overlays in order of first appearance; a later step's overlay replaces an earlier one of the same id. */
    public List<Overlay> overlays() {
        return newest(all(Outcome::overlays), Overlay::id);
    }

    /** All handles, in order; each carries its step. */
    public List<Handle> handles() {
        return all(Outcome::handles).toList();
    }

    /** Figures made by steps; a later step's figure replaces an earlier one of the same id. */
    public List<Figure> figures() {
        return newest(all(Outcome::figures), Figure::id);
    }

    /** Further datasets made by steps, in order. */
    public List<Dataset> extra() {
        return all(Outcome::extra).toList();
    }

    private <T> Stream<T> all(Function<Outcome, List<T>> part) {
        return steps.stream().flatMap(s -> part.apply(s.outcome()).stream());
    }

    private static <T> List<T> newest(Stream<T> things, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        things.forEach(t -> byId.put(id.apply(t), t));
        return List.copyOf(byId.values());
    }
}
