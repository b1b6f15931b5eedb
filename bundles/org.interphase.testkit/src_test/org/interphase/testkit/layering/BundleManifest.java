package org.interphase.testkit.layering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What a MANIFEST says about arrows.
 *
 * @param symbolicName symbolic name without directives
 * @param fragmentHost symbolic name of the host, or null if the bundle is no fragment
 * @param requiredBundles symbolic names
 * @param importedPackages package names
 * @param exportedPackages package names
 */
record BundleManifest(String symbolicName, String fragmentHost, List<String> requiredBundles,
        List<String> importedPackages, List<String> exportedPackages) {

    static BundleManifest parse(String text) {
        try {
            Manifest manifest = new Manifest(new ByteArrayInputStream((text.strip() + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            Attributes main = manifest.getMainAttributes();
            List<String> host = names(main.getValue("Fragment-Host"));
            return new BundleManifest(names(main.getValue("Bundle-SymbolicName")).get(0),
                    host.isEmpty() ? null : host.get(0), names(main.getValue("Require-Bundle")),
                    names(main.getValue("Import-Package")), names(main.getValue("Export-Package")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clause names of a header: without attributes and directives, commas in quotes kept together. */
    private static List<String> names(String header) {
        List<String> names = new ArrayList<>();
        if (header == null) {
            return names;
        }
        StringBuilder clause = new StringBuilder();
        boolean quoted = false;
        for (char c : (header + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                for (String part : clause.toString().split(";")) {
                    if (part.indexOf('=') < 0 && !part.isBlank()) {
                        names.add(part.strip());
                    }
                }
                clause.setLength(0);
            } else {
                clause.append(c);
            }
        }
        return names;
    }
}
