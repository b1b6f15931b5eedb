package org.interphase.ui.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.project.ProjectText;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.report.ReportOutline;
import org.interphase.ui.project.ProjectModel;

/** Changes of the report's layout; each is one step that can be undone, and written at once. */
final class ReportEdits {

    private static final String QUESTIONS = "questions";
    private final ProjectModel model;
    private final TechniqueRegistry registry;

    ReportEdits(ProjectModel model, TechniqueRegistry registry) {
        this.model = model;
        this.registry = registry;
    }

    ProjectModel model() {
        return model;
    }

    void title(String title) {
        model.edit(Messages.ReportEdits_title, t -> title.isEmpty() ? t : t.withTitle(title));
    }

    void moveSample(String sample, int by) {
        model.edit(NLS.bind(Messages.ReportEdits_move, sample), t -> t.moved(sample, by));
    }

    /** Sets a text; an empty one takes its key away. */
    void text(String label, String key, String text) {
        model.edit(label, t -> put(t, key, text.isEmpty() ? null : text));
    }

    /** Sets a list given as one text with separators; one entry stands alone, as it is usually written. */
    void list(String label, String key, String text) {
        List<String> items = List.of(text.split(";")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
        model.edit(label, t -> put(t, key, items.isEmpty() ? null : items.size() == 1 ? items.get(0) : items));
    }

    /** A change of the chapters. */
    void chapters(String label, UnaryOperator<ReportOutline> change) {
        model.edit(label, t -> t.withReport(change.apply(ReportOutline.of(t.project(), registry))
                .into(t.project().report())));
    }

    /** A change of the questions. */
    void questions(String label, UnaryOperator<List<ReportNotes.Question>> change) {
        model.edit(label, t -> {
            List<ReportNotes.Question> before = ReportNotes.of(t.project().report()).questions();
            List<ReportNotes.Question> after = change.apply(new ArrayList<>(before));
            return put(t, QUESTIONS, after.isEmpty() ? null : trees(t.project().report(), before, after));
        });
    }

    // a question that stays as it was keeps the form in which it is written
    private static List<Object> trees(Map<String, Object> report, List<ReportNotes.Question> before,
            List<ReportNotes.Question> after) {
        List<?> written = report.get(QUESTIONS) instanceof List<?> l ? l : List.of();
        List<Object> out = new ArrayList<>();
        for (ReportNotes.Question q : after) {
            int at = before.indexOf(q);
            out.add(at >= 0 && at < written.size() ? written.get(at) : tree(q));
        }
        return out;
    }

    private static Object tree(ReportNotes.Question q) {
        if (q.evidence().isEmpty() && q.answer().isEmpty() && q.asks() == ReportNotes.Asks.NUMBERS) {
            return q.text();
        }
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("question", q.text());
        if (!q.evidence().isEmpty()) {
            out.put("evidence", q.evidence().stream().map(e -> {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("recipe", e.recipe());
                one.put("number", e.number());
                return one;
            }).toList());
        }
        if (q.asks() != ReportNotes.Asks.NUMBERS) {
            out.put("asks", q.asks().word());
        }
        if (!q.answer().isEmpty()) {
            out.put("answer", q.answer());
        }
        return out;
    }

    private static ProjectText put(ProjectText text, String key, Object value) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>(text.project().report());
        if (value == null) {
            report.remove(key);
        } else {
            report.put(key, value);
        }
        return text.withReport(report);
    }
}
