package org.interphase.ui.app;

import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.registry.TechniqueRegistryProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Finds the installed techniques. */
final class Techniques {

    private Techniques() {
    }

    /**
     * The techniques the framework knows.
     *
     * @throws IllegalStateException if the installation is incomplete
     */
    static TechniqueRegistry installed() {
        BundleContext context = FrameworkUtil.getBundle(Techniques.class).getBundleContext();
        ServiceReference<TechniqueRegistryProvider> ref = context.getServiceReference(TechniqueRegistryProvider.class);
        if (ref == null) {
            throw new IllegalStateException("this installation is incomplete: no service tells which techniques are "
                    + "installed; install Interphase again");
        }
        return context.getService(ref).registry();
    }
}
