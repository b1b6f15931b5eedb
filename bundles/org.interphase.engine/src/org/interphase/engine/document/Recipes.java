package org.interphase.engine.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Fact;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterException;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.internal.ParameterValues;
import org.interphase.engine.internal.YamlText;
import org.interphase.engine.internal.YamlValue;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;
import org.interphase.model.unit.Unit;

/** Recipes as YAML text, and changes to their parameters by path. */
public final class Recipes {

    private Recipes() {
    }

    /** A recipe as YAML text. */
    public static String toYaml(Recipe recipe) {
        return new String(YamlText.write(toTree(recipe)), StandardCharsets.UTF_8);
    }

    /**
     * Reads a recipe from YAML text.
     *
     * @param name name of the document for error messages
     * @throws DocumentException naming line, column and cause
     */
    public static Recipe fromYaml(String name, String text) throws DocumentException {
        return fromValue(YamlText.read(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads a recipe from a file: a recipe document, or the recipe in an analysis document.
     *
     * @throws DocumentException naming line, column and cause
     * @throws IOException if it cannot be read
     */
    public static Recipe read(Path file) throws IOException {
        YamlValue root = YamlText.read(file.getFileName().toString(), Documents.content(file));
        return fromValue(root.get("recipe").filter(r -> r.content() instanceof Map).orElse(root));
    }

    /** Writes a recipe to a file, atomically. */
    public static void write(Path file, Recipe recipe) throws IOException {
        AtomicFiles.write(file, YamlText.write(toTree(recipe)));
    }

    /** A recipe as a tree of plain values. */
    public static Map<String, Object> toTree(Recipe recipe) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", recipe.id());
        tree.put("title", recipe.title());
        if (!recipe.help().isEmpty()) {
            tree.put("help", recipe.help());
        }
        tree.put("scope", recipe.scope().name().toLowerCase(Locale.ROOT));
        Applicability a = recipe.applies();
        Map<String, Object> applies = new LinkedHashMap<>();
        applies.put("kinds", a.kinds());
        if (!Double.isNaN(a.from())) {
            applies.put("from", a.from());
            applies.put("to", a.to());
            applies.put("unit", a.unit().text());
            if (a.missing() != Applicability.EDGE) {
                applies.put("missing", a.missing());
            }
        }
        if (!a.quantity().isEmpty()) {
            applies.put("axis", a.quantity());
        }
        if (!a.facts().isEmpty()) {
            applies.put("facts", a.facts().stream().map(Fact::key).toList());
        }
        if (!a.words().isEmpty()) {
            applies.put("words", a.words());
        }
        if (!a.product().isEmpty()) {
            applies.put("product", a.product());
        }
        tree.put("applies", applies);
        if (!recipe.answers().isEmpty()) {
            tree.put("answers", recipe.answers());
        }
        tree.put("steps", recipe.steps().stream().map(Step::toTree).toList());
        return tree;
    }

    static Recipe fromValue(YamlValue root) throws DocumentException {
        String what = "a recipe";
        root.onlyKeys(what, "id", "title", "help", "scope", "applies", "answers", "steps");
        YamlValue id = root.require("id", what);
        List<Step> steps = new ArrayList<>();
        for (YamlValue step : root.require("steps", what).list("'steps'")) {
            steps.add(step(step));
        }
        String scope = root.text("scope", what, "each");
        if (!scope.equals("each") && !scope.equals("series")) {
            throw root.require("scope", what).fail("'scope' must be each or series, not '" + scope + "'");
        }
        try {
            String idText = id.text("'id'");
            return new Recipe(idText, root.text("title", what, idText), root.text("help", what, ""), applies(root),
                    Recipe.Scope.valueOf(scope.toUpperCase(Locale.ROOT)), steps, texts(root, "answers"));
        } catch (IllegalArgumentException e) {
            throw id.fail(e.getMessage());
        }
    }

    private static Applicability applies(YamlValue root) throws DocumentException {
        if (root.get("applies").isEmpty()) {
            return Applicability.of();
        }
        String what = "'applies'";
        YamlValue a = root.get("applies").get().onlyKeys(what, "kinds", "from", "to", "unit", "missing", "axis",
                "facts", "words", "product");
        double from = a.get("from").isPresent() ? a.get("from").get().number("'from'") : Double.NaN;
        double to = a.get("to").isPresent() ? a.get("to").get().number("'to'") : Double.NaN;
        double missing = a.get("missing").isPresent() ? a.get("missing").get().number("'missing'")
                : Applicability.EDGE;
        try {
            return new Applicability(texts(a, "kinds"), from, to, Unit.of(a.text("unit", what, "1")), missing,
                    a.text("axis", what, ""), texts(a, "facts").stream().map(Fact::of).toList(),
                    texts(a, "words"), a.text("product", what, ""));
        } catch (IllegalArgumentException e) {
            throw a.fail(e.getMessage());
        }
    }

    private static List<String> texts(YamlValue map, String key) throws DocumentException {
        List<String> out = new ArrayList<>();
        if (map.get(key).isPresent()) {
            for (YamlValue v : map.get(key).get().listOrOne()) {
                out.add(v.text("'" + key + "'"));
            }
        }
        return out;
    }

    @SuppressWarnings("unchecked")
    private static Step step(YamlValue value) throws DocumentException {
        String what = "a step";
        value.onlyKeys(what, "id", "operation", "enabled", "parameters");
        String operation = value.require("operation", what).text("'operation'");
        String id = value.text("id", what, operation.substring(operation.lastIndexOf('.') + 1));
        boolean enabled = value.get("enabled").isEmpty() || value.get("enabled").get().flag("'enabled'");
        Map<String, Object> parameters = Map.of();
        if (value.get("parameters").isPresent() && value.get("parameters").get().content() != null) {
            value.get("parameters").get().map("'parameters'");
            parameters = (Map<String, Object>) value.get("parameters").get().plain();
        }
        try {
            return new Step(id, operation, enabled, parameters);
        } catch (IllegalArgumentException e) {
            throw value.fail(e.getMessage());
        }
    }

    /**
     * A recipe with one parameter changed, for example {@code set(recipe, registry, "fit.components[0].fwhm",
     * "1.6")}. {@code step.enabled} switches a step on or off.
     *
     * @param path step id, dot, path of the parameter
     * @param value the value as text; a list or group as {@code recipes} prints it; the parameter's unit may follow
     * @throws UnknownNameException if there is no such step, suggesting the nearest
     * @throws ParameterException if there is no such parameter or the value cannot be used, naming the path and what
     *     is permitted
     */
    public static Recipe set(Recipe recipe, TechniqueRegistry registry, String path, String value) {
        int dot = path.indexOf('.');
        List<String> ids = recipe.steps().stream().map(Step::id).toList();
        if (dot <= 0 || dot == path.length() - 1) {
            throw new ParameterException(path, "a parameter is named step.parameter; the steps of '" + recipe.id()
                    + "' are " + String.join(", ", ids));
        }
        String stepId = path.substring(0, dot);
        Step step = recipe.step(stepId).orElseThrow(
                () -> new UnknownNameException("step in recipe '" + recipe.id() + "' called", stepId, ids));
        String parameter = path.substring(dot + 1);
        Operation<?, ?> operation = registry.requireOperation(step.operation());
        boolean own = Parameters.fields(operation.info().parameters()).stream()
                .anyMatch(f -> f.name().equals("enabled"));
        if (parameter.equals("enabled") && !own) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new ParameterException(path, "must be true or false, not '" + value + "'");
            }
            return recipe.withStep(step.enabled(Boolean.parseBoolean(value)));
        }
        try {
            Record record = Parameters.decode(operation.info().parameters(), step.parameters());
            return recipe.withStep(step.withParameters(Parameters.with(record, parameter,
                    ParameterValues.typed(operation.info().parameters(), parameter, value))));
        } catch (ParameterException e) {
            throw new ParameterException(stepId + (e.path().isEmpty() ? "" : "." + e.path()), reason(e));
        }
    }

    private static String reason(ParameterException e) {
        String prefix = e.path() + ": ";
        return !e.path().isEmpty() && e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length())
                : e.getMessage();
    }

    /**
     * Checks that every operation of a recipe is installed and every parameter can be used.
     *
     * @throws UnknownNameException if an operation is not installed
     * @throws ParameterException naming step and parameter
     */
    public static void validate(Recipe recipe, TechniqueRegistry registry) {
        for (Step step : recipe.steps()) {
            Operation<?, ?> operation = registry.requireOperation(step.operation());
            try {
                Parameters.decode(operation.info().parameters(), step.parameters());
            } catch (ParameterException e) {
                throw new ParameterException(step.id() + (e.path().isEmpty() ? "" : "." + e.path()), reason(e));
            }
        }
    }
}
