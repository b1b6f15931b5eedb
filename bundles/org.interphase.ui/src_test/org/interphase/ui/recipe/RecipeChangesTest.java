package org.interphase.ui.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Parameters;
import org.junit.jupiter.api.Test;

/** What became of a recipe is told by the names of its steps and fields. */
class RecipeChangesTest {

    /** A component. */
    public record Component(@Param(label = "Name", help = "Name", def = "") String name,
            @Param(label = "Position", help = "Position", def = "0") double position) {
    }

    /** Parameters of a fit. */
    public record Settings(@Param(label = "Lower end", help = "End", def = "10") double low,
            @Param(label = "Components", help = "Components") List<Component> components) {
    }

    private static final List<ParameterField> FIELDS = Parameters.fields(Settings.class);

    private static Step step(String id, Map<String, Object> parameters) {
        return new Step(id, "x." + id, true, parameters);
    }

    private static Recipe recipe(Step... steps) {
        return Recipe.of("x/y", "Y", "", Applicability.of("k"), steps);
    }

    private static List<String> changes(Recipe a, Recipe b) {
        return new RecipeChanges(s -> "Step " + s.id(), s -> s.id().equals("fit") ? FIELDS : List.of()).between(a, b);
    }

    @Test
    void parametersAreNamedByTheirLabelsAndADefaultIsAValue() {
        assertEquals(List.of("Step fit > Lower end: 10 \u2192 12.5"), changes(recipe(step("fit", Map.of())),
                recipe(step("fit", Map.of("low", 12.5)))));
        assertEquals(List.of(), changes(recipe(step("fit", Map.of())), recipe(step("fit", Map.of("low", 10.0)))));
    }

    @Test
    void elementsAreToldApartByTheirNamesNotTheirPlaces() {
        Recipe a = recipe(step("fit", Map.of("components", List.of(Map.of("name", "LiF", "position", 685.0),
                Map.of("name", "CF2", "position", 688.0)))));
        Recipe b = recipe(step("fit", Map.of("components", List.of(Map.of("name", "CF2", "position", 688.3),
                Map.of("name", "CF3", "position", 690.0)))));
        assertEquals(List.of("Step fit > Components > LiF: taken away",
                "Step fit > Components > CF2 > Position: 688 \u2192 688.3", "Step fit > Components > CF3: added"),
                changes(a, b));
    }

    @Test
    void stepsThatComeGoMoveAndAreSwitchedAreTold() {
        Step one = step("one", Map.of());
        Step two = step("two", Map.of("a", "x"));
        Step three = step("three", Map.of());
        assertEquals(List.of("Step one: taken away", "Step three: added"), changes(recipe(one, two),
                recipe(two, three)));
        assertEquals(List.of("Order: Step two, Step one"), changes(recipe(one, two), recipe(two, one)));
        assertEquals(List.of("Step one: switched off"), changes(recipe(one), recipe(one.enabled(false))));
        assertEquals(List.of("Step two > a: x \u2192 automatic"), changes(recipe(two), recipe(step("two", Map.of()))));
    }
}
