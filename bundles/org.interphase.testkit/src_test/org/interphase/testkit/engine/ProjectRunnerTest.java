package org.interphase.testkit.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.ReferenceTable;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.project.ProjectResult;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.ReferenceTables;
import org.interphase.engine.reading.DatasetLoader;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectRunnerTest {

    @TempDir
    private Path folder;
    private final TechniqueRegistry registry = TechniqueRegistry.of(List.of(new ToyTechnique()));

    private Path toy(String name, double... y) throws IOException {
        StringBuilder text = new StringBuilder("TOY data\n");
        for (int i = 0; i < y.length; i++) {
            text.append(i).append(' ').append(y[i]).append('\n');
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ProjectResult run(String yaml) throws IOException {
        Files.writeString(folder.resolve("project.yaml"), "format: interphase project 1\n" + yaml);
        return new ProjectRunner(registry).run(ProjectStore.read(folder), Progress.none());
    }

    private static List<Double> values(ProjectResult result) {
        return result.entries().stream().flatMap(e -> e.run().stream()).map(r -> r.measurements().get(0).value())
                .toList();
    }

    private static final String TWO = "samples:\n  - {name: A, files: 'a/*'}\n  - {name: B, files: 'b/*'}\n";

    @Test
    void everyFileOfEverySampleIsRunInOrder() throws IOException {
        for (int i = 0; i < 20; i++) {
            toy("a/" + (char) ('a' + i) + ".toy", 0, i);
        }
        toy("b/x.toy", 0, 100);
        ProjectResult result = run(TWO + "recipes:\n  - recipe: toy/total\n");
        assertEquals(21, values(result).size());
        for (int i = 0; i < 20; i++) {
            assertEquals(i, values(result).get(i));
        }
        assertEquals(1, result.of("B").size());
        assertEquals(List.of(), result.notes());
    }

    @Test
    void rulesChooseByFileKindAndNameAndSetParameters() throws IOException {
        toy("a/one.toy", 0, 1);
        toy("a/two.toy", 0, 1);
        ProjectResult result = run(TWO + "recipes:\n  - {recipe: toy/total, files: 'one*', set: "
                + "{scale.factor: 5}}\n  - {recipe: toy/total, files: 'a/two*', dataset: 'da*'}\n"
                + "  - {recipe: toy/total, kind: toy.other}\n");
        assertEquals(List.of(5.0, 1.0), values(result));
        assertTrue(result.notes().get(0).contains("sample 'B': no file matches b/*"), result.notes().toString());
    }

    @Test
    void whatIsInNoResultIsNamed() throws IOException {
        toy("a/one.toy", 0, 1);
        toy("b/x.toy", 0, 1);
        toy("elsewhere/lost.toy", 0, 1);
        ProjectResult result = run(TWO + "recipes:\n  - {recipe: toy/total, files: 'one*'}\n"
                + "  - {recipe: toy/total, files: 'two*'}\n  - {recipe: toy/mean, files: 'one*', dataset: 'none'}\n");
        assertEquals(List.of("rule 'toy/total': no file of a sample matches two*",
                "rule 'toy/mean': no data called none in the files that match one*",
                "b/x.toy: no recipe for this data (toy), left out", "elsewhere/lost.toy: belongs to no sample"),
                result.notes());
    }

    @Test
    void oneBadFileDoesNotHarmTheOthers() throws IOException {
        toy("a/a.toy", 0, 1);
        Files.writeString(folder.resolve("a/b.toy"), "TOY x\n1 two\n");
        toy("a/c.toy", 0, 3);
        ProjectResult result = run(TWO + "recipes:\n  - recipe: toy/total\n");
        assertEquals(List.of(1.0, 3.0), values(result));
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().get(0).error().contains("b.toy, line 2"), result.failures().get(0).error());
    }

    @Test
    void aSeriesIsTakenOverTheSampleOrTheProject() throws IOException {
        toy("a/1.toy", 1, 1);
        toy("a/2.toy", 3, 3);
        toy("b/1.toy", 8, 8);
        ProjectResult each = run(TWO + "recipes:\n  - recipe: toy/mean\n");
        assertEquals(List.of(2.0, 8.0), values(each));
        assertEquals(List.of("A", "B"), each.entries().stream().map(InputResult::sample).toList());
        ProjectResult all = run(TWO + "recipes:\n  - {recipe: toy/mean, over: project}\n");
        assertEquals(List.of(4.0), values(all));
        assertEquals("", all.entries().get(0).sample());
        assertEquals(3, all.entries().get(0).files().size());
    }

    @Test
    void anAnalystsOwnDocumentGoesBeforeTheRules() throws IOException {
        Path raw = toy("a/a.toy", 0, 1);
        toy("a/b.toy", 0, 1);
        LoadedFile loaded = new DatasetLoader(registry).load(raw, Progress.none());
        Recipe own = Recipes.set(registry.requireRecipe("toy/total"), registry, "scale.factor", "7");
        AnalysisStore.write(folder.resolve("a/a.toy.analysis.yaml"), AnalysisDocument.of(own, loaded.reference(0)));
        assertEquals(List.of(7.0, 1.0), values(run(TWO + "recipes:\n  - recipe: toy/total\n")));
    }

    @Test
    void whatAReportWroteIsNoAnalystsChoice() throws IOException {
        Path raw = toy("a/a.toy", 0, 1);
        LoadedFile loaded = new DatasetLoader(registry).load(raw, Progress.none());
        Recipe own = Recipes.set(registry.requireRecipe("toy/total"), registry, "scale.factor", "7");
        Files.createDirectories(folder.resolve("report/analyses"));
        Files.writeString(folder.resolve("report/report.html"), "<html>");
        AnalysisStore.write(folder.resolve("report/analyses/a.analysis.yaml"),
                AnalysisDocument.of(own, loaded.reference(0)));
        assertEquals(List.of(1.0), values(run(TWO + "recipes:\n  - recipe: toy/total\n")));
    }

    @Test
    void aMovedProjectGivesTheSame() throws IOException {
        toy("p/a/a.toy", 0, 1, 5);
        Files.writeString(folder.resolve("p/project.yaml"), "format: interphase project 1\n" + TWO
                + "recipes:\n  - recipe: own.yaml\n");
        Recipes.write(folder.resolve("p/own.yaml"), registry.requireRecipe("toy/total"));
        ProjectRunner runner = new ProjectRunner(registry);
        List<Double> here = values(runner.run(ProjectStore.read(folder.resolve("p")), Progress.none()));
        Path there = Files.move(folder.resolve("p"), folder.resolve("q"));
        assertEquals(here, values(runner.run(ProjectStore.read(there), Progress.none())));
    }

    @Test
    void tablesOfTheProjectReachTheOperations() throws IOException {
        toy("a/a.toy", 0, 1);
        Files.createDirectories(folder.resolve("tables"));
        Files.writeString(folder.resolve("tables/own.csv"), "level,name\n4,\"my, level\"\n");
        ProjectResult result = run(TWO + "tables:\n  - {id: toy.levels, file: tables/own.csv}\n");
        ReferenceTable table = result.entries().get(0).run().orElseThrow().source().product(ReferenceTable.class)
                .orElseThrow();
        assertEquals("toy.levels", table.id());
        assertEquals(List.of("my, level", "4", "project table own.csv"), table.rows().get(0));
    }

    @Test
    void tablesThatDoNotFitAreNamed() throws IOException {
        toy("a/a.toy", 0, 1);
        Path csv = folder.resolve("own.csv");
        Files.writeString(csv, "levle\n4\n");
        ReferenceTable known = registry.referenceTables().get(0);
        assertTrue(assertThrows(DocumentException.class, () -> ReferenceTables.read(csv, known)).getMessage()
                .contains("own.csv, line 1, column 1: table 'toy.levels' has no column 'levle'; did you mean "
                        + "'level'?"));
        Files.writeString(csv, "level,name\n4\n");
        assertThrows(DocumentException.class, () -> ReferenceTables.read(csv, known));
        assertThrows(DocumentException.class, () -> run(TWO + "tables:\n  - {id: toy.levls, file: own.csv}\n"));
    }

    @Test
    void aWrongRecipeIsNamedBeforeAnythingRuns() throws IOException {
        DocumentException e = assertThrows(DocumentException.class,
                () -> run(TWO + "recipes:\n  - recipe: toy/totl\n"));
        assertTrue(e.getMessage().contains("did you mean 'toy/total'?"), e.getMessage());
        assertThrows(DocumentException.class,
                () -> run(TWO + "recipes:\n  - {recipe: toy/total, set: {scale.factr: 1}}\n"));
    }

    @Test
    void cancellingEndsIt() throws IOException {
        toy("a/a.toy", 0, 1);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> new ProjectRunner(registry).run(ProjectStore.read(folder), cancelled));
    }
}
