package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.text.JsonText;
import org.junit.jupiter.api.Test;

/** What the recipes verb prints of a parameter, in either form, is what --set takes. */
class SetRoundTripTest {

    private final TechniqueRegistry registry = TechniqueRegistry.fromClassPath();

    private Map<String, Object> parameters(Recipe recipe, String step) {
        Step s = recipe.step(step).orElseThrow();
        return Parameters.encode(Parameters.decode(registry.requireOperation(s.operation()).info().parameters(),
                s.parameters()));
    }

    @Test
    void everyPrintedValueOfEveryRecipeCanBeSet() {
        int tried = 0;
        for (Recipe recipe : registry.recipes()) {
            for (Step step : recipe.steps()) {
                Map<String, Object> values = parameters(recipe, step.id());
                for (ParameterField f : Parameters.fields(registry.requireOperation(step.operation()).info()
                        .parameters())) {
                    String path = step.id() + "." + f.name();
                    Object value = values.get(f.name());
                    String unit = f.unit().isOne() ? "" : " " + f.unit().text();
                    String json = value instanceof String s ? s : JsonText.write(value).strip();
                    for (String printed : new String[] {ParameterTree.shown(value), ParameterTree.shown(value) + unit,
                        json}) {
                        Recipe set = Recipes.set(recipe, registry, path, printed);
                        assertEquals(values, parameters(set, step.id()), recipe.id() + " " + path + "=" + printed);
                        tried++;
                    }
                }
            }
        }
        assertTrue(tried > 300, tried + " values tried");
    }

    @Test
    void everyRecipeComesBackFromItsDocumentAsItWas() throws Exception {
        for (Recipe recipe : registry.recipes()) {
            assertEquals(recipe, Recipes.fromYaml(recipe.id(), Recipes.toYaml(recipe)));
        }
    }

    @Test
    void aListIsReplacedByWhatIsWritten() {
        Recipe recipe = registry.requireRecipe("xps/f1s-lif-cf2");
        Recipe one = Recipes.set(recipe, registry, "fit.components",
                "[{\"name\":\"A\",\"position\":\"685 [684, 686]\",\"fwhm\":1.5}]");
        assertEquals("A", Parameters.at(Parameters.decode(registry.requireOperation("xps.fit").info().parameters(),
                one.step("fit").orElseThrow().parameters()), "components[0].name"));
        Recipe second = Recipes.set(recipe, registry, "fit.components[1]", "{\"name\":\"B\",\"position\":\"690\"}");
        assertTrue(second.step("fit").orElseThrow().parameters().toString().contains("B"));
    }
}
