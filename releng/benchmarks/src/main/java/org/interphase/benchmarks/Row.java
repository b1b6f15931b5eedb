package org.interphase.benchmarks;

import java.util.Locale;
import java.util.Map;

/**
 * One result.
 *
 * @param suite suite
 * @param name case within the suite
 * @param value median, or the figure itself
 * @param unit unit of value and of the extras
 * @param higherIsBetter direction
 * @param threads threads used
 * @param extras further figures, such as min, max and best of the repetitions
 */
public record Row(String suite, String name, double value, String unit, boolean higherIsBetter, int threads,
        Map<String, Object> extras) {

    /** As one JSON object. */
    String json() {
        StringBuilder text = new StringBuilder();
        text.append("{\"suite\":").append(quote(suite)).append(",\"case\":").append(quote(name)).append(",\"value\":")
                .append(number(value)).append(",\"unit\":").append(quote(unit)).append(",\"better\":")
                .append(quote(higherIsBetter ? "higher" : "lower")).append(",\"threads\":").append(threads);
        extras.forEach((key, extra) -> text.append(',').append(quote(key)).append(':')
                .append(extra instanceof Number n ? number(n.doubleValue()) : quote(String.valueOf(extra))));
        return text.append('}').toString();
    }

    /** As one line for people. */
    String line() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-9s %-38s %12.5g %-8s", suite, name, value, unit));
        extras.forEach((key, extra) -> text.append("  ").append(key).append(' ')
                .append(extra instanceof Number n ? String.format(Locale.ROOT, "%.4g", n.doubleValue()) : extra));
        return text.toString();
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
