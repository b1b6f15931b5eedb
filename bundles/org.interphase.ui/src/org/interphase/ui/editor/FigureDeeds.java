package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.figure.Frame;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.chart.FigureData;
import org.interphase.ui.chart.FigureExport;

/** What is done with the picture of an editor besides looking at it. */
public final class FigureDeeds {

    private final AnalysisEditor editor;

    FigureDeeds(AnalysisEditor editor) {
        this.editor = editor;
    }

    private FigureCanvas canvas() {
        return editor.canvas();
    }

    /** Copies the picture, as pixels and as drawing. */
    public void copy() {
        if (canvas().figure() == null) {
            return;
        }
        FigureExport export = FigureExport.of(canvas());
        Display display = canvas().getDisplay();
        Job.create("Copy picture", (ICoreRunnable) monitor -> {
            try {
                byte[] png = export.png();
                String svg = export.svg();
                display.asyncExec(() -> FigureClipboard.copy(display, png, svg));
            } catch (IOException e) {
                ILog.get().error("The picture is not copied", e);
                display.asyncExec(() -> editor.say("The picture is not copied: " + e.getMessage()));
            }
        }).schedule();
    }

    /** Whether there are numbers to be written. */
    boolean hasData() {
        return canvas().figure() != null && !FigureData.csv(canvas().figure()).isEmpty();
    }

    void copyData() {
        FigureClipboard.copy(canvas().getDisplay(), FigureData.tabbed(canvas().figure()));
    }

    void saveData() {
        SaveDialogs.ask(editor.getSite().getShell(), "Save data", name() + ".csv", "*.csv").ifPresent(path -> {
            byte[] csv = FigureData.csv(canvas().figure()).getBytes(StandardCharsets.UTF_8);
            inJob("Save data", () -> AtomicFiles.write(path, csv), "The data are not saved");
        });
    }

    /** Asks for size and place, and writes the picture. */
    public void export() {
        if (canvas().figure() == null) {
            return;
        }
        ExportDialog dialog = new ExportDialog(editor.getSite().getShell(), FigureExport.of(canvas()),
                editor.session().remembered());
        if (dialog.open() == ExportDialog.OK) {
            FigureExport chosen = dialog.chosen();
            String ending = dialog.ending();
            SaveDialogs.ask(editor.getSite().getShell(), "Export figure", name() + ending, "*" + ending)
                    .map(p -> p.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ending) ? p
                            : p.resolveSibling(p.getFileName() + ending))
                    .ifPresent(path -> inJob("Export figure", () -> chosen.write(path), "The figure is not written"));
        }
    }

    private interface Deed {
        void run() throws IOException;
    }

    private void inJob(String what, Deed deed, String failed) {
        Display display = canvas().getDisplay();
        Job.create(what, (ICoreRunnable) monitor -> {
            try {
                deed.run();
            } catch (IOException e) {
                display.asyncExec(() -> editor.say(failed + ": " + e.getMessage()));
            }
        }).schedule();
    }

    private String name() {
        return editor.getPartName().strip().replaceAll("\\s+", "-");
    }

    boolean takesComponents() {
        return editor.controller() != null && editor.controller().takesPlaces();
    }

    void addAt(Point at) {
        Frame f = canvas().frameAt(at);
        if (f != null) {
            editor.controller().placed(f.panel().id(), f.xAt(at.x), f.yAt(at.y));
        }
    }

    void select(String component) {
        editor.controller().componentSelected(component);
    }

    void remove(String component) {
        editor.controller().deleteRequested(component);
    }
}
