package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;

/** Superscripts and lines of text. */
public final class Typeset {

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    /** Stands for the point of a number that is lowered; of the private use area, since there is no such character. */
    private static final char LOW_POINT = '\ue080';
    private static final double SMALLER = 0.7;
    private static final double RAISED = -0.36;
    private static final double LOWERED = 0.18;

    /**
     * A piece of a line of text.
     *
     * @param text characters as they stand on a baseline
     * @param x where it starts, from the start of the line
     * @param shift how far down it stands from the line's baseline
     * @param size size of its font
     * @param width how long it is
     */
    public record Run(String text, double x, double shift, double size, double width) {
    }

    /**
     * A line of text that is set.
     *
     * @param text what it says
     * @param size size of its font
     * @param bold whether the font is bold
     * @param runs its pieces on, above and below the baseline
     * @param width how long it is
     */
    public record Line(String text, double size, boolean bold, List<Run> runs, double width) {
        /** Copies the list. */
        public Line {
            runs = List.copyOf(runs);
        }
    }

    private Typeset() {
    }

    /** An integer in superscript characters. */
    public static String superscript(int number) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(number).toCharArray()) {
            out.append(c == '-' ? '\u207b' : SUPERSCRIPTS.charAt(c - '0'));
        }
        return out.toString();
    }

    /** A number in subscript characters; its point stays. */
    static String subscript(String number) {
        StringBuilder out = new StringBuilder();
        for (char c : number.toCharArray()) {
            out.append(c == '.' ? LOW_POINT : (char) ('\u2080' + c - '0'));
        }
        return out.toString();
    }

    /**
     * Running text as in print: numbers of chemical formulas are lowered, names of Greek letters become letters, and a
     * text with neither is itself.
     */
    public static String prose(String text) {
        return Formulas.set(text);
    }

    /** The plain character of a superscript one, or 0 if it is none. */
    private static char unraised(char c) {
        int digit = SUPERSCRIPTS.indexOf(c);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return switch (c) {
            case '\u207b' -> '\u2212';
            case '\u207a' -> '+';
            default -> 0;
        };
    }

    /** The plain character of a subscript one, or 0 if it is none. */
    private static char unlowered(char c) {
        if (c >= '\u2080' && c <= '\u2089') {
            return (char) ('0' + c - '\u2080');
        }
        return c == LOW_POINT ? '.' : 0;
    }

    /** 1 for a superscript character, -1 for a subscript one, 0 for any other. */
    static int level(char c) {
        return unraised(c) != 0 ? 1 : unlowered(c) != 0 ? -1 : 0;
    }

    /** The character as it stands on the baseline. */
    static char onBaseline(char c) {
        char up = unraised(c);
        char low = unlowered(c);
        return up != 0 ? up : low != 0 ? low : c;
    }

    /** Sets a line of text, as long as the painter's font makes it. */
    static Line line(String given, double size, boolean bold, TextMetrics metrics) {
        String text = prose(given);
        List<Run> out = new ArrayList<>();
        double x = 0;
        int i = 0;
        while (i < text.length()) {
            int level = level(text.charAt(i));
            StringBuilder piece = new StringBuilder();
            for (; i < text.length() && level(text.charAt(i)) == level; i++) {
                piece.append(onBaseline(text.charAt(i)));
            }
            double s = level == 0 ? size : SMALLER * size;
            double width = metrics.width(piece.toString(), s, bold);
            out.add(new Run(piece.toString(), x, level > 0 ? RAISED * size : level < 0 ? LOWERED * size : 0, s, width));
            x += width;
        }
        return new Line(given, size, bold, out, x);
    }

    /** Text for HTML with its special characters escaped and superscripts and subscripts as elements. */
    public static String html(String text) {
        StringBuilder out = new StringBuilder();
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char up = unraised(c);
            char low = unlowered(c);
            char wanted = up != 0 ? 'p' : low != 0 ? 'b' : 0;
            if (wanted != open) {
                out.append(open == 0 ? "" : "</su" + open + ">").append(wanted == 0 ? "" : "<su" + wanted + ">");
                open = wanted;
            }
            escape(out, up != 0 ? up : low != 0 ? low : c);
        }
        return out.append(open == 0 ? "" : "</su" + open + ">").toString();
    }

    /** Appends a character as XML text; control characters are left out. */
    public static void escape(StringBuilder out, char c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                if (c >= ' ' && c != 0x7f || c == '\n' || c == '\t') {
                    out.append(c);
                }
            }
        }
    }
}
