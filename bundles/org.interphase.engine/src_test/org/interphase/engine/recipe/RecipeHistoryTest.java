package org.interphase.engine.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.api.Applicability;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.junit.jupiter.api.Test;

class RecipeHistoryTest {

    private static Recipe recipe(long value) {
        return Recipe.of("test/r", "R", "", Applicability.of("x"), new Step("s", "test.op", true, Map.of("v", value)));
    }

    @Test
    void undoAndRedoWalkThroughVersions() {
        RecipeHistory h = RecipeHistory.of(recipe(0)).push(recipe(1), "one").push(recipe(2), "two");
        assertEquals("two", h.undoLabel());
        RecipeHistory back = h.undo();
        assertEquals(recipe(1), back.current());
        assertEquals("one", back.undoLabel());
        assertEquals("two", back.redoLabel());
        assertEquals(recipe(2), back.redo().current());
        assertEquals(recipe(0), back.undo().current());
        assertFalse(back.undo().canUndo());
        assertSame(back.undo().current(), back.undo().undo().current());
        assertEquals(recipe(2), h.current());
    }

    @Test
    void aNewEditDropsWhatWasUndone() {
        RecipeHistory h = RecipeHistory.of(recipe(0)).push(recipe(1), "one").undo().push(recipe(2), "two");
        assertFalse(h.canRedo());
        assertEquals(recipe(0), h.undo().current());
    }

    @Test
    void theSameRecipeIsNoEdit() {
        RecipeHistory h = RecipeHistory.of(recipe(0));
        assertSame(h, h.push(recipe(0), "nothing"));
        assertEquals("", h.undoLabel());
        assertEquals("", h.redoLabel());
    }

    @Test
    void lengthIsBounded() {
        RecipeHistory h = RecipeHistory.of(recipe(0));
        for (int i = 1; i < 3 * RecipeHistory.LIMIT; i++) {
            h = h.push(recipe(i), "edit");
        }
        int undone = 0;
        for (; h.canUndo(); undone++) {
            h = h.undo();
        }
        assertEquals(RecipeHistory.LIMIT - 1, undone);
        assertTrue(h.canRedo());
    }
}
