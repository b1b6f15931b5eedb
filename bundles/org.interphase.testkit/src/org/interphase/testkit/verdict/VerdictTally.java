package org.interphase.testkit.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.Measurement;

/**
 * Counts what verdicts on numbers with known truth are worth, by family of data. Of the numbers called sound, at least
 * 95 % must lie within 2 stated uncertainties and at most 1 % beyond 3; substances that are absent may be reported
 * present in under 1 %, limits may lie below the truth in under 5 %; and on data that obey the model at most 5 % may
 * be doubted. Not safe for use by several threads.
 */
public final class VerdictTally {

    /** Least share of sound numbers within two stated uncertainties. */
    public static final double WITHIN_TWO = 0.95;
    /** Largest share of sound numbers beyond three stated uncertainties. */
    public static final double BEYOND_THREE = 0.01;
    /** Largest share of absent substances reported present. */
    public static final double FALSELY_PRESENT = 0.01;
    /** Largest share of limits of detection below the truth. */
    public static final double LIMIT_BELOW = 0.05;
    /** Largest share of doubted numbers where the data obey the model. */
    public static final double DOUBTED = 0.05;

    private static final String HEAD = String.format("%-34s %6s %6s %7s %7s %7s %9s %9s %9s%n", "family", "numbers",
            "sound", "<= 2 u", "> 3 u", "rms", "doubtful", "withheld", "not det.");

    private final String title;
    private final Map<String, Count> families = new LinkedHashMap<>();

    /** @param title what is tallied, for the head of the table */
    public VerdictTally(String title) {
        this.title = title;
    }

    /** What was counted of one family. */
    public static final class Count {
        private int numbers;
        private int sound;
        private int withinTwo;
        private int beyondThree;
        private int doubtful;
        private int withheld;
        private int notDetected;
        private int limitBelow;
        private int absent;
        private int falselyPresent;
        private double squares;

        private void number(Measurement m, double truth) {
            numbers++;
            if (m.verdict().isWithheld()) {
                withheld++;
            } else if (m.isNotDetected()) {
                notDetected++;
                // to miss something and name no limit is wrong
                limitBelow += m.limit() >= truth || truth == 0 ? 0 : 1;
            } else if (m.verdict().isSound()) {
                // an uncertainty of zero or none is wrong by itself, unless the value is exactly true
                double pull = m.value() == truth ? 0 : Math.abs(m.value() - truth) / m.uncertainty();
                sound++;
                withinTwo += pull <= 2 ? 1 : 0;
                beyondThree += pull <= 3 ? 0 : 1;
                squares += Math.min(pull * pull, 100);
            } else {
                doubtful++;
            }
        }

        private void nothing(boolean present) {
            absent++;
            falselyPresent += present ? 1 : 0;
        }

        private void add(Count o) {
            numbers += o.numbers;
            sound += o.sound;
            withinTwo += o.withinTwo;
            beyondThree += o.beyondThree;
            doubtful += o.doubtful;
            withheld += o.withheld;
            notDetected += o.notDetected;
            limitBelow += o.limitBelow;
            absent += o.absent;
            falselyPresent += o.falselyPresent;
            squares += o.squares;
        }

        /** How many numbers were counted, sound or not. */
        public int numbers() {
            return numbers;
        }

        /** How many were called sound. */
        public int sound() {
            return sound;
        }

        /** Share of sound numbers within two stated uncertainties; 1 if there are none. */
        public double withinTwo() {
            return share(withinTwo, sound, 1);
        }

        /** Share of sound numbers beyond three stated uncertainties; 0 if there are none. */
        public double beyondThree() {
            return share(beyondThree, sound, 0);
        }

        /** Share of numbers that are doubtful or withheld; 0 if there are none. */
        public double doubted() {
            return share(doubtful + withheld, numbers, 0);
        }

        /** Share of limits of detection that lie below the truth; 0 if there are none. */
        public double limitBelow() {
            return share(limitBelow, notDetected, 0);
        }

        /** Share of absent substances reported present without doubt; 0 if none was absent. */
        public double falselyPresent() {
            return share(falselyPresent, absent, 0);
        }

        /**
         * Root mean square of the errors of sound numbers over their stated uncertainties, each counted up to 10; near
         * 1 where uncertainties are neither too small nor too large, NaN if there are none.
         */
        public double rms() {
            return sound == 0 ? Double.NaN : Math.sqrt(squares / sound);
        }

        private static double share(int part, int whole, double none) {
            return whole == 0 ? none : (double) part / whole;
        }

        private String row(String name) {
            String row = String.format(Locale.ROOT, "%-34s %6d %6d %6.1f%% %6.1f%% %7.2f %8.1f%% %8.1f%% %8.1f%%", name,
                    numbers, sound, 100 * withinTwo(), 100 * beyondThree(),
                    rms(), 100 * share(doubtful, numbers, 0),
                    100 * share(withheld, numbers, 0), 100 * share(notDetected, numbers, 0));
            if (notDetected > 0) {
                row += String.format(Locale.ROOT, "  limits below truth %.1f%% of %d", 100 * limitBelow(), notDetected);
            }
            if (absent > 0) {
                row += String.format(Locale.ROOT, "  falsely present %.1f%% of %d", 100 * falselyPresent(), absent);
            }
            return row;
        }
    }

    private Count of(String family) {
        return families.computeIfAbsent(family, f -> new Count());
    }

    /** A number whose truth is known, in the unit of the measurement; one not detected is judged by its limit. */
    public void number(String family, Measurement m, double truth) {
        of(family).number(m, truth);
    }

    /**
     * The same of the one measurement of a name.
     *
     * @throws IllegalArgumentException if there is none or are several: a test that counts nothing notices nothing
     */
    public void number(String family, List<Measurement> all, String name, double truth) {
        List<Measurement> found = all.stream().filter(m -> m.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " numbers called '" + name + "' among " + all);
        }
        number(family, found.get(0), truth);
    }

    /**
     * Something that is not there.
     *
     * @param present whether it was reported as present, without any doubt said
     */
    public void absent(String family, boolean present) {
        of(family).nothing(present);
    }

    /** What was counted of a family; nothing yet for one that was never named. */
    public Count family(String name) {
        return families.getOrDefault(name, new Count());
    }

    /** All families together. */
    public Count all() {
        Count sum = new Count();
        families.values().forEach(sum::add);
        return sum;
    }

    /** The table, a line for each family and one for all. */
    public String table() {
        StringBuilder out = new StringBuilder(title).append(System.lineSeparator()).append(HEAD);
        families.forEach((name, count) -> out.append(count.row(name)).append(System.lineSeparator()));
        return out.append(all().row("all")).append(System.lineSeparator()).toString();
    }
}
