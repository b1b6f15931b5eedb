package org.interphase.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/**
 * The packages of a flat class path. Versions, and what is not meant for others, are what the manifests on it say; a
 * package that none exports is offered if the class path has it in a folder, or in a jar that is no bundle.
 */
public final class ClassPathPackages implements PackageSource {

    private final ClassLoader loader;
    private Map<String, List<Offer>> exported;

    /** The packages a loader sees. */
    public ClassPathPackages(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public synchronized List<Offer> offers(String name) {
        if (exported == null) {
            exported = exports();
        }
        List<Offer> offers = exported.get(name);
        if (offers != null) {
            return offers;
        }
        return liesOpen(name) ? List.of(new Offer(null, true, loader)) : List.of();
    }

    // a bundle that does not export a package keeps it to itself, here as in the framework
    private boolean liesOpen(String name) {
        try {
            for (URL url : Collections.list(loader.getResources(name.replace('.', '/') + "/"))) {
                if (!(url.openConnection() instanceof JarURLConnection jar) || jar.getManifest() == null
                        || jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName") == null) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<Offer>> exports() {
        Map<String, List<Offer>> out = new HashMap<>();
        try {
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                try (InputStream in = url.openStream()) {
                    for (ManifestHeader.Clause c : ManifestHeader.parse(new Manifest(in).getMainAttributes()
                            .getValue("Export-Package"))) {
                        add(c, out);
                    }
                } catch (IOException | IllegalArgumentException e) {
                    // a manifest of somebody else's jar that cannot be read tells nothing of its packages
                    continue;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private void add(ManifestHeader.Clause c, Map<String, List<Offer>> out) {
        PackageVersion version = PackageVersion.parse(c.attributes().getOrDefault("version", "0"));
        for (String name : c.names()) {
            out.computeIfAbsent(name, n -> new ArrayList<>()).add(new Offer(version, isPublic(c.directives()), loader));
        }
    }

    /** Whether an export with these directives is meant for others. */
    public static boolean isPublic(Map<String, String> directives) {
        return !"true".equals(directives.get("x-internal")) && !directives.containsKey("x-friends");
    }
}
