package org.interphase.ui.commands;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.navigator.NavigatorView;

/** Lays the selected datasets over each other; without a selection, those of the open editors. */
public final class CompareHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        List<AnalysisInput.Member> members = new ArrayList<>();
        if (window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView navigator) {
            members.addAll(navigator.selectedMembers());
        }
        if (members.size() < 2) {
            members.clear();
            for (IEditorReference ref : window.getActivePage().getEditorReferences()) {
                if (ref.getEditor(false) instanceof AnalysisEditor e && !e.input().isSeries()) {
                    members.addAll(e.input().members());
                }
            }
        }
        if (members.size() < 2) {
            if (window.getActivePage().findView(NavigatorView.ID) instanceof NavigatorView navigator) {
                navigator.say(Messages.CompareHandler_few, false, List.of());
            }
        } else {
            OpenFiles.open(window.getActivePage(), AnalysisInput.ofSeries(members));
        }
        return null;
    }
}
