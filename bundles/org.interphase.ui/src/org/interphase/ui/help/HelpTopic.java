package org.interphase.ui.help;

import java.util.List;
import java.util.Locale;

/**
 * One page of help.
 *
 * @param id unique among all pages
 * @param title heading and name in lists
 * @param parts what it says, in order
 */
record HelpTopic(String id, String title, List<Part> parts) {

    HelpTopic {
        parts = List.copyOf(parts);
    }

    /**
     * A paragraph with a heading of its own.
     *
     * @param anchor the parameter it is about; empty for none
     * @param heading its heading; empty for none
     * @param text what it says
     */
    record Part(String anchor, String heading, String text) {
    }

    /** Whether every word of a search stands somewhere on the page. */
    boolean matches(String search) {
        StringBuilder all = new StringBuilder(title).append('\n').append(id);
        parts.forEach(p -> all.append('\n').append(p.heading()).append('\n').append(p.text()));
        String text = all.toString().toLowerCase(Locale.ROOT);
        for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
