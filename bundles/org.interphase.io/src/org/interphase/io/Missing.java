package org.interphase.io;

import java.util.Locale;
import java.util.Set;

/** How programs write that there is no value. */
final class Missing {

    private static final int LONGEST = 12;
    private static final Set<String> WORDS = Set.of("nan", "na", "n/a", "n.a.", "n.d.", "nd", "null", "none", "missing",
            "inf", "-inf", "+inf", "infinity", "-infinity", "\u221e", "-\u221e", "1.#qnan", "-1.#ind", "-1.#qnan",
            "1.#inf", "-1.#inf", "-nan", "nan(ind)", "-nan(ind)", ".", "?",
            // errors of spreadsheets, English, German and French
            "#n/a", "#nv", "#div/0!", "#value!", "#wert!", "#valeur!", "#num!", "#zahl!", "#nombre!", "#name?", "#nom?",
            "#ref!", "#bezug!", "#null!", "#overflow");

    private Missing() {
    }

    /** Whether a field is empty or says that there is no value; a value that is not finite is none. */
    static boolean is(CharSequence field) {
        int n = field.length();
        if (n == 0) {
            return true;
        }
        if (n > LONGEST) {
            return isRun(field);
        }
        char c = field.charAt(0);
        // a quick way out for ordinary words and numbers
        if (c >= '0' && c <= '9' && c != '1') {
            return false;
        }
        return isRun(field) || WORDS.contains(field.toString().toLowerCase(Locale.ROOT));
    }

    /** Whether a field is nothing but dashes or asterisks (a number too long for its field). */
    private static boolean isRun(CharSequence field) {
        char c = field.charAt(0);
        if (c != '-' && c != '*' && c != '\u2013' && c != '\u2014') {
            return false;
        }
        for (int i = 1; i < field.length(); i++) {
            if (field.charAt(i) != c) {
                return false;
            }
        }
        return true;
    }
}
