package org.interphase.technique.battery.reader;

import java.time.LocalDate;
import java.util.List;
import org.interphase.model.ColumnPage;

/**
 * Dates of which nothing tells whether the day or the month comes first. They were read with the day first. What passed
 * between two of them is known only where both orders say the same: 05/03 to 05/04 is a day or a month.
 */
final class OpenDates {

    private static final double DAY = 86400;
    private static final int MONTHS = 12;
    private static final double SAME = 1e-3;

    private OpenDates() {
    }

    /** Whether a date read with the day first has a day that is no month, so that the order is none but this. */
    static boolean isDayFirst(List<ColumnPage> dates) {
        for (ColumnPage p : dates) {
            for (int i = 0; i < p.size(); i++) {
                if (!Double.isNaN(p.get(i)) && date(p.get(i)).getDayOfMonth() > MONTHS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the same time passes from the first date to each other in both orders. */
    static boolean agree(List<ColumnPage> dates) {
        double first = Double.NaN;
        double turned = Double.NaN;
        for (ColumnPage p : dates) {
            for (int i = 0; i < p.size(); i++) {
                double v = p.get(i);
                if (Double.isNaN(v)) {
                    continue;
                }
                double t = turned(v);
                if (Double.isNaN(first)) {
                    first = v;
                    turned = t;
                }
                // NaN where the turned date is none
                if (!(Math.abs(v - first - (t - turned)) < SAME)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static LocalDate date(double seconds) {
        return LocalDate.ofEpochDay((long) Math.floor(seconds / DAY));
    }

    /** The date with day and month changed; NaN where there is no such month. */
    private static double turned(double seconds) {
        LocalDate d = date(seconds);
        return d.getDayOfMonth() > MONTHS ? Double.NaN : seconds + (LocalDate.of(d.getYear(), d.getDayOfMonth(),
                d.getMonthValue()).toEpochDay() - d.toEpochDay()) * DAY;
    }
}
