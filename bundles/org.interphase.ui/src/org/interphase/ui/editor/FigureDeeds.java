package org.interphase.ui.editor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.interphase.engine.document.AtomicFiles;
import org.interphase.figure.Frame;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.FigureClipboard;
import org.interphase.ui.chart.FigureData;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.chart.RegionShape;
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
        inJob(Messages.FigureDeeds_copy, () -> {
            byte[] png = export.png();
            String svg = export.svg();
            display.asyncExec(() -> FigureClipboard.copy(display, png, svg));
        }, Messages.FigureDeeds_notCopied);
    }

    /** Whether there are numbers to be written. */
    boolean hasData() {
        return canvas().figure() != null && FigureData.isIn(canvas().figure());
    }

    void copyData() {
        Figure figure = canvas().figure();
        Display display = canvas().getDisplay();
        inJob(Messages.FigureDeeds_copyData, () -> {
            String text = FigureData.tabbed(figure);
            display.asyncExec(() -> FigureClipboard.copy(display, text));
        }, Messages.FigureDeeds_dataNotCopied);
    }

    void saveData() {
        Figure figure = canvas().figure();
        SaveDialogs.ask(editor.getSite().getShell(), SaveDialogs.Kind.DATA, Messages.FigureDeeds_saveData, name()
                + ".csv", "*.csv").ifPresent(path -> inJob(
                Messages.FigureDeeds_saveData, () -> AtomicFiles.write(path,
                        FigureData.csv(figure).getBytes(StandardCharsets.UTF_8)),
                Messages.FigureDeeds_dataNotSaved));
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
            SaveDialogs.ask(editor.getSite().getShell(), SaveDialogs.Kind.FIGURE, Messages.ExportDialog_title, name()
                    + ending, "*" + ending)
                    .map(p -> p.toString().toLowerCase(java.util.Locale.ROOT).endsWith(ending) ? p
                            : p.resolveSibling(p.getFileName() + ending))
                    .ifPresent(path -> inJob(Messages.ExportDialog_title, () -> chosen.write(path),
                            Messages.FigureDeeds_notWritten));
        }
    }

    private void inJob(String what, DiskJob.Deed deed, String failed) {
        DiskJob.run(what, canvas().getDisplay(), deed, why -> editor.say(NLS.bind(failed, why)));
    }

    String name() {
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

    /** What can be measured by drawing in the picture; empty where it shows no picture. */
    List<String> measures() {
        boolean picture = canvas().figure() != null && canvas().figure().panels().stream()
                .anyMatch(p -> p.layers().stream().anyMatch(Layer.Picture.class::isInstance));
        return picture && editor.controller() != null ? editor.controller().measures() : List.of();
    }

    void measure(String what, RegionShape shape) {
        editor.controller().measure(what, shape);
    }

    void select(String component) {
        editor.controller().componentSelected(component);
    }

    void remove(String component) {
        editor.controller().deleteRequested(component);
    }
}
