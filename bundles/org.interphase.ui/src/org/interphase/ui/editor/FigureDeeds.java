package org.interphase.ui.editor;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.figure.Frame;
import org.interphase.model.figure.Figure;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.chart.FigureData;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.session.DiskJob;

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
        inJob("Copy picture", () -> {
            byte[] png = export.png();
            String svg = export.svg();
            display.asyncExec(() -> FigureClipboard.copy(display, png, svg));
        }, "The picture is not copied");
    }

    /** Whether there are numbers to be written. */
    boolean hasData() {
        return canvas().figure() != null && FigureData.isIn(canvas().figure());
    }

    void copyData() {
        Figure figure = canvas().figure();
        Display display = canvas().getDisplay();
        inJob("Copy data", () -> {
            String text = FigureData.tabbed(figure);
            display.asyncExec(() -> FigureClipboard.copy(display, text));
        }, "The data are not copied");
    }

    void saveData() {
        Figure figure = canvas().figure();
        SaveDialogs.ask(editor.getSite().getShell(), "Save data", name() + ".csv", "*.csv").ifPresent(path -> inJob(
                "Save data", () -> AtomicFiles.write(path, FigureData.csv(figure).getBytes(StandardCharsets.UTF_8)),
                "The data are not saved"));
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

    private void inJob(String what, DiskJob.Deed deed, String failed) {
        DiskJob.run(what, canvas().getDisplay(), deed, why -> editor.say(failed + ": " + why));
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
