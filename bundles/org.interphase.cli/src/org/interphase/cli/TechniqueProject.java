package org.interphase.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.SourceVersion;

/**
 * The Maven project a new plug-in begins with.
 *
 * @param id identifier of the technique
 * @param packageName Java package, and identifier of the plug-in
 * @param author who it is by
 * @param sdk folder of the published bundles it is built against
 */
record TechniqueProject(String id, String packageName, String author, Path sdk) {

    /** @throws UsageException if identifier or package cannot be */
    TechniqueProject {
        if (!id.matches("[a-z][a-z0-9]{1,30}") || !SourceVersion.isName(id)) {
            throw new UsageException("'" + id + "' is no identifier of a technique: a lower-case word such as afm");
        }
        if (!packageName.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+")
                || !SourceVersion.isName(packageName)) {
            throw new UsageException("'" + packageName + "' is no package: lower-case words joined by dots, such as "
                    + "org.example.afm");
        }
        if (packageName.startsWith("org.interphase.")) {
            throw new UsageException("packages of org.interphase are those of the program; take one of your own");
        }
    }

    private String className() {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }

    /**
     * Writes the project.
     *
     * @param folder must be empty or not there
     * @return the files, relative to the folder
     * @throws IOException if it cannot be written
     */
    List<String> write(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new UsageException("the folder " + folder + " is there and not empty");
                }
            }
        }
        String code = packageName.replace('.', '/');
        String main = "src/main/java/" + code + "/";
        String test = "src/test/java/" + code + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.md", "README.md.txt");
        files.put("pom.xml", "pom.xml.txt");
        files.put(".gitignore", "gitignore.txt");
        files.put("sample." + id, "sample.txt");
        files.put(main + className() + "Technique.java", "Technique.java.txt");
        files.put(main + "reader/" + className() + "Reader.java", "Reader.java.txt");
        files.put(main + "operation/" + className() + "Line.java", "Line.java.txt");
        files.put("src/main/resources/META-INF/services/org.interphase.api.Technique", "services.txt");
        files.put(test + className() + "ContractTest.java", "ContractTest.java.txt");
        files.put(test + className() + "LineTest.java", "LineTest.java.txt");
        for (Map.Entry<String, String> f : files.entrySet()) {
            Path to = folder.resolve(f.getKey());
            Files.createDirectories(to.getParent());
            Files.writeString(to, filled(f.getValue(), f.getKey().endsWith(".xml")));
        }
        return new ArrayList<>(files.keySet());
    }

    private String filled(String template, boolean xml) throws IOException {
        try (InputStream in = TechniqueProject.class.getResourceAsStream("kit/" + template)) {
            if (in == null) {
                throw new IllegalStateException("this installation is incomplete: " + template + " is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("@ID@", id).replace("@CLASS@", className()).replace("@PACKAGE@", packageName)
                    .replace("@NAME@", className()).replace("@AUTHOR@", xml ? escaped(author) : author)
                    .replace("@SDK@", escaped(inUrl(sdk.toString())));
        }
    }

    /** An absolute path as it stands in a file URL behind {@code file://}, where what follows would be a host. */
    static String inUrl(String path) {
        String slashes = path.replace('\\', '/');
        return slashes.startsWith("/") ? slashes : "/" + slashes;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
