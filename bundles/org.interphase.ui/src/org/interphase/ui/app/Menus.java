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
        save = made(ActionFactory.SAVE, Messages.Menus_save);
        saveAs = made(ActionFactory.SAVE_AS, Messages.Menus_saveAs);
        saveAll = made(ActionFactory.SAVE_ALL, Messages.Menus_saveAll);
        close = made(ActionFactory.CLOSE, Messages.Menus_close);
        quit = made(ActionFactory.QUIT, Messages.Menus_quit);
    }

    private IWorkbenchAction made(ActionFactory factory, String label) {
        IWorkbenchAction action = factory.create(window);
        // the platform brings texts in English alone
        action.setText(label);
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
    private CommandContributionItem tool(String id, String icon, String tip) {
        CommandContributionItemParameter p = new CommandContributionItemParameter(window, null, id,
                CommandContributionItem.STYLE_PUSH);
        p.icon = Icons.of(icon);
        p.tooltip = tip;
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
        MenuManager file = new MenuManager(Messages.Menus_file, IWorkbenchActionConstants.M_FILE);
        file.add(command(US + "newProject", Messages.Menus_newProject));
        file.add(command(US + "open", Messages.Menus_open));
        file.add(command(US + "sayWhat", Messages.Menus_sayWhat));
        file.add(command(US + "openFolder", Messages.Menus_openFolder));
        file.add(RecentMenu.of(window));
        file.add(command(US + "example", Messages.Menus_example));
        file.add(command(US + "closeProject", Messages.Menus_closeProject));
        file.add(new Separator());
        file.add(save);
        file.add(saveAs);
        file.add(saveAll);
        file.add(new Separator());
        file.add(command(US + "exportFigure", Messages.Menus_exportFigure));
        file.add(new Separator());
        file.add(close);
        file.add(quit);
        bar.add(file);
        MenuManager edit = new MenuManager(Messages.Menus_edit, IWorkbenchActionConstants.M_EDIT);
        edit.add(command("org.eclipse.ui.edit.undo", Messages.Menus_undo));
        edit.add(command("org.eclipse.ui.edit.redo", Messages.Menus_redo));
        edit.add(new Separator());
        edit.add(command("org.eclipse.ui.edit.copy", Messages.Menus_copy));
        edit.add(command("org.eclipse.ui.edit.paste", Messages.Menus_paste));
        edit.add(command("org.eclipse.ui.edit.selectAll", Messages.Menus_selectAll));
        edit.add(new Separator());
        edit.add(command(US + "addComponent", Messages.Menus_addComponent));
        edit.add(new Separator());
        edit.add(command(US + "preferences", Messages.Menus_preferences));
        bar.add(edit);
        MenuManager analyse = new MenuManager(Messages.Menus_analyse, "analyse");
        analyse.add(command(US + "run", Messages.Menus_run));
        analyse.add(command(US + "applyToMany", Messages.Menus_applyToMany));
        analyse.add(command(US + "saveRecipe", Messages.Menus_saveRecipe));
        analyse.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(analyse);
        MenuManager compare = new MenuManager(Messages.Menus_compare, "compare");
        compare.add(command(US + "compare", Messages.Menus_layOver));
        bar.add(compare);
        MenuManager report = new MenuManager(Messages.Menus_report, "report");
        report.add(command(US + "reportLayout", Messages.Menus_reportLayout));
        report.add(command(US + "report", Messages.Menus_writeReport));
        bar.add(report);
        MenuManager view = new MenuManager(Messages.Menus_window, IWorkbenchActionConstants.M_WINDOW);
        MenuManager look = new MenuManager(Messages.Menus_look);
        look.add(theme("LIGHT", Messages.Menus_light));
        look.add(theme("DARK", Messages.Menus_dark));
        look.add(theme("SYSTEM", Messages.Menus_system));
        view.add(look);
        view.add(command(US + "fitView", Messages.Menus_fitView));
        view.add(command(US + "showBatch", Messages.Menus_showBatch));
        view.add(command(US + "restoreLayout", Messages.Menus_restoreLayout));
        view.add(command("org.eclipse.ui.window.quickAccess", Messages.Menus_findAnything));
        bar.add(view);
        MenuManager help = new MenuManager(Messages.Menus_help, IWorkbenchActionConstants.M_HELP);
        help.add(topic("tour", Messages.Menus_tour));
        help.add(topic("gestures", Messages.Menus_gestures));
        help.add(command(US + "help", Messages.Menus_helpOnThis));
        help.add(new Separator());
        help.add(command(US + "techniques", Messages.Menus_techniques));
        help.add(command(US + "plugins", Messages.Menus_plugins));
        help.add(command(US + "problem", Messages.Menus_problem));
        help.add(command(US + "about", Messages.Menus_about));
        bar.add(help);
    }

    @Override
    protected void fillCoolBar(ICoolBarManager bar) {
        ToolBarManager tools = new ToolBarManager(org.eclipse.swt.SWT.FLAT | org.eclipse.swt.SWT.RIGHT);
        tools.add(tool(US + "open", "open", Messages.Menus_toolOpen));
        tools.add(tool("org.eclipse.ui.file.save", "save", Messages.Menus_toolSave));
        tools.add(new Separator());
        tools.add(tool("org.eclipse.ui.edit.undo", "undo", Messages.Menus_toolUndo));
        tools.add(tool("org.eclipse.ui.edit.redo", "redo", Messages.Menus_toolRedo));
        tools.add(new Separator());
        tools.add(command(US + "run", Messages.Menus_toolRun));
        tools.add(command(US + "applyToMany", Messages.Menus_toolApply));
        tools.add(command(US + "compare", Messages.Menus_toolCompare));
        tools.add(new Separator());
        tools.add(command(US + "report", Messages.Menus_toolReport));
        bar.add(tools);
    }
}
