package org.interphase.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.interphase.ui.theme.ThemeSwitch;

/** Switches between light, dark, and following the system. */
public final class ThemeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        String mode = event.getParameter("org.interphase.ui.theme.mode");
        ThemeSwitch.choose(mode == null ? ThemeSwitch.Mode.SYSTEM : ThemeSwitch.Mode.valueOf(mode));
        return null;
    }
}
