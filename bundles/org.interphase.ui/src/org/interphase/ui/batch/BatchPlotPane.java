package org.interphase.ui.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.model.figure.Figure;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.chart.FigureData;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.session.DiskJob;
import org.interphase.ui.theme.ThemeSwitch;

/** Beside the table of a batch: one of its numbers over a condition, the place in the list or another number. */
final class BatchPlotPane {

    private final Composite root;
    private final Combo number;
    private final Combo over;
    private final FigureCanvas canvas;
    private final Consumer<String> failed;
    private List<BatchRow> rows = List.of();
    private List<BatchPlot.Abscissa> abscissas = List.of();

    /** @param failed takes why something was not done */
    BatchPlotPane(Composite parent, Consumer<String> failed) {
        this.failed = failed;
        root = new Composite(parent, SWT.NONE);
        GridLayout g = new GridLayout(3, false);
        g.marginWidth = 4;
        g.marginHeight = 0;
        g.verticalSpacing = 2;
        root.setLayout(g);
        number = combo("batch-plot-number", Messages.BatchPlotPane_number);
        new Label(root, SWT.NONE).setText(Messages.BatchPlotPane_over);
        over = combo("batch-plot-over", Messages.BatchPlotPane_overTip);
        canvas = new FigureCanvas(root);
        canvas.setData("interphase.id", "batch-plot");
        canvas.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        canvas.onMenu((control, at) -> menu(control).setVisible(true));
        colour();
    }

    Composite control() {
        return root;
    }

    private Combo combo(String id, String tip) {
        Combo c = new Combo(root, SWT.READ_ONLY | SWT.DROP_DOWN);
        c.setData("interphase.id", id);
        c.setToolTipText(tip);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = 80;
        c.setLayoutData(d);
        c.addListener(SWT.Selection, e -> draw());
        return c;
    }

    private Menu menu(Control on) {
        Menu menu = new Menu(on);
        item(menu, Messages.BatchPlotPane_everything, canvas::fit);
        item(menu, Messages.BatchPlotPane_copy, () -> {
            FigureExport export = FigureExport.of(canvas);
            Display display = canvas.getDisplay();
            DiskJob.run(Messages.BatchPlotPane_copy, display, () -> {
                byte[] png = export.png();
                String svg = export.svg();
                display.asyncExec(() -> FigureClipboard.copy(display, png, svg));
            }, failed);
        });
        item(menu, Messages.BatchPlotPane_copyData, () -> FigureClipboard.copy(canvas.getDisplay(),
                FigureData.tabbed(canvas.figure())));
        menu.addListener(SWT.Hide, e -> on.getDisplay().asyncExec(menu::dispose));
        return menu;
    }

    private void item(Menu menu, String text, Runnable action) {
        MenuItem i = new MenuItem(menu, SWT.PUSH);
        i.setText(text);
        i.setEnabled(canvas.figure() != null);
        i.addListener(SWT.Selection, e -> action.run());
    }

    /** Puts the colours of the look on. */
    void colour() {
        canvas.setPalette(ThemeSwitch.palette(root));
    }

    /** Plots other rows; what was chosen stays where there is still such a thing. */
    void show(List<BatchRow> next, List<String> numbers) {
        rows = next;
        choose(number, numbers);
        List<BatchPlot.Abscissa> now = BatchPlot.abscissas(rows);
        if (!now.equals(abscissas)) {
            abscissas = now;
            choose(over, abscissas.stream().map(BatchPlot.Abscissa::label).toList());
        }
        draw();
    }

    private static void choose(Combo combo, List<String> entries) {
        if (List.of(combo.getItems()).equals(entries)) {
            return;
        }
        String before = combo.getText();
        combo.setItems(entries.toArray(String[]::new));
        combo.select(Math.max(0, entries.indexOf(before)));
    }

    private void draw() {
        int at = over.getSelectionIndex();
        Optional<Figure> figure = at < 0 || number.getSelectionIndex() < 0 ? Optional.empty()
                : BatchPlot.of(rows, abscissas.get(at), number.getText());
        canvas.setVisible(figure.isPresent());
        figure.ifPresent(canvas::setFigure);
    }
}
