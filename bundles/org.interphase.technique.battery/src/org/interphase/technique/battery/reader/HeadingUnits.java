package org.interphase.technique.battery.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.HeaderText;
import org.interphase.model.unit.Unit;

/** Units as the headings of cyclers spell them: {@code mAh}, {@code Amp-hr}, {@code ampere_hour}, {@code degC}. */
final class HeadingUnits {

    private static final Pattern CLOCK = Pattern.compile("(?i)d{0,3}[ .:-]*h+(?:r|our)?s?[:.]m+(?:in)?[:.]s+(?:ec)?"
            + "(?:[.:]\\w+)?|hms");
    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("a", "A"), Map.entry("amp", "A"), Map.entry("amps", "A"), Map.entry("ampere", "A"),
            Map.entry("amperes", "A"), Map.entry("v", "V"), Map.entry("volt", "V"), Map.entry("volts", "V"),
            Map.entry("w", "W"), Map.entry("watt", "W"), Map.entry("watts", "W"), Map.entry("ah", "A.h"),
            Map.entry("amphr", "A.h"), Map.entry("amphrs", "A.h"), Map.entry("amphour", "A.h"),
            Map.entry("amphours", "A.h"), Map.entry("amperehour", "A.h"), Map.entry("amperehours", "A.h"),
            Map.entry("ahr", "A.h"), Map.entry("wh", "W.h"), Map.entry("watthr", "W.h"), Map.entry("watthrs", "W.h"),
            Map.entry("watthour", "W.h"), Map.entry("watthours", "W.h"), Map.entry("whr", "W.h"),
            Map.entry("ohm", "ohm"), Map.entry("ohms", "ohm"), Map.entry("o", "ohm"), Map.entry("as", "A.s"),
            Map.entry("coulomb", "C"), Map.entry("coulombs", "C"));
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("s", "s"), Map.entry("sec", "s"), Map.entry("secs", "s"), Map.entry("second", "s"),
            Map.entry("seconds", "s"), Map.entry("sekunden", "s"), Map.entry("秒", "s"), Map.entry("ms", "ms"),
            Map.entry("millisecond", "ms"), Map.entry("milliseconds", "ms"), Map.entry("us", "us"),
            Map.entry("microsecond", "us"), Map.entry("microseconds", "us"), Map.entry("ns", "ns"),
            Map.entry("nanosecond", "ns"), Map.entry("nanoseconds", "ns"),
            Map.entry("min", "min"), Map.entry("mins", "min"), Map.entry("minute", "min"),
            Map.entry("minutes", "min"), Map.entry("minuten", "min"), Map.entry("h", "h"), Map.entry("hr", "h"),
            Map.entry("hrs", "h"), Map.entry("hour", "h"), Map.entry("hours", "h"), Map.entry("stunden", "h"),
            Map.entry("d", "d"), Map.entry("day", "d"), Map.entry("days", "d"), Map.entry("tage", "d"),
            Map.entry("celsius", "degC"), Map.entry("degreecelsius", "degC"), Map.entry("degreescelsius", "degC"),
            Map.entry("degc", "degC"), Map.entry("degreec", "degC"), Map.entry("\u2103", "degC"),
            Map.entry("\u00b0c", "degC"), Map.entry("\u00bac", "degC"), Map.entry("kelvin", "K"));
    private static final Pattern PREFIX = Pattern.compile("(milli|micro|nano|kilo|m|u|\u00b5|\u03bc|n|k)(.+)");
    private static final Map<String, String> PREFIXES = Map.of("milli", "m", "micro", "u", "nano", "n", "kilo", "k",
            "m", "m", "u", "u", "\u00b5", "u", "\u03bc", "u", "n", "n");
    private static final Pattern MILLI = Pattern.compile("(?i)M(?:V|A|AH|WH|W|A\\.?H|OHM)");

    private static final Pattern HOURS = Pattern.compile("(?<![A-Za-z.])([mu\u00b5]?)([AW])h");

    private HeadingUnits() {
    }

    /** Whether a text tells that times are written as on a clock. */
    static boolean isClock(String text) {
        return CLOCK.matcher(text.strip()).matches();
    }

    /** The unit a text spells; empty where it spells none. */
    static Optional<Unit> of(String text) {
        String t = text.strip();
        if (t.isEmpty() || isClock(t)) {
            return Optional.empty();
        }
        if (t.equals("1") || t.equals("-")) {
            return Optional.of(Unit.ONE);
        }
        String key = t.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\u00b7*-]", "").replace("\u03a9", "ohm")
                .replace("\u2126", "ohm").replace("\u03c9", "ohm");
        if (t.equals("C")) {
            // a coulomb, unless the column is a temperature
            return Optional.of(Unit.of("C"));
        }
        String word = WORDS.get(key);
        if (word == null && BASES.containsKey(key)) {
            word = BASES.get(key);
        }
        if (word != null) {
            return Optional.of(Unit.of(word));
        }
        Matcher m = PREFIX.matcher(key);
        if (m.matches() && BASES.containsKey(m.group(2))) {
            String prefix = m.group(1);
            // nobody records megavolts: MV is shouted
            String p = prefix.equals("k") ? "k" : PREFIXES.get(prefix);
            if (p != null && (!t.startsWith("M") || prefix.equals("milli") || MILLI.matcher(t).matches())) {
                return Optional.of(Unit.of(p + BASES.get(m.group(2))));
            }
        }
        String density = HOURS.matcher(t.replaceAll("\\s*/\\s*", "/").replace("(", "").replace(")", ""))
                .replaceAll("$1$2.h").replace("\u00b2", "2");
        if (density.contains("/") && Unit.isKnown(density)) {
            return Optional.of(Unit.of(density));
        }
        return HeaderText.unit(t);
    }
}
