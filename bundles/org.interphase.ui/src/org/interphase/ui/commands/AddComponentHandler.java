package org.interphase.ui.commands;

import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Asks for a place for a new component in the chart. */
public final class AddComponentHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        editor.canvas().setPlacing(true);
        editor.canvas().setFocus();
    }
}
