package org.interphase.io;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/**
 * A column heading taken apart: {@code Binding energy (eV)}, {@code BE/eV}, {@code Wavenumber [cm-1]},
 * {@code I, mA}, {@code Acquisition Time s}.
 *
 * @param name the heading without its unit
 * @param unit the unit, empty where none is recognised
 */
public record HeaderText(String name, Optional<Unit> unit) {

    // blanks are taken off afterwards: where they could belong to several parts, a long line of them takes minutes
    private static final Pattern BRACKETS = Pattern.compile("([^\\n\\r]*?)[(\\[]([^()\\[\\]]+)[)\\]]\\s*");
    /** Nobody writes a longer heading; a text that is one all the same has no unit. */
    private static final int LONGEST = 1000;
    // a last word is taken for a unit only where it is hardly anything else
    private static final Set<String> PLAIN_UNITS = Set.of("ev", "kev", "s", "ms", "min", "cm-1", "cm^-1", "1/cm", "nm",
            "um", "\u00b5m", "mm", "mv", "ma", "ua", "\u00b5a", "hz", "khz", "mhz", "ohm", "degc", "\u00b0c", "counts",
            "cps", "counts/s", "%", "a.u.", "mah", "mah/g", "mpa", "kpa");

    /** Counts in other languages, alone or at the head of a rate. */
    private static final Pattern COUNTS = Pattern.compile("(?i)(z\u00e4hlimpulse|zaehlimpulse|impulse|ereignisse|coups|"
            + "impulsions)(?=$|\\s*[/.])");

    /** Takes a heading apart. */
    public static HeaderText parse(String heading) {
        String h = heading.strip().replace('\u2013', '-');
        if (h.length() > LONGEST) {
            return new HeaderText(h, Optional.empty());
        }
        Matcher m = BRACKETS.matcher(h);
        if (m.matches()) {
            Optional<Unit> unit = unit(m.group(2));
            if (unit.isPresent()) {
                return new HeaderText(withoutGap(m.group(1)).strip(), unit);
            }
        }
        for (int slash = h.indexOf('/'); slash > 0; slash = h.indexOf('/', slash + 1)) {
            Optional<Unit> unit = unit(h.substring(slash + 1));
            if (unit.isPresent() && unit(h).isEmpty()) {
                return new HeaderText(h.substring(0, slash).strip(), unit);
            }
        }
        int comma = h.indexOf(',', 1);
        if (comma > 0 && unit(h.substring(comma + 1)).isPresent()) {
            return new HeaderText(h.substring(0, comma).strip(), unit(h.substring(comma + 1)));
        }
        return lastWord(h).orElseGet(() -> new HeaderText(h, Optional.empty()));
    }

    /** A last word that is a unit, behind a blank or behind the only underlines. */
    private static Optional<HeaderText> lastWord(String heading) {
        int cut = heading.length() - 1;
        while (cut > 0 && !isGap(heading.charAt(cut))) {
            cut--;
        }
        String name = withoutGap(heading.substring(0, Math.max(0, cut)));
        String word = heading.substring(cut + 1);
        if (name.isEmpty() || !PLAIN_UNITS.contains(word.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean blank = heading.substring(name.length(), cut + 1).chars().anyMatch(Character::isWhitespace);
        boolean only = name.substring(1).chars().noneMatch(c -> isGap((char) c));
        return blank || only ? Optional.of(new HeaderText(name.strip(), unit(word))) : Optional.empty();
    }

    private static boolean isGap(char c) {
        return c == '_' || Character.isWhitespace(c);
    }

    private static String withoutGap(String text) {
        int end = text.length();
        while (end > 0 && isGap(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The unit a text stands for, brackets and common spellings allowed. */
    public static Optional<Unit> unit(String text) {
        String t = text.strip().replace('\u2013', '-');
        if (t.length() > 1 && (t.startsWith("(") && t.endsWith(")") || t.startsWith("[") && t.endsWith("]"))) {
            t = t.substring(1, t.length() - 1).strip();
        }
        Matcher counts = COUNTS.matcher(t);
        if (counts.lookingAt()) {
            t = "counts" + t.substring(counts.end()).strip();
        }
        t = switch (t) {
            case "mAh" -> "mA.h";
            case "mAh/g" -> "mA.h/g";
            case "Ah" -> "A.h";
            case "Wh" -> "W.h";
            case "ev", "EV" -> "eV";
            case "CM-1", "1/CM", "/cm" -> "cm-1";
            case "w.E.", "willk. Einh.", "willk. Einheiten", "u.a.", "u. a.", "arb. u", "arb. unit",
                    "Arbitrary Units", "arb. units", "arb.units" -> "a.u.";
            default -> t;
        };
        // a bare number or an empty text would read as "no unit"
        if (t.isEmpty() || t.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '.')) {
            return Optional.empty();
        }
        if (Unit.isKnown(t)) {
            return Optional.of(Unit.of(t));
        }
        String word = HeadingQuantity.unitWord(t);
        // "counts / s", "1 / cm"
        String close = t.replace(" / ", "/");
        return word != null ? Optional.of(Unit.of(word))
                : !close.equals(t) && Unit.isKnown(close) ? Optional.of(Unit.of(close)) : Optional.empty();
    }
}
