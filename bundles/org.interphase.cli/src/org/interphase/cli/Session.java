package org.interphase.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.registry.TechniqueRegistry;

/** What all verbs share: techniques, streams, and the folder the command was given in. */
final class Session {

    private final Supplier<PluginManager> source;
    private final Console console;
    private final Path folder;
    private final Set<String> told = new HashSet<>();
    private boolean asked;
    private PluginManager plugins;

    Session(Supplier<PluginManager> source, Console console, Path folder) {
        this.source = source;
        this.console = console;
        this.folder = folder;
    }

    synchronized TechniqueRegistry registry() {
        TechniqueRegistry registry = plugins().registry();
        tell(registry);
        return registry;
    }

    /** The user's plug-ins. */
    synchronized PluginManager plugins() {
        if (plugins == null) {
            plugins = source.get();
        }
        return plugins;
    }

    /** Tells what went wrong with techniques and plug-ins since it was last told; nothing where none was asked for. */
    synchronized void tellProblems() {
        if (asked) {
            tell(plugins.registry());
        }
    }

    private void tell(TechniqueRegistry registry) {
        asked = true;
        registry.problems().stream().filter(told::add)
                .forEach(p -> console.err().println("interphase: warning: " + p));
    }

    Console console() {
        return console;
    }

    Path folder() {
        return folder;
    }

    /** A path given on the command line, against the folder of the caller. */
    Path resolve(String path) {
        try {
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw new UsageException("'" + path + "' is no path: " + e.getReason());
        }
    }
}
