package org.interphase.ui.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.interphase.report.ReportLayout.Section;
import org.interphase.report.ReportOutline;

/** Chapters: their order, which of them, and what the selected one shows. */
final class ChapterSheet {

    /** Finds the figures of a recipe, and hands them on the window's thread. */
    interface FigureFinder {
        /** @param then takes titles by identifier */
        void find(String recipe, Consumer<Map<String, String>> then);
    }

    private final ReportEdits edits;
    private final FigureFinder finder;
    private final Runnable resized;
    private final OrderedTable chapters;
    private final Composite detail;
    private final Entry heading;
    private final Entry text;
    private final Button numbers;
    private final Label figureNote;
    private final OrderedTable figures;
    private final Map<String, Map<String, String>> found = new LinkedHashMap<>();
    private ReportOutline outline = new ReportOutline(List.of());
    private List<String> figureIds = List.of();

    ChapterSheet(Composite page, ReportEdits edits, FigureFinder finder, Runnable resized) {
        this.edits = edits;
        this.finder = finder;
        this.resized = resized;
        Composite part = SheetLook.part(page, Messages.ChapterSheet_chapters);
        chapters = new OrderedTable(part, "report.chapters", SWT.CHECK, new OrderedTable.Deeds() {
            @Override
            public void moved(int from, int to) {
                outline = outline.moved(from, to);
                showList();
                edits.chapters(Messages.ChapterSheet_move, o -> o.moved(from, to));
            }

            @Override
            public void ticked(int at, boolean on) {
                edits.chapters(on ? Messages.ChapterSheet_show : Messages.ChapterSheet_leaveOut, o -> o.shown(at, on));
                if (outline.parts().stream().filter(ReportOutline.Part::shown).count() == 1) {
                    // the last one stays, which the project's column says
                    showList();
                }
            }

            @Override
            public void selected(int at) {
                showDetail();
            }
        });
        Composite row = SheetLook.buttons(part);
        SheetLook.button(row, Messages.Up, Messages.ChapterSheet_upTip, () -> chapters.step(-1));
        SheetLook.button(row, Messages.Down, Messages.ChapterSheet_downTip, () -> chapters.step(1));
        detail = part;
        heading = new Entry(part, "report.chapter.title", Messages.ChapterSheet_heading, 1, t -> section(s ->
                new Section(s.recipe(), t,
                s.text(), s.figures(), s.table())));
        text = new Entry(part, "report.chapter.text", Messages.ChapterSheet_text, 3, t -> section(s ->
                new Section(s.recipe(), s.title(),
                t, s.figures(), s.table())));
        numbers = new Button(part, SWT.CHECK);
        numbers.setText(Messages.ChapterSheet_table);
        numbers.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        numbers.setData("interphase.id", "report.chapter.table");
        numbers.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        numbers.addListener(SWT.Selection, e -> section(s -> new Section(s.recipe(), s.title(), s.text(), s.figures(),
                numbers.getSelection())));
        figureNote = SheetLook.quiet(part, "");
        figures = new OrderedTable(part, "report.figures", SWT.CHECK, new OrderedTable.Deeds() {
            @Override
            public void moved(int from, int to) {
                List<String> order = new ArrayList<>(figureIds);
                order.add(to, order.remove(from));
                chosen(order, chosenNow());
            }

            @Override
            public void ticked(int at, boolean on) {
                List<String> now = chosenNow();
                if (on) {
                    now.add(figureIds.get(at));
                } else {
                    now.remove(figureIds.get(at));
                }
                chosen(figureIds, now);
            }
        });
    }

    /** Shows the chapters of a project. */
    void show(ReportOutline now) {
        outline = now;
        showList();
        showDetail();
    }

    private void showList() {
        chapters.show(outline.parts().stream().map(p -> new OrderedTable.Row(p.heading()
                + (p.section().title().isEmpty() ? "" : "  (" + p.recipeTitle() + ")"), p.shown())).toList());
    }

    private void section(UnaryOperator<Section> change) {
        int at = chapters.selected();
        if (at >= 0 && at < outline.parts().size()) {
            String recipe = outline.parts().get(at).section().recipe();
            edits.chapters(NLS.bind(Messages.ChapterSheet_chapter, outline.parts().get(at).heading()), o -> {
                // what is meant is the chapter, wherever others put it meanwhile
                int now = o.parts().stream().map(p -> p.section().recipe()).toList().indexOf(recipe);
                int exact = at < o.parts().size() && o.parts().get(at).section().recipe().equals(recipe) ? at : now;
                return exact < 0 ? o : o.with(exact, change.apply(o.parts().get(exact).section()));
            });
        }
    }

    private void showDetail() {
        int at = chapters.selected();
        boolean any = at >= 0 && at < outline.parts().size();
        heading.text().setEnabled(any);
        text.text().setEnabled(any);
        numbers.setEnabled(any);
        if (!any) {
            figureNote.setText(Messages.ChapterSheet_none);
            figures.show(List.of());
            resized.run();
            return;
        }
        Section s = outline.parts().get(at).section();
        heading.text().setMessage(outline.parts().get(at).recipeTitle());
        heading.show(s.title());
        text.show(s.text());
        numbers.setSelection(s.table());
        Map<String, String> known = found.get(s.recipe());
        if (known == null) {
            figureNote.setText(Messages.ChapterSheet_looking);
            figures.show(List.of());
            finder.find(s.recipe(), f -> {
                found.put(s.recipe(), f);
                if (!detail.isDisposed()) {
                    showDetail();
                }
            });
        } else {
            showFigures(s, known);
        }
        resized.run();
    }

    private void showFigures(Section s, Map<String, String> known) {
        List<String> ids = new ArrayList<>(s.figures());
        known.keySet().stream().filter(k -> !ids.contains(k)).forEach(ids::add);
        figureIds = List.copyOf(ids);
        figureNote.setText(ids.isEmpty() ? Messages.ChapterSheet_noFigures : s.figures().isEmpty()
                ? Messages.ChapterSheet_allFigures : Messages.ChapterSheet_figures);
        figures.show(ids.stream().map(id -> new OrderedTable.Row(known.getOrDefault(id,
                NLS.bind(Messages.ChapterSheet_notFound, id)),
                s.figures().isEmpty() || s.figures().contains(id))).toList());
    }

    private List<String> chosenNow() {
        int at = chapters.selected();
        List<String> chosen = outline.parts().get(at).section().figures();
        return new ArrayList<>(chosen.isEmpty() ? figureIds : chosen);
    }

    private void chosen(List<String> order, List<String> wanted) {
        List<String> kept = order.stream().filter(wanted::contains).toList();
        if (kept.isEmpty()) {
            // no figure at all cannot be said by a layout: an empty list means all of them
            edits.chapters(Messages.ChapterSheet_figuresDone, o -> {
                throw new IllegalArgumentException(Messages.ChapterSheet_needsFigure);
            });
            showDetail();
            return;
        }
        int at = chapters.selected();
        boolean all = kept.size() == figureIds.size() && kept.equals(List.copyOf(found.getOrDefault(
                outline.parts().get(at).section().recipe(), Map.of()).keySet()));
        section(s -> new Section(s.recipe(), s.title(), s.text(), all ? List.of() : kept, s.table()));
    }
}
