package org.interphase.ui.recipe;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String RecipeChanges_added;
    public static String RecipeChanges_automatic;
    public static String RecipeChanges_gone;
    public static String RecipeChanges_number;
    public static String RecipeChanges_off;
    public static String RecipeChanges_on;
    public static String RecipeChanges_order;
    public static String RecipeHeader_choose;
    public static String RecipeHeader_close;
    public static String RecipeHeader_keepAs;
    public static String RecipeHeader_keeps;
    public static String RecipeHeader_notKept;
    public static String RecipeHeader_replaces;
    public static String RecipeMenu_before;
    public static String RecipeMenu_changed;
    public static String RecipeMenu_empty;
    public static String RecipeMenu_forget;
    public static String RecipeMenu_forgetTip;
    public static String RecipeMenu_keep;
    public static String RecipeMenu_keepTip;
    public static String RecipeMenu_mine;
    public static String RecipeMenu_nothing;
    public static String RecipeMenu_opened;
    public static String RecipeMenu_own;
    public static String RecipeMenu_sinceBefore;
    public static String RecipeMenu_sinceOpened;
    public static String RecipeMenu_sinceTemplate;
    public static String RecipeMenu_template;
    public static String RecipeMenu_use;
    public static String RecipeView_add;
    public static String RecipeView_addStep;
    public static String RecipeView_hint;
    public static String RecipeView_move;
    public static String RecipeView_noTemplate;
    public static String RecipeView_templates;
    public static String StepSection_defaults;
    public static String StepSection_down;
    public static String StepSection_downDone;
    public static String StepSection_enabledTip;
    public static String StepSection_menuTip;
    public static String StepSection_missing;
    public static String StepSection_off;
    public static String StepSection_on;
    public static String StepSection_remove;
    public static String StepSection_removeStep;
    public static String StepSection_reset;
    public static String StepSection_titleTip;
    public static String StepSection_up;
    public static String StepSection_upDone;
    public static String StepStates_changed;
    public static String StepStates_doubtful;
    public static String StepStates_earlier;
    public static String StepStates_failed;
    public static String StepStates_isOff;
    public static String StepStates_notRun;
    public static String StepStates_ran;
    public static String StepStates_stale;
    public static String StepStates_verdict;
    public static String StepStates_why;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
