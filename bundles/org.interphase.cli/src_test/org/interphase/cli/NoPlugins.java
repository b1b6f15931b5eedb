package org.interphase.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;

/** A command line over given techniques, whatever plug-ins the developer has installed. */
final class NoPlugins {

    private NoPlugins() {
    }

    static CliMain over(Supplier<TechniqueRegistry> techniques, Console console) {
        return new CliMain(() -> plugins(techniques), console);
    }

    /** In another working folder. */
    static CliMain over(Supplier<TechniqueRegistry> techniques, Console console, Path folder) {
        return new CliMain(() -> plugins(techniques), console, () -> folder);
    }

    private static PluginManager plugins(Supplier<TechniqueRegistry> techniques) {
        return new PluginManager(techniques, new PluginFolder(Path.of("no-folder-of-plug-ins")), n -> List.of(),
                PluginTechniques.Limits.ofSystem(), false);
    }
}
