package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Step;
import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Measurement;

/** What is inside a kept analysis, which can be told whether or not its raw file and operations are still here. */
record DocumentInfo(String file, AnalysisDocument document, AnalysisStore.Status raw, List<String> missing) {

    static boolean isDocument(String file) {
        return file.endsWith(AnalysisStore.SUFFIX);
    }

    static DocumentInfo of(String file, Path path, TechniqueRegistry registry) throws IOException {
        AnalysisDocument document = AnalysisStore.read(path);
        return new DocumentInfo(file, document, AnalysisStore.status(path, document.input()),
                document.missing(registry));
    }

    private String rawText() {
        return switch (raw) {
            case CURRENT -> "unchanged";
            case STALE -> "changed since";
            case MISSING -> "not there";
        };
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("recipe", document.recipe().id());
        tree.put("steps", document.recipe().steps().stream().map(Step::operation).toList());
        tree.put("input", document.input().path());
        tree.put("raw", rawText());
        tree.put("missing", missing);
        tree.put("measurements", document.measurements().stream().map(ResultText::measurement).toList());
        tree.put("remarks", document.remarks().stream().map(ResultText::remark).toList());
        return tree;
    }

    String text() {
        StringBuilder out = new StringBuilder(file + "  (analysis)\n");
        TextTable head = new TextTable().row("recipe", document.recipe().id() + ": " + document.recipe().title())
                .row("raw file", document.input().path() + " (" + rawText() + ")");
        document.provenance().ifPresent(p -> head.row("made by", p.software() + ", " + p.time()));
        missing.forEach(m -> head.row("missing", m));
        out.append(head.indented("     "));
        TextTable numbers = new TextTable();
        for (Measurement m : document.measurements()) {
            numbers.row(m.name(), m.pretty());
        }
        return out.append(numbers.indented("     ")).toString();
    }
}
