package org.interphase.ui.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.project.ProjectText;
import org.interphase.engine.project.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a project from the window: written, taken back, made again, and never over what others wrote. */
class ProjectModelTest {

    @TempDir
    private Path folder;
    private final List<String> trouble = new ArrayList<>();
    private int changes;
    private final ProjectModel model = new ProjectModel(Runnable::run, () -> changes++, trouble::add);

    @BeforeEach
    void open() {
        model.open(folder);
        model.create(ProjectText.blank(folder, "t"));
    }

    private List<String> names() throws IOException {
        return ProjectStore.read(folder).samples().stream().map(Sample::name).toList();
    }

    @Test
    void changesAreWrittenTakenBackAndMadeAgain() throws IOException {
        String before = Files.readString(folder.resolve("project.yaml"));
        model.edit("New sample", t -> t.adding(Sample.of("A")));
        model.edit("Rename", t -> t.renamed("A", "B"));
        assertEquals(List.of("B"), names());
        assertEquals("Rename", model.undoLabel());
        model.undo();
        assertEquals(List.of("A"), names());
        assertEquals("Rename", model.redoLabel());
        model.undo();
        assertEquals(before, Files.readString(folder.resolve("project.yaml")));
        assertEquals("", model.undoLabel());
        model.redo();
        model.redo();
        assertEquals(List.of("B"), names());
        assertEquals(7, changes);
        assertEquals(List.of(), trouble);
    }

    @Test
    void whatChangesNothingIsNoStep() {
        model.edit("Nothing", t -> t.withTitle("t"));
        assertEquals("", model.undoLabel());
        assertEquals(1, changes);
    }

    @Test
    void aChangeThatMakesNoSenseIsToldAndNotMade() throws IOException {
        model.edit("New sample", t -> t.adding(Sample.of("A")));
        model.edit("New sample", t -> t.adding(Sample.of("A")));
        assertEquals(List.of("New sample: there is a sample 'A' already"), trouble);
        assertEquals(List.of("A"), names());
        model.create(ProjectText.blank(folder, "other"));
        assertTrue(trouble.get(1).contains("there is one already"), trouble.toString());
        assertEquals("t", ProjectStore.read(folder).title());
    }

    @Test
    void whatOthersWroteIsKeptAndNotUndone() throws IOException {
        model.edit("New sample", t -> t.adding(Sample.of("A")));
        Files.writeString(folder.resolve("project.yaml"), Files.readString(folder.resolve("project.yaml"))
                .replace("title: t", "title: theirs"));
        model.undo();
        assertEquals("theirs", ProjectStore.read(folder).title());
        assertEquals(List.of("A"), names());
        assertTrue(trouble.get(0).contains("another program"), trouble.toString());
        model.edit("New sample", t -> t.adding(Sample.of("B")));
        assertEquals("theirs", ProjectStore.read(folder).title());
        assertEquals(List.of("A", "B"), names());
        model.undo();
        assertEquals(List.of("A"), names());
    }

    @Test
    void filesFromOutsideAreCopiedAndNothingIsWrittenOver() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Path outside = Files.createDirectories(folder.resolve("stick/day 1"));
        Path file = Files.writeString(outside.resolve("a.csv"), "1");
        Path inside = Files.writeString(project.resolve("b.csv"), "2");
        Path copy = project.resolve("raw/NCM-PVDF/a.csv");
        assertEquals(List.of(copy, inside), FileImport.into(project, "NCM/PVDF", List.of(file, inside)));
        assertEquals("1", Files.readString(copy));
        assertEquals(List.of(copy), FileImport.into(project, "NCM/PVDF", List.of(file)));
        Files.writeString(file, "3");
        Path second = copy.resolveSibling("a (2).csv");
        assertEquals(List.of(second), FileImport.into(project, "NCM/PVDF", List.of(file)));
        assertEquals("1", Files.readString(copy));
        assertEquals("3", Files.readString(second));
        assertTrue(Files.exists(file));
        Path whole = FileImport.into(project, "..", List.of(outside)).get(0);
        assertEquals(project.resolve("raw/sample/day 1"), whole);
        assertEquals("3", Files.readString(whole.resolve("a.csv")));
    }
}
