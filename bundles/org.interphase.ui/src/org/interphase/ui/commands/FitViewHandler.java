package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Shows the whole figure. */
public final class FitViewHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        editor.canvas().fit();
    }
}
