package org.interphase.ui.commands;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.HandlerUtil;
import org.interphase.ui.editor.OpenFiles;

/** Pastes text into the field that has the keyboard; files copied in a file manager are opened. */
public final class PasteHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        switch (Display.getCurrent().getFocusControl()) {
            case Text t -> t.paste();
            case StyledText t -> t.paste();
            case Combo c -> c.paste();
            case Spinner s -> s.paste();
            case null, default -> {
                Clipboard clipboard = new Clipboard(Display.getCurrent());
                Object files = clipboard.getContents(FileTransfer.getInstance());
                clipboard.dispose();
                if (files instanceof String[] names) {
                    for (String name : names) {
                        open(event, name);
                    }
                }
            }
        }
        return null;
    }

    private static void open(ExecutionEvent event, String name) {
        try {
            Path path = Path.of(name);
            if (Files.exists(path)) {
                OpenFiles.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), path);
            }
        } catch (InvalidPathException e) {
            // what was copied is no file of this computer
            return;
        }
    }
}
