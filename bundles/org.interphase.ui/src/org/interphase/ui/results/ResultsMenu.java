package org.interphase.ui.results;

import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.interphase.model.Measurement;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.session.Remembered;
import org.interphase.ui.session.WorkbenchSession;

/** What can be done with numbers, on the right mouse button. */
final class ResultsMenu {

    private final ResultsView view;
    private final Table table;

    private ResultsMenu(ResultsView view, Table table) {
        this.view = view;
        this.table = table;
    }

    static void attach(ResultsView view, Table table) {
        ResultsMenu menu = new ResultsMenu(view, table);
        table.addListener(SWT.MenuDetect, e -> {
            menu.open();
            e.doit = false;
        });
    }

    private void open() {
        if (table.getMenu() != null) {
            table.getMenu().dispose();
        }
        Menu menu = new Menu(table);
        table.setMenu(menu);
        copy(menu, Messages.ResultsMenu_copy, CopiedNumbers::text);
        copy(menu, Messages.ResultsMenu_csv, CopiedNumbers::csv);
        copy(menu, Messages.ResultsMenu_latex, CopiedNumbers::latex);
        new MenuItem(menu, SWT.SEPARATOR);
        Remembered remembered = view.getSite().getService(WorkbenchSession.class).remembered();
        boolean full = remembered.get(CopiedNumbers.FULL).isPresent();
        precision(menu, Messages.ResultsMenu_rounded, !full, remembered, "");
        precision(menu, Messages.ResultsMenu_digits, full, remembered, "yes");
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, SWT.PUSH, Messages.ResultsMenu_all, view::selectAll);
        menu.setVisible(true);
    }

    private void copy(Menu menu, String text, BiFunction<CopiedNumbers, List<Measurement>, String> as) {
        MenuItem item = item(menu, SWT.PUSH, text, () -> FigureClipboard.copy(table.getDisplay(),
                as.apply(view.copying(), view.chosen())));
        item.setEnabled(!view.chosen().isEmpty());
    }

    private static void precision(Menu menu, String text, boolean on, Remembered remembered, String value) {
        item(menu, SWT.RADIO, text, () -> remembered.put(CopiedNumbers.FULL, value)).setSelection(on);
    }

    private static MenuItem item(Menu menu, int style, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text);
        item.addListener(SWT.Selection, e -> {
            if (style != SWT.RADIO || item.getSelection()) {
                action.run();
            }
        });
        return item;
    }
}
