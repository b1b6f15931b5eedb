package org.interphase.ui.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.document.Recipes;

/** Keeps unsaved recipes on disk until they are saved or given up, one file per analysis. */
public final class Recovery {

    private final Path folder;

    /** Recovery files in a folder, made when first needed. */
    public Recovery(Path folder) {
        this.folder = folder;
    }

    private Path file(String key) {
        return folder.resolve(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".recipe.yaml");
    }

    /**
     * Keeps the unsaved recipe of an analysis.
     *
     * @param key what the analysis is of, the same over restarts
     */
    public void keep(String key, Recipe recipe) throws IOException {
        Files.createDirectories(folder);
        AtomicFiles.write(file(key), Recipes.toYaml(recipe).getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets an analysis that was saved or given up. */
    public void forget(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    /** Whether there is an unsaved recipe of an analysis. */
    public boolean isKept(String key) {
        return Files.isRegularFile(file(key));
    }

    /** The unsaved recipe of an analysis, if a crash left one. */
    public Optional<Recipe> find(String key) throws IOException {
        Path file = file(key);
        return Files.isRegularFile(file) ? Optional.of(Recipes.read(file)) : Optional.empty();
    }
}
