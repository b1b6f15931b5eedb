package org.interphase.report;

import java.util.List;
import java.util.Map;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.project.ReportNotes;

/**
 * What a report tells beside its results.
 *
 * @param facts what a person says of it
 * @param gaps what of the project is in no result
 * @param techniques title of the technique each recipe belongs to, by the recipe's identifier
 */
public record ReportSetting(ReportNotes facts, List<ProjectGap> gaps, Map<String, String> techniques) {

    /** Nothing. */
    public static final ReportSetting NONE = new ReportSetting(ReportNotes.NONE, List.of(), Map.of());

    /** Copies list and map. */
    public ReportSetting {
        gaps = List.copyOf(gaps);
        techniques = Map.copyOf(techniques);
    }

    /** Title of a recipe's technique; empty if it is not known. */
    String technique(String recipe) {
        return techniques.getOrDefault(recipe, "");
    }
}
