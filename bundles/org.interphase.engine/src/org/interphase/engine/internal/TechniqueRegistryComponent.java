package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.TechniqueRegistryProvider;

/** Declarative service that collects the techniques the framework knows. */
public final class TechniqueRegistryComponent implements TechniqueRegistryProvider {

    private final List<Technique> techniques = new ArrayList<>();
    private TechniqueRegistry registry;

    /** Called by the framework for each technique that comes. */
    public synchronized void add(Technique technique) {
        techniques.add(technique);
        registry = null;
    }

    /** Called by the framework for each technique that goes. */
    public synchronized void remove(Technique technique) {
        techniques.remove(technique);
        registry = null;
    }

    @Override
    public synchronized TechniqueRegistry registry() {
        if (registry == null) {
            registry = TechniqueRegistry.usable(techniques, List.of());
        }
        return registry;
    }
}
