import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Modules of Java that a product needs: {@code Modules PRODUCT} prints them with commas between. Those its classes use,
 * as jdeps sees them; those whose packages a bundle imports, without which the framework does not resolve it; and those
 * below, which are asked for by name while the program runs.
 */
final class Modules {

    // not seen by jdeps: sun.misc.Unsafe of native libraries; encodings of instrument files; names of months in other
    // languages; zip archives as file systems; the vector kernel
    private static final List<String> BY_NAME = List.of("jdk.unsupported", "jdk.charsets", "jdk.localedata",
            "jdk.zipfs", "jdk.incubator.vector");

    // ICU's tools for its own build name them; who writes plug-ins has a JDK
    private static final Set<String> OF_BUILDS = Set.of("jdk.compiler", "jdk.javadoc");

    private Modules() {
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Set<String> modules = new TreeSet<>(BY_NAME);
        Map<String, String> moduleOf = new HashMap<>();
        ModuleFinder.ofSystem().findAll().forEach(m -> m.descriptor().exports().stream()
                .filter(e -> !e.isQualified()).forEach(e -> moduleOf.put(e.source(), m.descriptor().name())));
        List<Path> jars;
        try (Stream<Path> list = Files.list(Path.of(arguments[0], "plugins"))) {
            jars = list.filter(p -> p.toString().endsWith(".jar")).sorted().toList();
        }
        Set<String> exported = new HashSet<>();
        Set<String> imported = new HashSet<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Manifest manifest = file.getManifest();
                if (manifest != null) {
                    packages(manifest.getMainAttributes().getValue("Export-Package"), exported);
                    packages(manifest.getMainAttributes().getValue("Import-Package"), imported);
                }
            }
            modules.addAll(used(jar));
        }
        imported.removeAll(exported);
        imported.stream().filter(moduleOf::containsKey).map(moduleOf::get).forEach(modules::add);
        modules.removeAll(OF_BUILDS);
        out.println(String.join(",", modules));
    }

    // names of a header, without those that may be missing
    private static void packages(String header, Set<String> into) {
        if (header == null) {
            return;
        }
        // commas within quotes are of version ranges and lists of uses
        for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (!clause.contains("resolution:=optional") && !clause.contains("resolution:=\"optional\"")) {
                for (String part : clause.split(";")) {
                    if (!part.contains("=")) {
                        into.add(part.strip());
                    }
                }
            }
        }
    }

    private static Set<String> used(Path jar) throws IOException {
        StringWriter said = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(said), new PrintWriter(wrong),
                "-s", "--multi-release", "21", "--ignore-missing-deps", jar.toString());
        Set<String> out = new TreeSet<>();
        said.toString().lines().filter(l -> l.contains(" -> ")).map(l -> l.substring(l.indexOf(" -> ") + 4).strip())
                .filter(Modules::isOfJava).forEach(out::add);
        // a jar that is a module is not looked into without those it requires; its descriptor says what it needs
        if (code != 0) {
            ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
            if (module.isAutomatic()) {
                throw new IOException("jdeps cannot read " + jar.getFileName() + ": " + said + wrong);
            }
            module.requires().stream().filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .map(ModuleDescriptor.Requires::name).filter(Modules::isOfJava).forEach(out::add);
        }
        return out;
    }

    private static boolean isOfJava(String module) {
        return module.startsWith("java.") && !module.equals("java.measure") || module.startsWith("jdk.");
    }
}
