package org.interphase.technique.electrochemistry.reader;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * What the heading of a column of an impedance spectrum says, in the many ways programs write it: {@code Z' (ohm)},
 * {@code Re[Z]/kΩ}, {@code neg_z_imag_ohm}, {@code Impedance Phase (Degrees)}.
 *
 * @param column the column
 * @param role what it holds; null if its heading says none of them
 * @param negative whether the heading has a minus sign
 */
record ImpedanceHeading(TextColumn column, Role role, boolean negative) {

    /** What a column holds. */
    enum Role {
        FREQUENCY, ANGULAR_FREQUENCY, REAL, IMAGINARY, MODULUS, PHASE
    }

    private static final Map<Role, Pattern> NAMES = new EnumMap<>(Map.of(
            Role.FREQUENCY, Pattern.compile("f|fr[eé]q.*|frec.*|ν|nu|testfreq.*"),
            Role.ANGULAR_FREQUENCY, Pattern.compile("ω|omega|w|angular.*freq.*"),
            Role.REAL, Pattern.compile("z'|zs'|zr|z?re|zre[az].*|zr[eé]el.*|rez.*|re(o|imp).*|real.*|z1|resistance|"
                    + "rs|impedancere.*|zp?reohm"),
            Role.IMAGINARY, Pattern.compile("z''|zs''|zi|z?im|zim[ag].*|imz.*|imag.*|z2|reactance|xs?|"
                    + "impedanceim.*"),
            Role.MODULUS, Pattern.compile("\\|z\\||z|z?mod.*|z?abs.*|z?mag.*|impedance|"
                    + "impedance(mod|mag|abs).*"),
            Role.PHASE, Pattern.compile("z?ph(ase|i|z).*|θ.*|theta.*|φ.*|z?angle.*|z?arg.*|impedanceph.*")));
    private static final Pattern MINUS = Pattern.compile("(-|minus|neg(?:ative)?)(.+)");
    private static final Pattern UNIT_WORD = Pattern.compile(
            "(?:^|.*[^A-Za-z\u00b5])([kmMu\u00b5]?)([Oo]hms?|OHMS?|[Hh][Zz]|HZ|[Dd]eg(?:rees?)?|[Rr]ad(?:ians?)?)"
                    + "[)\\]]?\\s*");
    private static final Pattern UNIT_END = Pattern.compile(
            "(.+?)(?:k|m|meg)?(?:ohms?|hz|deg|degrees?|rad|radians?|°)");

    static ImpedanceHeading of(TextColumn column) {
        String key = key(column.name());
        Matcher minus = MINUS.matcher(key);
        boolean negative = minus.matches();
        String name = negative ? minus.group(2) : key;
        Role role = role(name);
        Matcher unit = UNIT_END.matcher(name);
        if (role == null && unit.matches()) {
            role = role(unit.group(1));
        }
        return new ImpedanceHeading(column, role, negative);
    }

    private static Role role(String name) {
        for (Map.Entry<Role, Pattern> e : NAMES.entrySet()) {
            if (e.getValue().matcher(name).matches()) {
                return e.getKey();
            }
        }
        return null;
    }

    /** Lower case without blanks, brackets, quotes, underscores and dots; one kind of minus sign and of primes. */
    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("[\u2019\u2032\u00b4`]", "'").replaceAll("[\u2033\u201d\"]", "''")
                .replaceAll("[\\s_.()\\[\\]{}#]", "");
    }

    /** The first column of a role, or null; a column in a unit of something else (a modulus in Pa) is none. */
    static ImpedanceHeading first(List<ImpedanceHeading> headings, Role role) {
        return headings.stream().filter(h -> h.role == role && h.suits()).findFirst().orElse(null);
    }

    private boolean suits() {
        Unit u = unit();
        return switch (role) {
            case FREQUENCY -> u.isOne() || u.isCompatible(Unit.of("Hz"));
            case REAL, IMAGINARY, MODULUS -> u.isOne() || u.text().contains("ohm");
            default -> true;
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
            default -> "rad";
        };
        String unit = m.group(1).replace('\u00b5', 'u') + base;
        return Unit.isKnown(unit) ? Unit.of(unit) : Unit.ONE;
    }

    /** The values in a unit; as they are where the heading states none that can be converted. */
    double[] in(String wanted) {
        Unit to = Unit.of(wanted);
        double scale = unit().isCompatible(to) && !unit().isOne() ? unit().scaleTo(to) : 1;
        double[] out = column.values().clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= scale;
        }
        return out;
    }
}
