package org.interphase.ui.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.form.ElementNames;

/** In what two versions of a recipe differ, as sentences that name steps and parameters as the forms do. */
final class RecipeChanges {

    private static final int DIGITS = 8;
    private final Function<Step, String> titles;
    private final Function<Step, List<ParameterField>> fields;
    private final List<String> out = new ArrayList<>();

    /**
     * @param titles what steps are called
     * @param fields the fields of a step's parameters; none if it is not known
     */
    RecipeChanges(Function<Step, String> titles, Function<Step, List<ParameterField>> fields) {
        this.titles = titles;
        this.fields = fields;
    }

    /** What became of a recipe in another version of it; empty if nothing did. */
    List<String> between(Recipe before, Recipe after) {
        out.clear();
        for (Step s : before.steps()) {
            if (after.step(s.id()).filter(t -> t.operation().equals(s.operation())).isEmpty()) {
                out.add(NLS.bind(Messages.RecipeChanges_gone, titles.apply(s)));
            }
        }
        for (Step s : after.steps()) {
            Step old = before.step(s.id()).filter(t -> t.operation().equals(s.operation())).orElse(null);
            if (old == null) {
                out.add(NLS.bind(Messages.RecipeChanges_added, titles.apply(s)));
            } else {
                of(old, s);
            }
        }
        if (!common(before, after).equals(common(after, before))) {
            out.add(NLS.bind(Messages.RecipeChanges_order, after.steps().stream().map(titles)
                    .collect(Collectors.joining(", "))));
        }
        return List.copyOf(out);
    }

    private static List<String> common(Recipe of, Recipe with) {
        return of.steps().stream().map(Step::id).filter(id -> with.step(id).isPresent()).toList();
    }

    private void of(Step before, Step after) {
        String title = titles.apply(after);
        if (before.enabled() != after.enabled()) {
            out.add(NLS.bind(after.enabled() ? Messages.RecipeChanges_on : Messages.RecipeChanges_off, title));
        }
        compare(title, fields.apply(after), before.parameters(), after.parameters());
    }

    private void compare(String where, List<ParameterField> known, Map<String, Object> a, Map<String, Object> b) {
        Set<String> names = new LinkedHashSet<>();
        known.forEach(f -> names.add(f.name()));
        names.addAll(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            ParameterField field = known.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
            Object x = a.get(name);
            Object y = b.get(name);
            String label = where + " > " + (field == null ? name : field.label());
            if (isElements(x) || isElements(y)) {
                elements(label, known, name, x, y);
            } else if (!text(x, field).equals(text(y, field))) {
                out.add(label + ": " + text(x, field) + " \u2192 " + text(y, field));
            }
        }
    }

    private static boolean isElements(Object value) {
        return value instanceof List<?> l && !l.isEmpty() && l.get(0) instanceof Map;
    }

    @SuppressWarnings("unchecked")
    private void elements(String label, List<ParameterField> known, String list, Object x, Object y) {
        List<ParameterField> inner = known.stream().filter(f -> f.name().equals(list) && f.element() != null
                && f.element().isRecord()).findFirst()
                .map(f -> Parameters.fields((Class<? extends Record>) f.element())).orElse(List.of());
        String key = ElementNames.key(known, list);
        Map<String, Map<String, Object>> a = byName(x, key);
        Map<String, Map<String, Object>> b = byName(y, key);
        a.keySet().stream().filter(n -> !b.containsKey(n)).forEach(n -> out.add(NLS.bind(Messages.RecipeChanges_gone,
                label + " > " + n)));
        b.forEach((name, element) -> {
            if (a.containsKey(name)) {
                compare(label + " > " + name, inner, a.get(name), element);
            } else {
                out.add(NLS.bind(Messages.RecipeChanges_added, label + " > " + name));
            }
        });
    }

    /** Elements of a list by their names, or by their places where they have none. */
    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> byName(Object list, String key) {
        Map<String, Map<String, Object>> out = new LinkedHashMap<>();
        if (list instanceof List<?> l) {
            for (int i = 0; i < l.size(); i++) {
                Map<String, Object> m = l.get(i) instanceof Map<?, ?> e ? (Map<String, Object>) e : Map.of();
                String name = String.valueOf(m.getOrDefault(key, ""));
                out.put(name.isEmpty() || out.containsKey(name) ? NLS.bind(Messages.RecipeChanges_number, i + 1)
                        : name, m);
            }
        }
        return out;
    }

    private static String text(Object value, ParameterField field) {
        Object v = value == null && field != null ? field.defaultText() : value;
        return switch (v) {
            case null -> Messages.RecipeChanges_automatic;
            case String s when s.isEmpty() -> Messages.RecipeChanges_automatic;
            case List<?> l when l.isEmpty() -> Messages.RecipeChanges_automatic;
            case Number n -> Numbers.plain(n.doubleValue(), DIGITS);
            case String s -> number(s);
            case List<?> l -> l.stream().map(e -> text(e, null)).collect(Collectors.joining(", "));
            default -> Objects.toString(v);
        };
    }

    /** A default is given as text: 10 and 10.0 are the same number. */
    private static String number(String text) {
        try {
            return Numbers.plain(Double.parseDouble(text), DIGITS);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
