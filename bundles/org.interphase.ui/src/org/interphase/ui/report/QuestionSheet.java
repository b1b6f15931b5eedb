package org.interphase.ui.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.interphase.engine.project.ReportNotes;
import org.interphase.engine.project.ReportNotes.Asks;
import org.interphase.engine.project.ReportNotes.Evidence;
import org.interphase.engine.project.ReportNotes.Question;

/** What was asked: questions, the numbers that answer them, and answers. */
final class QuestionSheet {

    private static final String NEW = Messages.QuestionSheet_new;
    private final ReportEdits edits;
    private final OrderedTable list;
    private final Entry question;
    private final Entry evidence;
    private final Combo asks;
    private final Entry answer;
    private List<Question> questions = List.of();
    private boolean added;

    QuestionSheet(Composite page, ReportEdits edits) {
        this.edits = edits;
        Composite part = SheetLook.part(page, Messages.QuestionSheet_questions);
        list = new OrderedTable(part, "report.questions", SWT.NONE, new OrderedTable.Deeds() {
            @Override
            public void moved(int from, int to) {
                edits.questions(Messages.QuestionSheet_move, q -> {
                    q.add(to, q.remove(from));
                    return q;
                });
                List<Question> now = new ArrayList<>(questions);
                now.add(to, now.remove(from));
                questions = now;
                list.show(rows());
            }

            @Override
            public void removed(int at) {
                remove();
            }

            @Override
            public void selected(int at) {
                showDetail();
            }
        });
        Composite row = SheetLook.buttons(part);
        SheetLook.button(row, Messages.QuestionSheet_add, Messages.QuestionSheet_addTip, this::add);
        SheetLook.button(row, Messages.QuestionSheet_take, Messages.QuestionSheet_takeTip, this::remove);
        SheetLook.button(row, Messages.Up, Messages.QuestionSheet_upTip, () -> list.step(-1));
        SheetLook.button(row, Messages.Down, Messages.QuestionSheet_downTip, () -> list.step(1));
        question = new Entry(part, "report.question", Messages.QuestionSheet_question, 1, t -> change(q -> t.isEmpty()
                ? q : q.withText(t)));
        evidence = new Entry(part, "report.question.evidence", Messages.QuestionSheet_numbers, 2, t -> {
            List<Evidence> read = read(t);
            change(q -> q.withEvidence(required(read, t)));
        });
        evidence.text().setToolTipText(Messages.QuestionSheet_numbersTip);
        asks = asks(part);
        answer = new Entry(part, "report.question.answer", Messages.QuestionSheet_answer, 2, t -> change(q ->
                q.withAnswer(t)));
    }

    /** What a yes to the question means. */
    private Combo asks(Composite part) {
        Label label = new Label(part, SWT.NONE);
        label.setText(Messages.QuestionSheet_asks);
        label.setData("interphase.entry", Boolean.TRUE);
        label.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        Combo combo = new Combo(part, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(Messages.QuestionSheet_asksNumbers, Messages.QuestionSheet_asksPresence,
                Messages.QuestionSheet_asksLess, Messages.QuestionSheet_asksMore);
        combo.setToolTipText(Messages.QuestionSheet_asksTip);
        combo.setData("interphase.id", "report.question.asks");
        combo.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, true, false));
        combo.addListener(SWT.Selection, e -> change(q -> q.asking(Asks.values()[combo.getSelectionIndex()])));
        return combo;
    }

    private List<OrderedTable.Row> rows() {
        return questions.stream().map(q -> new OrderedTable.Row(q.text(), false)).toList();
    }

    void show(ReportNotes notes) {
        boolean more = added && notes.questions().size() > questions.size();
        questions = notes.questions();
        list.show(rows());
        if (more) {
            added = false;
            list.select(questions.size() - 1);
            question.text().setFocus();
            question.text().selectAll();
        }
        showDetail();
    }

    private void showDetail() {
        int at = list.selected();
        boolean any = at >= 0 && at < questions.size();
        List.of(question, evidence, answer).forEach(e -> e.text().setEnabled(any));
        Question q = any ? questions.get(at) : new Question("", List.of(), "");
        question.show(q.text());
        evidence.show(String.join("\n", q.evidence().stream().map(e -> e.recipe() + ": " + e.number()).toList()));
        asks.setEnabled(any);
        asks.select(q.asks().ordinal());
        answer.show(q.answer());
    }

    private void add() {
        added = true;
        edits.questions(Messages.QuestionSheet_add, q -> {
            q.add(new Question(NEW, List.of(), ""));
            return q;
        });
    }

    private void remove() {
        int at = list.selected();
        if (at >= 0) {
            Question gone = questions.get(at);
            edits.questions(Messages.QuestionSheet_taken, q -> {
                q.remove(gone);
                return q;
            });
        }
    }

    private void change(UnaryOperator<Question> change) {
        int at = list.selected();
        int known = questions.size();
        if (at >= 0 && at < known) {
            edits.questions(Messages.QuestionSheet_question, q -> {
                if (q.size() != known) {
                    throw new IllegalArgumentException(Messages.QuestionSheet_elsewhere);
                }
                q.set(at, change.apply(q.get(at)));
                return q;
            });
        }
    }

    private static List<Evidence> read(String text) {
        List<Evidence> out = new ArrayList<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.substring(colon + 1).isBlank()) {
                out.add(new Evidence(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
            }
        }
        return out;
    }

    private static List<Evidence> required(List<Evidence> read, String text) {
        long lines = text.lines().filter(l -> !l.isBlank()).count();
        if (read.size() != lines) {
            throw new IllegalArgumentException(Messages.QuestionSheet_line);
        }
        return read;
    }
}
