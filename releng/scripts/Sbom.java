import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What a product is made of: {@code java Sbom.java PRODUCT} writes {@code sbom.cdx.json} (CycloneDX 1.6) and
 * {@code licences.txt} into its folder, from the jars in it alone: name, version, licence and SHA-256 of each. The same
 * product gives the same files, so there is no time in them.
 */
public final class Sbom {

    /** What the texts of licences in older jars begin with, where the manifest names none. */
    private static final Map<String, String> KNOWN = Map.of("eclipse.org/legal/epl-2.0", "EPL-2.0",
            "eclipse public license", "EPL-2.0", "apache license", "Apache-2.0", "apache-2.0", "Apache-2.0",
            "licenses/license-2.0", "Apache-2.0", "gnu lesser general public license", "LGPL-2.1-or-later",
            "gnu.org/licenses/lgpl", "LGPL-2.1-or-later", "mit license", "MIT", "bsd", "BSD");
    /** Jars that hold no word of it; their parent projects' descriptions on Maven Central do. */
    private static final Map<String, String> ELSEWHERE = Map.of("de.rototor.pdfbox.graphics2d", "Apache-2.0",
            "org.dhatim.fastexcel", "Apache-2.0", "picocli", "Apache-2.0", "javax.measure.unit-api", "BSD");
    private static final Pattern LICENCE = Pattern.compile("<license>.*?<name>(.*?)</name>", Pattern.DOTALL);

    private Sbom() {
    }

    private record Component(String file, String name, String version, String licence, String purl, String sha256) {
    }

    /** Writes both files; ends with 1 and names the jars whose licence is not known. */
    public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        Path product = Path.of(arguments[0]);
        List<Component> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(product.resolve("plugins"))) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                all.add(component(jar));
            }
        }
        Files.writeString(product.resolve("sbom.cdx.json"), json(all));
        Files.writeString(product.resolve("licences.txt"), text(all));
        List<String> unknown = all.stream().filter(c -> c.licence.isEmpty()).map(Component::file).toList();
        System.out.println(all.size() + " jars, licence unknown of " + unknown.size() + (unknown.isEmpty() ? ""
                : ": " + String.join(", ", unknown)));
        System.exit(unknown.isEmpty() ? 0 : 1);
    }

    private static Component component(Path jar) throws IOException, NoSuchAlgorithmException {
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        try (JarFile zip = new JarFile(jar.toFile())) {
            Attributes main = zip.getManifest() == null ? new Attributes() : zip.getManifest().getMainAttributes();
            String name = String.valueOf(main.getValue("Bundle-SymbolicName")).replaceFirst(";.*", "").strip();
            String version = main.getValue("Bundle-Version");
            String file = jar.getFileName().toString();
            return new Component(file, name.equals("null") ? file.replaceFirst("[_-][0-9].*", "") : name,
                    version == null ? "" : version, licence(zip, main, name), purl(zip), sha);
        }
    }

    /** By the manifest, the project description, or the notice in the jar; bundles of this project are Apache-2.0. */
    private static String licence(JarFile zip, Attributes main, String name) throws IOException {
        if (name.startsWith("org.interphase.") || ELSEWHERE.containsKey(name)) {
            return ELSEWHERE.getOrDefault(name, "Apache-2.0");
        }
        String stated = main.getValue("Bundle-License") == null ? "" : spdx(main.getValue("Bundle-License").strip());
        if (KNOWN.containsValue(stated)) {
            return stated;
        }
        for (ZipEntry e : Collections.list(zip.entries())) {
            if (e.getName().matches("META-INF/maven/.*/pom\\.xml")) {
                Matcher m = LICENCE.matcher(content(zip, e));
                if (m.find()) {
                    return spdx(m.group(1).strip());
                }
            }
        }
        for (ZipEntry e : Collections.list(zip.entries())) {
            if (e.getName().matches("(?i)(META-INF/)?(about\\.html|LICENSE.*|NOTICE.*)") && !e.isDirectory()) {
                String known = spdx(content(zip, e));
                if (KNOWN.containsValue(known)) {
                    return known;
                }
            }
        }
        return stated;
    }

    private static String content(JarFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String spdx(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return new TreeMap<>(KNOWN).entrySet().stream().filter(e -> lower.contains(e.getKey()))
                .min(java.util.Comparator.comparingInt(e -> lower.indexOf(e.getKey()))).map(Map.Entry::getValue)
                .orElse(text.lines().findFirst().orElse(""));
    }

    private static String purl(JarFile zip) throws IOException {
        List<? extends ZipEntry> described = Collections.list(zip.entries()).stream()
                .filter(e -> e.getName().matches("META-INF/maven/.*/pom\\.properties")).toList();
        if (described.size() != 1) {
            return "";
        }
        Properties p = new Properties();
        try (InputStream in = zip.getInputStream(described.get(0))) {
            p.load(in);
        }
        return "pkg:maven/" + p.getProperty("groupId") + "/" + p.getProperty("artifactId") + "@"
                + p.getProperty("version");
    }

    private static String json(List<Component> all) {
        List<String> parts = new ArrayList<>();
        for (Component c : all) {
            boolean id = KNOWN.containsValue(c.licence) && !c.licence.equals("BSD");
            parts.add("    {\"type\": \"library\", \"bom-ref\": " + quoted(c.file) + ", \"name\": " + quoted(c.name)
                    + ", \"version\": " + quoted(c.version)
                    + ",\n     \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + c.sha256 + "\"}]"
                    + (c.licence.isEmpty() ? "" : ",\n     \"licenses\": [{\"license\": {\"" + (id ? "id" : "name")
                            + "\": " + quoted(c.licence) + "}}]")
                    + (c.purl.isEmpty() ? "" : ",\n     \"purl\": " + quoted(c.purl)) + "}");
        }
        return "{\n  \"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"version\": 1,\n"
                + "  \"metadata\": {\"component\": {\"type\": \"application\", \"name\": \"Interphase\"}},\n"
                + "  \"components\": [\n" + String.join(",\n", parts) + "\n  ]\n}\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ") + "\"";
    }

    private static String text(List<Component> all) {
        StringBuilder out = new StringBuilder("What Interphase is made of, and the licence of each part\n");
        Map<String, List<Component>> by = new TreeMap<>();
        all.forEach(c -> by.computeIfAbsent(c.licence.isEmpty() ? "unknown" : c.licence, k -> new ArrayList<>())
                .add(c));
        by.forEach((licence, parts) -> {
            out.append('\n').append(licence).append('\n');
            parts.forEach(c -> out.append("  ").append(c.name).append(' ').append(c.version).append('\n'));
        });
        return out.toString();
    }
}
