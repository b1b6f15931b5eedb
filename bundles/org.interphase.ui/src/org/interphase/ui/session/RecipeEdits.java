package org.interphase.ui.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.ReadyText;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.StepResult;
import org.interphase.engine.registry.TechniqueRegistry;

/** Changes to recipes as the workbench makes them; each gives a new recipe. */
public final class RecipeEdits {

    private final TechniqueRegistry registry;

    /** Edits with the parameter records of the installed operations. */
    public RecipeEdits(TechniqueRegistry registry) {
        this.registry = registry;
    }

    /** The fields of a step's parameters; empty if the operation is not installed. */
    public List<ParameterField> fields(Step step) {
        return registry.operation(step.operation()).map(o -> Parameters.fields(o.info().parameters()))
                .orElse(List.of());
    }

    /**
     * A step's parameters as they are to be edited: what the recipe says, and for lists that it leaves to the
     * operation, what the operation chose.
     */
    public static Map<String, Object> editable(Step step, List<ParameterField> fields, Optional<StepResult> resolved) {
        Map<String, Object> tree = new LinkedHashMap<>(step.parameters());
        resolved.ifPresent(r -> {
            for (ParameterField f : fields) {
                boolean open = !(tree.get(f.name()) instanceof List<?> l) || l.isEmpty();
                if (f.type() == ParameterField.Type.LIST && open && r.parameters().get(f.name()) instanceof List<?> l
                        && !l.isEmpty()) {
                    tree.put(f.name(), l);
                }
            }
        });
        return tree;
    }

    /**
     * The recipe with one parameter changed.
     *
     * @param run newest run, from which lists that were chosen automatically are taken over; may be null
     * @throws org.interphase.api.parameters.ParameterException if the value cannot be used, saying why
     */
    public Recipe set(Recipe recipe, String stepId, String path, Object value, Run run) {
        Step step = recipe.step(stepId).orElseThrow();
        List<ParameterField> fields = fields(step);
        String top = path.split("[.\\[]")[0];
        Map<String, Object> tree = new LinkedHashMap<>(step.parameters());
        Object chosen = editable(step, fields, resolved(run, stepId)).get(top);
        if (chosen != null && path.length() > top.length()) {
            tree.put(top, chosen);
        }
        Parameters.setInTree(tree, path, value);
        return recipe.withStep(settled(step.withParameters(tree), top, path));
    }

    /** The step checked, with parameters dropped that mean nothing after the change. */
    private Step settled(Step step, String top, String path) {
        Operation<?, ?> operation = registry.operation(step.operation()).orElse(null);
        return operation == null ? step : settled(operation, step, top, path);
    }

    private static <P extends Record> Step settled(Operation<?, P> operation, Step step, String top, String path) {
        P changed = Parameters.decode(operation.info().parameters(), step.parameters());
        P after = operation.afterChange(changed, top);
        operation.problems(after).forEach((where, reason) -> {
            if (where.equals(path) || where.split("[.\\[]")[0].equals(top)) {
                throw new ParameterException(where, reason);
            }
        });
        if (after.equals(changed)) {
            return step;
        }
        Map<String, Object> tree = new LinkedHashMap<>(step.parameters());
        for (ParameterField f : Parameters.fields(operation.info().parameters())) {
            if (f.get(after) == null) {
                tree.remove(f.name());
            } else if (!Objects.equals(f.get(changed), f.get(after))) {
                tree.put(f.name(), Parameters.encodeValue(f.get(after)));
            }
        }
        return step.withParameters(tree);
    }

    /** Texts to pick from for a text parameter of a step; empty if it is only typed. */
    public List<ReadyText> readyTexts(Recipe recipe, String stepId, String path) {
        return recipe.step(stepId).flatMap(s -> registry.operation(s.operation()))
                .map(o -> o.readyTexts(path.replaceAll("\\[\\d+\\]", ""))).orElse(List.of());
    }

    /** A parameter as the recipe has it or as the run chose it; null if neither has it. */
    public Object get(Recipe recipe, String stepId, String path, Run run) {
        Step step = recipe.step(stepId).orElseThrow();
        Operation<?, ?> operation = registry.requireOperation(step.operation());
        Record record = Parameters.decode(operation.info().parameters(),
                editable(step, fields(step), resolved(run, stepId)));
        return Parameters.at(record, path);
    }

    private static Optional<StepResult> resolved(Run run, String stepId) {
        return run == null ? Optional.empty() : run.step(stepId);
    }

    private void check(Step step) {
        registry.operation(step.operation()).ifPresent(o -> Parameters.decode(o.info().parameters(),
                step.parameters()));
    }

    /** The recipe with a number set where a handle points: a fit parameter keeps its bounds, a tie stays. */
    public Recipe drag(Recipe recipe, String stepId, String path, double value, Run run) {
        Object old = get(recipe, stepId, path, run);
        if (old instanceof String text) {
            return set(recipe, stepId, path, Constrained.parse(text).withStart(value).toString(), run);
        }
        return set(recipe, stepId, path, value, run);
    }

    /** The recipe with a list of a step replaced. */
    public Recipe setList(Recipe recipe, String stepId, String list, List<?> elements) {
        Step step = recipe.step(stepId).orElseThrow();
        Map<String, Object> tree = new LinkedHashMap<>(step.parameters());
        tree.put(list, elements);
        Step next = step.withParameters(tree);
        check(next);
        return recipe.withStep(next);
    }

    /** The elements of a list of a step as the recipe has them or as the run chose them. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> elements(Recipe recipe, String stepId, String list, Run run) {
        Step step = recipe.step(stepId).orElseThrow();
        Object value = editable(step, fields(step), resolved(run, stepId)).get(list);
        List<Map<String, Object>> out = new ArrayList<>();
        if (value instanceof List<?> l) {
            l.stream().filter(Map.class::isInstance)
                    .forEach(m -> out.add(new LinkedHashMap<>((Map<String, Object>) m)));
        }
        return out;
    }

    /** The recipe with a step put behind the others, or before them if that is its place. */
    public Recipe addStep(Recipe recipe, Operation<?, ?> operation) {
        String base = operation.info().id().replaceAll(".*\\.", "").replaceAll("[^A-Za-z0-9_-]", "-");
        String id = base;
        for (int n = 2; recipe.step(id).isPresent(); n++) {
            id = base + n;
        }
        List<Step> steps = new ArrayList<>(recipe.steps());
        steps.add(operation.comesFirst() ? 0 : steps.size(), Step.of(id, operation));
        return recipe.withSteps(steps);
    }

    /** The recipe without a step. */
    public static Recipe removeStep(Recipe recipe, String stepId) {
        Predicate<Step> other = s -> !s.id().equals(stepId);
        return recipe.withSteps(recipe.steps().stream().filter(other).toList());
    }

    /** The recipe with a step moved by places; at the end it stays. */
    public static Recipe moveStep(Recipe recipe, String stepId, int places) {
        List<Step> steps = new ArrayList<>(recipe.steps());
        int from = steps.indexOf(recipe.step(stepId).orElseThrow());
        int to = Math.max(0, Math.min(steps.size() - 1, from + places));
        steps.add(to, steps.remove(from));
        return recipe.withSteps(steps);
    }

    /** The recipe with a step switched on or off. */
    public static Recipe enable(Recipe recipe, String stepId, boolean on) {
        return recipe.withStep(recipe.step(stepId).orElseThrow().enabled(on));
    }
}
