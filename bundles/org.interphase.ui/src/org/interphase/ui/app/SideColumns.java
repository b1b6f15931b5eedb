package org.interphase.ui.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MArea;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainer;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainerElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.interphase.ui.session.Remembered;

/**
 * Columns beside the data keep their width whatever the size of the window, so that the picture takes the room; the
 * widths an analyst drags them to are remembered.
 */
final class SideColumns {

    /** A column and what stands beside it in one row. */
    private record Column(String name, MPartSashContainerElement side, MPartSashContainerElement rest,
            MPartSashContainer row) {

        int width() {
            return widthOf(side);
        }

        int room() {
            return widthOf(row);
        }

        /** Of rows within rows there is no control, only the place it takes. */
        private static int widthOf(MUIElement element) {
            return switch (element.getWidget()) {
                case Composite c when !c.isDisposed() && c.isVisible() -> c.getClientArea().width;
                case Rectangle r -> r.width;
                case null, default -> 0;
            };
        }
    }

    private static final int LEAST_REST = 240;
    private static final int LEAST = 120;
    private static final int SLACK = 4;
    private static final int ATTEMPTS = 6;
    private static final int SOON = 30;
    private final IWorkbenchWindow window;
    private final Shell shell;
    private final Remembered remembered;
    private final Map<String, Integer> given = new HashMap<>();
    private List<Column> columns = List.of();
    private Point arranged = new Point(0, 0);
    private boolean arranging;

    SideColumns(IWorkbenchWindow window, Remembered remembered) {
        this.window = window;
        this.shell = window.getShell();
        this.remembered = remembered;
    }

    /** Gives the columns their widths, now and whenever the window is resized. */
    void follow() {
        find();
        // widths change for many reasons; only what changed between press and release of a button is a choice
        Listener pressed = e -> columns.forEach(c -> given.put(c.name(), c.width()));
        Listener released = e -> shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                columns.forEach(this::dragged);
            }
        });
        shell.getDisplay().addFilter(SWT.MouseDown, pressed);
        shell.getDisplay().addFilter(SWT.MouseUp, released);
        shell.addListener(SWT.Dispose, e -> {
            shell.getDisplay().removeFilter(SWT.MouseDown, pressed);
            shell.getDisplay().removeFilter(SWT.MouseUp, released);
        });
        Listener resized = e -> {
            arranging = true;
            shell.getDisplay().asyncExec(this::arrange);
        };
        shell.addListener(SWT.Resize, resized);
        // what is within the window may get its size later than the window
        columns.stream().map(c -> c.row().getWidget()).filter(Composite.class::isInstance)
                .forEach(row -> ((Composite) row).addListener(SWT.Resize, resized));
        arranging = true;
        shell.getDisplay().asyncExec(this::arrange);
    }

    private void find() {
        MWindow model = window.getService(MWindow.class);
        EModelService models = window.getService(EModelService.class);
        List<Column> found = new ArrayList<>();
        for (MPartSashContainer row : models.findElements(model, null, MPartSashContainer.class, null)) {
            List<MPartSashContainerElement> two = row.getChildren().stream().filter(MUIElement::isToBeRendered)
                    .toList();
            if (row.isHorizontal() && two.size() == 2 && holdsData(two.get(0)) != holdsData(two.get(1))) {
                boolean left = holdsData(two.get(1));
                found.add(new Column(left ? "left" : "right", two.get(left ? 0 : 1), two.get(left ? 1 : 0), row));
            }
        }
        columns = found;
    }

    private static boolean holdsData(MUIElement element) {
        return switch (element) {
            case MArea a -> true;
            case MPlaceholder p -> p.getRef() instanceof MArea;
            case MPartSashContainer c -> c.getChildren().stream().anyMatch(SideColumns::holdsData);
            default -> false;
        };
    }

    private void arrange() {
        arrange(ATTEMPTS);
    }

    /** A row within a row knows its room only once the outer one is laid out, so what came out is looked at again. */
    private void arrange(int attempts) {
        if (shell.isDisposed()) {
            return;
        }
        if (layOut() && attempts > 0) {
            shell.getDisplay().timerExec(SOON, () -> arrange(attempts - 1));
            return;
        }
        given.clear();
        for (Column c : columns) {
            given.put(c.name(), c.width());
        }
        arranged = shell.getSize();
        arranging = false;
    }

    /** Gives the columns their shares; whether any had another width. */
    private boolean layOut() {
        boolean changed = false;
        for (Column c : columns) {
            int room = c.room();
            if (room > LEAST + LEAST_REST) {
                // on a small screen the columns give way to the picture
                int side = Math.clamp(wanted(c), LEAST, Math.max(LEAST, Math.min(room - LEAST_REST, room * 45 / 100)));
                changed |= Math.abs(c.width() - side) > SLACK;
                c.side().setContainerData(Integer.toString(side));
                c.rest().setContainerData(Integer.toString(room - side));
            }
        }
        columns.stream().map(c -> c.row().getWidget()).filter(Composite.class::isInstance)
                .forEach(row -> ((Composite) row).layout(true, true));
        return changed;
    }

    private int wanted(Column c) {
        return remembered.number("width." + c.name(), c.name().equals("left") ? AnalysisPerspective.PROJECT_WIDTH
                : AnalysisPerspective.RECIPE_WIDTH);
    }

    private void dragged(Column c) {
        int change = c.width() - given.getOrDefault(c.name(), 0);
        boolean sameWindow = !arranging && arranged.equals(shell.getSize());
        boolean inSight = given.getOrDefault(c.name(), 0) >= LEAST && c.width() >= LEAST;
        if (sameWindow && inSight && Math.abs(change) > SLACK) {
            remembered.put("width." + c.name(), Integer.toString(wanted(c) + change));
            given.put(c.name(), c.width());
        }
    }
}
