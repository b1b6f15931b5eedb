package org.interphase.ui.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.project.FileState;
import org.interphase.engine.project.FileState.State;
import org.interphase.engine.recipe.Failure;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.model.Measurement;
import org.interphase.ui.results.Wording;

/** How the steps of a recipe stand by its newest run: the same states as those of files. */
final class StepStates {

    private StepStates() {
    }

    /**
     * How a step stands.
     *
     * @param recipe the recipe as it is now
     * @param step id of one of its steps
     * @param run the newest run, of this recipe or of an earlier version of it
     */
    static FileState of(Recipe recipe, String step, Optional<Run> run) {
        Step now = recipe.step(step).orElseThrow();
        if (!now.enabled()) {
            return new FileState(State.NOT_RUN, Messages.StepStates_isOff);
        }
        if (run.isEmpty()) {
            return FileState.NOT_RUN;
        }
        Optional<Failure> failure = run.get().failure().filter(f -> f.step().equals(step));
        Optional<StepResult> result = run.get().step(step);
        if (failure.isEmpty() && result.isEmpty()) {
            boolean earlier = run.get().failure().isPresent();
            return new FileState(State.NOT_RUN, earlier ? Messages.StepStates_earlier : "");
        }
        if (!upTo(recipe, step).equals(upTo(run.get().recipe(), step))) {
            return new FileState(State.STALE, Messages.StepStates_changed);
        }
        return failure.map(f -> new FileState(State.FAILED, f.message()))
                .orElseGet(() -> verdict(result.orElseThrow().outcome().measurements()));
    }

    private static FileState verdict(List<Measurement> numbers) {
        for (Measurement m : numbers) {
            if (!m.verdict().isSound()) {
                return new FileState(State.DOUBTFUL, NLS.bind(Messages.StepStates_verdict, m.name(),
                        Wording.quality(m.verdict().quality()), m.verdict().reason()));
            }
        }
        return new FileState(State.SOUND, "");
    }

    /** What a step's result comes of: it and what runs before it. */
    private static List<Step> upTo(Recipe recipe, String step) {
        List<Step> out = new ArrayList<>();
        for (Step s : recipe.steps()) {
            if (s.enabled()) {
                out.add(s);
            }
            if (s.id().equals(step)) {
                break;
            }
        }
        return out;
    }

    /** A state of a step in words. */
    static String said(FileState state) {
        String words = switch (state.state()) {
            case NOT_RUN -> Messages.StepStates_notRun;
            case SOUND -> Messages.StepStates_ran;
            case DOUBTFUL -> Messages.StepStates_doubtful;
            case STALE -> Messages.StepStates_stale;
            case FAILED -> Messages.StepStates_failed;
        };
        return state.reason().isEmpty() ? words : NLS.bind(Messages.StepStates_why, words, state.reason());
    }
}
