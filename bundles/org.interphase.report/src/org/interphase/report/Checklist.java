package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.ReportingItem;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Metadata;

/** Finds what the field expects to be stated and files do not say. */
public final class Checklist {

    private Checklist() {
    }

    /** What of a file's metadata the checklists of its kind ask for. */
    static Metadata relevant(TechniqueRegistry registry, String kind, Metadata all) {
        Metadata out = Metadata.EMPTY;
        for (Technique technique : registry.techniques()) {
            for (ReportingItem item : technique.reportingChecklist()) {
                if (item.kind().equals(kind) && all.has(item.key())) {
                    out = out.with(item.key(), all.entries().get(item.key()));
                }
            }
        }
        return out;
    }

    /** Findings over all entries, in the order techniques list their items. */
    public static List<ChecklistFinding> of(TechniqueRegistry registry, List<ReportEntry> entries) {
        Map<ReportingItem, Set<String>> missing = new LinkedHashMap<>();
        for (Technique technique : registry.techniques()) {
            for (ReportingItem item : technique.reportingChecklist()) {
                for (ReportEntry e : entries) {
                    if (e.kind().equals(item.kind()) && !e.metadata().has(item.key())) {
                        missing.computeIfAbsent(item, k -> new LinkedHashSet<>()).add(e.file());
                    }
                }
            }
        }
        List<ChecklistFinding> out = new ArrayList<>();
        missing.forEach((item, files) -> out.add(new ChecklistFinding(item.key(), item.why(), List.copyOf(files))));
        return out;
    }
}
