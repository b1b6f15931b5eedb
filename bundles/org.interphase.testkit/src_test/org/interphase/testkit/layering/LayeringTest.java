package org.interphase.testkit.layering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every MANIFEST and source file against the table of ARCHITECTURE.md. */
class LayeringTest {

    private static final String TABLE = """
            | bundle | responsibility | may import |
            |---|---|---|
            | `model` | values | JDK, units library |
            | `api` | contract | model |
            | `numerics` | algorithms | JDK, Commons Math |
            | `engine` | runner | api |
            | `io` | formats | api |
            | `technique.<x>` | one technique | api, numerics, (io), own libraries |
            | `cli` | headless | engine |
            | `ui` | workbench | everything above except cli and techniques |
            | `technique.<x>.ui` | optional | ui, own technique |
            """;

    static Path root() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve("bundles")) && Files.isDirectory(dir.resolve("target-platform"))) {
                return dir;
            }
        }
        throw new IllegalStateException("not inside the project: " + Path.of("").toAbsolutePath());
    }

    private static Map<Path, BundleManifest> manifests() throws IOException {
        Map<Path, BundleManifest> manifests = new TreeMap<>();
        try (Stream<Path> dirs = Files.list(root().resolve("bundles"))) {
            for (Path dir : dirs.toList()) {
                Path file = dir.resolve("META-INF/MANIFEST.MF");
                if (Files.exists(file)) {
                    manifests.put(dir, BundleManifest.parse(Files.readString(file)));
                }
            }
        }
        return manifests;
    }

    @Test
    void everyArrowOfEveryManifestPointsDownTheTable() throws IOException {
        Map<Path, BundleManifest> manifests = manifests();
        assertTrue(manifests.size() > 10, "bundles found: " + manifests.size());
        LayerTable table = LayerTable.parse(Files.readString(root().resolve("ARCHITECTURE.md")));
        LayerRules rules = new LayerRules(table, manifests.values());
        List<String> violations = new ArrayList<>();
        manifests.values().forEach(manifest -> violations.addAll(rules.violations(manifest)));
        assertEquals(List.of(), violations);
    }

    @Test
    void noSourceBelowTheWorkbenchSeesAWindowToolkit() throws IOException {
        LayerTable table = LayerTable.parse(Files.readString(root().resolve("ARCHITECTURE.md")));
        Map<Path, BundleManifest> manifests = manifests();
        LayerRules rules = new LayerRules(table, manifests.values());
        List<String> violations = new ArrayList<>();
        for (Map.Entry<Path, BundleManifest> bundle : manifests.entrySet()) {
            Path src = bundle.getKey().resolve("src");
            if (!Files.isDirectory(src)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(src)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    violations.addAll(rules.sourceViolations(bundle.getValue().symbolicName(),
                            src.relativize(file).toString(), Files.readString(file)));
                }
            }
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void everyBundleFolderIsNamedAfterItsBundle() throws IOException {
        manifests().forEach((dir, manifest) -> assertEquals(dir.getFileName().toString(), manifest.symbolicName()));
    }

    private static List<String> check(String name, String header) {
        BundleManifest model = manifest("model", "Export-Package: org.interphase.model");
        BundleManifest engine = manifest("engine", "Export-Package: org.interphase.engine");
        BundleManifest xps = manifest("technique.xps", "Export-Package: org.interphase.technique.xps");
        BundleManifest checked = manifest(name, header);
        LayerRules rules = new LayerRules(LayerTable.parse(TABLE), List.of(model, engine, xps));
        return rules.violations(checked);
    }

    private static BundleManifest manifest(String name, String header) {
        return BundleManifest.parse("Manifest-Version: 1.0\nBundle-SymbolicName: org.interphase." + name
                + ";singleton:=true\n" + header + "\n");
    }

    @Test
    void aForbiddenArrowIsCaught() {
        assertEquals(List.of("org.interphase.model must not import org.interphase.engine"),
                check("model", "Import-Package: org.interphase.engine;version=\"[0.1,1)\""));
        assertEquals(List.of("org.interphase.io must not import org.interphase.engine"),
                check("io", "Require-Bundle: org.interphase.engine"));
        assertEquals(List.of("org.interphase.technique.afm must not import org.interphase.technique.xps"),
                check("technique.afm", "Import-Package: org.interphase.technique.xps"));
        assertEquals(List.of("org.interphase.ui must not import org.interphase.technique.xps"),
                check("ui", "Import-Package: org.interphase.technique.xps"));
    }

    @Test
    void aWindowToolkitBelowTheWorkbenchIsCaught() {
        assertEquals(List.of("org.interphase.engine must not see a window toolkit: org.eclipse.swt.graphics"),
                check("engine", "Import-Package: org.eclipse.swt.graphics"));
        assertEquals(List.of("org.interphase.cli must not see a window toolkit: org.eclipse.ui"),
                check("cli", "Require-Bundle: org.eclipse.ui;bundle-version=\"[3.0,4)\""));
        LayerRules rules = new LayerRules(LayerTable.parse(TABLE), List.of());
        assertEquals(1, rules.sourceViolations("org.interphase.io", "A.java", "import java.awt.Frame;").size());
        assertEquals(0, rules.sourceViolations("org.interphase.io", "A.java",
                "import java.awt.image.BufferedImage;").size());
        assertEquals(0, rules.sourceViolations("org.interphase.ui", "A.java", "import org.eclipse.swt.SWT;").size());
    }

    @Test
    void aLibraryTheRowDoesNotNameIsCaught() {
        assertEquals(List.of("org.interphase.numerics must not import the library org.yaml"),
                check("numerics", "Import-Package: org.yaml,org.apache.commons.math3.linear"));
        assertEquals(List.of(), check("technique.xps", "Import-Package: org.yaml"));
    }

    @Test
    void whatTheTableAllowsPasses() {
        assertEquals(List.of(), check("engine", "Import-Package: org.interphase.model"));
        assertEquals(List.of(), check("technique.xps.ui", "Import-Package: org.interphase.technique.xps"));
        assertEquals(List.of(), check("ui", "Import-Package: org.interphase.engine,org.eclipse.swt"));
        assertFalse(check("technique.raman.ui", "Import-Package: org.interphase.technique.xps").isEmpty());
    }

    @Test
    void aBundleOutsideTheTableAndAnUnknownImportAreCaught() {
        assertEquals(List.of("org.interphase.misc is in no row of the table"), check("misc", "Import-Package: a"));
        assertEquals(List.of("org.interphase.engine imports org.interphase.nowhere, which no bundle exports"),
                check("engine", "Import-Package: org.interphase.nowhere"));
    }

    @Test
    void aTableThatNamesSomethingUnknownIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LayerTable.parse(TABLE.replace("| engine |", "| motor |")));
        assertThrows(IllegalArgumentException.class, () -> LayerTable.parse("no table"));
    }
}
