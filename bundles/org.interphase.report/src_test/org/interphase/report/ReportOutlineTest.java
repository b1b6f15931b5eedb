package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.ReportLayout.Section;
import org.interphase.testkit.toy.ToyTechnique;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportOutlineTest {

    private static final TechniqueRegistry REGISTRY = TechniqueRegistry.of(List.of(new ToyTechnique()));

    @TempDir
    private Path folder;

    private Project project(String report) throws Exception {
        Files.writeString(folder.resolve("project.yaml"), "format: interphase project 1\nsamples: []\nrecipes:\n"
                + "  - recipe: toy/total\n  - recipe: toy/mean\n  - recipe: toy/total\n    files: \"*.b\"\n" + report);
        return ProjectStore.read(folder);
    }

    private static List<String> shown(ReportOutline outline) {
        return outline.parts().stream().map(p -> (p.shown() ? "" : "-") + p.section().recipe()).toList();
    }

    @Test
    void withoutALayoutEachRecipeHasAChapterOnce() throws Exception {
        Project project = project("");
        ReportOutline outline = ReportOutline.of(project, REGISTRY);
        assertEquals(List.of("toy/total", "toy/mean"), shown(outline));
        assertEquals("Mean of all", outline.parts().get(1).heading());
        Map<String, Object> layout = outline.moved(0, 1).into(Map.of("laboratory", "B 12"));
        assertEquals("B 12", layout.get("laboratory"));
        assertEquals(List.of("toy/mean", "toy/total"), ReportLayout.of(layout).sections().stream()
                .map(Section::recipe).toList());
    }

    @Test
    void whatALayoutLeavesOutCanBeShownAgainAndTheLastOneStays() throws Exception {
        Project project = project("report:\n  sections:\n    - {recipe: toy/mean, title: Means, table: false}\n");
        ReportOutline outline = ReportOutline.of(project, REGISTRY);
        assertEquals(List.of("toy/mean", "-toy/total"), shown(outline));
        assertEquals("Means", outline.parts().get(0).heading());
        assertEquals(project.report(), outline.into(project.report()));
        assertThrows(IllegalArgumentException.class, () -> outline.shown(0, false));
        Map<String, Object> both = outline.shown(1, true).into(project.report());
        assertEquals(List.of(new Section("toy/mean", "Means", "", List.of(), false),
                new Section("toy/total", "", "", List.of(), true)), ReportLayout.of(both).sections());
        Section s = outline.parts().get(0).section();
        Map<String, Object> named = outline.with(0, new Section(s.recipe(), "", "Why.", List.of("a", "b"), true))
                .into(project.report());
        assertEquals(List.of(new Section("toy/mean", "", "Why.", List.of("a", "b"), true)),
                ReportLayout.of(named).sections());
        assertFalse(((Map<?, ?>) ((List<?>) named.get("sections")).get(0)).containsKey("table"));
    }
}
