package org.interphase.model.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads plain unit text such as {@code mA.h/g}, {@code cm-1} or {@code S/cm} into factors. */
final class UnitParser {

    private UnitParser() {
    }

    /** A circumflex before a number says no more than the number; before a letter, that the exponent is open. */
    private static final Pattern NEEDLESS_CIRCUMFLEX = Pattern.compile(
            "\\^(?=[-+0-9\u207b\u2212\u2070\u00b9\u00b2\u00b3\u2074-\u2079])");
    private static final Pattern ANGSTROM = Pattern.compile("[Aa\u00c5\u212b\u00e5]ngstr[o\u00f6]ms?");
    /** Letters that programs write for an exponent that is a parameter: alpha, n, p, phi, in brackets or not. */
    private static final Pattern OPEN_EXPONENT = Pattern.compile(
            "\\^[({]?(?:alpha|phi|[anp\u03b1\u03c6])[)}]?(?![A-Za-z])");

    /** One factor of a unit product: an atom with its decimal prefix and exponent. */
    record Factor(UnitAtom atom, UnitPrefix prefix, UnitExponent exponent) {
    }

    /** Spellings found in instrument files, brought to one plain form. */
    static String normalise(String text) {
        String t = (text.contains("ngstr") ? ANGSTROM.matcher(text).replaceAll("Angstrom") : text).strip()
                .replace('\u00b5', 'u').replace('\u03bc', 'u')
                .replace("\u03a9", "ohm").replace("\u2126", "ohm").replace("Ohm", "ohm")
                .replace('\u212b', '\u00c5').replace("\u00c5", "Angstrom")
                .replace("\u00b0C", "degC").replace("\u00b0", "deg")
                .replace('\u00b7', '.').replace('\u22c5', '.').replace('*', '.');
        t = OPEN_EXPONENT.matcher(t).replaceAll(UnitExponent.SYMBOL);
        t = superscriptsToPlain(NEEDLESS_CIRCUMFLEX.matcher(t).replaceAll(""));
        if (t.startsWith("1/")) {
            String rest = t.substring(2);
            if (!rest.isEmpty() && rest.chars().allMatch(Character::isLetter)) {
                return rest + "-1";
            }
        }
        return switch (t) {
            case "", "-", "none" -> "1";
            case "a.u.", "arb. units", "arb.u.", "arb. u.", "arbitrary units", "a.u", "au", "arb" -> "a.u.";
            case "cts", "Counts", "count" -> "counts";
            case "cps", "CPS", "Counts/s", "counts.s-1", "cts/s", "counts per second" -> "counts/s";
            case "Celsius", "C deg", "oC" -> "degC";
            default -> t;
        };
    }

    private static String superscriptsToPlain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".indexOf(c);
            if (digit >= 0) {
                out.append((char) ('0' + digit));
            } else if (c == '\u207b' || c == '\u2212') {
                out.append('-');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * Splits normalised text into factors; everything behind a '/' counts negative until the end (as in UCUM, a
     * second '/' divides again).
     *
     * @throws IllegalArgumentException naming the unknown part
     */
    static List<Factor> parse(String text) {
        List<Factor> factors = new ArrayList<>();
        if (text.equals("1")) {
            return factors;
        }
        UnitAtom whole = UnitAtom.find(text);
        if (whole != null) {
            factors.add(new Factor(whole, UnitPrefix.NONE, UnitExponent.ONE));
            return factors;
        }
        int sign = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.' && !isDecimalPoint(text, i) || text.charAt(i) == '/'
                    || text.charAt(i) == ' ') {
                String part = text.substring(start, i);
                if (part.isEmpty()) {
                    throw new IllegalArgumentException("unit '" + text + "' has an empty factor");
                }
                if (!part.equals("1")) {
                    factors.add(factor(text, part, sign));
                }
                if (i < text.length() && text.charAt(i) == '/') {
                    sign = -1;
                }
                start = i + 1;
            }
        }
        return factors;
    }

    /** Whether a point stands within a number, as in {@code s-0.5}; otherwise it separates factors. */
    private static boolean isDecimalPoint(String text, int at) {
        return at > 0 && Character.isDigit(text.charAt(at - 1)) && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static Factor factor(String text, String part, int sign) {
        int end = part.length();
        UnitExponent exponent = UnitExponent.ONE;
        if (part.endsWith(UnitExponent.SYMBOL)) {
            end -= UnitExponent.SYMBOL.length();
            exponent = new UnitExponent(1, 1, true);
        } else {
            while (end > 0 && (Character.isDigit(part.charAt(end - 1)) || isDecimalPoint(part, end - 1))) {
                end--;
            }
            if (end > 0 && end < part.length() && (part.charAt(end - 1) == '-' || part.charAt(end - 1) == '+')) {
                end--;
            }
            try {
                exponent = end == part.length() ? exponent : UnitExponent.parse(part.substring(end));
            } catch (ArithmeticException | NumberFormatException e) {
                throw new IllegalArgumentException("unit '" + text + "' has an exponent that is no number: " + part, e);
            }
        }
        String symbol = part.substring(0, end);
        UnitAtom atom = UnitAtom.find(symbol);
        if (exponent.symbolic() && atom != UnitAtom.SECOND) {
            throw new IllegalArgumentException("unit '" + text + "': only seconds take an open exponent, not " + part);
        }
        if (atom != null) {
            return new Factor(atom, UnitPrefix.NONE, exponent.times(sign));
        }
        for (UnitPrefix prefix : UnitPrefix.values()) {
            if (prefix != UnitPrefix.NONE && symbol.startsWith(prefix.symbol())) {
                UnitAtom rest = UnitAtom.find(symbol.substring(prefix.symbol().length()));
                if (rest != null && rest.takesPrefix()) {
                    return new Factor(rest, prefix, exponent.times(sign));
                }
            }
        }
        throw new IllegalArgumentException("unknown unit '" + part + "' in '" + text + "'");
    }
}
