package org.interphase.engine.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.interphase.api.Recipe;

/**
 * The versions of a recipe while somebody edits it. Immutable: each edit, undo and redo gives a new history. Keeps the
 * newest {@value #LIMIT} versions.
 */
public final class RecipeHistory {

    /** How many versions are kept. */
    public static final int LIMIT = 500;

    private record Version(Recipe recipe, String label) {
    }

    private final List<Version> versions;
    private final int position;

    private RecipeHistory(List<Version> versions, int position) {
        this.versions = versions;
        this.position = position;
    }

    /** A history of one version. */
    public static RecipeHistory of(Recipe recipe) {
        return new RecipeHistory(List.of(new Version(Objects.requireNonNull(recipe, "recipe"), "")), 0);
    }

    /** The version in force. */
    public Recipe current() {
        return versions.get(position).recipe();
    }

    /**
     * A history with a new version behind the current one; undone versions are dropped. The same recipe again gives
     * this history.
     *
     * @param label what the edit did, for menus: "Change FWHM of CF2"
     */
    public RecipeHistory push(Recipe recipe, String label) {
        if (recipe.equals(current())) {
            return this;
        }
        List<Version> kept = new ArrayList<>(versions.subList(Math.max(0, position + 2 - LIMIT), position + 1));
        kept.add(new Version(recipe, Objects.requireNonNull(label, "label")));
        return new RecipeHistory(List.copyOf(kept), kept.size() - 1);
    }

    /** Whether there is an earlier version. */
    public boolean canUndo() {
        return position > 0;
    }

    /** Whether there is an undone version. */
    public boolean canRedo() {
        return position < versions.size() - 1;
    }

    /** The history one version back; this history if there is none. */
    public RecipeHistory undo() {
        return canUndo() ? new RecipeHistory(versions, position - 1) : this;
    }

    /** The history one version forward; this history if there is none. */
    public RecipeHistory redo() {
        return canRedo() ? new RecipeHistory(versions, position + 1) : this;
    }

    /** What undo would take back; empty if nothing. */
    public String undoLabel() {
        return canUndo() ? versions.get(position).label() : "";
    }

    /** What redo would do again; empty if nothing. */
    public String redoLabel() {
        return canRedo() ? versions.get(position + 1).label() : "";
    }
}
