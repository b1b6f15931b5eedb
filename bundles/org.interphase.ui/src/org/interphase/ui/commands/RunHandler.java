package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Runs the recipe again. */
public final class RunHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        analysis.rerun();
    }
}
