package org.interphase.model.figure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    /** The other scale of the first panel's horizontal axis, if it has one. */
    public Optional<OtherScale> otherScale() {
        return panels.get(0).x().other();
    }

    /** The same figure with horizontal axes numbered by their other scale, where they have one, or by their own. */
    public Figure showingOther(boolean otherScale) {
        return new Figure(id, title, caption, panels.stream().map(p -> new Panel(p.id(), p.x().showing(otherScale),
                p.y(), p.layers(), p.weight(), p.equalScale(), p.legend())).toList(), sharedX);
    }
}
