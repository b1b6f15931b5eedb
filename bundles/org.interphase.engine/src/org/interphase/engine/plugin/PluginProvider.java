package org.interphase.engine.plugin;

/** Service that manages the user's plug-ins. */
public interface PluginProvider {

    /** The plug-ins; the same each time. */
    PluginManager plugins();
}
