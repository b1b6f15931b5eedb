package org.interphase.ui.help;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.api.Step;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;

/** Help on what has the keyboard: the field, else the step, else the selected step; or a page that is named. */
public final class HelpHandler extends AbstractHandler {

    private static final String TOPIC = "org.interphase.ui.help.topic";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        String named = event.getParameter(TOPIC);
        if (named != null) {
            show(window.getActivePage(), named, "");
            return null;
        }
        Control focus = Display.getCurrent().getFocusControl();
        Optional<Analysis> analysis = window.getActivePage().getActiveEditor() instanceof AnalysisEditor e
                ? e.analysis() : Optional.empty();
        String topic = data(focus, "interphase.topic");
        if (!topic.isEmpty()) {
            show(window.getActivePage(), topic, data(focus, "interphase.path"));
            return null;
        }
        String step = data(focus, "interphase.step");
        String operation = analysis.flatMap(a -> a.recipe().step(step.isEmpty() ? a.selectedStep() : step))
                .map(Step::operation).orElse("");
        show(window.getActivePage(), operation.isEmpty() ? "" : HelpTopics.ofOperation(operation),
                HelpTopics.anchor(step.isEmpty() ? "" : data(focus, "interphase.path")));
        return null;
    }

    /** What a control or one of those around it says. */
    private static String data(Control from, String key) {
        for (Control c = from; c != null; c = c.getParent()) {
            if (c.getData(key) instanceof String s) {
                return s;
            }
        }
        return "";
    }

    /** Shows a page of help beside the work, which keeps the keyboard. */
    static void show(IWorkbenchPage page, String topic, String parameter) {
        try {
            ((HelpView) page.showView(HelpView.ID, null, IWorkbenchPage.VIEW_VISIBLE)).show(topic, parameter);
        } catch (PartInitException e) {
            ILog.get().error("Help cannot be shown", e);
        }
    }
}
