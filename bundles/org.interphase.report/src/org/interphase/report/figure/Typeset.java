package org.interphase.report.figure;

/** Superscripts and how wide text will be, without asking a font on this machine. */
public final class Typeset {

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    /**
     * Advance widths of Helvetica for the characters from space to tilde in 1/1000 em, from Adobe's font metrics of the
     * 14 standard PDF fonts; Arial and Liberation Sans share them.
     */
    private static final int[] WIDTHS = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
        611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
        278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556,
        333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

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

    /** The plain character of a superscript one, or 0 if it is none. */
    static char unraised(char c) {
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
    static char unlowered(char c) {
        if (c >= '\u2080' && c <= '\u2089') {
            return (char) ('0' + c - '\u2080');
        }
        return 0;
    }

    /** 1 for a superscript character, -1 for a subscript one, 0 for any other. */
    public static int level(char c) {
        return unraised(c) != 0 ? 1 : unlowered(c) != 0 ? -1 : 0;
    }

    /** The character as it stands on the baseline. */
    public static char onBaseline(char c) {
        char up = unraised(c);
        char low = unlowered(c);
        return up != 0 ? up : low != 0 ? low : c;
    }

    /** Width of a text in a sans-serif font of a size, in the size's unit. */
    public static double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (unraised(c) != 0 || unlowered(c) != 0) {
                sum += 0.7 * 556;
            } else if (c >= ' ' && c <= '~') {
                sum += WIDTHS[c - ' '];
            } else {
                sum += switch (c) {
                    case '\u2212', '\u00b1', '\u00d7' -> 584;
                    case '\u00a0' -> 278;
                    case '\u2032', '\u2033' -> 250;
                    case '\u03a9' -> 768;
                    default -> c > '\u2e80' ? 1000 : 600;
                };
            }
        }
        return sum / 1000 * size;
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

    static void escape(StringBuilder out, char c) {
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
