package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.Stated;
import org.interphase.engine.document.DocumentException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectStoreTest {

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, name);
    }

    private Project read(String samples) throws IOException {
        Files.writeString(folder.resolve("project.yaml"), "format: interphase project 1\nsamples:\n" + samples);
        return ProjectStore.read(folder);
    }

    @Test
    void comesBackAsItWas() throws IOException {
        Project p = new Project(folder, "Cathodes: \"1\"",
                List.of(new Sample("NCM", "bare", 0x0072B2, 1, List.of("raw/NCM/*.csv", "a [1].csv")),
                        Sample.of("first", "**/x.{csv,txt}")),
                List.of(new RecipeRule("xps/f1s-lif-cf2", "*F_1s*", "xps.region", "F 1s*", RecipeRule.Over.PROJECT,
                        Map.of("fit.seed", "3"))),
                List.of(new Project.TableFile("xps.binding-energies", "tables/be.csv")),
                List.of(new Project.FileStatement("", Stated.of(Map.of("area", "1.13"))),
                        new Project.FileStatement("raw/*.txt", Stated.of(Map.of("kind", "raman", "laser", "532 nm")))),
                List.of("cluster/f1s", "cluster/raman"),
                Map.of("sections", List.of(Map.of("title", "XPS", "recipes", List.of("a")))), false);
        ProjectStore.write(p);
        Project read = ProjectStore.read(folder.resolve("project.yaml"));
        assertEquals(p, read);
        assertEquals("first", read.samples().get(0).name());
        assertFalse(Files.readString(folder.resolve("project.yaml")).contains(folder.toString()));
    }

    @Test
    void whatIsSaidOfFilesIsAddedUpAndTheLaterWins() throws IOException {
        file("raw/a.txt");
        file("raw/b.csv");
        Project p = read("  - name: A\n    files: raw/*\nstated:\n  - area: 1.13\n    kind: eis\n"
                + "  - files: '*.txt'\n    kind: raman\n");
        ProjectFiles files = ProjectFiles.in(folder);
        assertEquals(Map.of("area", "1.13", "kind", "raman"), p.stated(files, folder.resolve("raw/a.txt")).entries());
        assertEquals(Map.of("area", "1.13", "kind", "eis"), p.stated(files, folder.resolve("raw/b.csv")).entries());
        Project all = read("  - name: A\n    files: raw/*\nstated:\n  photon-energy: 1486.6\n");
        assertEquals(Map.of("photon-energy", "1486.6"), all.stated(files, folder.resolve("raw/a.txt")).entries());
        DocumentException bad = assertThrows(DocumentException.class,
                () -> read("  - name: A\n    files: raw/*\nstated:\n  colour: blue\n"));
        assertTrue(bad.getMessage().contains("no fact 'colour'") && bad.getMessage().contains("line"),
                bad.getMessage());
    }

    @Test
    void resultsOfAClusterAreNoRawFilesAndLieInTheFolder() throws IOException {
        file("raw/a.csv");
        file("cluster/measurements/run=1/part.parquet");
        file("cluster/provenance/run=1/part.parquet");
        Project p = read("  - name: A\n    files: '**'\nresults: cluster\n");
        assertEquals(List.of("cluster"), p.results());
        assertEquals(List.of(folder.resolve("raw/a.csv")), ProjectFiles.in(folder).raw());
        DocumentException outside = assertThrows(DocumentException.class,
                () -> read("  - name: A\n    files: '**'\nresults: [cluster, ../other]\n"));
        assertTrue(outside.getMessage().contains("line"), outside.getMessage());
    }

    @Test
    void filesAreFoundByWildCards() throws IOException {
        file("raw/a/1.csv");
        file("raw/a/2.txt");
        file("raw/b/1.csv");
        file("raw/a/.hidden.csv");
        file("raw/a/x.analysis.yaml");
        Project p = read("  - name: A\n    files: ['raw/a/*']\n  - name: All\n    files: '**/*.csv'\n");
        ProjectFiles files = ProjectFiles.in(folder);
        assertEquals(List.of("raw/a/1.csv", "raw/a/2.txt"), files.of(p.samples().get(0)).stream()
                .map(files::relative).toList());
        assertEquals(2, files.of(p.samples().get(1)).size());
        assertEquals(1, files.analyses().size());
        assertTrue(files.matches("1.*", folder.resolve("raw/b/1.csv")));
        assertFalse(files.matches("raw/a/*", folder.resolve("raw/b/1.csv")));
    }

    @Test
    void noPathLeavesTheFolder() throws IOException {
        for (String pattern : List.of("../x", "a/../../x", "/etc/*", "C:/x", "\\\\server\\x", "a/{..,b}/x", "~/x",
                "..")) {
            DocumentException e = assertThrows(DocumentException.class,
                    () -> read("  - name: A\n    files: '" + pattern + "'\n"), pattern);
            assertEquals(4, e.line());
        }
        assertThrows(IOException.class, () -> read("  - name: A\n    files: '[a'\n"));
    }

    @Test
    void linksOutOfTheFolderAreNotFollowed() throws IOException {
        Assumptions.assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "secret");
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(inside.resolve("own.csv"), "own");
        Files.createSymbolicLink(inside.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(inside.resolve("dir"), outside);
        Files.createSymbolicLink(inside.resolve("same.csv"), inside.resolve("own.csv"));
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        ProjectFiles files = ProjectFiles.in(inside);
        assertEquals(List.of("own.csv", "same.csv"), files.all().stream().map(files::relative).toList());
        assertThrows(IOException.class, () -> files.resolve("link.csv"));
        assertThrows(IOException.class, () -> files.resolve("dir/secret.csv"));
    }

    @Test
    void aFolderWithoutDocumentIsAProjectOfItsFiles() throws IOException {
        file("a.csv");
        file("b/a.csv");
        file("b/c [1].csv");
        Project p = ProjectStore.read(folder);
        assertTrue(p.implicit());
        assertEquals(List.of("a.csv", "b/a.csv", "c [1]"), p.samples().stream().map(Sample::name).toList());
        ProjectFiles files = ProjectFiles.in(folder);
        for (Sample s : p.samples()) {
            assertEquals(1, files.of(s).size(), s.toString());
        }
    }

    @Test
    void mistakesAreNamedByLine() {
        for (String[] wrong : new String[][] {{"  - nam: A\n    files: x\n", "did you mean 'name'"},
            {"  - name: A\n    files: x\n  - name: A\n    files: y\n", "one name"},
            {"  - name: A\n    files: x\n    colour: red\n", "#RRGGBB"},
            {"  - name: ''\n    files: x\n", "needs a name"}, {"  - name: A\n", "needs 'files:'"},
            {"  - name: A\n    files: x\n    order: first\n", "whole number"}}) {
            DocumentException e = assertThrows(DocumentException.class, () -> read(wrong[0]));
            assertTrue(e.line() > 0 && e.getMessage().contains(wrong[1]), e.getMessage());
        }
        assertThrows(DocumentException.class, () -> ProjectStore.read(folder.resolve("none")));
    }
}
