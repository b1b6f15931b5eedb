package org.interphase.model.figure;

import java.util.List;
import java.util.Objects;

/**
 * A figure as data: what is drawn, not how a screen or a page draws it.
 *
 * @param id short name, unique among the figures of one result, for example "spectrum", "nyquist", "drt"
 * @param title a few words for tabs and lists (not drawn inside the figure)
 * @param caption full sentences for the report
 * @param panels from top to bottom
 * @param sharedX whether the panels have one common horizontal axis (drawn at the lowest)
 */
public record Figure(String id, String title, String caption, List<Panel> panels, boolean sharedX) {

    /** @throws IllegalArgumentException if there is no panel */
    public Figure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(caption, "caption");
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("figure '" + id + "' has no panel");
        }
    }

    /** A figure of one panel. */
    public static Figure of(String id, String title, String caption, Panel panel) {
        return new Figure(id, title, caption, List.of(panel), false);
    }
}
