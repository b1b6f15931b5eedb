package org.interphase.testkit.layering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every technique has the same rooms, and a name means one thing in the whole suite. */
class RoomsTest {

    /** Names that stand for two things, each with its reason. */
    private static final Map<String, String> TWICE = Map.of(
            "FitResult", "numerics: a fit of plain arrays; model: what of it flows with the data, with units",
            "Parameters", "numerics: the vector a model is fitted by; api: the codec of parameter records",
            "package-info", "no class");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(LayeringTest.root().resolve("bundles"))) {
            return files.filter(f -> f.toString().endsWith(".java") && f.toString().replace('\\', '/')
                    .matches(".*/bundles/[^/]+/src/.*")).toList();
        }
    }

    @Test
    void everyTechniqueHasTheSameRooms() throws IOException {
        List<String> violations = new ArrayList<>();
        for (Path file : sources()) {
            String path = file.toString().replace('\\', '/');
            String technique = path.replaceFirst(".*/bundles/org\\.interphase\\.technique\\.([a-z]+)/src/.*", "$1");
            if (!technique.contains("/")) {
                String root = "/org/interphase/technique/" + technique + "/";
                String below = path.substring(path.lastIndexOf(root) + root.length());
                TechniqueRooms.violations(below, Files.readString(file)).forEach(v -> violations.add(technique + "/"
                        + v));
            }
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void theEngineHasTheRoomsOfThePage() throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (Path file : sources()) {
            String path = file.toString().replace('\\', '/');
            if (path.contains("/org/interphase/engine/")) {
                String below = path.replaceFirst(".*/org/interphase/engine/", "");
                rooms.add(below.contains("/") ? below.substring(0, below.indexOf('/')) : below);
            }
        }
        String page = Files.readString(LayeringTest.root().resolve("ARCHITECTURE.md"));
        String table = page.substring(page.indexOf("## The rooms of the engine"), page.indexOf("## Where things are"));
        Set<String> told = new TreeSet<>(table.lines().filter(l -> l.startsWith("| `")).map(l -> l.split("`")[1])
                .toList());
        assertEquals(told, rooms);
    }

    @Test
    void aNameOfAClassMeansOneThing() throws IOException {
        Map<String, Set<String>> places = new TreeMap<>();
        for (Path file : sources()) {
            String name = file.getFileName().toString().replace(".java", "");
            places.computeIfAbsent(name, k -> new TreeSet<>()).add(LayeringTest.root().relativize(file).toString());
        }
        // a fragment carries the names of its host
        places.values().removeIf(p -> p.size() < 2);
        places.keySet().removeAll(TWICE.keySet());
        assertEquals(Map.of(), places);
    }

    @Test
    void whatIsInTheWrongRoomIsCaught() {
        assertEquals(1, TechniqueRooms.violations("Helper.java", "class Helper { }").size());
        assertEquals(1, TechniqueRooms.violations("internal/A.java", "class A { }").size());
        assertEquals(1, TechniqueRooms.violations("fit/A.java", "class A implements DatasetReader { }").size());
        assertEquals(2, TechniqueRooms.violations("fit/A.java", "class A implements Operation<Curve, A.Settings> { }")
                .size());
        assertEquals(1, TechniqueRooms.violations("operation/A.java", "new ReferenceTable(\"a\")").size());
        assertEquals(List.of(), TechniqueRooms.violations("operation/A.java",
                "class A implements Operation<Curve, A.Parameters> { }"));
        assertEquals(List.of(), TechniqueRooms.violations("AfmTechnique.java", "class AfmTechnique { }"));
    }
}
