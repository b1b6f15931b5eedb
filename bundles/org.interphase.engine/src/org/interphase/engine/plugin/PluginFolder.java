package org.interphase.engine.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.engine.recipe.Checksums;

/**
 * The folder of the user's plug-ins: one jar each, put there by the program or by hand, and a text file with the
 * identifiers of those that are disabled.
 *
 * @param path of the folder, which need not be there
 */
public record PluginFolder(Path path) {

    /** Environment variable that names another folder. */
    public static final String VARIABLE = "INTERPHASE_PLUGINS";
    /** System property that names another folder, before the variable. */
    public static final String PROPERTY = "interphase.plugins";

    private static final String DISABLED = "disabled.txt";

    /**
     * Where the platform keeps what programs add for one user: {@code %APPDATA%\Interphase\plugins} on Windows,
     * {@code ~/Library/Application Support/Interphase/plugins} on macOS, elsewhere
     * {@code ${XDG_DATA_HOME:-~/.local/share}/interphase/plugins} (XDG Base Directory Specification 0.8); another where
     * property or variable name one.
     */
    public static PluginFolder ofUser() {
        return new PluginFolder(place(System.getenv(), System.getProperties()));
    }

    static Path place(Map<String, String> environment, Properties properties) {
        for (String given : new String[] {properties.getProperty(PROPERTY), environment.get(VARIABLE)}) {
            if (given != null && !given.isBlank()) {
                return Path.of(given).toAbsolutePath().normalize();
            }
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String data = environment.get("APPDATA");
            return (data == null || data.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(data))
                    .resolve("Interphase").resolve("plugins");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Interphase").resolve("plugins");
        }
        String data = environment.get("XDG_DATA_HOME");
        // the specification wants relative paths ignored
        return (data == null || !data.startsWith("/") ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("interphase").resolve("plugins");
    }

    /** The jars in it, by name; none where it is not there. */
    List<Path> jars() throws IOException {
        return jarsIn(path);
    }

    static List<Path> jarsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .filter(f -> !Files.isDirectory(f)).sorted().toList();
        }
    }

    /** Identifiers of the plug-ins that are disabled. */
    Set<String> disabled() throws IOException {
        Path file = path.resolve(DISABLED);
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#")).collect(Collectors.toCollection(TreeSet::new));
    }

    void setDisabled(String id, boolean disabled) throws IOException {
        Set<String> all = new TreeSet<>(disabled());
        if (disabled ? all.add(id) : all.remove(id)) {
            Files.createDirectories(path);
            AtomicFiles.write(path.resolve(DISABLED), (String.join("\n", all) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Copies a jar into it under the name of its identifier, in one step.
     *
     * @param sha256 what the jar must be
     * @return where it is now
     */
    Path put(Path jar, String id, String sha256) throws IOException {
        Files.createDirectories(path);
        Path to = path.resolve(id + ".jar");
        byte[] content = Files.readAllBytes(jar);
        if (!Checksums.ofBytes(content).equals(sha256)) {
            throw new PluginException("the file changed while it was being installed");
        }
        if (Files.isSymbolicLink(to)) {
            // what it leads to is the author's own
            Files.delete(to);
        }
        AtomicFiles.write(to, content);
        return to;
    }
}
