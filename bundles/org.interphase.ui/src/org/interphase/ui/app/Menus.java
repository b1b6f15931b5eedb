package org.interphase.ui.app;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.interphase.ui.theme.Icons;

/** Menus and tool bar. What is ours is a command, so that keys and quick access reach it too. */
final class Menus extends ActionBarAdvisor {

    private static final String US = "org.interphase.ui.";
    private IWorkbenchWindow window;
    private IWorkbenchAction save;
    private IWorkbenchAction saveAs;
    private IWorkbenchAction saveAll;
    private IWorkbenchAction close;
    private IWorkbenchAction quit;

    Menus(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void makeActions(IWorkbenchWindow w) {
        window = w;
        save = made(ActionFactory.SAVE);
        saveAs = made(ActionFactory.SAVE_AS);
        saveAll = made(ActionFactory.SAVE_ALL);
        close = made(ActionFactory.CLOSE);
        quit = made(ActionFactory.QUIT);
    }

    private IWorkbenchAction made(ActionFactory factory) {
        IWorkbenchAction action = factory.create(window);
        register(action);
        return action;
    }

    private CommandContributionItem command(String id, String label) {
        CommandContributionItemParameter p = new CommandContributionItemParameter(window, null, id,
                CommandContributionItem.STYLE_PUSH);
        p.label = label;
        return new CommandContributionItem(p);
    }

    /** A button with a picture that everybody knows; its name is its tip. */
    private CommandContributionItem tool(String id, String icon) {
        CommandContributionItemParameter p = new CommandContributionItemParameter(window, null, id,
                CommandContributionItem.STYLE_PUSH);
        p.icon = Icons.of(icon);
        return new CommandContributionItem(p);
    }

    private CommandContributionItem theme(String mode, String label) {
        CommandContributionItemParameter p = new CommandContributionItemParameter(window, null, US + "theme",
                CommandContributionItem.STYLE_PUSH);
        p.label = label;
        p.parameters = java.util.Map.of("org.interphase.ui.theme.mode", mode);
        return new CommandContributionItem(p);
    }

    private CommandContributionItem topic(String page, String label) {
        CommandContributionItemParameter p = new CommandContributionItemParameter(window, null, US + "help",
                CommandContributionItem.STYLE_PUSH);
        p.label = label;
        p.parameters = java.util.Map.of("org.interphase.ui.help.topic", page);
        return new CommandContributionItem(p);
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        MenuManager file = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
        file.add(command(US + "newProject", "&New project \u2026"));
        file.add(command(US + "open", "&Open \u2026"));
        file.add(command(US + "sayWhat", "Say &what the file is \u2026"));
        file.add(command(US + "openFolder", "Open &folder as project \u2026"));
        file.add(RecentMenu.of(window));
        file.add(command(US + "example", "Open the &example"));
        file.add(command(US + "closeProject", "Close project"));
        file.add(new Separator());
        file.add(save);
        file.add(saveAs);
        file.add(saveAll);
        file.add(new Separator());
        file.add(command(US + "exportFigure", "E&xport figure \u2026"));
        file.add(new Separator());
        file.add(close);
        file.add(quit);
        bar.add(file);
        MenuManager edit = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
        edit.add(command("org.eclipse.ui.edit.undo", "&Undo"));
        edit.add(command("org.eclipse.ui.edit.redo", "&Redo"));
        edit.add(new Separator());
        edit.add(command("org.eclipse.ui.edit.copy", "&Copy"));
        edit.add(command("org.eclipse.ui.edit.paste", "&Paste"));
        edit.add(command("org.eclipse.ui.edit.selectAll", "Select &all"));
        edit.add(new Separator());
        edit.add(command(US + "addComponent", "Add c&omponent"));
        edit.add(new Separator());
        edit.add(command(US + "preferences", "Pre&ferences \u2026"));
        bar.add(edit);
        MenuManager analyse = new MenuManager("&Analyse", "analyse");
        analyse.add(command(US + "run", "&Run"));
        analyse.add(command(US + "applyToMany", "Apply to &many"));
        analyse.add(command(US + "saveRecipe", "&Save recipe \u2026"));
        analyse.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(analyse);
        MenuManager compare = new MenuManager("&Compare", "compare");
        compare.add(command(US + "compare", "&Lay selected data over each other"));
        bar.add(compare);
        MenuManager report = new MenuManager("&Report", "report");
        report.add(command(US + "report", "&Write the report of the project"));
        bar.add(report);
        MenuManager view = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
        MenuManager look = new MenuManager("&Look");
        look.add(theme("LIGHT", "&Light"));
        look.add(theme("DARK", "&Dark"));
        look.add(theme("SYSTEM", "Like the &system"));
        view.add(look);
        view.add(command(US + "fitView", "&Fit figure to view"));
        view.add(command(US + "showBatch", "Results of the &batch"));
        view.add(command(US + "restoreLayout", "&Restore the layout"));
        view.add(command("org.eclipse.ui.window.quickAccess", "Find &anything"));
        bar.add(view);
        MenuManager help = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
        help.add(topic("tour", "&Ten minutes"));
        help.add(topic("gestures", "&Keys and gestures"));
        help.add(command(US + "help", "&Help on this"));
        help.add(new Separator());
        help.add(command(US + "techniques", "Installed &techniques"));
        help.add(command(US + "plugins", "&Plug-ins"));
        help.add(command(US + "problem", "&Report a problem \u2026"));
        help.add(command(US + "about", "&About Interphase"));
        bar.add(help);
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager(org.eclipse.swt.SWT.FLAT | org.eclipse.swt.SWT.RIGHT);
        tools.add(tool(US + "open", "open"));
        tools.add(tool("org.eclipse.ui.file.save", "save"));
        tools.add(new Separator());
        tools.add(tool("org.eclipse.ui.edit.undo", "undo"));
        tools.add(tool("org.eclipse.ui.edit.redo", "redo"));
        tools.add(new Separator());
        tools.add(command(US + "run", "Run"));
        tools.add(command(US + "applyToMany", "Apply to many"));
        tools.add(command(US + "compare", "Compare"));
        tools.add(new Separator());
        tools.add(command(US + "report", "Report"));
        bar.add(tools);
    }
}
