package org.interphase.ui.session;

import java.util.Arrays;

/**
 * In which language the window speaks. Texts are chosen before any of this program's own code runs, so what is chosen
 * here holds from the next start on: what starts the program reads it from what is remembered and hands it on as
 * {@code -nl}.
 */
public enum Language {
    /** That of the system, English where it has no texts. */
    SYSTEM(""),
    /** English. */
    ENGLISH("en"),
    /** German. */
    GERMAN("de");

    /** Under which name it is remembered; what starts the program looks for a line of this name. */
    public static final String KEY = "language";

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** What was chosen; that of the system where nothing is known. */
    public static Language chosen(Remembered remembered) {
        String said = remembered.get(KEY).orElse("");
        return Arrays.stream(values()).filter(l -> l.code.equals(said)).findFirst().orElse(SYSTEM);
    }

    /** Chooses it for the next start. */
    public void choose(Remembered remembered) {
        remembered.put(KEY, code);
    }
}
