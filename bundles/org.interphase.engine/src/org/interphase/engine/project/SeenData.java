package org.interphase.engine.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A dataset a proposal looked at.
 *
 * @param file its file
 * @param kind kind of data
 * @param name name of the dataset in the file
 * @param recipes recipes over single datasets that suit it, best first
 */
record SeenData(Path file, String kind, String name, List<String> recipes) {

    /** Copies the list. */
    SeenData {
        recipes = List.copyOf(recipes);
    }

    /** The recipe that suits it best; empty if none does. */
    String best() {
        return recipes.isEmpty() ? "" : recipes.get(0);
    }
}
