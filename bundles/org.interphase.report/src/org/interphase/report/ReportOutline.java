package org.interphase.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectFiles;
import org.interphase.engine.project.ProjectRecipes;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.ReportLayout.Section;

/**
 * The chapters a report of a project has or could have, to be put in order, left out and named. Immutable; what it says
 * is written into the layout under {@code report:}.
 *
 * @param parts chapters in order, those that are left out too
 */
public record ReportOutline(List<Part> parts) {

    private static final String SECTIONS = "sections";

    /**
     * A chapter.
     *
     * @param section how it is shown
     * @param recipeTitle what its recipe is called
     * @param shown whether the report has it
     */
    public record Part(Section section, String recipeTitle, boolean shown) {

        /** Heading of its section. */
        public String heading() {
            return section.title().isEmpty() ? recipeTitle : section.title();
        }
    }

    /** Copies the list. */
    public ReportOutline {
        parts = List.copyOf(parts);
    }

    /**
     * The outline of a project: what its layout names, then what its rules and the analyses saved in its folder would
     * add.
     *
     * @throws IOException if the folder cannot be listed, or a recipe or a saved analysis cannot be read
     * @throws IllegalArgumentException if the layout cannot be understood, naming what
     */
    public static ReportOutline of(Project project, TechniqueRegistry registry) throws IOException {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Recipe r : ProjectRecipes.of(project, registry).all()) {
            titles.putIfAbsent(r.id(), r.title());
        }
        for (Path document : ProjectFiles.in(project.folder()).analyses()) {
            Recipe r = AnalysisStore.read(document).recipe();
            titles.putIfAbsent(r.id(), r.title());
        }
        List<Section> chosen = ReportLayout.of(project.report()).sections();
        List<Part> out = new ArrayList<>();
        for (Section s : chosen) {
            String title = titles.getOrDefault(s.recipe(), registry.recipe(s.recipe()).map(Recipe::title)
                    .orElse(s.recipe()));
            out.add(new Part(s, title, true));
        }
        titles.forEach((recipe, title) -> {
            if (chosen.stream().noneMatch(s -> s.recipe().equals(recipe))) {
                out.add(new Part(new Section(recipe, "", "", List.of(), true), title, chosen.isEmpty()));
            }
        });
        return new ReportOutline(out);
    }

    /** With a chapter at another place. */
    public ReportOutline moved(int from, int to) {
        List<Part> out = new ArrayList<>(parts);
        out.add(to, out.remove(from));
        return new ReportOutline(out);
    }

    /**
     * With a chapter in the report, or left out.
     *
     * @throws IllegalArgumentException if no chapter would be left
     */
    public ReportOutline shown(int at, boolean shown) {
        ReportOutline out = with(at, new Part(parts.get(at).section, parts.get(at).recipeTitle, shown));
        if (out.parts.stream().noneMatch(Part::shown)) {
            throw new IllegalArgumentException("a report needs a chapter");
        }
        return out;
    }

    /** With another heading, text, choice of figures or table for a chapter, which is in the report then. */
    public ReportOutline with(int at, Section section) {
        return with(at, new Part(section, parts.get(at).recipeTitle, true));
    }

    private ReportOutline with(int at, Part part) {
        List<Part> out = new ArrayList<>(parts);
        out.set(at, part);
        return new ReportOutline(out);
    }

    /**
     * The layout that says this; other keys of it stay.
     *
     * @param report the layout so far, a tree of plain values
     */
    public Map<String, Object> into(Map<String, Object> report) {
        List<Object> sections = new ArrayList<>();
        List<?> before = report.get(SECTIONS) instanceof List<?> l ? l : List.of();
        for (Part p : parts) {
            if (p.shown) {
                sections.add(tree(p.section, before));
            }
        }
        Map<String, Object> out = new LinkedHashMap<>(report);
        out.put(SECTIONS, sections);
        return out;
    }

    // what an entry says already stays as it is written
    private static Map<String, Object> tree(Section section, List<?> before) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Object o : before) {
            if (o instanceof Map<?, ?> m && section.recipe().equals(String.valueOf(m.get("recipe")))) {
                m.forEach((k, v) -> out.put(String.valueOf(k), v));
                break;
            }
        }
        out.put("recipe", section.recipe());
        put(out, "title", section.title(), section.title().isEmpty());
        put(out, "text", section.text(), section.text().isEmpty());
        put(out, "figures", section.figures(), section.figures().isEmpty());
        if (section.table() == Boolean.FALSE.equals(out.get("table"))) {
            put(out, "table", false, section.table());
        }
        return out;
    }

    private static void put(Map<String, Object> out, String key, Object value, boolean none) {
        if (none) {
            out.remove(key);
        } else {
            out.put(key, value);
        }
    }
}
