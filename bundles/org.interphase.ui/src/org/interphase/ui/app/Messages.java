package org.interphase.ui.app;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String LeaveDialog_many;
    public static String LeaveDialog_one;
    public static String LeaveDialog_save;
    public static String LeaveDialog_stay;
    public static String LeaveDialog_title;
    public static String LeaveDialog_without;
    public static String Leaving_notSaved;
    public static String Leaving_saving;
    public static String Leaving_why;
    public static String Menus_about;
    public static String Menus_addComponent;
    public static String Menus_analyse;
    public static String Menus_applyToMany;
    public static String Menus_close;
    public static String Menus_closeProject;
    public static String Menus_compare;
    public static String Menus_copy;
    public static String Menus_dark;
    public static String Menus_edit;
    public static String Menus_example;
    public static String Menus_exportFigure;
    public static String Menus_file;
    public static String Menus_findAnything;
    public static String Menus_fitView;
    public static String Menus_gestures;
    public static String Menus_help;
    public static String Menus_helpOnThis;
    public static String Menus_layOver;
    public static String Menus_light;
    public static String Menus_look;
    public static String Menus_newProject;
    public static String Menus_open;
    public static String Menus_openFolder;
    public static String Menus_paste;
    public static String Menus_plugins;
    public static String Menus_preferences;
    public static String Menus_problem;
    public static String Menus_quit;
    public static String Menus_redo;
    public static String Menus_report;
    public static String Menus_reportLayout;
    public static String Menus_restoreLayout;
    public static String Menus_run;
    public static String Menus_save;
    public static String Menus_saveAll;
    public static String Menus_saveAs;
    public static String Menus_saveRecipe;
    public static String Menus_sayWhat;
    public static String Menus_selectAll;
    public static String Menus_showBatch;
    public static String Menus_system;
    public static String Menus_techniques;
    public static String Menus_toolApply;
    public static String Menus_toolCompare;
    public static String Menus_toolOpen;
    public static String Menus_toolRedo;
    public static String Menus_toolReport;
    public static String Menus_toolRun;
    public static String Menus_toolSave;
    public static String Menus_toolUndo;
    public static String Menus_tour;
    public static String Menus_undo;
    public static String Menus_window;
    public static String Menus_writeReport;
    public static String RecentMenu_forget;
    public static String RecentMenu_none;
    public static String RecentMenu_title;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
