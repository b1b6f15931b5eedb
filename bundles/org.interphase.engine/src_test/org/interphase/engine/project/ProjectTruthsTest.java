package org.interphase.engine.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.ReferenceTable;
import org.interphase.engine.document.DocumentException;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, wild cards and reference tables of a project, one rule at a time. */
class ProjectTruthsTest {

    private static final ReferenceTable KNOWN = new ReferenceTable("lines", "Lines", List.of("name", "position",
            "source"),
            List.of(List.of("LiF", "685", "paper")));

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private List<String> found() throws IOException {
        ProjectFiles files = ProjectFiles.in(folder);
        return files.all().stream().map(files::relative).toList();
    }

    @Test
    void foldersThatHoldAReportOrABatchAreLeftOut() throws IOException {
        file("b.csv", "");
        file("a/c.csv", "");
        file("report/report.html", "");
        file("report/raw.csv", "");
        file("out/results.json", "");
        file("batch/results.csv", "");
        file("batch/analyses/x.csv", "");
        file("table/results.csv", "");
        file(".git/x.csv", "");
        file(".hidden", "");
        assertEquals(List.of("a/c.csv", "b.csv", "table/results.csv"), found());
        // the project's own folder is looked through whatever lies in it
        file("report.html", "");
        assertTrue(found().contains("b.csv"));
    }

    @Test
    void documentsAreNoFilesOfASample() throws IOException {
        file("x.csv", "");
        file("x.yaml", "");
        file("x.yml", "");
        file("x.analysis.yaml", "");
        file("a [1].csv", "");
        ProjectFiles files = ProjectFiles.in(folder);
        assertEquals(List.of("x.csv"), names(files, "x.*"));
        assertEquals(List.of(), names(files, "x.yaml"));
        assertEquals(List.of("x.csv"), names(files, "x.csv"));
        assertEquals(List.of(), names(files, "y.csv"));
        assertEquals(List.of("a [1].csv"), names(files, "a \\[1\\].csv"));
        assertEquals(List.of("x.csv"), names(files, "./x.csv"));
        assertEquals(List.of("a [1].csv", "x.csv"), files.of(Sample.of("s", "x.csv", "a*", "*.csv")).stream()
                .map(files::relative).toList(), "each once, sorted");
        assertEquals(List.of("x.analysis.yaml"), files.analyses().stream().map(files::relative).toList());
    }

    private static List<String> names(ProjectFiles files, String pattern) {
        return files.of(Sample.of("s", pattern)).stream().map(files::relative).toList();
    }

    @Test
    void aRuleMeansAFileByNameOrByPath() throws IOException {
        ProjectFiles files = ProjectFiles.in(folder);
        Path deep = folder.toAbsolutePath().normalize().resolve("raw/a/1.csv");
        assertTrue(files.matches("", deep));
        assertTrue(files.matches("*.csv", deep));
        assertTrue(files.matches("raw/*/1.csv", deep));
        assertFalse(files.matches("a/1.csv", deep));
        assertFalse(files.matches("*.txt", deep));
        assertTrue(files.matchesEntry("*.csv", "pack/run/1.csv"));
        assertTrue(files.matchesEntry("run/*.csv", "pack/run/1.csv"));
        assertTrue(files.matchesEntry("pack/run/*.csv", "pack/run/1.csv"));
        assertFalse(files.matchesEntry("pack/*.csv", "pack/run/1.csv"));
        assertFalse(files.matchesEntry("run.csv", "pack/run/1.csv"));
        assertTrue(files.matchesEntry("1.csv", "1.csv"));
        assertTrue(ProjectFiles.matchesName("", "any"));
        assertTrue(ProjectFiles.matchesName("F 1s*", "F 1s (a/b)"));
        assertFalse(ProjectFiles.matchesName("F 1s", "F 1s 2"));
    }

    @Test
    void nothingLeadsOutOfTheFolder() throws IOException {
        for (String path : new String[] {"/etc", "\\etc", "~/x", "C:/x", "c:\\x", "..", "a/../b", "{..,x}/y",
            "a\\..\\b",
            "{x,..}", "a/ .. /b"}) {
            assertThrows(IllegalArgumentException.class, () -> ProjectFiles.requireInside(path), path);
        }
        assertThrows(IllegalArgumentException.class, () -> ProjectFiles.requireInside("a{b"));
        for (String path : new String[] {"a/b", "a..b", "...", "*.csv", "ab:c"}) {
            ProjectFiles.requireInside(path);
        }
        ProjectFiles files = ProjectFiles.in(folder);
        assertEquals("a/b", files.relative(files.resolve("a/./b")));
        Path outside = Files.createTempFile("outside", ".csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), outside);
        assertThrows(IOException.class, () -> ProjectFiles.in(folder).resolve("link.csv"));
        assertEquals(List.of(), found());
        Files.delete(outside);
    }

    @Test
    void aReferenceTableTakesTheColumnsItKnows() throws IOException {
        ReferenceTable t = ReferenceTables.read(file("be.csv", "\ufeffposition, name\n688.2, CF2 \n689,\"a, b\"\n"),
                KNOWN);
        assertEquals(List.of(List.of("CF2", "688.2", "project table be.csv"),
                List.of("a, b", "689", "project table be.csv")), t.rows());
        assertEquals(KNOWN.columns(), t.columns());
        assertEquals("lines", t.id());
        assertEquals(List.of(List.of("A", "1", "mine"), List.of("B", "2", "project table s.csv")), ReferenceTables.read(
                file("s.csv", "name,position,source\nA,1,mine\nB,2,\n"), KNOWN).rows());
    }

    @Test
    void aReferenceTableThatCannotBeUsedSaysWhy() throws IOException {
        Map<String, String> bad = Map.of("name,positon\nA,1\n", "no column 'positon'", "name,position\nA\n",
                "1 cells instead of 2", "", "empty", "name,position\nA,1\n\nB,2,3\n",
                "line 4, column 1: the row has 3 cells instead of 2");
        for (Map.Entry<String, String> e : bad.entrySet()) {
            Path file = file("bad.csv", e.getKey());
            DocumentException x = assertThrows(DocumentException.class, () -> ReferenceTables.read(file, KNOWN));
            assertTrue(x.getMessage().contains(e.getValue()) && x.getMessage().contains("bad.csv"), x.getMessage());
        }
    }

    @Test
    void tablesAreAttachedToEveryMemberOfASeries() {
        Table one = new Table(DatasetHeader.of("t", "table", Metadata.EMPTY), List.of(Column.of("x", "1",
                new double[1])));
        assertSame(one, ReferenceTables.attach(one, List.of()));
        assertEquals(KNOWN, ReferenceTables.attach(one, List.of(KNOWN)).header().product(ReferenceTable.class)
                .orElseThrow());
        Series both = Series.named(DatasetHeader.of("s", "series", Metadata.EMPTY), List.of(one, one));
        Dataset with = ReferenceTables.attach(both, List.of(KNOWN));
        assertTrue(with.header().product(ReferenceTable.class).isPresent());
        assertTrue(((Series) with).members().stream().allMatch(m -> m.header().product(ReferenceTable.class)
                .isPresent()));
    }

    @Test
    void samplesAreSortedAndHaveNamesOfTheirOwn() {
        Project p = new Project(folder, "t", List.of(new Sample("b", "", -1, 2, List.of()), new Sample("a", "", -1, 1,
                List.of()), new Sample("c", "", -1, 1, List.of())), List.of(), List.of(), List.of(), Map.of(), true);
        assertEquals(List.of("a", "c", "b"), p.samples().stream().map(Sample::name).toList());
        assertEquals("b", p.sample("b").orElseThrow().name());
        assertTrue(p.sample("d").isEmpty());
        assertFalse(p.withSamples(List.of()).implicit());
        assertTrue(p.withReport(Map.of("a", 1)).implicit());
        assertEquals(Map.of("a", 1), p.withReport(Map.of("a", 1)).report());
        assertThrows(IllegalArgumentException.class, () -> p.withSamples(List.of(Sample.of("a"), Sample.of("a"))));
        assertThrows(IllegalArgumentException.class, () -> Sample.of(" "));
    }
}
