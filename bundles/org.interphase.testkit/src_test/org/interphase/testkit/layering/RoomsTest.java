package org.interphase.testkit.layering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            "Messages", "ui: the texts of one package each, which the platform wants beside their properties",
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

    /** Names in the first column of the table below a heading of the page. */
    private static Set<String> told(String heading) throws IOException {
        String page = Files.readString(LayeringTest.root().resolve("ARCHITECTURE.md"));
        String section = page.substring(page.indexOf("## " + heading));
        Set<String> names = new TreeSet<>();
        section.lines().skip(1).takeWhile(l -> !l.startsWith("## ")).filter(l -> l.startsWith("| `")).forEach(l -> {
            for (String name : l.substring(1, l.indexOf('|', 1)).split(",")) {
                names.add(name.strip().replace("`", ""));
            }
        });
        return names;
    }

    @Test
    void everyBundleHasTheRoomsOfThePage() throws IOException {
        Set<String> told = told("The rooms of the other bundles");
        Set<String> rooms = new TreeSet<>();
        for (Path file : sources()) {
            String path = file.toString().replace('\\', '/').replaceFirst(".*/bundles/", "");
            String bundle = path.substring("org.interphase.".length(), path.indexOf('/'));
            String root = "/src/org/interphase/" + bundle + "/";
            if (bundle.endsWith("tests") || bundle.contains("technique") || !path.contains(root)) {
                continue;
            }
            String below = path.substring(path.indexOf(root) + root.length());
            String room = below.contains("/") ? bundle + "." + below.substring(0, below.indexOf('/')) : bundle;
            boolean ofField = bundle.equals("testkit") && !told.contains(room);
            rooms.add(ofField ? "testkit.<field>" : room);
        }
        assertEquals(told, rooms);
    }

    @Test
    void thePageTellsTheRoomsOfATechnique() throws IOException {
        Set<String> told = told("The rooms of a technique");
        told.remove("");
        assertEquals(new TreeSet<>(TechniqueRooms.FIXED), told);
    }

    @Test
    void whatThePagePlacesIsThere() throws IOException {
        String page = Files.readString(LayeringTest.root().resolve("ARCHITECTURE.md"));
        String section = page.substring(page.indexOf("## Where things are"), page.indexOf("## How the pieces meet"));
        List<String> places = section.lines().filter(l -> l.matches(" {4}\\S.*")).flatMap(l -> Stream.of(
                l.strip().split("\\s{2,}")[0].split(","))).map(String::strip).toList();
        assertEquals(List.of(), places.stream().filter(p -> !Files.exists(LayeringTest.root().resolve(p))).toList());
        assertTrue(places.contains("verify"), places.toString());
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
