package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chapter of the report: the sections of one technique, or one that the analyst gave a title or a text.
 *
 * @param title its heading
 * @param sections what it holds, in order
 */
record Chapter(String title, List<ReportLayout.Section> sections) {

    Chapter {
        sections = List.copyOf(sections);
    }

    /** The chapters of a report: sections that have results, those of one technique together. */
    static List<Chapter> of(ReportData data) {
        Map<String, List<ReportEntry>> all = data.byRecipe();
        Map<String, List<ReportLayout.Section>> grouped = new LinkedHashMap<>();
        List<ReportLayout.Section> wanted = data.layout().sections().isEmpty()
                ? all.keySet().stream().map(r -> new ReportLayout.Section(r, "", "", List.of(), true)).toList()
                : data.layout().sections();
        Map<String, String> titles = new LinkedHashMap<>();
        for (ReportLayout.Section s : wanted) {
            if (!all.containsKey(s.recipe())) {
                continue;
            }
            String technique = data.setting().technique(s.recipe());
            boolean own = technique.isEmpty() || !s.title().isEmpty() || !s.text().isEmpty();
            String key = own ? "\0" + grouped.size() : technique;
            titles.putIfAbsent(key, own ? title(data, s) : technique);
            grouped.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
        }
        List<Chapter> out = new ArrayList<>();
        grouped.forEach((key, sections) -> out.add(new Chapter(titles.get(key), sections)));
        return out;
    }

    /** Heading of a section. */
    static String title(ReportData data, ReportLayout.Section section) {
        return section.title().isEmpty() ? data.byRecipe().get(section.recipe()).get(0).recipeTitle() : section.title();
    }

    /** Name of its place on the page. */
    String anchor() {
        return "s-" + sections.get(0).recipe().replaceAll("[^A-Za-z0-9]+", "-");
    }
}
