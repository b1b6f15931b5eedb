package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.Copyable;

/** Copies what is selected: in the field that has the keyboard, else in the part that has it. */
public final class CopyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Control focus = Display.getCurrent().getFocusControl();
        switch (focus) {
            case Text t -> t.copy();
            case StyledText t -> t.copy();
            case Combo c -> c.copy();
            case Spinner s -> s.copy();
            case null, default -> {
                if (HandlerUtil.getActivePart(event) instanceof Copyable part) {
                    part.copy();
                }
            }
        }
        return null;
    }
}
