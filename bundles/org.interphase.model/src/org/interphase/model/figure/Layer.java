package org.interphase.model.figure;

import java.util.List;
import java.util.Objects;
import org.interphase.model.Raster;

/**
 * One thing drawn in a panel, in the coordinates of the panel's axes. Arrays are copied on the way in and handed out
 * as they are to painters, which must not write to them. NaN breaks a line.
 */
public sealed interface Layer {

    /** Legend text; empty for none. */
    String label();

    /** How it is drawn. */
    Style style();

    /** The component, band or element it stands for; empty for none. */
    String component();

    /** The same layer standing for a component, band or element. */
    default Layer of(String other) {
        return switch (this) {
            case Line l -> new Line(l.label, l.x, l.y, l.style, other);
            case Points l -> new Points(l.label, l.x, l.y, l.yError, l.style, other);
            case Band l -> new Band(l.label, l.x, l.lower, l.upper, l.style, other);
            case Bars l -> new Bars(l.label, l.edges, l.heights, l.style, other);
            case Labels l -> new Labels(l.label, l.texts, l.style, other);
            case Span l -> new Span(l.label, l.from, l.to, l.style, other);
            case Guides l -> new Guides(l.label, l.vertical, l.at, l.style, other);
            case Outline l -> new Outline(l.label, l.x, l.y, l.closed, l.style, other);
            case Picture l -> new Picture(l.label, l.raster, l.colours, l.low, l.high, l.left, l.top, l.right,
                    l.bottom, l.style, other);
        };
    }

    /** A line through points. */
    record Line(String label, double[] x, double[] y, Style style, String component) implements Layer {
        /** @throws IllegalArgumentException if the lengths differ */
        public Line {
            x = x.clone();
            y = y.clone();
            requireEqual(x, y);
        }

        /** Of no component. */
        public Line(String label, double[] x, double[] y, Style style) {
            this(label, x, y, style, "");
        }
    }

    /**
     * Markers at points, with optional error bars.
     *
     * @param yError half length of the bars, or null
     */
    record Points(String label, double[] x, double[] y, double[] yError, Style style,
            String component) implements Layer {
        /** @throws IllegalArgumentException if the lengths differ */
        public Points {
            x = x.clone();
            y = y.clone();
            requireEqual(x, y);
            yError = yError == null ? null : yError.clone();
        }

        /** Of no component. */
        public Points(String label, double[] x, double[] y, double[] yError, Style style) {
            this(label, x, y, yError, style, "");
        }
    }

    /** The area between two curves over common x, filled: a component over its background, an uncertainty band. */
    record Band(String label, double[] x, double[] lower, double[] upper, Style style,
            String component) implements Layer {
        /** @throws IllegalArgumentException if the lengths differ */
        public Band {
            x = x.clone();
            lower = lower.clone();
            upper = upper.clone();
            requireEqual(x, lower);
            requireEqual(x, upper);
        }

        /** Of no component. */
        public Band(String label, double[] x, double[] lower, double[] upper, Style style) {
            this(label, x, lower, upper, style, "");
        }
    }

    /** Bars of a histogram: {@code edges} has one value more than {@code heights}. */
    record Bars(String label, double[] edges, double[] heights, Style style, String component) implements Layer {
        /** @throws IllegalArgumentException if the lengths do not fit */
        public Bars {
            edges = edges.clone();
            heights = heights.clone();
            if (edges.length != heights.length + 1) {
                throw new IllegalArgumentException(edges.length + " edges for " + heights.length + " bars");
            }
        }

        /** Of no component. */
        public Bars(String label, double[] edges, double[] heights, Style style) {
            this(label, edges, heights, style, "");
        }
    }

    /** Texts at points, placed by the painter so that they avoid curves and each other. */
    record Labels(String label, List<Text> texts, Style style, String component) implements Layer {
        /** Copies the list. */
        public Labels {
            texts = List.copyOf(texts);
        }

        /** Of no component. */
        public Labels(String label, List<Text> texts, Style style) {
            this(label, texts, style, "");
        }
    }

    /**
     * A text at a point.
     *
     * @param x abscissa it belongs to
     * @param y ordinate it belongs to
     * @param text what it says
     * @param hint longer text shown on hover; may be empty
     * @param colour its colour
     * @param component the component, band or element it names; empty for none
     */
    record Text(double x, double y, String text, String hint, Colour colour, String component) {
        /** A text of no component. */
        public Text(double x, double y, String text, String hint, Colour colour) {
            this(x, y, text, hint, colour, "");
        }
    }

    /** A range of x over the full height, for example a fitted region or an integration window. */
    record Span(String label, double from, double to, Style style, String component) implements Layer {
        /** Of no component. */
        public Span(String label, double from, double to, Style style) {
            this(label, from, to, style, "");
        }
    }

    /** Straight guide lines at x (vertical) or y (horizontal) over the whole panel. */
    record Guides(String label, boolean vertical, double[] at, Style style, String component) implements Layer {
        /** Copies the array. */
        public Guides {
            at = at.clone();
        }

        /** Of no component. */
        public Guides(String label, boolean vertical, double[] at, Style style) {
            this(label, vertical, at, style, "");
        }
    }

    /** An open or closed path, filled if closed and its style has opacity below 1: a contour, a region. */
    record Outline(String label, double[] x, double[] y, boolean closed, Style style,
            String component) implements Layer {
        /** @throws IllegalArgumentException if the lengths differ */
        public Outline {
            x = x.clone();
            y = y.clone();
            requireEqual(x, y);
        }

        /** Of no component. */
        public Outline(String label, double[] x, double[] y, boolean closed, Style style) {
            this(label, x, y, closed, style, "");
        }
    }

    /**
     * A raster as picture, drawn from (left, top) to (right, bottom) in panel coordinates.
     *
     * @param low value drawn darkest; NaN for the minimum
     * @param high value drawn brightest; NaN for the maximum
     */
    record Picture(String label, Raster raster, ColourMap colours, double low, double high, double left, double top,
            double right, double bottom, Style style, String component) implements Layer {
        /** Requires the raster. */
        public Picture {
            Objects.requireNonNull(raster, "raster");
            Objects.requireNonNull(colours, "colours");
        }

        /** Of no component. */
        public Picture(String label, Raster raster, ColourMap colours, double low, double high, double left,
                double top, double right, double bottom, Style style) {
            this(label, raster, colours, low, high, left, top, right, bottom, style, "");
        }
    }

    /** How raster values become colours. Labels maps each whole number to a distinct colour, 0 transparent. */
    enum ColourMap {
        GREY, VIRIDIS, MAGMA, DIVERGING, LABELS, MASK;

        /** Whether colours tell objects apart and no value lies between two of them; 0 is then nothing. */
        public boolean isDistinct() {
            return this == LABELS || this == MASK;
        }

        /** Whether a colour stands for a value, so that a reader needs a key; greys speak for themselves. */
        public boolean needsKey() {
            return this != GREY && !isDistinct();
        }
    }

    private static void requireEqual(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("arrays of " + a.length + " and " + b.length + " values");
        }
    }
}
