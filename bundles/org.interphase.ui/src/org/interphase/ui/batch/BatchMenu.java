package org.interphase.ui.batch;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.ui.chart.FigureClipboard;

/** What can be done with rows of a batch, on the right mouse button. */
final class BatchMenu {

    private BatchMenu() {
    }

    static void attach(BatchView view, TableViewer table) {
        Menu menu = new Menu(table.getTable());
        MenuItem open = item(menu, Messages.BatchMenu_open, view::openSelected);
        MenuItem copy = item(menu, Messages.BatchMenu_copy, view::copy);
        MenuItem cause = item(menu, Messages.BatchMenu_cause, () -> view.chosen().stream()
                .filter(r -> !r.error().isEmpty()).findFirst()
                .ifPresent(r -> FigureClipboard.copy(table.getTable().getDisplay(), r.error())));
        item(menu, Messages.BatchMenu_all, view::selectAll);
        menu.addListener(SWT.Show, e -> {
            boolean any = !table.getStructuredSelection().isEmpty();
            open.setEnabled(any);
            copy.setEnabled(!view.chosen().isEmpty());
            cause.setEnabled(any && view.chosen().stream().anyMatch(r -> !r.error().isEmpty()));
        });
        table.getTable().setMenu(menu);
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }
}
