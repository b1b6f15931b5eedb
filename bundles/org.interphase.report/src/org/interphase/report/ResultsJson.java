package org.interphase.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.text.JsonText;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Remark;

/** All numbers and remarks of a report as one JSON document. */
public final class ResultsJson {

    private static final List<String> REMARK = List.of("sample", "file", "recipe", "step", "level", "text");

    private ResultsJson() {
    }

    /** The document; the only line that differs between two runs over the same data is the one with the time. */
    public static String write(ReportData data) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", data.title());
        tree.put("software", data.software());
        tree.put("time", data.time().toString());
        tree.put("samples", data.samples().stream().map(ReportSample::name).toList());
        tree.put("measurements", ResultsTable.rows(data));
        tree.put("remarks", remarks(data));
        tree.put("failed", failed(data));
        tree.put("leftOut", data.setting().gaps().stream().map(ResultsJson::leftOut).toList());
        return JsonText.writePretty(tree) + "\n";
    }

    private static List<Map<String, Object>> remarks(ReportData data) {
        return data.rows(ReportEntry::remarks, ResultsJson::remark);
    }

    private static Map<String, Object> remark(ReportEntry e, Remark r) {
        Map<String, Object> all = e.place();
        all.putAll(ResultText.remark(r));
        return ResultsTable.picked(REMARK, all);
    }

    private static List<Map<String, Object>> failed(ReportData data) {
        List<Map<String, Object>> out = new ArrayList<>();
        data.inputFailures().forEach((file, error) -> out.add(failure(file, error)));
        data.entries().forEach(e -> e.failure().ifPresent(error -> out.add(failure(e.file(), error))));
        return out;
    }

    private static Map<String, Object> leftOut(ProjectGap gap) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", gap.kind().noun());
        row.put("name", gap.what());
        row.put("why", gap.why());
        return row;
    }

    private static Map<String, Object> failure(String file, String error) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", file);
        row.put("error", error);
        return row;
    }
}
