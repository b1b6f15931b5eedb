package org.interphase.ui.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Applicability;
import org.interphase.api.Outcome;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.project.FileState.State;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.Provenance;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Each step tells how it stands by the newest run. */
class StepStatesTest {

    private static final InputReference INPUT = new InputReference("a.csv", "", "a", 0, List.of());
    private static final Dataset DATA = Curve.ofUnsorted(DatasetHeader.of("a", "k", Metadata.EMPTY), "x", Unit.of("nm"),
            Direction.ASCENDING, new double[] {1, 2}, "y", Unit.ONE, new double[] {1, 2}, null);
    private static final Recipe RECIPE = Recipe.of("x/y", "Y", "", Applicability.of("k"))
            .withSteps(List.of(step("a", 1), step("b", 1), step("c", 1)));

    private static Step step(String id, int width) {
        return new Step(id, "x." + id, true, Map.of("width", width));
    }

    private static StepResult result(String id, Verdict verdict) {
        return new StepResult(id, "x." + id, 1, Map.of(), Outcome.builder(DATA).measure(Measurement.of("size", "", 1,
                0.1, "nm").judged(verdict)).build());
    }

    private static Run run(Recipe recipe, Failure failure, StepResult... results) {
        return new Run(recipe, INPUT, DATA, List.of(results), Optional.ofNullable(failure), new Provenance("i", "j",
                Instant.EPOCH, INPUT, List.of()));
    }

    private static State state(Recipe recipe, String step, Run run) {
        return StepStates.of(recipe, step, Optional.ofNullable(run)).state();
    }

    @Test
    void aStepStandsAsItsNumbersDo() {
        Run run = run(RECIPE, null, result("a", Verdict.SOUND), result("b", Verdict.doubtful("few counts")),
                result("c", Verdict.SOUND));
        assertEquals(State.SOUND, state(RECIPE, "a", run));
        assertEquals(State.DOUBTFUL, state(RECIPE, "b", run));
        assertEquals(State.SOUND, state(RECIPE, "c", run));
        assertEquals("doubtful: size is doubtful: few counts", StepStates.said(StepStates.of(RECIPE, "b",
                Optional.of(run))));
        assertEquals(State.NOT_RUN, state(RECIPE, "a", null));
    }

    @Test
    void whatFailsStopsWhatComesAfter() {
        Run run = run(RECIPE, new Failure("b", "no peak"), result("a", Verdict.SOUND));
        assertEquals(State.SOUND, state(RECIPE, "a", run));
        assertEquals("failed: no peak", StepStates.said(StepStates.of(RECIPE, "b", Optional.of(run))));
        assertEquals("not run: an earlier step failed", StepStates.said(StepStates.of(RECIPE, "c",
                Optional.of(run))));
    }

    @Test
    void aChangedStepAndThoseBehindItAreStaleThoseBeforeItAreNot() {
        Run run = run(RECIPE, null, result("a", Verdict.SOUND), result("b", Verdict.SOUND),
                result("c", Verdict.SOUND));
        Recipe changed = RECIPE.withStep(step("b", 2));
        assertEquals(List.of(State.SOUND, State.STALE, State.STALE), List.of(state(changed, "a", run),
                state(changed, "b", run), state(changed, "c", run)));
        Recipe off = RECIPE.withStep(step("b", 1).enabled(false));
        assertEquals(List.of(State.SOUND, State.NOT_RUN, State.STALE), List.of(state(off, "a", run),
                state(off, "b", run), state(off, "c", run)));
    }
}
