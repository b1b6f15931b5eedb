package org.interphase.testkit.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What simulated files hold, as rows that a test compares with what the analysis finds. */
final class Truth {

    private final List<String> rows = new ArrayList<>();

    /** A quantity with a true value. */
    void add(String sample, String file, String recipe, String measurement, double value, String unit) {
        rows.add(String.format(Locale.ROOT, "%s,%s,%s,%s,%s,%s", sample, file, recipe, quoted(measurement),
                Double.toString(value), unit));
    }

    /** A quantity that is not there: the analysis must report it as not detected. */
    void absent(String sample, String file, String recipe, String measurement, String unit) {
        rows.add(String.format(Locale.ROOT, "%s,%s,%s,%s,,%s", sample, file, recipe, quoted(measurement), unit));
    }

    /** Names of measurements may hold a comma. */
    private static String quoted(String text) {
        return text.indexOf(',') < 0 ? text : '"' + text + '"';
    }

    /** The rows as CSV: sample, file, recipe, measurement, value (empty: absent), unit. */
    String csv() {
        return "sample,file,recipe,measurement,value,unit\n" + String.join("\n", rows) + "\n";
    }
}
