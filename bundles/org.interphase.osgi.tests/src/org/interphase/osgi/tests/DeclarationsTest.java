package org.interphase.osgi.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.runtime.RegistryFactory;
import org.interphase.api.Technique;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The installed product as the OSGi framework sees it. */
class DeclarationsTest {

    private static final BundleContext CONTEXT = FrameworkUtil.getBundle(DeclarationsTest.class).getBundleContext();

    private static Set<String> declaredForFlatClassPath(Bundle bundle) throws IOException {
        Set<String> names = new TreeSet<>();
        URL url = bundle.getEntry("META-INF/services/" + Technique.class.getName());
        if (url != null) {
            try (InputStream in = url.openStream()) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                        .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void everyInterphaseBundleResolves() {
        for (Bundle bundle : CONTEXT.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.interphase.")) {
                assertTrue((bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0,
                        bundle + " is not resolved");
            }
        }
    }

    @Test
    void bothDeclarationsOfEveryTechniqueAgree() throws IOException, InvalidSyntaxException {
        Set<String> flat = new TreeSet<>();
        for (Bundle bundle : CONTEXT.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.interphase.")) {
                Set<String> declared = declaredForFlatClassPath(bundle);
                assertFalse(declared.isEmpty() && bundle.getSymbolicName().startsWith("org.interphase.technique."),
                        bundle + " declares nothing in META-INF/services");
                flat.addAll(declared);
            }
        }
        assertFalse(flat.isEmpty(), "no technique installed");
        Set<String> services = new TreeSet<>();
        Collection<ServiceReference<Technique>> references = CONTEXT.getServiceReferences(Technique.class, null);
        for (ServiceReference<Technique> reference : references) {
            Technique technique = CONTEXT.getService(reference);
            assertNotNull(technique, () -> "no instance of " + reference);
            services.add(technique.getClass().getName());
        }
        assertEquals(flat, services);
    }

    @Test
    void unitsConvertInAThreadWhoseContextClassLoaderKnowsNoBundle() throws InterruptedException {
        double[] scale = {Double.NaN};
        Thread thread = new Thread(() -> scale[0] = Unit.of("eV").scaleTo(Unit.of("J")));
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();
        thread.join();
        assertEquals(1.602176634e-19, scale[0], 1e-33);
    }

    @Test
    void theHeadlessApplicationIsThere() {
        assertNotNull(RegistryFactory.getRegistry().getExtension("org.eclipse.core.runtime.applications",
                "org.interphase.cli.app"));
    }
}
