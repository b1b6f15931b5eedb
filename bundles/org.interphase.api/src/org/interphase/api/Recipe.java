package org.interphase.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An analysis as data: an ordered list of operations with their parameters. Immutable; every edit gives a new
 * version, so undo is going back to an earlier one.
 *
 * @param id identifier such as {@code xps/f1s-lif-cf2}
 * @param title a few words for lists and buttons, for example "Fit as LiF / CF2"
 * @param help a paragraph: the question it answers, on what data, what it gives
 * @param applies which datasets it is for
 * @param scope whether it takes each dataset alone or all together as one series
 * @param steps the operations in order; ids are unique
 * @param answers names of the measurements that answer the question, most important first; a name may end in '*' to
 *     stand for all that begin so; empty to let the report choose
 */
public record Recipe(String id, String title, String help, Applicability applies, Scope scope, List<Step> steps,
        List<String> answers) {

    /** What a recipe takes. */
    public enum Scope {
        /** Each dataset alone. */
        EACH,
        /** All datasets of a run together as one {@link org.interphase.model.Series}. */
        SERIES
    }

    /** @throws IllegalArgumentException if the identifier is malformed or two steps have one id */
    public Recipe {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(applies, "applies");
        Objects.requireNonNull(scope, "scope");
        if (!id.matches("[a-z0-9-]+(/[a-z0-9-]+)*")) {
            throw new IllegalArgumentException("'" + id + "' is no recipe identifier (technique/name)");
        }
        steps = List.copyOf(steps);
        answers = List.copyOf(answers);
        Set<String> seen = new HashSet<>();
        for (Step s : steps) {
            if (!seen.add(s.id())) {
                throw new IllegalArgumentException("recipe '" + id + "' has two steps '" + s.id() + "'");
            }
        }
    }

    /** A recipe that does not say which measurements answer its question. */
    public Recipe(String id, String title, String help, Applicability applies, Scope scope, List<Step> steps) {
        this(id, title, help, applies, scope, steps, List.of());
    }

    /** A recipe that takes each dataset alone. */
    public static Recipe of(String id, String title, String help, Applicability applies, Step... steps) {
        return new Recipe(id, title, help, applies, Scope.EACH, List.of(steps));
    }

    /** A recipe that takes all datasets of a run as one series. */
    public static Recipe ofSeries(String id, String title, String help, Applicability applies, Step... steps) {
        return new Recipe(id, title, help, applies, Scope.SERIES, List.of(steps));
    }

    /** The same recipe, naming the measurements that answer its question, most important first. */
    public Recipe answering(String... names) {
        return new Recipe(id, title, help, applies, scope, steps, List.of(names));
    }

    /** Which of these measurements answer the question, most important first. */
    public List<String> answersAmong(List<String> names) {
        List<String> out = new ArrayList<>();
        for (String a : answers) {
            names.stream().filter(n -> a.endsWith("*") ? n.startsWith(a.substring(0, a.length() - 1)) : n.equals(a))
                    .filter(n -> !out.contains(n)).forEach(out::add);
        }
        return out;
    }

    /** The step of this id. */
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(s -> s.id().equals(stepId)).findFirst();
    }

    /** The same recipe with other steps. */
    public Recipe withSteps(List<Step> other) {
        return new Recipe(id, title, help, applies, scope, other, answers);
    }

    /**
     * The same recipe with the step of the same id replaced.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public Recipe withStep(Step step) {
        List<Step> all = new ArrayList<>(steps);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(step.id())) {
                all.set(i, step);
                return withSteps(all);
            }
        }
        throw new IllegalArgumentException("recipe '" + id + "' has no step '" + step.id() + "'");
    }
}
