package org.interphase.ui.editor;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes editor inputs again when the workbench restarts. */
public final class AnalysisInputFactory implements IElementFactory {

    static final String ID = "org.interphase.ui.analysisInput";

    @Override
    public IAdaptable createElement(IMemento memento) {
        return AnalysisInput.restored(memento);
    }
}
