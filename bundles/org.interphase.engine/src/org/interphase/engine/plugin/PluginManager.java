package org.interphase.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.UnknownNameException;

/**
 * The techniques of the program with those of the user's plug-ins, and what the user does with plug-ins. Nothing is
 * downloaded; a plug-in is a jar that is here. Safe to use from several threads.
 */
public final class PluginManager {

    /** System property that, set to true, leaves all plug-ins out. */
    public static final String WITHOUT = "interphase.withoutPlugins";

    private final Supplier<TechniqueRegistry> own;
    private final PluginFolder folder;
    private final PackageSource packages;
    private final PluginTechniques.Limits limits;
    private final boolean without;
    private TechniqueRegistry registry;
    private List<PluginCandidate> found = List.of();
    private Set<String> disabled = Set.of();

    /**
     * @param own gives the techniques of the program itself
     * @param folder where the plug-ins are
     * @param packages what the program offers them
     * @param limits how long is waited for their code
     * @param without whether all of them are left out
     */
    public PluginManager(Supplier<TechniqueRegistry> own, PluginFolder folder, PackageSource packages,
            PluginTechniques.Limits limits, boolean without) {
        this.own = Objects.requireNonNull(own, "own");
        this.folder = Objects.requireNonNull(folder, "folder");
        this.packages = Objects.requireNonNull(packages, "packages");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.without = without;
    }

    /** Techniques of a flat class path and plug-ins of the user. */
    public static PluginManager onClassPath() {
        return new PluginManager(TechniqueRegistry::fromClassPath, PluginFolder.ofUser(),
                new ClassPathPackages(TechniqueRegistry.class.getClassLoader()), PluginTechniques.Limits.ofSystem(),
                Boolean.getBoolean(WITHOUT));
    }

    /** The same, with all plug-ins left out. */
    public PluginManager without() {
        return new PluginManager(own, folder, packages, limits, true);
    }

    /** The folder of the plug-ins. */
    public Path folder() {
        return folder.path();
    }

    /** The techniques of the program and of the plug-ins that are used, as an immutable registry. */
    public synchronized TechniqueRegistry registry() {
        if (registry == null) {
            load();
        }
        return registry;
    }

    /** Looks again at the program's own techniques and at the folder, when next asked. */
    public synchronized void forget() {
        registry = null;
    }

    private void load() {
        List<String> problems = new ArrayList<>();
        try {
            disabled = folder.disabled();
            found = look(folder.jars());
        } catch (IOException | UncheckedIOException e) {
            found = List.of();
            problems.add("the plug-ins in " + folder.path() + " are left out: the folder cannot be read ("
                    + e.getMessage() + ")");
        }
        List<PluginTechniques> wanted = new ArrayList<>();
        for (PluginCandidate c : found) {
            if (without || disabled.contains(c.id())) {
                continue;
            }
            if (c.isLoadable()) {
                wanted.add(c.techniques());
            } else {
                problems.add("the plug-in " + c.id() + " is left out: " + c.reason());
            }
        }
        registry = own.get().with(wanted, limits, problems);
    }

    // by identifier, so that it does not depend on names of files which of two with one name for a thing is used
    private List<PluginCandidate> look(List<Path> jars) {
        List<PluginCandidate> all = jars.stream().map(j -> PluginCandidate.of(j, packages))
                .sorted(Comparator.comparing(PluginCandidate::id).thenComparing(c -> c.file())).toList();
        List<PluginCandidate> out = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PluginCandidate c : all) {
            out.add(ids.add(c.id()) ? c : c.refused("another jar in the folder is the plug-in " + c.id() + " as well"));
        }
        return out;
    }

    /** The plug-ins in the folder, by identifier, those that are not used with the reason. */
    public synchronized List<InstalledPlugin> list() {
        TechniqueRegistry with = registry();
        return found.stream().map(c -> state(c, with)).toList();
    }

    private InstalledPlugin state(PluginCandidate c, TechniqueRegistry with) {
        if (disabled.contains(c.id())) {
            return c.as(InstalledPlugin.State.DISABLED, "it is disabled");
        }
        return without ? c.as(InstalledPlugin.State.NOT_LOADED, "Interphase was started without plug-ins")
                : c.in(with);
    }

    /**
     * Installs a plug-in, or all in a folder. A jar that cannot be used is not installed; one of the same identifier
     * is replaced.
     *
     * @param path a jar or a folder with jars
     * @return each as it is now: active, or refused with the reason and not installed
     * @throws PluginException if there is no such file, or no jar in the folder
     * @throws IOException if the folder of plug-ins cannot be written
     */
    public synchronized List<InstalledPlugin> install(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new PluginException("there is no such file or folder: " + path);
        }
        List<Path> jars = Files.isDirectory(path) ? PluginFolder.jarsIn(path) : List.of(path);
        if (jars.isEmpty()) {
            throw new PluginException("there is no jar in " + path);
        }
        List<InstalledPlugin> out = new ArrayList<>();
        for (Path jar : jars) {
            out.add(installOne(jar));
        }
        return out;
    }

    private InstalledPlugin installOne(Path jar) throws IOException {
        PluginCandidate c = PluginCandidate.of(jar, packages);
        if (!c.isLoadable()) {
            return c.in(registry());
        }
        registry();
        List<PluginTechniques> all = new ArrayList<>();
        found.stream().filter(f -> f.isLoadable() && !f.id().equals(c.id()) && !disabled.contains(f.id()))
                .filter(f -> registry.refusal(f.id()).isEmpty()).forEach(f -> all.add(f.techniques()));
        all.add(c.techniques());
        InstalledPlugin tried = c.in(own.get().with(all, limits, List.of()));
        if (tried.state() != InstalledPlugin.State.ACTIVE) {
            return tried;
        }
        List<Path> former = found.stream().filter(f -> f.id().equals(c.id())).map(PluginCandidate::file).toList();
        Path kept = folder.put(jar, c.id(), c.sha256());
        for (Path old : former) {
            if (!old.equals(kept)) {
                Files.deleteIfExists(old);
            }
        }
        folder.setDisabled(c.id(), false);
        forget();
        return list().stream().filter(p -> p.id().equals(c.id())).findFirst().orElse(tried);
    }

    /**
     * Removes a plug-in: deletes its jar.
     *
     * @param name identifier, or name of the jar
     * @return what it was
     * @throws UnknownNameException if there is none of that name
     * @throws IOException if the jar cannot be deleted
     */
    public synchronized InstalledPlugin remove(String name) throws IOException {
        InstalledPlugin plugin = require(name);
        Files.deleteIfExists(folder.path().resolve(plugin.file()));
        if (found.stream().filter(c -> c.id().equals(plugin.id())).count() == 1) {
            // of two jars that are the same plug-in the other one stays as it is
            folder.setDisabled(plugin.id(), false);
        }
        forget();
        return plugin;
    }

    /**
     * Leaves a plug-in out from now on, or no longer.
     *
     * @param name identifier, or name of the jar
     * @return what it is now
     * @throws UnknownNameException if there is none of that name
     * @throws IOException if that cannot be written down
     */
    public synchronized InstalledPlugin setEnabled(String name, boolean enabled) throws IOException {
        InstalledPlugin plugin = require(name);
        folder.setDisabled(plugin.id(), !enabled);
        forget();
        return require(plugin.file());
    }

    private InstalledPlugin require(String name) {
        List<InstalledPlugin> all = list();
        return all.stream().filter(p -> p.isCalled(name)).findFirst().orElseThrow(() -> new UnknownNameException(
                "plug-in", name, all.stream().map(InstalledPlugin::id).toList()));
    }
}
