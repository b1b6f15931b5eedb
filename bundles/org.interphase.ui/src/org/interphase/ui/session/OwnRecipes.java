package org.interphase.ui.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.interphase.api.Recipe;
import org.interphase.engine.document.Recipes;

/**
 * Recipes that the analyst keeps under names of their own, to be offered for data of their kind from then on. Each is a
 * recipe document in one folder; what is offered is known in memory, so that nothing waits for the disk.
 */
public final class OwnRecipes {

    private static final String PREFIX = "mine/";
    private static final String SUFFIX = ".recipe.yaml";
    private final Path folder;
    private final WorkbenchSession.Disk disk;
    private final BiConsumer<String, IOException> trouble;
    private final List<Recipe> kept = new CopyOnWriteArrayList<>();

    /**
     * Recipes in a folder, which are read at once by who does things on disk.
     *
     * @param disk does things on disk soon, in the order they were asked for
     * @param trouble takes what cannot be read, with the reason
     */
    OwnRecipes(Path folder, WorkbenchSession.Disk disk, BiConsumer<String, IOException> trouble) {
        this.folder = folder;
        this.disk = disk;
        this.trouble = trouble;
        disk.later(this::read);
    }

    private void read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
        }
        for (Path f : files) {
            try {
                Recipe r = Recipes.read(f);
                if (kept.stream().noneMatch(k -> k.id().equals(r.id()))) {
                    kept.add(r);
                }
            } catch (IOException e) {
                trouble.accept("The recipe " + f.getFileName() + " cannot be read", e);
            }
        }
    }

    /** All of them, by their names. */
    public List<Recipe> all() {
        List<Recipe> out = new ArrayList<>(kept);
        out.sort(Comparator.comparing(r -> r.title().toLowerCase(Locale.ROOT)));
        return out;
    }

    /** Whether this is the identifier of one of them. */
    public boolean isKept(String id) {
        return kept.stream().anyMatch(r -> r.id().equals(id));
    }

    /** The one of this name, if there is one. */
    public Optional<Recipe> named(String name) {
        return kept.stream().filter(r -> r.id().equals(id(name))).findFirst();
    }

    /**
     * Keeps a recipe under a name; one of this name is replaced.
     *
     * @return the recipe as it is kept, with an identifier and title of its own
     * @throws IllegalArgumentException if the name has neither letters nor digits
     */
    public Recipe keep(Recipe recipe, String name) {
        Recipe named = new Recipe(id(name), name.strip(), recipe.help(), recipe.applies(), recipe.scope(),
                recipe.steps(), recipe.answers());
        kept.removeIf(r -> r.id().equals(named.id()));
        kept.add(named);
        disk.later(() -> {
            Files.createDirectories(folder);
            Recipes.write(file(named.id()), named);
        });
        return named;
    }

    /** Forgets a recipe; analyses that were made with it stay as they are. */
    public void forget(String id) {
        if (kept.removeIf(r -> r.id().equals(id))) {
            disk.later(() -> Files.deleteIfExists(file(id)));
        }
    }

    private Path file(String id) {
        return folder.resolve(id.substring(PREFIX.length()) + SUFFIX);
    }

    /** The identifier of a name: what else letters there are is written by their numbers, so that names stay apart. */
    private static String id(String name) {
        StringBuilder out = new StringBuilder();
        for (int c : name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).codePoints().toArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (plain) {
                out.appendCodePoint(c);
            } else if (c == ' ') {
                out.append('-');
            } else if (c > ' ') {
                // between signs that stand for nothing else, or an umlaut would be the letters of its number
                out.append("--").append(Integer.toHexString(c)).append("--");
            }
        }
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(Messages.OwnRecipes_noName);
        }
        return PREFIX + out;
    }
}
