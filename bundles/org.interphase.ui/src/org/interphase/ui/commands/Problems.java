package org.interphase.ui.commands;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Tells what went wrong with something the analyst asked for. */
final class Problems {

    private Problems() {
    }

    static void show(Shell shell, String what, String why) {
        MessageDialog.openError(shell, what, NLS.bind(Messages.Problems_text, what, why));
    }
}
