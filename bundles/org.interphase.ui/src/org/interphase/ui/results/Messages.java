package org.interphase.ui.results;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String CopiedNumbers_limit;
    public static String CopiedNumbers_notDetected;
    public static String CopiedNumbers_quality;
    public static String CopiedNumbers_quantity;
    public static String CopiedNumbers_uncertainty;
    public static String CopiedNumbers_unit;
    public static String CopiedNumbers_value;
    public static String Glance_note;
    public static String Glance_notes;
    public static String Glance_number;
    public static String Glance_numbers;
    public static String NumberLook_judged;
    public static String ResultsMenu_all;
    public static String ResultsMenu_copy;
    public static String ResultsMenu_csv;
    public static String ResultsMenu_digits;
    public static String ResultsMenu_latex;
    public static String ResultsMenu_rounded;
    public static String ResultsView_from;
    public static String ResultsView_less;
    public static String ResultsView_none;
    public static String ShownUnits_length;
    public static String ShownUnits_pressure;
    public static String ShownUnits_resistance;
    public static String Wording_belowLimit;
    public static String Wording_doubtful;
    public static String Wording_sound;
    public static String Wording_withheld;
    public static String Wording_withheldWhy;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
