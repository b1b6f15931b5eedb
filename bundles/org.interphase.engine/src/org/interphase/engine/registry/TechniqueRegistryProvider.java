package org.interphase.engine.registry;

/** Service that knows which techniques are installed at this moment. */
public interface TechniqueRegistryProvider {

    /** The techniques installed now, as an immutable registry; ask again after installing more. */
    TechniqueRegistry registry();
}
