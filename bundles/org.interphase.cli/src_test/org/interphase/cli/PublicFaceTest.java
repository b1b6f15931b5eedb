package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What plug-ins use stays as it was published, or the major version of its package goes up. The baseline is a text
 * file for each bundle in {@code releng/api}; {@code -Dinterphase.api.keep=true} writes it anew, which is done when an
 * SDK is published.
 */
class PublicFaceTest {

    private static final List<String> BUNDLES = List.of("model", "api", "numerics", "io", "spectra", "electro",
            "testkit");
    private static final String PACKAGE = "package ";

    /** A package as it was published. */
    private record Published(String version, List<String> lines) {
    }

    private static Path root() {
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            if (Files.isDirectory(up.resolve("releng/api"))) {
                return up;
            }
        }
        throw new IllegalStateException("the folder releng/api is not above the working folder");
    }

    private static Path baseline(String bundle) {
        return root().resolve("releng/api/org.interphase." + bundle + ".txt");
    }

    private static Map<String, Published> present(String bundle) throws IOException {
        Path folder = root().resolve("bundles/org.interphase." + bundle);
        Map<String, Published> out = new LinkedHashMap<>();
        for (Map.Entry<String, String> p : PublicFace.packages(folder).entrySet()) {
            out.put(p.getKey(), new Published(p.getValue(), PublicFace.of(folder.resolve("src"), p.getKey())));
        }
        return out;
    }

    private static Map<String, Published> published(String bundle) throws IOException {
        Map<String, Published> out = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(baseline(bundle))) {
            if (line.startsWith(PACKAGE)) {
                String[] words = line.split(" ");
                lines = new ArrayList<>();
                out.put(words[1], new Published(words[2], lines));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                lines.add(line);
            }
        }
        return out;
    }

    private static int major(String version) {
        return Integer.parseInt(version.split("\\.")[0]);
    }

    @Test
    void whatPlugInsUseIsAsItWasPublished() throws IOException {
        if (Boolean.getBoolean("interphase.api.keep")) {
            keep();
        }
        List<String> breaks = new ArrayList<>();
        StringBuilder changes = new StringBuilder();
        for (String bundle : BUNDLES) {
            Map<String, Published> now = present(bundle);
            assertFalse(now.isEmpty(), bundle + " exports nothing with a version");
            published(bundle).forEach((name, before) -> {
                Published here = now.remove(name);
                FaceChange change = FaceChange.between(before.lines, here == null ? List.of() : here.lines);
                if (!change.lines().isEmpty()) {
                    changes.append(name).append(' ').append(before.version).append(" -> ")
                            .append(here == null ? "gone" : here.version).append("\n    ")
                            .append(String.join("\n    ", change.lines())).append('\n');
                }
                if (change.isBreak() && (here == null || major(here.version) <= major(before.version))) {
                    breaks.addAll(change.lines().stream().filter(l -> l.startsWith("-") || l.contains("must be"))
                            .toList());
                }
            });
            now.keySet().forEach(p -> changes.append(p).append(" is new\n"));
        }
        if (changes.length() > 0) {
            System.out.print("changed since the public packages were published:\n" + changes);
        }
        assertEquals(List.of(), breaks, "these break plug-ins; give their package a new major version in "
                + "Export-Package (and in the Import-Package of those who name a range), or take the change back");
    }

    private static void keep() throws IOException {
        for (String bundle : BUNDLES) {
            StringBuilder out = new StringBuilder("# What plug-ins may use of org.interphase." + bundle + " as it was "
                    + "published last. Written by PublicFaceTest, see docs/decisions.\n");
            present(bundle).forEach((name, p) -> out.append(PACKAGE).append(name).append(' ').append(p.version)
                    .append('\n').append(String.join("\n", p.lines)).append('\n'));
            Files.write(baseline(bundle), out.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** For what follows. */
    public interface Before {
        /** A method. */
        void run();
    }

    /** The same with another method that has to be implemented. */
    public interface After {
        /** A method. */
        void run();

        /** Another. */
        int size();

        /** One that has a body. */
        default int count() {
            return size();
        }
    }

    private static List<String> lines(Class<?> type) {
        TreeSet<String> out = new TreeSet<>();
        PublicFace.type(type, out);
        return out.stream().map(l -> l.replace(type.getSimpleName(), "T")).toList();
    }

    @Test
    void aMethodThatHasToBeImplementedIsABreakAndOneWithABodyIsNone() {
        FaceChange change = FaceChange.between(lines(Before.class), lines(After.class));
        assertEquals(1, change.demanded().size(), change.toString());
        assertTrue(change.demanded().get(0).contains("size()"));
        assertEquals(1, change.added().size());
        assertEquals(List.of(), change.gone());
        assertTrue(change.isBreak());
    }

    @Test
    void aMethodThatIsGoneIsABreak() {
        FaceChange change = FaceChange.between(lines(After.class), lines(Before.class));
        assertEquals(2, change.gone().size(), change.toString());
        assertTrue(change.isBreak());
        assertFalse(FaceChange.between(lines(After.class), lines(After.class)).isBreak());
    }

    @Test
    void packagesWithoutAVersionAndThoseForFriendsAreNotPublic() throws IOException {
        Map<String, String> kit = PublicFace.packages(root().resolve("bundles/org.interphase.testkit"));
        assertEquals(Map.of("org.interphase.testkit", "1.0.0"), kit);
        assertEquals(Map.of(), PublicFace.packages(root().resolve("bundles/org.interphase.engine")));
    }
}
