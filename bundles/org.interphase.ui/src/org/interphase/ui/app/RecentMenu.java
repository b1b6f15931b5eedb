package org.interphase.ui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchWindow;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.WorkbenchSession;

/** The files and projects opened last, the newest first. */
final class RecentMenu {

    private static final int LONGEST = 60;

    private RecentMenu() {
    }

    static MenuManager of(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.RecentMenu_title, "recent");
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> {
            WorkbenchSession session = window.getService(WorkbenchSession.class);
            List<String> recent = session.remembered().list(WorkbenchSession.RECENT);
            for (String name : recent) {
                menu.add(action(shortened(name), () -> open(window, session, name)));
            }
            if (recent.isEmpty()) {
                Action none = action(Messages.RecentMenu_none, () -> { });
                none.setEnabled(false);
                menu.add(none);
            } else {
                menu.add(new Separator());
                menu.add(action(Messages.RecentMenu_forget, () -> session.remembered().put(WorkbenchSession.RECENT,
                        "")));
            }
        });
        return menu;
    }

    private static Action action(String text, Runnable run) {
        Action action = new Action(text.replace("&", "&&")) {
            @Override
            public void run() {
                run.run();
            }
        };
        return action;
    }

    private static void open(IWorkbenchWindow window, WorkbenchSession session, String name) {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            session.remembered().drop(WorkbenchSession.RECENT, name);
        }
        // of a file that is gone its editor tells so
        OpenFiles.open(window.getActivePage(), path);
    }

    /** The end of a path tells files apart. */
    static String shortened(String path) {
        return path.length() <= LONGEST ? path : "\u2026" + path.substring(path.length() - LONGEST);
    }
}
