package org.interphase.engine.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Parameters;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.internal.FilePaths;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.SoftwareVersion;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.text.JsonText;

/**
 * What decides a result of a recipe, as a tree and as a hash: program, recipe with its parameters, versions of its
 * operations and of the plug-ins that bring them; of the data the raw file's hash and place, which dataset, what is
 * stated of it and the plug-in that read it. Results of one key are the same.
 */
public final class JournalKeys {

    private final Map<String, Object> how;
    private final String hash;
    private final Path folder;
    private final boolean repeatable;

    /**
     * @param folder that paths are told from, so that a journal can be moved with its data
     */
    public JournalKeys(Recipe recipe, TechniqueRegistry registry, Path folder) {
        List<Map<String, Object>> operations = new ArrayList<>();
        boolean named = false;
        for (Step s : recipe.steps()) {
            Map<String, Object> operation = new LinkedHashMap<>();
            operation.put("operation", s.operation());
            registry.operation(s.operation()).ifPresent(o -> {
                operation.put("version", o.info().version());
                // with the defaults, which the recipe does not repeat
                operation.put("parameters", Parameters.encode(Parameters.decode(o.info().parameters(),
                        s.parameters())));
            });
            registry.pluginOfOperation(s.operation()).ifPresent(p -> operation.put("plugin", p));
            operations.add(operation);
            named |= registry.operation(s.operation()).map(o -> FilePaths.isAnyNamed(o.info().parameters(),
                    s.parameters())).orElse(true);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("software", SoftwareVersion.nameAndVersion());
        tree.put("recipe", Recipes.toTree(recipe));
        tree.put("operations", operations);
        this.how = tree;
        this.hash = hash(tree);
        this.folder = folder.toAbsolutePath().normalize();
        this.repeatable = !named;
    }

    /** How the results are made: program, recipe, versions of its operations. */
    public Map<String, Object> how() {
        return how;
    }

    /**
     * Whether a result with this key need not be made again. Not where a step reads another file, since the key does
     * not say what is in it, and not for a series.
     */
    public boolean isRepeatable(InputReference input) {
        return repeatable && !input.isSeries();
    }

    /** The key of the result of this data. */
    public String of(InputReference input) {
        return hash(List.of(hash, tree(input)));
    }

    /** The key of what is said of files that could not be read. */
    public String ofUnread(List<Path> files) {
        return hash(List.of(hash, files.stream().map(f -> relative(f.toString())).toList()));
    }

    private List<Object> tree(InputReference input) {
        return List.of(relative(input.path()), input.sha256(), input.dataset(), input.index(),
                input.stated().entries(), input.plugin(), input.members().stream().map(this::tree).toList());
    }

    private String relative(String path) {
        Path absolute = Path.of(path);
        return absolute.isAbsolute() && absolute.getRoot().equals(folder.getRoot())
                ? folder.relativize(absolute.normalize()).toString().replace('\\', '/') : path;
    }

    private static String hash(Object tree) {
        return Checksums.ofBytes(JsonText.write(tree).getBytes(StandardCharsets.UTF_8));
    }
}
