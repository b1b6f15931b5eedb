package org.interphase.technique.electrochemistry.reader;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/**
 * What the heading of a column of an impedance spectrum says, in the many ways programs write it: {@code Z' (ohm)},
 * {@code Re[Z]/kΩ}, {@code neg_z_imag_ohm}, {@code Impedance Phase (Degrees)}, {@code Z'' 40C (Ohm)}.
 *
 * @param column the column
 * @param role what it holds; null if its heading says none of them
 * @param negative whether the heading has a minus sign
 */
record ImpedanceHeading(TextColumn column, ImpedanceRole role, boolean negative) {

    private static final Pattern MINUS = Pattern.compile("(-|minus|neg(?:ative)?|moins)(.+)");
    private static final Pattern UNIT_WORD = Pattern.compile(
            "(?:^|.*[^A-Za-z\u00b5])([kmMuGn\u00b5]?)([Oo]hms?|OHMS?|[Hh][Zz]|HZ|[Dd]eg(?:rees?)?|[Rr]ad(?:ians?)?"
                    + "|mhos?|Mhos?)([ .*\u00b7-]?(?:cm|m)(?:\\^?2|\u00b2))?[)\\]]?\\s*");
    private static final Pattern UNIT_END = Pattern.compile(
            "(.+?)(?:k|m|meg)?(?:ohms?|hz|deg|degrees?|rad|radians?|°)(?:cm\\^?[2²])?");
    /** Words that make a real and an imaginary part those of something else. */
    private static final Pattern OTHER_QUANTITY = Pattern.compile("permitt|epsilon|\u03b5|modul|refract|susceptib|"
            + "visco|stress|strain|power|gain|noise");
    private static final Pattern TOKENS = Pattern.compile("[\\s_;:,|]+");

    static ImpedanceHeading of(TextColumn column) {
        ImpedanceHeading whole = of(column, column.name());
        if (whole.role != null) {
            return whole;
        }
        // a name of a sample or a temperature may stand behind or before: "Z' 25C", "cell 3 Re(Z)"
        String[] tokens = TOKENS.split(column.name().strip());
        if (OTHER_QUANTITY.matcher(column.name().toLowerCase(Locale.ROOT)).find()) {
            return whole;
        }
        for (int n = tokens.length - 1; n > 0; n--) {
            ImpedanceHeading before = of(column, String.join(" ", List.of(tokens).subList(0, n)));
            if (before.role != null) {
                return before;
            }
            ImpedanceHeading behind = of(column, String.join(" ", List.of(tokens).subList(tokens.length - n,
                    tokens.length)));
            if (behind.role != null) {
                return behind;
            }
        }
        return whole;
    }

    private static ImpedanceHeading of(TextColumn column, String text) {
        String key = key(text);
        Matcher minus = MINUS.matcher(key);
        boolean negative = minus.matches();
        String name = negative ? minus.group(2) : key;
        ImpedanceRole role = ImpedanceRole.of(name);
        Matcher unit = UNIT_END.matcher(name);
        if (role == null && unit.matches()) {
            role = ImpedanceRole.of(unit.group(1));
        }
        return new ImpedanceHeading(column, role, negative);
    }

    /** Whether a text, as a person states it, means the imaginary part; with the sign it then has. */
    static java.util.Optional<Boolean> negativeImaginary(String text) {
        ImpedanceHeading h = of(new TextColumn(text, Unit.ONE, text, new double[0], List.of()), text);
        return h.role == ImpedanceRole.IMAGINARY ? java.util.Optional.of(h.negative) : java.util.Optional.empty();
    }

    /** Lower case without blanks, brackets, quotes, underscores and dots; one kind of minus sign and of primes. */
    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("[\u2019\u2032\u00b4`]", "'").replaceAll("[\u2033\u201d\"]", "''")
                .replaceAll("[\\s_.()\\[\\]{}#]", "");
    }

    /** The first column of a role, or null; a column in a unit of something else (a modulus in Pa) is none. */
    static ImpedanceHeading first(List<ImpedanceHeading> headings, ImpedanceRole role) {
        return headings.stream().filter(h -> h.role == role && h.suits()).findFirst().orElse(null);
    }

    /** Whether the unit is one of the role. */
    boolean suits() {
        Unit u = unit();
        return u.isOne() ? !role.needsUnit() : switch (role.measures()) {
            case FREQUENCY -> u.isCompatible(Unit.of("Hz"));
            case IMPEDANCE -> u.text().contains("ohm");
            case ADMITTANCE -> ImpedanceScale.ofAdmittance(u).isPresent();
            case CAPACITANCE -> u.isCompatible(Unit.of("F")) || u.isCompatible(Unit.of("F/cm2"));
            case INDUCTANCE -> u.isCompatible(Unit.of("H")) || u.isCompatible(Unit.of("H.cm2"));
            case ANGLE, NUMBER -> true;
        };
    }

    /** The unit that stands in the heading, also where it is spelt out; a pure number if there is none. */
    Unit unit() {
        if (column.hasUnit()) {
            return column.unit();
        }
        Matcher m = UNIT_WORD.matcher(column.heading());
        if (!m.matches()) {
            return Unit.ONE;
        }
        String base = switch (Character.toLowerCase(m.group(2).charAt(0))) {
            case 'o' -> "ohm";
            case 'h' -> "Hz";
            case 'd' -> "deg";
            case 'm' -> "S";
            default -> "rad";
        };
        String area = m.group(3) == null ? "" : (base.equals("S") ? "/" : ".")
                + m.group(3).replaceAll("^[ .*\u00b7-]|\\^", "").replace('\u00b2', '2');
        String unit = m.group(1).replace('\u00b5', 'u') + base + area;
        return Unit.isKnown(unit) ? Unit.of(unit) : Unit.ONE;
    }

    /**
     * The values in a unit, with the sign the heading says they lack; as they are where the heading states no unit that
     * can be converted, and angles asked for as pure numbers.
     */
    double[] in(Unit to) {
        boolean degrees = role != null && role.measures() == ImpedanceRole.Measures.ANGLE && to.isOne();
        double scale = unit().isCompatible(to) && !unit().isOne() && !degrees ? unit().scaleTo(to) : 1;
        double[] out = column.values().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= negative ? -scale : scale;
        }
        return out;
    }
}
