package org.interphase.ui.editor;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.figure.Frame;
import org.interphase.ui.chart.FigureCanvas;

/** What can be done with a picture, on its right mouse button. */
final class FigureMenu {

    private final FigureCanvas canvas;
    private final FigureDeeds deeds;
    private Menu menu;

    private FigureMenu(FigureCanvas canvas, FigureDeeds deeds) {
        this.canvas = canvas;
        this.deeds = deeds;
    }

    static void attach(FigureCanvas canvas, FigureDeeds deeds) {
        canvas.onMenu(new FigureMenu(canvas, deeds)::open);
    }

    private void open(Control on, Point at) {
        if (canvas.figure() == null) {
            return;
        }
        if (menu != null) {
            menu.dispose();
        }
        menu = new Menu(on);
        menu.setData("interphase.id", "figure-menu");
        canvas.componentAt(at).ifPresent(c -> {
            item("Select " + c, () -> true, () -> deeds.select(c));
            item("Remove " + c, deeds::takesComponents, () -> deeds.remove(c));
            new MenuItem(menu, SWT.SEPARATOR);
        });
        if (deeds.takesComponents()) {
            item("Add component here", () -> true, () -> deeds.addAt(at));
            new MenuItem(menu, SWT.SEPARATOR);
        }
        item("Show everything\tHome", () -> !canvas.isFitted(), canvas::fit);
        item("Previous view\tBackspace", canvas::hasViewBack, canvas::viewBack);
        Frame frame = canvas.frameAt(at);
        if (frame != null) {
            String panel = frame.panel().id();
            if (frame.panel().x().visible() || canvas.figure().sharedX()) {
                axis(panel, true, "Horizontal axis");
            }
            if (frame.panel().y().visible()) {
                axis(panel, false, "Vertical axis");
            }
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item("Copy picture\tCtrl+C", () -> true, deeds::copy);
        item("Copy data", deeds::hasData, deeds::copyData);
        item("Save data as CSV \u2026", deeds::hasData, deeds::saveData);
        item("Export figure \u2026\tCtrl+Alt+E", () -> true, deeds::export);
        menu.setVisible(true);
    }

    private void axis(String panel, boolean horizontal, String name) {
        MenuItem parent = new MenuItem(menu, SWT.CASCADE);
        parent.setText(name);
        Menu sub = new Menu(menu);
        parent.setMenu(sub);
        MenuItem limits = new MenuItem(sub, SWT.PUSH);
        limits.setText("Limits \u2026");
        limits.addListener(SWT.Selection, e -> canvas.askLimits(panel, horizontal));
        MenuItem log = new MenuItem(sub, SWT.CHECK);
        log.setText("Logarithmic");
        log.setSelection(canvas.isLogarithmic(panel, horizontal));
        log.setEnabled(log.getSelection() || canvas.allowsLogarithmic(panel, horizontal));
        log.addListener(SWT.Selection, e -> canvas.setLogarithmic(panel, horizontal, log.getSelection()));
    }

    private void item(String text, BooleanSupplier enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(enabled.getAsBoolean());
        item.addListener(SWT.Selection, e -> action.run());
    }
}
