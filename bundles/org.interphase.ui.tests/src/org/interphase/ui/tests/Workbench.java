package org.interphase.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.interphase.engine.recipe.Run;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.WorkbenchSession;

/** What the tests do with the running workbench: wait, find, click, look. */
final class Workbench {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final long START_MILLIS = 120_000;
    private static volatile boolean jobsRun;

    private Workbench() {
    }

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    static IWorkbenchPage page() {
        return window().getActivePage();
    }

    static WorkbenchSession session() {
        return window().getService(WorkbenchSession.class);
    }

    static void settle(long millis) {
        long end = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < end) {
            if (!Stalls.dispatch(Display.getCurrent())) {
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits for the first job to run: the platform holds jobs back for a while after its start. */
    private static void awaitFirstJob() {
        if (jobsRun) {
            return;
        }
        Job.createSystem("First of the tests", (ICoreRunnable) m -> jobsRun = true).schedule();
        long end = System.currentTimeMillis() + START_MILLIS;
        while (!jobsRun && System.currentTimeMillis() < end) {
            if (!Stalls.dispatch(Display.getCurrent())) {
                sleep();
            }
        }
    }

    static void waitFor(String what, BooleanSupplier condition) {
        awaitFirstJob();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain until " + what + "; " + state());
            }
            if (!Stalls.dispatch(Display.getCurrent())) {
                sleep();
            }
        }
        settle(50);
    }

    /** What the window shows and does, for whoever reads why a test failed. */
    private static String state() {
        StringBuilder out = new StringBuilder("project ").append(session().project().map(Path::toString)
                .orElse("none"));
        for (Tree t : find(Tree.class, t -> true)) {
            out.append("; ").append(t.isVisible() ? "visible" : "hidden").append(" tree ");
            List.of(t.getItems()).forEach(i -> out.append('[').append(i.getText()).append(']'));
        }
        find(Label.class, l -> l.isVisible() && !l.getText().isEmpty()).forEach(l -> out.append("; says ")
                .append(l.getText()));
        for (Job j : Job.getJobManager().find(null)) {
            out.append("; job ").append(j.getName()).append(j.getState() == Job.RUNNING ? " runs" : " waits");
        }
        return out.toString();
    }

    /** Takes the keyboard, as nobody else does in a display without window manager. */
    static void activate() {
        window().getShell().forceActive();
        window().getShell().forceFocus();
        settle(200);
    }

    static AnalysisEditor open(Path file) {
        OpenFiles.open(page(), file);
        return active();
    }

    static AnalysisEditor open(AnalysisInput input) {
        OpenFiles.open(page(), input);
        return active();
    }

    private static AnalysisEditor active() {
        AnalysisEditor editor = (AnalysisEditor) page().getActiveEditor();
        waitFor("the data is read", () -> editor.analysis().isPresent());
        waitForResult(editor.analysis().orElseThrow());
        return editor;
    }

    /** Waits until the newest recipe ran. */
    static void waitForResult(Analysis analysis) {
        waitFor("the recipe ran", () -> !analysis.isRunning() && analysis.result().isPresent()
                && analysis.result().get().run().recipe().equals(analysis.recipe()));
    }

    static void closeAll() {
        page().closeAllEditors(false);
        settle(100);
    }

    static <T extends Control> List<T> find(Class<T> type, Predicate<T> which) {
        List<T> out = new ArrayList<>();
        collect(window().getShell(), type, which, out);
        return out;
    }

    private static <T extends Control> void collect(Composite root, Class<T> type, Predicate<T> which, List<T> out) {
        for (Control c : root.getChildren()) {
            if (type.isInstance(c) && which.test(type.cast(c))) {
                out.add(type.cast(c));
            }
            if (c instanceof Composite inner) {
                collect(inner, type, which, out);
            }
        }
    }

    static <T extends Control> T one(Class<T> type, String key, String value) {
        List<T> found = find(type, c -> value.equals(c.getData(key)));
        if (found.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " with " + key + " = " + value);
        }
        return found.get(0);
    }

    /** Uses a recipe and waits for its result. */
    static Run use(AnalysisEditor editor, String recipe) {
        Analysis a = editor.analysis().orElseThrow();
        a.edit(a.session().registry().requireRecipe(recipe), "Use " + recipe);
        waitForResult(a);
        return a.result().orElseThrow().run();
    }

    /** Brings a figure of the editor at the front to sight by its title. */
    static void figure(String title) {
        for (ToolBar bar : find(ToolBar.class, ToolBar::isVisible)) {
            for (ToolItem item : bar.getItems()) {
                if ((item.getStyle() & SWT.RADIO) != 0 && item.getText().strip().equals(title)) {
                    for (ToolItem other : bar.getItems()) {
                        other.setSelection(other == item);
                    }
                    item.notifyListeners(SWT.Selection, null);
                    return;
                }
            }
        }
        throw new AssertionError("no figure " + title);
    }

    /** Picks an entry of the menu that a button opens. */
    static void pick(String buttonPath, String entry) {
        Button button = one(Button.class, "interphase.path", buttonPath);
        button.notifyListeners(SWT.Selection, null);
        Menu menu = (Menu) button.getData("interphase.menu");
        for (MenuItem item : menu.getItems()) {
            if (entry.equals(item.getData("interphase.path")) || item.getText().equals(entry)) {
                item.notifyListeners(SWT.Selection, null);
                menu.setVisible(false);
                return;
            }
        }
        throw new AssertionError("the menu has no " + entry);
    }

    /** Edits a cell of a table as by hand; a check box cell changes at once, then the entry is not used. */
    static void editCell(String tablePath, int row, int column, String entry) {
        activate();
        Table table = one(Table.class, "interphase.path", tablePath);
        TableViewer viewer = (TableViewer) table.getData("interphase.viewer");
        viewer.setSelection(new StructuredSelection(row));
        table.setFocus();
        viewer.editElement(row, column);
        if (!entry.isEmpty()) {
            Text cell = find(Text.class, t -> t.getParent() == table && t.isVisible()).get(0);
            cell.setText(entry);
            cell.notifyListeners(SWT.DefaultSelection, null);
        }
    }

    /** Types into a field of a form and presses Enter. */
    static void enter(String path, String entry) {
        Text text = one(Text.class, "interphase.path", path);
        text.setText(entry);
        text.notifyListeners(SWT.DefaultSelection, null);
    }

    static void mouse(Control control, int type, Point at, int button) {
        Event e = new Event();
        e.type = type;
        e.x = at.x;
        e.y = at.y;
        e.button = button;
        control.notifyListeners(type, e);
    }

    static void key(Control control, int code, int state) {
        Event e = new Event();
        e.type = SWT.KeyDown;
        e.keyCode = code;
        e.stateMask = state;
        control.notifyListeners(SWT.KeyDown, e);
    }

    /** The window as it is on screen. */
    static ImageData picture() {
        return pictureOf(window().getShell());
    }

    /** A window or dialog as it is on screen. */
    static ImageData pictureOf(Shell shell) {
        shell.update();
        settle(300);
        Point size = shell.getSize();
        Image image = new Image(shell.getDisplay(), size.x, size.y);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData(100);
        image.dispose();
        return data;
    }

    static void save(ImageData data, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "screenshots"));
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {data};
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
        } catch (IOException e) {
            throw new AssertionError("no screenshot", e);
        }
    }

    /** Mean brightness, 0 to 255. */
    static double brightness(ImageData d) {
        double sum = 0;
        int n = 0;
        for (int y = 0; y < d.height; y += 7) {
            for (int x = 0; x < d.width; x += 7) {
                RGB c = d.palette.getRGB(d.getPixel(x, y));
                sum += 0.3 * c.red + 0.59 * c.green + 0.11 * c.blue;
                n++;
            }
        }
        return sum / n;
    }
}
