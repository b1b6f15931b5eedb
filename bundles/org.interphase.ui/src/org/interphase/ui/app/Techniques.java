package org.interphase.ui.app;

import java.util.List;
import org.interphase.engine.TechniqueRegistry;
import org.interphase.engine.TechniqueRegistryProvider;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Finds the installed techniques. */
final class Techniques {

    private Techniques() {
    }

    /** The techniques the framework knows; none if the installation is incomplete. */
    static TechniqueRegistry installed() {
        BundleContext context = FrameworkUtil.getBundle(Techniques.class).getBundleContext();
        ServiceReference<TechniqueRegistryProvider> ref = context.getServiceReference(TechniqueRegistryProvider.class);
        return ref == null ? TechniqueRegistry.of(List.of()) : context.getService(ref).registry();
    }
}
