package org.interphase.ui.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.recipe.Run;

/**
 * ComponentEdits of a fit, known only by the shape of a step's parameters: a list of records with a text "name" and a
 * field that is a position in the picture.
 */
public final class ComponentEdits {

    /**
     * Where a recipe keeps components.
     *
     * @param step id of the step
     * @param list name of the list in the step's parameters
     * @param position name of the field that is the position
     * @param name name of the field that names the component; empty if there is none
     */
    public record Place(String step, String list, String position, String name) {
    }

    private final RecipeEdits edits;

    /** ComponentEdits with the parameter records of the installed operations. */
    public ComponentEdits(RecipeEdits edits) {
        this.edits = edits;
    }

    /** The last step of a recipe that has components. */
    @SuppressWarnings("unchecked")
    public Optional<Place> place(Recipe recipe) {
        Place found = null;
        for (Step step : recipe.steps()) {
            for (ParameterField f : edits.fields(step)) {
                if (step.enabled() && f.type() == ParameterField.Type.LIST && f.element().isRecord()) {
                    List<ParameterField> inner = Parameters.fields((Class<? extends Record>) f.element());
                    Optional<ParameterField> x = inner.stream().filter(i -> i.picture() == Param.Picture.X).findFirst();
                    String name = inner.stream().filter(i -> i.type() == ParameterField.Type.TEXT
                            && i.name().equals("name")).map(ParameterField::name).findFirst().orElse("");
                    if (x.isPresent()) {
                        found = new Place(step.id(), f.name(), x.get().name(), name);
                    }
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** The recipe with a component at a position of the horizontal axis. */
    public Recipe add(Recipe recipe, Place place, double x, Run run) {
        List<Map<String, Object>> all = edits.elements(recipe, place.step(), place.list(), run);
        Map<String, Object> fresh = new LinkedHashMap<>();
        if (!place.name().isEmpty()) {
            fresh.put(place.name(), freeName(all, place.name()));
        }
        fresh.put(place.position(), fieldType(recipe, place) == ParameterField.Type.CONSTRAINED ? plain(x) : x);
        all.add(fresh);
        return edits.setList(recipe, place.step(), place.list(), all);
    }

    @SuppressWarnings("unchecked")
    private ParameterField.Type fieldType(Recipe recipe, Place place) {
        Step step = recipe.step(place.step()).orElseThrow();
        ParameterField list = edits.fields(step).stream().filter(f -> f.name().equals(place.list())).findFirst()
                .orElseThrow();
        return Parameters.fields((Class<? extends Record>) list.element()).stream()
                .filter(f -> f.name().equals(place.position())).findFirst().orElseThrow().type();
    }

    private static String plain(double x) {
        return java.math.BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
    }

    private static String freeName(List<Map<String, Object>> all, String key) {
        for (int n = all.size() + 1;; n++) {
            String name = "C" + n;
            if (all.stream().noneMatch(m -> name.equals(m.get(key)))) {
                return name;
            }
        }
    }

    /** Index of a component by its name, or -1. */
    public int index(Recipe recipe, Place place, String component, Run run) {
        List<Map<String, Object>> all = edits.elements(recipe, place.step(), place.list(), run);
        for (int i = 0; i < all.size(); i++) {
            if (component.equals(all.get(i).get(place.name()))) {
                return i;
            }
        }
        return -1;
    }

    /** The recipe without a component; ties of others to it become free. */
    public Recipe remove(Recipe recipe, Place place, int index, Run run) {
        List<Map<String, Object>> all = edits.elements(recipe, place.step(), place.list(), run);
        Object gone = all.remove(index).get(place.name());
        List<Map<String, Object>> rest = new ArrayList<>();
        for (Map<String, Object> m : all) {
            Map<String, Object> copy = new LinkedHashMap<>(m);
            copy.replaceAll((k, v) -> v instanceof String s && gone != null && isTieTo(s, gone.toString())
                    ? "auto" : v);
            rest.add(copy);
        }
        return edits.setList(recipe, place.step(), place.list(), rest);
    }

    private static boolean isTieTo(String text, String component) {
        return text.startsWith("=") && text.matches("=\\s*(?:[-+.\\deE]+\\s*\\*\\s*)?" + java.util.regex.Pattern
                .quote(component) + "(?:[\\s.*].*)?");
    }
}
