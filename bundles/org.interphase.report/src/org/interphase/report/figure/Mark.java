package org.interphase.report.figure;

import java.util.List;

/** One resolved thing on the page: positions in page units (CSS px, y downwards), colours decided. */
public sealed interface Mark {

    /**
     * A stroked and/or filled path of straight pieces; NaN starts a new piece.
     *
     * @param stroke sRGB or -1 for none
     * @param fill sRGB or -1 for none
     */
    record Path(double[] x, double[] y, boolean closed, int stroke, double width, double[] dash, int fill,
            double fillOpacity, Box clip) implements Mark {
    }

    /** Many equal symbols. */
    record Symbols(double[] x, double[] y, org.interphase.model.figure.Style.Symbol symbol, double size, int colour,
            double opacity, Box clip) implements Mark {
    }

    /**
     * A line of text.
     *
     * @param anchor -1 starts at x, 0 centred, 1 ends at x
     * @param y baseline
     * @param turned whether it runs upwards, centred at (x, y)
     * @param hint hover text; may be empty
     */
    record Text(double x, double y, String text, double size, int colour, int anchor, boolean turned, boolean bold,
            String hint) implements Mark {

        /** The rectangle the text takes. */
        public Box box() {
            double w = Typeset.width(text, size);
            if (turned) {
                return new Box(x - size * 0.75, y - w / 2, x + size * 0.25, y + w / 2);
            }
            double left = anchor < 0 ? x : anchor == 0 ? x - w / 2 : x - w;
            return new Box(left, y - size * 0.75, left + w, y + size * 0.22);
        }
    }

    /** A picture as PNG bytes. */
    record Image(byte[] png, Box box, Box clip) implements Mark {
    }

    /** A rectangle from (left, top) to (right, bottom). */
    record Box(double left, double top, double right, double bottom) {

        /** Width. */
        public double width() {
            return right - left;
        }

        /** Height. */
        public double height() {
            return bottom - top;
        }

        /** Whether two rectangles share an area. */
        public boolean overlaps(Box o) {
            return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
        }

        /** The rectangle grown by a margin on all sides. */
        public Box grown(double m) {
            return new Box(left - m, top - m, right + m, bottom + m);
        }

        /** Whether another lies within this one. */
        public boolean contains(Box o) {
            return o.left >= left && o.right <= right && o.top >= top && o.bottom <= bottom;
        }
    }

    /**
     * A whole figure resolved.
     *
     * @param width page units
     * @param height page units
     * @param background sRGB
     * @param marks in painting order
     */
    record Scene(double width, double height, int background, List<Mark> marks) {
        /** Copies the list. */
        public Scene {
            marks = List.copyOf(marks);
        }

        /** All texts. */
        public List<Text> texts() {
            return marks.stream().filter(Text.class::isInstance).map(Text.class::cast).toList();
        }
    }
}
