package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Goes one version of the recipe back. */
public final class UndoHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        analysis.undo();
    }

    @Override
    boolean suits(Analysis analysis) {
        return analysis.history().canUndo();
    }
}
