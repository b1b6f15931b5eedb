package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;
import org.interphase.engine.TechniqueRegistry;

/** Finds what the field expects to be stated and files do not say. */
public final class Checklist {

    private Checklist() {
    }

    /** Findings over all entries, in the order techniques list their items. */
    public static List<ChecklistFinding> of(TechniqueRegistry registry, List<ReportEntry> entries) {
        Map<ReportingItem, List<String>> missing = new LinkedHashMap<>();
        for (Technique technique : registry.techniques()) {
            for (ReportingItem item : technique.reportingChecklist()) {
                for (ReportEntry e : entries) {
                    if (e.kind().equals(item.kind()) && !e.metadata().has(item.key())) {
                        List<String> files = missing.computeIfAbsent(item, k -> new ArrayList<>());
                        if (!files.contains(e.file())) {
                            files.add(e.file());
                        }
                    }
                }
            }
        }
        List<ChecklistFinding> out = new ArrayList<>();
        missing.forEach((item, files) -> out.add(new ChecklistFinding(item.key(), item.why(), files)));
        return out;
    }
}
