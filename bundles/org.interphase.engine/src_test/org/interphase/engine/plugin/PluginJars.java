package org.interphase.engine.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/** Plug-ins made by the test: a small technique, with one part of it replaced, compiled and packed. */
final class PluginJars {

    private static final String SOURCE = """
            package com.example.NAME;

            import java.util.List;
            import java.util.Map;
            import org.interphase.api.*;
            import org.interphase.model.*;
            import org.interphase.model.unit.Unit;

            public final class Plugin implements Technique {
                public Plugin() { $CONSTRUCTOR }
                public String id() { $ID }
                public String title() { return "Technique of NAME"; }
                public List<DatasetReader> readers() { $READERS }
                public List<Operation<?, ?>> operations() { $OPERATIONS }
                public List<Recipe> recipes() {
                    return List.of(Recipe.of("NAME/sum", "Sum", "Adds up.", Applicability.of("NAME.numbers"),
                            Step.of("sum", new Sum())));
                }

                public static final class Reads implements DatasetReader {
                    public String id() { return "NAME.text"; }
                    public String title() { return "Text of NAME"; }
                    public List<String> extensions() { return List.of("NAME"); }
                    public List<String> kinds() { return List.of("NAME.numbers"); }
                    public int confidence(SourceHead head) { $CONFIDENCE }
                    public List<Dataset> read(Source source, Progress progress) throws java.io.IOException { $READ }
                }

                public static final class Sum implements Operation<Table, Sum.Parameters> {
                    public record Parameters() { }
                    public OperationInfo<Table, Parameters> info() {
                        return OperationInfo.of("NAME.sum", 1, "Sum", "Adds up.", Table.class, Parameters.class);
                    }
                    public Outcome apply(Table input, Parameters parameters, Progress progress)
                            throws AnalysisException { $APPLY }
                }
            }
            """;
    private static final Map<String, String> SOUND = Map.of(
            "CONSTRUCTOR", "",
            "ID", "return \"NAME\";",
            "READERS", "return List.of(new Reads());",
            "OPERATIONS", "return List.of(new Sum());",
            "CONFIDENCE", "return head.text().startsWith(\"NAME\") ? 95 : 0;",
            "READ", "return List.of(new Table(DatasetHeader.of(\"t\", \"NAME.numbers\", Metadata.EMPTY), "
                    + "List.of(Column.of(\"a\", \"V\", new double[] {1, 2, 4}))));",
            "APPLY", "double sum = 0; for (int i = 0; i < input.rows(); i++) sum += input.columns().get(0).get(i); "
                    + "return Outcome.builder(input).measure(\"Sum\", \"S\", sum, 0.5, \"V\").build();");
    private static final String IMPORTS = "org.interphase.api;version=\"[1.0,2)\","
            + "org.interphase.api.parameters;version=\"[1.0,2)\",org.interphase.model;version=\"[1.0,2)\","
            + "org.interphase.model.unit;version=\"[1.0,2)\"";

    private final String name;
    private final Map<String, String> parts = new LinkedHashMap<>(SOUND);
    private final Map<String, String> headers = new LinkedHashMap<>();

    private PluginJars(String name) {
        this.name = name;
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "com.example." + name);
        headers.put("Bundle-Version", "1.2.3");
        headers.put("Bundle-Name", "Plug-in " + name);
        headers.put("Bundle-Vendor", "Ada Example");
        headers.put("Bundle-License", "Apache-2.0;link=\"https://www.apache.org/licenses/LICENSE-2.0.txt\"");
        headers.put("Import-Package", IMPORTS);
    }

    /** A sound plug-in of a name. */
    static PluginJars named(String name) {
        return new PluginJars(name);
    }

    /** With the body of a method (in capitals) replaced. */
    PluginJars with(String part, String body) {
        if (parts.put(part, body) == null) {
            throw new IllegalArgumentException(part);
        }
        return this;
    }

    /** With another header, or without it. */
    PluginJars header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Compiles and packs it; skips the test where there is no compiler. */
    Path in(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(compiler != null, "there is no Java compiler: this is a runtime without one");
        Path work = Files.createTempDirectory("plugin");
        String source = SOURCE;
        for (Map.Entry<String, String> p : parts.entrySet()) {
            source = source.replace("{ $" + p.getKey() + " }", "{ " + p.getValue() + " }");
        }
        Path file = work.resolve("Plugin.java");
        Files.writeString(file, source.replace("NAME", name));
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(said, null, null, List.of("-proc:none", "-d", work.toString(), "-cp",
                System.getProperty("java.class.path")), null, compiler.getStandardFileManager(null, null, null)
                        .getJavaFileObjects(file)).call();
        if (!compiled) {
            throw new IllegalStateException(said.toString());
        }
        Files.createDirectories(folder);
        Path jar = pack(work, folder.resolve(name + ".jar"));
        try (Stream<Path> all = Files.walk(work)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
        return jar;
    }

    private Path pack(Path work, Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((k, v) -> {
            if (v != null) {
                manifest.getMainAttributes().putValue(k, v);
            }
        });
        List<Path> classes = new ArrayList<>();
        try (Stream<Path> all = Files.walk(work)) {
            all.filter(f -> f.toString().endsWith(".class")).forEach(classes::add);
        }
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/org.interphase.api.Technique"));
            zip.write(("com.example." + name + ".Plugin\n").getBytes(StandardCharsets.UTF_8));
            for (Path c : classes) {
                zip.putNextEntry(new ZipEntry(work.relativize(c).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(c));
            }
        }
        return jar;
    }
}
