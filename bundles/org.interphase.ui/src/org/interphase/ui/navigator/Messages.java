package org.interphase.ui.navigator;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String NavigatorMenu_apply;
    public static String NavigatorMenu_assign;
    public static String NavigatorMenu_blue;
    public static String NavigatorMenu_close;
    public static String NavigatorMenu_colour;
    public static String NavigatorMenu_compare;
    public static String NavigatorMenu_delete;
    public static String NavigatorMenu_describe;
    public static String NavigatorMenu_down;
    public static String NavigatorMenu_downTip;
    public static String NavigatorMenu_green;
    public static String NavigatorMenu_layout;
    public static String NavigatorMenu_makeProject;
    public static String NavigatorMenu_newOfThese;
    public static String NavigatorMenu_noSample;
    public static String NavigatorMenu_ofPlace;
    public static String NavigatorMenu_olive;
    public static String NavigatorMenu_open;
    public static String NavigatorMenu_orange;
    public static String NavigatorMenu_other;
    public static String NavigatorMenu_pink;
    public static String NavigatorMenu_recipes;
    public static String NavigatorMenu_recipesThis;
    public static String NavigatorMenu_redo;
    public static String NavigatorMenu_rename;
    public static String NavigatorMenu_report;
    public static String NavigatorMenu_sky;
    public static String NavigatorMenu_undo;
    public static String NavigatorMenu_up;
    public static String NavigatorMenu_upTip;
    public static String NavigatorMenu_vermilion;
    public static String NavigatorMenu_violet;
    public static String NavigatorView_close;
    public static String NavigatorView_closeTip;
    public static String NavigatorView_drop;
    public static String NavigatorView_example;
    public static String NavigatorView_make;
    public static String NavigatorView_makeTip;
    public static String NavigatorView_newProject;
    public static String NavigatorView_noProject;
    public static String NavigatorView_openFile;
    public static String NavigatorView_openFolder;
    public static String NavigatorView_project;
    public static String Node_files;
    public static String Node_loose;
    public static String Node_looseTip;
    public static String Node_notAssigned;
    public static String Node_notAssignedTip;
    public static String ProjectTree_most;
    public static String ProjectTree_unreadable;
    public static String ProjectTree_unusable;
    public static String ProposalFlow_job;
    public static String SampleEdits_assign;
    public static String SampleEdits_colour;
    public static String SampleEdits_delete;
    public static String SampleEdits_deleteMany;
    public static String SampleEdits_describe;
    public static String SampleEdits_move;
    public static String SampleEdits_new;
    public static String SampleEdits_newNumber;
    public static String SampleEdits_recipe;
    public static String SampleEdits_rename;
    public static String SampleEdits_take;
    public static String SampleEdits_what;
    public static String SampleTree_doubtful;
    public static String SampleTree_drop;
    public static String SampleTree_failed;
    public static String SampleTree_file;
    public static String SampleTree_files;
    public static String SampleTree_notRun;
    public static String SampleTree_reading;
    public static String SampleTree_sound;
    public static String SampleTree_stale;
    public static String SampleTree_unknown;
    public static String SampleTree_why;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
