package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Goes one version of the recipe forward. */
public final class RedoHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        analysis.redo();
    }

    @Override
    boolean suits(Analysis analysis) {
        return analysis.history().canRedo();
    }
}
