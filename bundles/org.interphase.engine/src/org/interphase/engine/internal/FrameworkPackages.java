package org.interphase.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.plugin.ClassPathPackages;
import org.interphase.engine.plugin.PackageSource;
import org.interphase.engine.plugin.PackageVersion;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** The packages that resolved bundles of the framework export. */
final class FrameworkPackages implements PackageSource {

    private final BundleContext context;
    private Map<String, List<Export>> exported;

    /** A package and the wiring whose class loader has it: the host's, where a fragment brings it. */
    private record Export(BundleCapability capability, BundleWiring wiring) {
    }

    FrameworkPackages(BundleContext context) {
        this.context = context;
    }

    @Override
    public synchronized List<Offer> offers(String name) {
        if (exported == null) {
            exported = exports();
        }
        return exported.getOrDefault(name, List.of()).stream().filter(e -> e.wiring().getClassLoader() != null)
                .map(FrameworkPackages::offer).toList();
    }

    private static Offer offer(Export e) {
        BundleCapability c = e.capability();
        Object version = c.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        return new Offer(version == null ? PackageVersion.NONE : PackageVersion.parse(version.toString()),
                ClassPathPackages.isPublic(c.getDirectives()),
                e.wiring().getClassLoader());
    }

    private Map<String, List<Export>> exports() {
        Map<String, List<Export>> out = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            // what the framework itself exports is the JDK's
            if (wiring == null || bundle.getBundleId() == 0) {
                continue;
            }
            for (BundleCapability c : wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                out.computeIfAbsent(c.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE).toString(),
                        n -> new ArrayList<>()).add(new Export(c, wiring));
            }
        }
        return out;
    }
}
