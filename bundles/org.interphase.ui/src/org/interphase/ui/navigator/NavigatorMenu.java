package org.interphase.ui.navigator;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.interphase.ui.commands.CommandRunner;

/** The context menu of the project tree. */
final class NavigatorMenu {

    private NavigatorMenu() {
    }

    static void attach(NavigatorView view) {
        MenuManager menu = new MenuManager();
        menu.add(action("Open", view::openSelected));
        menu.add(new Separator());
        menu.add(command(view, "Compare", "org.interphase.ui.compare"));
        menu.add(command(view, "Apply open recipe to these", "org.interphase.ui.applyToMany"));
        menu.add(new Separator());
        menu.add(command(view, "Close project", "org.interphase.ui.closeProject"));
        view.tree().getTree().setMenu(menu.createContextMenu(view.tree().getTree()));
    }

    private static Action command(NavigatorView view, String label, String id) {
        return action(label, () -> CommandRunner.run(view.getSite(), id));
    }

    private static Action action(String label, Runnable run) {
        return new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
    }
}
