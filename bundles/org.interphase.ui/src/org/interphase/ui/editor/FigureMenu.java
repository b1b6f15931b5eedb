package org.interphase.ui.editor;

import java.util.function.BooleanSupplier;
import org.eclipse.osgi.util.NLS;
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
        canvas.setData("interphase.menu", menu);
        canvas.componentAt(at).ifPresent(c -> {
            item(NLS.bind(Messages.FigureMenu_select, c), () -> true, () -> deeds.select(c));
            item(NLS.bind(Messages.FigureController_remove, c), deeds::takesComponents, () -> deeds.remove(c));
            new MenuItem(menu, SWT.SEPARATOR);
        });
        if (deeds.takesComponents()) {
            item(Messages.FigureMenu_addHere, () -> true, () -> deeds.addAt(at));
            new MenuItem(menu, SWT.SEPARATOR);
        }
        MeasureMenu.fill(menu, deeds);
        item(Messages.FigureMenu_everything, () -> !canvas.isFitted(), canvas::fit);
        item(Messages.FigureMenu_previous, canvas::hasViewBack, canvas::viewBack);
        Frame frame = canvas.frameAt(at);
        if (frame != null) {
            String panel = frame.panel().id();
            if (frame.panel().x().visible() || canvas.figure().sharedX()) {
                axis(panel, true, Messages.FigureMenu_horizontal);
            }
            if (frame.panel().y().visible()) {
                axis(panel, false, Messages.FigureMenu_vertical);
            }
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(Messages.FigureMenu_copy, () -> true, deeds::copy);
        item(Messages.FigureDeeds_copyData, deeds::hasData, deeds::copyData);
        item(Messages.FigureMenu_saveData, deeds::hasData, deeds::saveData);
        item(Messages.FigureMenu_export, () -> true, deeds::export);
        menu.setVisible(true);
    }

    private void axis(String panel, boolean horizontal, String name) {
        MenuItem parent = new MenuItem(menu, SWT.CASCADE);
        parent.setText(name);
        Menu sub = new Menu(menu);
        parent.setMenu(sub);
        MenuItem limits = new MenuItem(sub, SWT.PUSH);
        limits.setText(Messages.FigureMenu_limits);
        limits.addListener(SWT.Selection, e -> canvas.askLimits(panel, horizontal));
        MenuItem log = new MenuItem(sub, SWT.CHECK);
        log.setText(Messages.FigureMenu_logarithmic);
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
