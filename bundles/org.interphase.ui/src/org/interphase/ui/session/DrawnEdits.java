package org.interphase.ui.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.api.parameters.Region;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/**
 * What is drawn over a picture to be measured, known only by the shape of an operation's parameters: a list of records
 * with a name, a choice of what is measured, and a region.
 */
public final class DrawnEdits {

    /**
     * Where drawn things are kept.
     *
     * @param operation identifier of the operation that measures them
     * @param list name of the list in its parameters
     * @param name name of the field that names one
     * @param what name of the field that says what is measured
     * @param shape name of the field that is the region
     * @param choices what can be measured
     */
    public record Place(String operation, String list, String name, String what, String shape,
            List<String> choices) {
        /** Copies the list. */
        public Place {
            choices = List.copyOf(choices);
        }
    }

    private final TechniqueRegistry registry;
    private final RecipeEdits edits;

    /** Edits with the installed operations. */
    public DrawnEdits(TechniqueRegistry registry) {
        this.registry = registry;
        this.edits = new RecipeEdits(registry);
    }

    /** The operation that measures what is drawn over such data. */
    public Optional<Place> place(Dataset dataset) {
        for (Operation<?, ?> o : registry.operations()) {
            if (o.info().input().isInstance(dataset)) {
                Optional<Place> found = place(o);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("unchecked")
    private static Optional<Place> place(Operation<?, ?> operation) {
        for (ParameterField f : Parameters.fields(operation.info().parameters())) {
            if (f.type() == ParameterField.Type.LIST && f.element().isRecord()) {
                List<ParameterField> inner = Parameters.fields((Class<? extends Record>) f.element());
                Optional<ParameterField> name = first(inner, ParameterField.Type.TEXT);
                Optional<ParameterField> what = first(inner, ParameterField.Type.CHOICE);
                Optional<ParameterField> shape = first(inner, ParameterField.Type.REGION);
                if (name.isPresent() && what.isPresent() && shape.isPresent()) {
                    return Optional.of(new Place(operation.info().id(), f.name(), name.get().name(),
                            what.get().name(), shape.get().name(), what.get().choices()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ParameterField> first(List<ParameterField> fields, ParameterField.Type type) {
        return fields.stream().filter(f -> f.type() == type).findFirst();
    }

    /** The operation that gives such data a scale: one that comes first, from a region and a unit. */
    public Optional<Operation<?, ?>> scaling(Dataset dataset) {
        for (Operation<?, ?> o : registry.operations()) {
            List<ParameterField> fields = Parameters.fields(o.info().parameters());
            if (o.comesFirst() && o.info().input().isInstance(dataset) && first(fields, ParameterField.Type.REGION)
                    .isPresent() && fields.stream().anyMatch(f -> f.name().equals("unit"))) {
                return Optional.of(o);
            }
        }
        return Optional.empty();
    }

    /** The step that measures what is drawn; the last where there are several. */
    public Optional<Step> step(Recipe recipe, Place place) {
        return recipe.steps().stream().filter(s -> s.operation().equals(place.operation())).reduce((a, b) -> b);
    }

    /** The recipe with one more thing drawn; the step that measures it is added where it is missing. */
    public Recipe add(Recipe recipe, Place place, String what, Region region, Run run) {
        Recipe with = step(recipe, place).isPresent() ? recipe
                : edits.addStep(recipe, registry.requireOperation(place.operation()));
        String step = step(with, place).orElseThrow().id();
        List<Map<String, Object>> all = edits.elements(with, step, place.list(), run);
        Map<String, Object> fresh = new LinkedHashMap<>();
        int n = 1;
        while (named(all, place, what + " " + n)) {
            n++;
        }
        fresh.put(place.name(), what + " " + n);
        fresh.put(place.what(), what);
        fresh.put(place.shape(), region.toString());
        all.add(fresh);
        return edits.setList(with, step, place.list(), all);
    }

    private static boolean named(List<Map<String, Object>> all, Place place, String name) {
        return all.stream().anyMatch(m -> name.equals(m.get(place.name())));
    }
}
