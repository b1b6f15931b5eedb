package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.engine.project.ReportNotes;

/**
 * How the analyst wants the report: read from {@code report:} in {@code project.yaml}. Without one, every recipe gets a
 * section with all its figures and numbers.
 *
 * @param introduction paragraphs before the summary; may be empty
 * @param sections sections in order; empty for one per recipe
 */
public record ReportLayout(String introduction, List<Section> sections) {

    /**
     * A section of the report.
     *
     * @param recipe recipe whose results it shows
     * @param title heading; empty for the recipe's title
     * @param text paragraphs under the heading; may be empty
     * @param figures identifiers of figures to show, in order; empty for all
     * @param table whether all numbers are listed
     */
    public record Section(String recipe, String title, String text, List<String> figures, boolean table) {
        /** Copies the list. */
        public Section {
            figures = List.copyOf(figures);
        }
    }

    /** Copies the list. */
    public ReportLayout {
        sections = List.copyOf(sections);
    }

    /** A section per recipe. */
    public static ReportLayout none() {
        return new ReportLayout("", List.of());
    }

    /**
     * The same layout; one without sections gets a section per recipe that has results, in the order of the project's
     * rules.
     */
    ReportLayout inOrder(List<String> recipes, List<ReportEntry> entries) {
        if (!sections.isEmpty()) {
            return this;
        }
        List<String> found = entries.stream().map(ReportEntry::recipe).distinct().toList();
        Set<String> order = new LinkedHashSet<>(recipes);
        order.retainAll(found);
        // a recipe of one's own has another identifier than the path that the rule names
        order.addAll(found);
        return new ReportLayout(introduction, order.stream().map(r -> new Section(r, "", "", List.of(), true))
                .toList());
    }

    /**
     * Reads a layout.
     *
     * @param tree the plain tree under {@code report:}
     * @throws IllegalArgumentException naming what cannot be understood
     */
    public static ReportLayout of(Map<String, Object> tree) {
        List<String> known = new ArrayList<>(List.of("introduction", "sections"));
        known.addAll(ReportNotes.KEYS);
        only(tree, "report", known);
        List<Section> sections = new ArrayList<>();
        if (tree.get("sections") != null) {
            if (!(tree.get("sections") instanceof List<?> list)) {
                throw new IllegalArgumentException("report.sections must be a list");
            }
            for (Object item : list) {
                sections.add(section(item));
            }
        }
        return new ReportLayout(text(tree, "introduction"), sections);
    }

    private static Section section(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("a section of the report must have a 'recipe'");
        }
        only(map, "a section of the report", List.of("recipe", "title", "text", "figures", "table"));
        String recipe = text(map, "recipe");
        if (recipe.isEmpty()) {
            throw new IllegalArgumentException("a section of the report needs a 'recipe'");
        }
        List<String> figures = switch (map.get("figures")) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
        return new Section(recipe, text(map, "title"), text(map, "text"), figures,
                !Boolean.FALSE.equals(map.get("table")));
    }

    private static void only(Map<?, ?> map, String what, List<String> known) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(what + " has no '" + key + "'; known: " + String.join(", ", known));
            }
        }
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null ? "" : map.get(key).toString();
    }
}
