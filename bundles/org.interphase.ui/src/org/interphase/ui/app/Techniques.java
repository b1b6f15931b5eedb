package org.interphase.ui.app;

import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.plugin.PluginProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Finds the installed techniques. */
final class Techniques {

    private Techniques() {
    }

    /**
     * The techniques the framework knows and the plug-ins of the user, looked for.
     *
     * @throws IllegalStateException if the installation is incomplete
     */
    static PluginManager installed() {
        BundleContext context = FrameworkUtil.getBundle(Techniques.class).getBundleContext();
        ServiceReference<PluginProvider> ref = context.getServiceReference(PluginProvider.class);
        if (ref == null) {
            throw new IllegalStateException("this installation is incomplete: no service tells which techniques are "
                    + "installed; install Interphase again");
        }
        PluginManager plugins = context.getService(ref).plugins();
        plugins.registry();
        return plugins;
    }
}
