package org.interphase.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes that are kept under names are there at the next start, and one bad file harms no other. */
class OwnRecipesTest {

    @TempDir
    private Path folder;
    private final List<String> trouble = new ArrayList<>();

    private OwnRecipes recipes() {
        return new OwnRecipes(folder.resolve("recipes"), work -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, (what, why) -> trouble.add(what));
    }

    private static Recipe fit(double width) {
        return Recipe.of("xps/fit", "Fit", "What it is for.", Applicability.of("xps.region"), new Step("fit",
                "xps.peakfit", true, Map.of("width", width)));
    }

    @Test
    void aKeptRecipeIsThereAtTheNextStartUnderItsName() {
        Recipe kept = recipes().keep(fit(1.5), "  F 1s of our cells ");
        assertEquals("F 1s of our cells", kept.title());
        OwnRecipes later = recipes();
        assertEquals(List.of(kept), later.all());
        assertTrue(later.isKept(kept.id()));
        assertFalse(later.isKept("xps/fit"), "the template is not one's own");
        assertEquals(fit(1.5).steps(), later.all().get(0).steps());
        assertEquals(fit(1.5).applies(), later.all().get(0).applies());
    }

    @Test
    void namesThatLookAlikeInFileNamesStayApart() {
        OwnRecipes own = recipes();
        List<String> names = List.of("\u00fc 1", "ufc 1", "_fc_ 1", "a b", "a-b", "a_b", "ab");
        names.forEach(n -> own.keep(fit(1), n));
        assertEquals(names.size(), recipes().all().size());
    }

    @Test
    void theSameNameReplacesAndOtherNamesDoNot() {
        OwnRecipes own = recipes();
        own.keep(fit(1), "Fit");
        own.keep(fit(2), "Fit");
        assertEquals(fit(2).steps(), own.named("fit ").orElseThrow().steps());
        own.keep(fit(3), "Fit+");
        own.keep(fit(4), "F\u00fct");
        assertEquals(3, own.all().size());
        assertEquals(3, recipes().all().size());
    }

    @Test
    void aForgottenRecipeStaysForgotten() {
        OwnRecipes own = recipes();
        Recipe kept = own.keep(fit(1), "Fit");
        own.forget(kept.id());
        assertEquals(List.of(), own.all());
        assertEquals(List.of(), recipes().all());
    }

    @Test
    void aNameNeedsALetterOrADigit() {
        assertThrows(IllegalArgumentException.class, () -> recipes().keep(fit(1), " +- "));
        assertThrows(IllegalArgumentException.class, () -> recipes().keep(fit(1), ""));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndLeftOut() throws IOException {
        recipes().keep(fit(1), "Fit");
        Files.writeString(folder.resolve("recipes").resolve("bad.recipe.yaml"), "steps: [");
        assertEquals(1, recipes().all().size());
        assertEquals(List.of("The recipe bad.recipe.yaml cannot be read"), trouble);
    }
}
