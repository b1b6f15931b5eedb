package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Asks how the figure is to be written, as PNG, SVG or PDF, and writes it. */
public final class ExportFigureHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        editor.deeds().export();
    }
}
