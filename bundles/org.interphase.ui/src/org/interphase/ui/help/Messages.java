package org.interphase.ui.help;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String HelpPage_help;
    public static String HelpPage_many;
    public static String HelpPage_none;
    public static String HelpPage_one;
    public static String HelpTopics_between;
    public static String HelpTopics_choices;
    public static String HelpTopics_chosen;
    public static String HelpTopics_default;
    public static String HelpTopics_least;
    public static String HelpTopics_most;
    public static String HelpTopics_page;
    public static String HelpTopics_published;
    public static String HelpTopics_recipe;
    public static String HelpTopics_step;
    public static String HelpTopics_steps;
    public static String HelpTopics_then;
    public static String HelpView_all;
    public static String HelpView_find;
    public static String ProblemReport_log;
    public static String ProblemReport_recipe;
    public static String ProblemReport_settings;
    public static String ProblemReport_versions;
    public static String ProgramPart_unstated;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
