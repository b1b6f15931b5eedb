package org.interphase.ui.commands;

import java.io.IOException;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.session.Analysis;

/** Writes the figure as PNG, SVG or PDF. */
public final class ExportFigureHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        SaveDialogs.ask(editor.getSite().getShell(), "Export figure",
                editor.getPartName().strip().replace(" ", "-") + ".svg",
                "*.svg", "*.pdf", "*.png").ifPresent(path -> {
                    try {
                        FigureExport.write(editor.canvas(), path);
                    } catch (IOException e) {
                        Problems.show(editor.getSite().getShell(), "The figure is not written", e.getMessage());
                    }
                });
    }
}
