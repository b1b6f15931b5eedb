package org.interphase.testkit.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Operation;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.Technique;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Recipes;
import org.interphase.testkit.Violation;

/** Parameters have defaults and survive a document. */
public final class ParameterCheck {

    private static final String RULE = "parameters";

    private ParameterCheck() {
    }

    /**
     * How the parameters of a technique are wrong.
     *
     * @param companions techniques whose operations its recipes may use too
     */
    public static List<Violation> check(Technique technique, List<Technique> companions) {
        List<Violation> out = new ArrayList<>();
        Map<String, Operation<?, ?>> operations = new HashMap<>();
        companions.stream().flatMap(c -> c.operations().stream()).forEach(o -> operations.put(o.info().id(), o));
        for (Operation<?, ?> operation : technique.operations()) {
            operations.put(operation.info().id(), operation);
            operation(operation, out);
        }
        for (Recipe recipe : technique.recipes()) {
            for (Step step : recipe.steps()) {
                String subject = recipe.id() + ", step " + step.id();
                Operation<?, ?> operation = operations.get(step.operation());
                if (operation == null) {
                    out.add(new Violation(RULE, subject, "the technique has no operation '" + step.operation()
                            + "' and names no companion that has it"));
                    continue;
                }
                try {
                    roundTrip(subject, operation,
                            Parameters.decode(operation.info().parameters(), step.parameters()), out);
                } catch (IllegalArgumentException e) {
                    out.add(new Violation(RULE, subject, e.getMessage()));
                }
            }
            try {
                Recipe again = Recipes.fromYaml(recipe.id(), Recipes.toYaml(recipe));
                if (!plain(again).equals(plain(recipe))) {
                    out.add(new Violation(RULE, recipe.id(), "is another recipe after writing and reading it"));
                }
            } catch (DocumentException e) {
                out.add(new Violation(RULE, recipe.id(), "cannot be read back: " + e.getMessage()));
            }
        }
        return out;
    }

    private static Map<String, Object> plain(Recipe recipe) {
        return Recipes.toTree(recipe);
    }

    private static <P extends Record> void operation(Operation<?, P> operation, List<Violation> out) {
        String id = operation.info().id();
        P defaults;
        try {
            defaults = Parameters.defaults(operation.info().parameters());
        } catch (IllegalArgumentException | IllegalStateException e) {
            out.add(new Violation(RULE, id, "has no usable defaults: " + e.getMessage()));
            return;
        }
        roundTrip(id, operation, defaults, out);
        for (ParameterField field : Parameters.fields(operation.info().parameters())) {
            for (Object value : variants(field)) {
                P varied;
                try {
                    varied = Parameters.with(defaults, field.name(), value);
                } catch (IllegalArgumentException e) {
                    // a record may refuse combinations; then there is nothing to write
                    continue;
                }
                roundTrip(id + "." + field.name(), operation, varied, out);
            }
        }
        try {
            if (operation.methods(defaults).isBlank()) {
                out.add(new Violation("documented", id, "gives an empty sentence for the methods section"));
            }
        } catch (RuntimeException e) {
            out.add(new Violation("documented", id, "the sentence for the methods section fails: " + e));
        }
    }

    private static List<Object> variants(ParameterField field) {
        List<Object> out = new ArrayList<>();
        switch (field.type()) {
            case NUMBER -> {
                for (double v : new double[] {field.min(), field.max(), 1.0 / 3, 12345.678901234567, 1e-7}) {
                    if (Double.isFinite(v)) {
                        out.add(v);
                    }
                }
            }
            case INTEGER -> out.addAll(List.of(1L, 7L, 123456L));
            case TOGGLE -> out.addAll(List.of(true, false));
            case TEXT -> out.addAll(List.of("text", "with: colon # and 'quotes'", "1.0", "true", "\u00b5\u03a9 \u00b1",
                    "two\nlines"));
            case CHOICE -> out.addAll(field.choices());
            case RANGE -> out.addAll(List.of("682 .. 692", "-0.1 .. 1e-3", "all"));
            case CONSTRAINED -> out.addAll(List.of("685.0 [684.5, 685.5]", "fixed 0.3", "= CF2 - 3.1", "auto",
                    "= CF2.fwhm * 0.5"));
            case REGION -> out.addAll(List.of("rectangle 10,20 300,200", "polygon 1,1 20,3 9,30.5"));
            case FILE -> out.addAll(List.of("folder/file.csv", "name with space.csv"));
            case LIST -> element(field, out);
            case TEXT_VALUE, GROUP -> {
                // only their defaults are known here
            }
        }
        return out;
    }

    private static void element(ParameterField field, List<Object> out) {
        if (field.element().isRecord()
                && !org.interphase.api.parameters.TextValue.class.isAssignableFrom(field.element())) {
            try {
                Object element = Parameters.encode(Parameters.defaults(field.element().asSubclass(Record.class)));
                out.add(List.of(element));
                out.add(List.of(element, element));
            } catch (IllegalArgumentException e) {
                // elements of this list have no defaults
                out.add(List.of());
            }
        }
    }

    private static void roundTrip(String subject, Operation<?, ?> operation, Record parameters, List<Violation> out) {
        Map<String, Object> tree = new LinkedHashMap<>(Parameters.encode(parameters));
        Recipe recipe = Recipe.of("contract", "Contract", "", Applicability.of(),
                new Step("step", operation.info().id(), true, tree));
        try {
            Recipe again = Recipes.fromYaml(subject, Recipes.toYaml(recipe));
            Record read = Parameters.decode(operation.info().parameters(), again.steps().get(0).parameters());
            if (!read.equals(parameters)) {
                out.add(new Violation(RULE, subject, "became " + read + " after writing and reading " + parameters));
            }
        } catch (DocumentException | IllegalArgumentException e) {
            out.add(new Violation(RULE, subject, parameters + " cannot be read back: " + e.getMessage()));
        }
    }
}
