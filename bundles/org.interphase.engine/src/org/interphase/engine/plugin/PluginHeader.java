package org.interphase.engine.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.interphase.api.Technique;

/**
 * What a plug-in says of itself, in the manifest of its jar and in {@code META-INF/services}; none of its code runs.
 *
 * @param id symbolic name of the bundle
 * @param version version of the bundle
 * @param name name for people
 * @param author vendor or developers; may be empty
 * @param licence may be empty
 * @param imports packages it wants from the program
 * @param techniques names of its technique classes
 */
record PluginHeader(String id, String version, String name, String author, String licence,
        List<PackageImport> imports, List<String> techniques) {

    private static final String SERVICES = "META-INF/services/" + Technique.class.getName();
    private static final String API = Technique.class.getPackageName();

    /** Copies the lists. */
    PluginHeader {
        imports = List.copyOf(imports);
        techniques = List.copyOf(techniques);
    }

    /** The identifier alone, for naming a jar that is refused; empty where it has none. */
    static String idOf(JarContent jar) {
        try {
            List<ManifestHeader.Clause> name = ManifestHeader.parse(text(manifest(jar), "Bundle-SymbolicName"));
            return name.isEmpty() || !isId(name.get(0).names().get(0)) ? "" : name.get(0).names().get(0);
        } catch (IOException | RuntimeException e) {
            // it is refused for that already
            return "";
        }
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
    }

    private static Attributes manifest(JarContent jar) throws IOException {
        byte[] manifest = jar.entries().get("META-INF/MANIFEST.MF");
        if (manifest == null) {
            throw new PluginException("it has no manifest");
        }
        try {
            return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginException("its manifest is damaged (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Reads what a jar says.
     *
     * @throws PluginException if it is no plug-in, naming what it lacks
     */
    static PluginHeader of(JarContent jar) throws IOException {
        Attributes main = manifest(jar);
        String id = idOf(jar);
        if (id.isEmpty()) {
            throw new PluginException("its manifest has no Bundle-SymbolicName, so it is no plug-in");
        }
        for (String header : List.of("Require-Bundle", "Fragment-Host")) {
            if (main.getValue(header) != null) {
                throw new PluginException("its manifest has a " + header + " header; a plug-in says what it needs by "
                        + "Import-Package");
            }
        }
        if (!text(main, "Bundle-ClassPath").matches("\\.?")) {
            throw new PluginException("its Bundle-ClassPath names jars inside the jar; libraries must be unpacked "
                    + "into it");
        }
        try {
            PluginHeader header = new PluginHeader(id, PackageVersion.parse(main.getValue("Bundle-Version") == null
                    ? "0" : main.getValue("Bundle-Version")).toString(), first(main, "Bundle-Name", id), author(main),
                    licence(main), PackageImport.parse(main.getValue("Import-Package")), techniques(jar));
            if (header.techniques.isEmpty()) {
                throw new PluginException("it declares no technique in " + SERVICES);
            }
            if (header.imports.stream().noneMatch(i -> i.name().equals(API))) {
                throw new PluginException("its manifest does not import " + API);
            }
            return header;
        } catch (IllegalArgumentException e) {
            throw new PluginException("its manifest is malformed: " + e.getMessage(), e);
        }
    }

    private static List<String> techniques(JarContent jar) {
        byte[] services = jar.entries().getOrDefault(SERVICES, new byte[0]);
        return new String(services, StandardCharsets.UTF_8).lines().map(l -> l.replaceFirst("#.*", "").strip())
                .filter(l -> !l.isEmpty()).distinct().toList();
    }

    private static String text(Attributes main, String header) {
        String value = main.getValue(header);
        return value == null ? "" : value.strip();
    }

    private static String first(Attributes main, String header, String otherwise) {
        return text(main, header).isEmpty() ? otherwise : text(main, header);
    }

    private static String author(Attributes main) {
        List<String> developers = ManifestHeader.parse(text(main, "Bundle-Developers")).stream()
                .map(c -> c.attributes().getOrDefault("name", c.names().get(0))).toList();
        return first(main, "Bundle-Vendor", String.join(", ", developers));
    }

    // "Apache-2.0;link=..." or an address alone; bnd joins name and address of a POM's licence so
    private static String licence(Attributes main) {
        return String.join(", ", ManifestHeader.parse(text(main, "Bundle-License")).stream()
                .flatMap(c -> Stream.of(c.names().get(0))).toList());
    }
}
