package org.interphase.technique.battery.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/**
 * A heading of a cycler's table taken apart: {@code Current(A)}, {@code Voltage [V]}, {@code test_time_second},
 * {@code Seconds}, {@code mAmp-hr}, {@code Chg. Cap.(Ah)}, {@code Ecell/V}.
 *
 * @param text the heading as it stands
 * @param name the heading without its unit
 * @param role what the column holds; empty where its name says none of the roles or its unit is of something else
 * @param unit its unit; empty where none is stated
 * @param clock whether the heading says that times are written as on a clock
 */
record RecordHeading(String text, String name, Optional<RecordRole> role, Optional<Unit> unit, boolean clock) {

    private static final Pattern BRACKETS = Pattern.compile("(.+?)[\\s_]*[(\\[\uff08]\\s*([^()\\[\\]\uff08\uff09]*)"
            + "\\s*[)\\]\uff09]\\s*");
    private static final Pattern SLASH = Pattern.compile("(.+?)\\s*/\\s*([^\\s].*)");
    private static final Pattern COMMA = Pattern.compile("(.+?)\\s*,\\s*(\\S+)");
    private static final Pattern LAST = Pattern.compile("(.+?)[\\s_]+([^\\s_]+)");
    private static final Pattern LAST_TWO = Pattern.compile("(.+?)[\\s_]+([^\\s_]+[\\s_][^\\s_]+)");
    private static final Pattern COUNTER = Pattern.compile("(?i)(milli|m|u|\u00b5)?(amp|a|watt|w)[\\s_.-]*(hr|hrs|"
            + "hour|hours|h)");

    /** What behind an underscore is hardly anything but a unit. */
    private static final Pattern JOINED = Pattern.compile("[AVW]|[mu]?[AW]h|[Oo]hms?|Hz|volt|ampere|watt|celsius|degC|"
            + "(?:ampere|watt)_hour|seconds?|mA|mV|mW|ohm");

    /** Units that stand for the whole heading. */
    private static final Map<String, RecordRole> BY_UNIT = Map.of("s", RecordRole.TIME, "V", RecordRole.VOLTAGE, "A",
            RecordRole.CURRENT, "A.h", RecordRole.CAPACITY, "W.h", RecordRole.ENERGY);

    /** Takes a heading apart. */
    static RecordHeading of(String heading) {
        String h = heading.strip().replace('\ufeff', ' ').strip();
        h = h.replaceFirst("^[~#]+", "").strip();
        if (h.indexOf('/') > 1 && HeadingUnits.of(h).isPresent()) {
            return new RecordHeading(heading, h, Optional.empty(), HeadingUnits.of(h), false);
        }
        for (Pattern p : new Pattern[] {BRACKETS, SLASH, COMMA, LAST_TWO, LAST}) {
            Matcher m = p.matcher(h);
            if (m.matches()) {
                RecordHeading split = split(heading, m.group(1), m.group(2), p == BRACKETS);
                if (split != null) {
                    return split;
                }
            }
        }
        RecordHeading bare = new RecordHeading(heading, h, RecordRole.of(key(h)), Optional.empty(), false);
        return bare.role.isPresent() && !COUNTER.matcher(h).matches() ? bare : byUnit(heading, h).orElse(bare);
    }

    /** The same with a unit that stands elsewhere, in a row of its own. */
    RecordHeading in(String unitText) {
        String t = unitText.strip().replaceAll("^[(\\[]|[)\\]]$", "");
        if (HeadingUnits.isClock(t)) {
            return new RecordHeading(text, name, role, unit, true);
        }
        Optional<Unit> u = HeadingUnits.of(t);
        RecordHeading split = u.isEmpty() || unit.isPresent() ? null : split(text, name, t, true);
        return split == null ? this : split;
    }

    private static RecordHeading split(String heading, String name, String unitText, boolean brackets) {
        boolean clock = HeadingUnits.isClock(unitText);
        Optional<Unit> unit = HeadingUnits.of(unitText);
        if (!clock && unit.isEmpty()) {
            // brackets hold a unit nobody knows, or say more of the name: then the name decides
            return null;
        }
        Optional<RecordRole> role = RecordRole.of(key(name));
        if (unit.isPresent() && role.isPresent()) {
            if (role.get() == RecordRole.TEMPERATURE && unit.get().text().equals("C")) {
                unit = Optional.of(Unit.of("degC"));
            }
            role = suited(role.get(), unit.get());
        }
        if (role.isEmpty() && unit.isPresent() && key(name).equals("test")) {
            // Maccor: "Test (Sec)" beside "Step (Sec)"
            Unit time = unit.get();
            role = Optional.of(RecordRole.TIME).filter(r -> r.takes(time));
        }
        boolean joined = unit.isPresent() && !unit.get().isOne() && heading.indexOf('_') > 0
                && JOINED.matcher(unitText).matches();
        if (role.isEmpty() && !brackets && !heading.contains("/") && !joined) {
            return null;
        }
        return new RecordHeading(heading, name.strip(), role, unit, clock);
    }

    /** The role a name has in a unit: a charge capacity in Wh is an energy; none if they don't go together. */
    private static Optional<RecordRole> suited(RecordRole role, Unit unit) {
        if (role.takes(unit)) {
            return Optional.of(role);
        }
        if (role == RecordRole.TIME && RecordRole.TEMPERATURE.takes(unit)) {
            return Optional.of(RecordRole.TEMPERATURE);
        }
        if (role == RecordRole.STEP && RecordRole.STEP_TIME.takes(unit)) {
            return Optional.of(RecordRole.STEP_TIME);
        }
        RecordRole energy = switch (role) {
            case CHARGE_CAPACITY -> RecordRole.CHARGE_ENERGY;
            case DISCHARGE_CAPACITY -> RecordRole.DISCHARGE_ENERGY;
            case CAPACITY -> RecordRole.ENERGY;
            default -> null;
        };
        return energy != null && energy.takes(unit) ? Optional.of(energy)
                : role == RecordRole.DATE && unit.isCompatible(Unit.of("s")) ? Optional.of(role) : Optional.empty();
    }

    private static Optional<RecordHeading> byUnit(String heading, String h) {
        Optional<Unit> unit = h.length() < 2 ? Optional.empty() : HeadingUnits.of(h);
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        for (Map.Entry<String, RecordRole> e : BY_UNIT.entrySet()) {
            if (unit.get().isCompatible(Unit.of(e.getKey())) && !h.equals("C")) {
                return Optional.of(new RecordHeading(heading, h, Optional.of(e.getValue()), unit, false));
            }
        }
        return Optional.empty();
    }

    /** The same as a heading of dates: a column of times may turn out to hold them. */
    RecordHeading dated() {
        return new RecordHeading(text, name, Optional.of(RecordRole.DATE), Optional.empty(), false);
    }

    /** Lower case without blanks, underscores, dots, dashes, brackets and the like. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Whether two headings differ in blanks, case and punctuation only. */
    static boolean same(String a, String b) {
        return key(a).equals(key(b));
    }
}
