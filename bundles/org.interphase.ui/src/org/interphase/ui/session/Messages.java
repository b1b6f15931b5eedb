package org.interphase.ui.session;

import org.eclipse.osgi.util.NLS;

/** Texts of this package in the language of the window; each is the key of a property of the same name. */
final class Messages extends NLS {

    public static String Analysis_defect;
    public static String Analysis_run;
    public static String OwnRecipes_noName;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
