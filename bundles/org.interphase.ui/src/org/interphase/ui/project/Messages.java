package org.interphase.ui.project;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String ProjectModel_changed;
    public static String ProjectModel_new;
    public static String ProjectModel_redo;
    public static String ProjectModel_trouble;
    public static String ProjectModel_undo;
    public static String ProposalPage_back;
    public static String ProposalPage_backTip;
    public static String ProposalPage_cancel;
    public static String ProposalPage_file;
    public static String ProposalPage_files;
    public static String ProposalPage_leaveTip;
    public static String ProposalPage_left;
    public static String ProposalPage_listed;
    public static String ProposalPage_listedOne;
    public static String ProposalPage_looking;
    public static String ProposalPage_make;
    public static String ProposalPage_makeTip;
    public static String ProposalPage_more;
    public static String ProposalPage_none;
    public static String ProposalPage_notes;
    public static String ProposalPage_recipes;
    public static String ProposalPage_samples;
    public static String ProposalPage_title;
    public static String ProposalPage_unreadable;
    public static String ProposalPage_unticked;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
