package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Technique;
import org.interphase.engine.plugin.PackageSource;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.plugin.PluginProvider;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.TechniqueRegistryProvider;
import org.osgi.framework.BundleContext;

/** Declarative service that collects the techniques the framework knows, and those of the user's plug-ins. */
public final class TechniqueRegistryComponent implements TechniqueRegistryProvider, PluginProvider {

    private final List<Technique> techniques = new ArrayList<>();
    private final PluginManager plugins;
    private volatile PackageSource packages = name -> List.of();

    /** Called by the framework. */
    public TechniqueRegistryComponent() {
        this(PluginFolder.ofUser());
    }

    /** With the plug-ins of a folder. */
    public TechniqueRegistryComponent(PluginFolder folder) {
        plugins = new PluginManager(this::own, folder, name -> packages.offers(name),
                PluginTechniques.Limits.ofSystem(), Boolean.getBoolean(PluginManager.WITHOUT));
    }

    /** Called by the framework when all that must be there is there. */
    public void activate(BundleContext context) {
        packages = new FrameworkPackages(context);
        plugins.forget();
    }

    /** Called by the framework for each technique that comes. */
    public void add(Technique technique) {
        change(() -> techniques.add(technique));
    }

    /** Called by the framework for each technique that goes. */
    public void remove(Technique technique) {
        change(() -> techniques.remove(technique));
    }

    // forgetting takes the lock of the plug-ins, and they ask for the techniques under it
    private void change(Runnable work) {
        synchronized (this) {
            work.run();
        }
        plugins.forget();
    }

    private synchronized TechniqueRegistry own() {
        return TechniqueRegistry.usable(techniques, List.of());
    }

    @Override
    public PluginManager plugins() {
        return plugins;
    }

    @Override
    public TechniqueRegistry registry() {
        return plugins.registry();
    }
}
