package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole figure resolved.
 *
 * @param width page units
 * @param height page units
 * @param background sRGB
 * @param plots panels from top to bottom
 * @param around what belongs to no panel's plot area: axes, keys, letter
 */
public record Scene(double width, double height, int background, List<Plot> plots, List<Mark> around) {

    /** Copies the lists. */
    public Scene {
        plots = List.copyOf(plots);
        around = List.copyOf(around);
    }

    /**
     * A panel: where it is and what is drawn within its plot area, which everything is cut at.
     *
     * @param frame plot area, scales and ticks
     * @param marks in painting order
     */
    public record Plot(Frame frame, List<Mark> marks) {
        /** Copies the list. */
        public Plot {
            marks = List.copyOf(marks);
        }
    }

    /** All marks in painting order. */
    public List<Mark> marks() {
        List<Mark> out = new ArrayList<>();
        plots.forEach(p -> out.addAll(p.marks()));
        out.addAll(around);
        return out;
    }

    /** All texts. */
    public List<Mark.Text> texts() {
        return marks().stream().filter(Mark.Text.class::isInstance).map(Mark.Text.class::cast).toList();
    }
}
