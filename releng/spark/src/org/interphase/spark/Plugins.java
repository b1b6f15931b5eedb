package org.interphase.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkFiles;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.plugin.ClassPathPackages;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.recipe.Checksums;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * The user's plug-ins on their way from the machine a run is started on to its executors. They are broadcast: files and
 * archives that are added while a session runs do not reach the tasks of that session (Spark 4.2.0).
 */
final class Plugins implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, byte[]> files;
    private final String name;
    private final ArrayList<String> known;

    private Plugins(TreeMap<String, byte[]> files, List<String> known) {
        this.files = files;
        this.name = "interphase-plugins-" + Checksums.ofBytes(files.entrySet().stream()
                .map(e -> e.getKey() + " " + Checksums.ofBytes(e.getValue())).toList().toString()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        this.known = new ArrayList<>(known);
    }

    /**
     * The plug-ins of a folder, with the list of those that are disabled.
     *
     * @param without whether none is taken
     * @param known what the machine a run is started on says of plug-ins that cannot be used
     * @throws IOException if they cannot be read
     */
    static Plugins of(PluginFolder folder, boolean without, List<String> known) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        if (!without && Files.isDirectory(folder.path())) {
            try (Stream<Path> list = Files.list(folder.path())) {
                for (Path file : list.filter(Files::isRegularFile).toList()) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        return new Plugins(files, known);
    }

    /**
     * The techniques of an executor: those of its class path, and the plug-ins that were sent.
     *
     * @throws IllegalStateException if the executor cannot use what the machine the run was started on can
     * @throws IOException if the plug-ins cannot be written to its disk
     */
    TechniqueRegistry onExecutor() throws IOException {
        Path folder = Path.of(SparkFiles.getRootDirectory()).resolve(name);
        if (!files.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            // another task may have loaded it
            if (!Files.exists(folder.resolve(file.getKey()))) {
                AtomicFiles.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        TechniqueRegistry registry = manager(new PluginFolder(folder), files.isEmpty()).registry();
        List<String> problems = new ArrayList<>(registry.problems());
        problems.removeAll(known);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("an executor cannot use what the machine the run was started on can: "
                    + String.join("; ", problems));
        }
        return registry;
    }

    /** The techniques of the machine a run is started on. */
    static TechniqueRegistry onDriver(boolean without) {
        return manager(PluginFolder.ofUser(), without).registry();
    }

    private static PluginManager manager(PluginFolder folder, boolean without) {
        return new PluginManager(TechniqueRegistry::fromClassPath, folder,
                new ClassPathPackages(TechniqueRegistry.class.getClassLoader()), PluginTechniques.Limits.ofSystem(),
                without);
    }
}
