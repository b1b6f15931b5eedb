package org.interphase.model.figure;

import java.util.Objects;

/**
 * How a layer is drawn.
 *
 * @param colour what it stands for
 * @param width line width or symbol size in points (1/72 inch at normal scale)
 * @param dash line pattern
 * @param symbol marker for points
 * @param opacity of fills, 0 to 1
 */
public record Style(Colour colour, double width, Dash dash, Symbol symbol, double opacity) {

    /** Line patterns. */
    public enum Dash {
        SOLID, DASHED, DOTTED
    }

    /** Point markers. */
    public enum Symbol {
        NONE, DOT, CIRCLE, SQUARE, DIAMOND, TRIANGLE, CROSS
    }

    /** Requires all parts. */
    public Style {
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(dash, "dash");
        Objects.requireNonNull(symbol, "symbol");
    }

    /** A solid line. */
    public static Style line(Colour colour, double width) {
        return new Style(colour, width, Dash.SOLID, Symbol.NONE, 1);
    }

    /** Markers without line. */
    public static Style points(Colour colour, Symbol symbol, double size) {
        return new Style(colour, size, Dash.SOLID, symbol, 1);
    }

    /** A fill of this opacity with a thin edge. */
    public static Style fill(Colour colour, double opacity) {
        return new Style(colour, 1, Dash.SOLID, Symbol.NONE, opacity);
    }

    /** The same style with another line pattern. */
    public Style dashed(Dash other) {
        return new Style(colour, width, other, symbol, opacity);
    }

    /** The same style in another colour. */
    public Style withColour(Colour other) {
        return new Style(other, width, dash, symbol, opacity);
    }
}
