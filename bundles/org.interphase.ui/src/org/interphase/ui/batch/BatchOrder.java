package org.interphase.ui.batch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Unit;

/**
 * How the rows of a batch are sorted.
 *
 * @param by what they are sorted by
 * @param quantity name of the number, where they are sorted by one
 * @param falling whether the greatest comes first
 */
record BatchOrder(By by, String quantity, boolean falling) {

    /** What rows are sorted by. */
    enum By {
        /** As the data were chosen. */
        CHOICE,
        /** By the name of the data. */
        NAME,
        /** By what went wrong; those that failed come first. */
        CAUSE,
        /** By a number. */
        NUMBER
    }

    /** As the data were chosen. */
    static final BatchOrder AS_CHOSEN = new BatchOrder(By.CHOICE, "", false);

    /** Sorted by this, or, where they are already, the other way round, and then as they were chosen. */
    BatchOrder pressed(By next, String name) {
        if (by != next || !quantity.equals(name)) {
            return new BatchOrder(next, name, false);
        }
        return falling ? AS_CHOSEN : new BatchOrder(next, name, true);
    }

    /** Compares rows; null where they stay as they are. Rows without what is asked for come last either way. */
    Comparator<BatchRow> comparator(List<BatchRow> rows) {
        return switch (by) {
            case CHOICE -> null;
            case NAME -> turned(Comparator.comparing(BatchRow::name, BatchOrder::natural));
            case CAUSE -> Comparator.comparing((BatchRow r) -> r.error().isEmpty()).thenComparing(
                    turned(Comparator.comparing(BatchRow::error, BatchOrder::natural)));
            case NUMBER -> {
                Unit unit = rows.stream().flatMap(r -> number(r).stream()).map(Measurement::unit).findFirst()
                        .orElse(Unit.ONE);
                yield Comparator.comparing((BatchRow r) -> Double.isNaN(value(r, unit))).thenComparing(
                        turned(Comparator.comparingDouble(r -> value(r, unit))));
            }
        };
    }

    private Comparator<BatchRow> turned(Comparator<BatchRow> c) {
        return falling ? c.reversed() : c;
    }

    private Optional<Measurement> number(BatchRow row) {
        return row.measurement(quantity).filter(Measurement::isDetected);
    }

    private double value(BatchRow row, Unit unit) {
        return number(row).filter(m -> m.unit().isCompatible(unit)).map(m -> m.unit().convert(m.value(), unit))
                .orElse(Double.NaN);
    }

    /** Compares names as people count: "cell 9" before "cell 10"; capitals make no difference. */
    static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char p = Character.toLowerCase(a.charAt(i));
            char q = Character.toLowerCase(b.charAt(j));
            if (isDigit(p) && isDigit(q)) {
                int from = skipZeros(a, i);
                int to = skipZeros(b, j);
                i = digits(a, from);
                j = digits(b, to);
                int longer = Integer.compare(i - from, j - to);
                int order = longer != 0 ? longer : a.substring(from, i).compareTo(b.substring(to, j));
                if (order != 0) {
                    return order;
                }
            } else if (p != q) {
                return Character.compare(p, q);
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int skipZeros(String s, int from) {
        int i = from;
        while (i + 1 < s.length() && s.charAt(i) == '0' && isDigit(s.charAt(i + 1))) {
            i++;
        }
        return i;
    }

    private static int digits(String s, int from) {
        int i = from;
        while (i < s.length() && isDigit(s.charAt(i))) {
            i++;
        }
        return i;
    }
}
