package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules say no more than they must and give each dataset the recipe that suits it best. */
class RuleProposalsTest {

    @TempDir
    private Path folder;
    private final List<String> remarks = new ArrayList<>();

    private SeenData data(String file, String kind, String name, String... recipes) {
        return new SeenData(folder.resolve(file), kind, name, List.of(recipes));
    }

    private List<RecipeRule> rules(SeenData... data) throws IOException {
        return new RuleProposals(ProjectFiles.in(folder)).of(List.of(data), List.of("a/one", "a/two", "b/three"),
                remarks);
    }

    private static RecipeRule rule(String recipe, String files, String kind, String dataset) {
        return new RecipeRule(recipe, files, kind, dataset, RecipeRule.Over.SAMPLE, Map.of());
    }

    @Test
    void aRecipeThatTakesOnlyItsDataNeedsNoCondition() throws IOException {
        assertEquals(List.of(RecipeRule.of("a/one", ""), RecipeRule.of("b/three", "")), rules(
                data("x.vms", "k", "F 1s", "b/three"), data("x.vms", "k", "C 1s", "a/one"),
                data("y.vms", "k", "C 1s", "a/one"), data("z.txt", "unknown", "z")));
    }

    @Test
    void aRecipeThatWouldTakeMoreNamesWhatIsItsOwn() throws IOException {
        assertEquals(List.of(rule("a/one", "", "map", ""), RecipeRule.of("a/two", "")), rules(
                data("1.x", "map", "1", "a/one"), data("2.x", "map", "2", "a/one"),
                data("3.x", "point", "3", "a/two", "a/one")));
        assertEquals(List.of(rule("a/one", "*.tif", "", ""), RecipeRule.of("a/two", "")), rules(
                data("1.tif", "k", "1", "a/one"), data("2.tif", "k", "2", "a/one"),
                data("3.dm3", "k", "3", "a/two", "a/one")));
        assertEquals(List.of(rule("a/one", "", "", "F 1s"), RecipeRule.of("a/two", "")), rules(
                data("1.vms", "k", "F 1s", "a/one"), data("2.vms", "k", "F 1s", "a/one"),
                data("2.vms", "k", "C 1s", "a/two", "a/one")));
        assertEquals(List.of(rule("a/one", "*surface*", "", ""), RecipeRule.of("a/two", "")), rules(
                data("A_surface_1.tif", "k", "1", "a/one"), data("B_surface_2.tif", "k", "2", "a/one"),
                data("B_cut.tif", "k", "3", "a/two", "a/one")));
        assertEquals(List.of(), remarks);
    }

    @Test
    void whereNothingTellsThemApartItIsSaid() throws IOException {
        assertEquals(List.of(RecipeRule.of("a/one", ""), RecipeRule.of("a/two", "")), rules(
                data("1.x", "k", "p", "a/one"), data("2.x", "k", "q", "a/one"),
                data("3.x", "k", "p", "a/two", "a/one")));
        assertEquals(List.of("a/one also runs over 1 dataset that another recipe suits better"), remarks);
    }
}
