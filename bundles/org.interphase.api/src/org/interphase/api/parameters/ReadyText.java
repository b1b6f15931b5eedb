package org.interphase.api.parameters;

import java.util.Objects;

/**
 * Something to pick for a text parameter that can also be typed: a whole text, or a part put in where the writer is.
 *
 * @param text what is picked
 * @param help one line telling what it is
 * @param part whether it is put in at the caret; otherwise it replaces the text
 */
public record ReadyText(String text, String help, boolean part) {

    /** Requires the texts. */
    public ReadyText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(help, "help");
    }

    /** A text that replaces what is there. */
    public static ReadyText whole(String text, String help) {
        return new ReadyText(text, help, false);
    }

    /** A text put in at the caret. */
    public static ReadyText part(String text, String help) {
        return new ReadyText(text, help, true);
    }
}
