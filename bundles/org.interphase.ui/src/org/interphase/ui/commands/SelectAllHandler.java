package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.Copyable;

/** Selects everything: in the field that has the keyboard, else in the part that has it. */
public final class SelectAllHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        switch (Display.getCurrent().getFocusControl()) {
            case Text t -> t.selectAll();
            case StyledText t -> t.selectAll();
            case Combo c -> c.setSelection(new Point(0, c.getText().length()));
            case null, default -> {
                if (HandlerUtil.getActivePart(event) instanceof Copyable part) {
                    part.selectAll();
                }
            }
        }
        return null;
    }
}
