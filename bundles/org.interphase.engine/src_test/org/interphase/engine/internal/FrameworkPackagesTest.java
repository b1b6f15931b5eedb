package org.interphase.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.interphase.engine.plugin.PackageSource;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;

/** What a framework says of wirings, as the OSGi core specification has it. */
class FrameworkPackagesTest {

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(FrameworkPackagesTest.class.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    private static BundleContext framework(ClassLoader hosts) {
        // a fragment has a wiring of its own, which has no loader; its packages are among those of its host's wiring
        BundleWiring none = answering(BundleWiring.class, Map.of("getCapabilities", List.of()));
        BundleRevision fragment = answering(BundleRevision.class, Map.of("getWiring", none));
        BundleCapability brought = answering(BundleCapability.class, Map.of("getRevision", fragment, "getAttributes",
                Map.of("osgi.wiring.package", "org.brought"), "getDirectives", Map.of()));
        Map<String, Object> host = new java.util.HashMap<>(Map.of("getCapabilities", List.of(brought)));
        host.put("getClassLoader", hosts);
        BundleWiring wiring = answering(BundleWiring.class, host);
        Bundle bundle = answering(Bundle.class, Map.of("adapt", wiring, "getBundleId", 7L));
        return answering(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle}));
    }

    @Test
    void thePackageOfAFragmentIsLoadedByItsHost() {
        ClassLoader hosts = FrameworkPackagesTest.class.getClassLoader();
        List<PackageSource.Offer> offers = new FrameworkPackages(framework(hosts)).offers("org.brought");
        assertSame(hosts, offers.get(0).loader());
        assertEquals(List.of(), new FrameworkPackages(framework(null)).offers("org.brought"));
    }
}
