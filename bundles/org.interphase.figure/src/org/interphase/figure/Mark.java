package org.interphase.figure;

import org.interphase.model.figure.Style;

/** One resolved thing on the page: positions in page units (CSS px, y downwards), colours decided. */
public sealed interface Mark {

    /** What it stands for. */
    Subject subject();

    /** The part of a picture a mark belongs to. */
    enum Part {
        LAYER, LABEL, LEGEND, AXIS, KEY, SCALE_BAR, LETTER
    }

    /**
     * What a mark stands for.
     *
     * @param part which part of the picture it belongs to
     * @param panel id of the panel; empty for what belongs to the whole figure
     * @param component the component, band or element; empty for none
     */
    record Subject(Part part, String panel, String component) {
    }

    /**
     * A line.
     *
     * @param rgb sRGB
     * @param width page units
     * @param dash lengths of dashes and gaps; empty for a whole line
     * @param opacity 0 for no line, to 1
     */
    record Pen(int rgb, double width, double[] dash, double opacity) {
        /** No line. */
        public static final Pen NONE = new Pen(0, 0, new double[0], 0);

        /** A thin whole line. */
        static Pen of(int rgb, double width) {
            return new Pen(rgb, width, new double[0], 1);
        }
    }

    /**
     * A filling.
     *
     * @param rgb sRGB
     * @param opacity 0 for none, to 1
     */
    record Fill(int rgb, double opacity) {
        /** No filling. */
        public static final Fill NONE = new Fill(0, 0);
    }

    /** A stroked and/or filled path of straight pieces; NaN starts a new piece. */
    record Path(Subject subject, double[] x, double[] y, boolean closed, Pen pen, Fill fill) implements Mark {

        /** A rectangle. */
        static Path of(Subject subject, Box b, Pen pen, Fill fill) {
            return new Path(subject, new double[] {b.left(), b.right(), b.right(), b.left()},
                    new double[] {b.top(), b.top(), b.bottom(), b.bottom()}, true, pen, fill);
        }

        /** A straight line. */
        static Path line(Subject subject, double x0, double y0, double x1, double y1, Pen pen) {
            return new Path(subject, new double[] {x0, x1}, new double[] {y0, y1}, false, pen, Fill.NONE);
        }
    }

    /** Many equal symbols around points; NaN points have none. */
    record Symbols(Subject subject, double[] x, double[] y, Style.Symbol symbol, double size, int colour,
            double opacity) implements Mark {

        /** Width of the line of open symbols. */
        public static final double LINE = 1.2;

        /** Whether symbols are filled, not drawn as lines. */
        public boolean filled() {
            return symbol == Style.Symbol.DOT;
        }

        /** Corners {x, y, x, y...} around the middle of a symbol; empty for a circle. A cross is two lines. */
        public double[] corners() {
            double r = size / 2;
            return switch (symbol) {
                case SQUARE -> new double[] {-r, -r, r, -r, r, r, -r, r};
                case DIAMOND -> new double[] {0, -r * 1.3, r * 1.3, 0, 0, r * 1.3, -r * 1.3, 0};
                case TRIANGLE -> new double[] {0, -r * 1.2, r * 1.1, r * 0.8, -r * 1.1, r * 0.8};
                case CROSS -> new double[] {-r, -r, r, r, -r, r, r, -r};
                case DOT, CIRCLE, NONE -> new double[0];
            };
        }
    }

    /**
     * A line of text.
     *
     * @param anchor -1 starts at x, 0 centred, 1 ends at x
     * @param y baseline
     * @param turned whether it runs upwards, its baseline at x, centred at y
     * @param hint hover text; may be empty
     */
    record Text(Subject subject, double x, double y, Typeset.Line line, int colour, int anchor, boolean turned,
            String hint) implements Mark {

        static Text of(Subject subject, double x, double y, Typeset.Line line, int colour, int anchor) {
            return new Text(subject, x, y, line, colour, anchor, false, "");
        }

        static Text turned(Subject subject, double x, double y, Typeset.Line line, int colour) {
            return new Text(subject, x, y, line, colour, 0, true, "");
        }

        /** What it says. */
        public String text() {
            return line.text();
        }

        /** Where along the line's direction it starts, from its anchor. */
        public double start() {
            return turned || anchor == 0 ? -line.width() / 2 : anchor < 0 ? 0 : -line.width();
        }

        /** The rectangle the text takes. */
        public Box box() {
            double from = start();
            double size = line.size();
            return turned ? new Box(x - size * 0.75, y + from, x + size * 0.25, y - from)
                    : new Box(x + from, y - size * 0.75, x + from + line.width(), y + size * 0.22);
        }
    }

    /**
     * A raster.
     *
     * @param pixels its values as colours
     * @param x0 where its left edge is; beyond {@code x1} if it is mirrored
     * @param y0 where its upper edge is
     * @param x1 where its right edge is
     * @param y1 where its lower edge is
     */
    record Image(Subject subject, PictureColours pixels, double x0, double y0, double x1, double y1) implements Mark {
    }
}
