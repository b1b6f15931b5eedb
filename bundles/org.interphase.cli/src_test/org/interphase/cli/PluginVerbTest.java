package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.interphase.engine.plugin.ClassPathPackages;
import org.interphase.engine.plugin.PluginFolder;
import org.interphase.engine.plugin.PluginManager;
import org.interphase.engine.registry.PluginTechniques;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technique that new-technique wrote, compiled and packed, then installed and used by the command line. */
class PluginVerbTest {

    private static final String IMPORTS = String.join(",", "org.interphase.api", "org.interphase.api.parameters",
            "org.interphase.model", "org.interphase.model.figure", "org.interphase.model.unit",
            "org.interphase.numerics.fit", "org.interphase.numerics.verdict");

    @TempDir
    private Path folder;
    private String out;
    private String err;

    private int run(String... arguments) {
        ByteArrayOutputStream o = new ByteArrayOutputStream();
        ByteArrayOutputStream e = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(o, true, StandardCharsets.UTF_8), new PrintStream(e, true,
                StandardCharsets.UTF_8), false);
        int code = new CliMain(() -> new PluginManager(() -> TechniqueRegistry.of(List.of(new ToyTechnique())),
                new PluginFolder(folder.resolve("plugins")), new ClassPathPackages(CliMain.class.getClassLoader()),
                PluginTechniques.Limits.ofSystem(), false), console).run(arguments);
        out = o.toString(StandardCharsets.UTF_8);
        err = e.toString(StandardCharsets.UTF_8);
        return code;
    }

    @Test
    void theFolderOfTheSdkIsNoHostOnWindows() {
        assertEquals("/C:/Users/ada/sdk", TechniqueProject.inUrl("C:\\Users\\ada\\sdk"));
        assertEquals("/home/ada/sdk", TechniqueProject.inUrl("/home/ada/sdk"));
    }

    private Path project() {
        Path project = folder.resolve("afm");
        assertEquals(0, run("new-technique", "afm", "--package", "org.example.afm", "--author", "Ada <Example>",
                "--out", project.toString(), "--sdk", folder.resolve("sdk").toString()), () -> err);
        return project;
    }

    private static Path jar(Path project) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(compiler != null, "there is no Java compiler: this is a runtime without one");
        Path classes = Files.createDirectories(project.resolve("target/classes"));
        List<Path> sources;
        try (Stream<Path> all = Files.walk(project.resolve("src"))) {
            sources = all.filter(f -> f.toString().endsWith(".java")).toList();
        }
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(said, files, null, List.of("-proc:none", "-parameters", "-d",
                    classes.toString(), "-cp", System.getProperty("java.class.path")), null,
                    files.getJavaFileObjectsFromPaths(sources)).call();
            assertTrue(compiled, said::toString);
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        List.of("Bundle-SymbolicName=org.example.afm", "Bundle-Version=0.1.0", "Import-Package=" + IMPORTS)
                .forEach(h -> manifest.getMainAttributes().putValue(h.substring(0, h.indexOf('=')),
                        h.substring(h.indexOf('=') + 1)));
        Path jar = project.resolve("target/afm-0.1.0.jar");
        List<Path> packed = new ArrayList<>();
        for (Path root : List.of(classes, project.resolve("src/main/resources"))) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile).forEach(packed::add);
            }
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(file, manifest)) {
            for (Path p : packed) {
                Path root = p.startsWith(classes) ? classes : project.resolve("src/main/resources");
                zip.putNextEntry(new ZipEntry(root.relativize(p).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(p));
            }
        }
        return jar;
    }

    @Test
    void aGeneratedTechniqueIsInstalledUsedDisabledAndRemoved() throws IOException {
        Path project = project();
        String sample = project.resolve("sample.afm").toString();
        assertEquals(1, run("info", sample));
        assertEquals(0, run("plugin", "install", jar(project).toString()), () -> err);
        assertEquals("org.example.afm 0.1.0: installed; adds technique afm; reader afm.text; operation afm.line; "
                + "recipe afm/line\n", out);
        assertEquals(0, run("run", "afm/line", sample, "--json"), () -> out + err);
        assertTrue(out.contains("\"Slope\"") && out.contains("\"V/mm\""), out);
        assertEquals(0, run("plugin", "list", "--json"));
        assertTrue(out.contains("\"state\": \"active\"") && out.contains("\"afm/line\""), out);
        assertEquals(2, run("run", "afm/line", sample, "--without-plugins"));
        assertTrue(err.contains("afm/line"), err);
        assertEquals(0, run("plugin", "disable", "org.example.afm"), () -> err);
        assertEquals(2, run("run", "afm/line", sample));
        assertEquals(0, run("plugin", "list"));
        assertTrue(out.startsWith("org.example.afm 0.1.0  disabled"), out);
        assertEquals(0, run("plugin", "enable", "org.example.afm"), () -> err);
        assertEquals(0, run("info", sample), () -> err);
        assertEquals(0, run("plugin", "remove", "org.example.afm"), () -> err);
        assertEquals(0, run("plugin", "list"));
        assertTrue(out.startsWith("no plug-ins in "), out);
    }

    @Test
    void whatIsNoPluginIsNotInstalledAndSaysWhy() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jar"), "no jar");
        assertEquals(1, run("plugin", "install", bad.toString(), "--json"));
        assertTrue(out.contains("it is no jar, or a damaged one") && out.contains("\"done\": \"\""), out);
        assertEquals(1, run("plugin", "install", folder.resolve("nowhere").toString()));
        assertTrue(err.contains("there is no such file or folder"), err);
        assertEquals(2, run("plugin", "remove", "org.example.none"));
        assertEquals(2, run("plugin", "install"));
        assertEquals(2, run("plugin", "polish"));
        assertFalse(Files.exists(folder.resolve("plugins")));
    }

    @Test
    void aJarPutThereByHandThatCannotBeUsedIsNamedByEveryVerbAndHarmsNone() throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("plugins/bad.jar"), "no jar");
        assertEquals(0, run("formats"));
        assertTrue(err.contains("warning: the plug-in bad.jar is left out: it is no jar"), err);
        assertTrue(out.contains("toy"), out);
        assertEquals(0, run("formats", "--without-plugins"));
        assertEquals("", err);
    }

    @Test
    void namesThatCannotBeAreRefused() throws IOException {
        assertEquals(2, run("new-technique", "Afm"));
        assertEquals(2, run("new-technique", "class"));
        assertEquals(2, run("new-technique", "afm", "--package", "afm"));
        assertEquals(2, run("new-technique", "afm", "--package", "org.interphase.afm"));
        Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("a"), "");
        assertEquals(2, run("new-technique", "afm", "--out", folder.resolve("full").toString()));
        assertTrue(Files.readString(project().resolve("pom.xml")).contains("<name>Ada &lt;Example&gt;</name>"));
    }
}
