package org.interphase.technique.battery.reader;

import java.time.LocalDate;
import java.util.List;

/**
 * Dates with times of day, read in place: {@code 2022-05-18 16:27:52.5}, {@code 08/23/2021 6:04:18 PM},
 * {@code 23-Nov-23 3:56:11 PM}, {@code 18.05.2022 16:27}, {@code 2022-05-18T16:27:52+02:00}. In seconds since
 * 1970-01-01 as the clock showed them; where an offset is written it is given apart.
 */
final class DateText {

    /** Order of year, month and day. */
    enum Order { YEAR_FIRST, DAY_FIRST, MONTH_FIRST }

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final double DAY = 86400;
    private static final int CENTURY = 2000;

    private DateText() {
    }

    /** What one date says. */
    private static final class Parts {
        private final int[] numbers = new int[8];
        private int count;
        private int month;
        private int monthAt = -1;
        private double fraction;
        private int half;
        private boolean zoned;
        private int offset;
        private int firstLength;
    }

    private static Parts split(byte[] b, int from, int to) {
        Parts p = new Parts();
        int i = from;
        boolean time = false;
        while (i < to) {
            byte c = b[i];
            if (c >= '0' && c <= '9') {
                int start = i;
                long v = 0;
                while (i < to && b[i] >= '0' && b[i] <= '9') {
                    v = i - start < 9 ? v * 10 + (b[i] - '0') : v;
                    i++;
                }
                if (p.count == 0) {
                    p.firstLength = i - start;
                }
                if (p.count == 6 || p.count >= 7) {
                    return null;
                }
                p.numbers[p.count++] = (int) v;
                if (i < to && (b[i] == '.' || b[i] == ',' || b[i] == ':') && p.count == 6) {
                    i++;
                    double scale = 1;
                    double digits = 0;
                    while (i < to && b[i] >= '0' && b[i] <= '9') {
                        digits = digits * 10 + (b[i] - '0');
                        scale *= 10;
                        i++;
                    }
                    p.fraction = digits / scale;
                }
            } else if (c == ':') {
                time = true;
                i++;
            } else if ((c == '+' || c == '-') && time && p.count >= 5) {
                int sign = c == '-' ? -1 : 1;
                int[] hm = new int[2];
                int k = 0;
                i++;
                int digits = 0;
                while (i < to && (b[i] >= '0' && b[i] <= '9' || b[i] == ':')) {
                    if (b[i] != ':') {
                        k = digits < 2 ? 0 : 1;
                        hm[k] = hm[k] * 10 + (b[i] - '0');
                        digits++;
                    }
                    i++;
                }
                if (digits != 2 && digits != 4) {
                    return null;
                }
                p.zoned = true;
                p.offset = sign * (hm[0] * 3600 + hm[1] * 60);
            } else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
                int start = i;
                while (i < to && (b[i] | 0x20) >= 'a' && (b[i] | 0x20) <= 'z') {
                    i++;
                }
                if (!word(p, b, start, i)) {
                    return null;
                }
            } else if (c == ' ' || c == '/' || c == '-' || c == '.' || c == ',' || c == '\t') {
                i++;
            } else {
                return null;
            }
        }
        return p;
    }

    private static boolean word(Parts p, byte[] b, int from, int to) {
        int n = to - from;
        int first = b[from] | 0x20;
        if (n == 1 && first == 't' && p.count == 3) {
            return true;
        }
        if (n == 1 && first == 'z' && p.count >= 5) {
            p.zoned = true;
            return true;
        }
        if (n == 3 && first == 'u' && (b[from + 1] | 0x20) == 't') {
            p.zoned = true;
            return true;
        }
        if (n == 2 && (b[from + 1] | 0x20) == 'm' && (first == 'a' || first == 'p')) {
            p.half = first == 'a' ? 1 : 2;
            return true;
        }
        if (n < 3 || p.monthAt >= 0) {
            return false;
        }
        for (int m = 0; m < 12; m++) {
            boolean same = true;
            for (int k = 0; k < 3; k++) {
                same &= (b[from + k] | 0x20) == MONTHS.charAt(3 * m + k);
            }
            if (same) {
                p.month = m + 1;
                p.monthAt = p.count;
                return true;
            }
        }
        return false;
    }

    /** The seconds since 1970-01-01 of a part of a line as its clock showed them, or NaN where it is no date. */
    static double parse(byte[] b, int from, int to, Order order) {
        Parts p = split(b, from, to);
        if (p == null) {
            return Double.NaN;
        }
        int at = p.monthAt >= 0 ? 2 : 3;
        if (p.count < at) {
            return Double.NaN;
        }
        int year;
        int month;
        int day;
        if (p.monthAt >= 0) {
            month = p.month;
            boolean yearFirst = p.firstLength == 4;
            year = p.numbers[yearFirst ? 0 : 1];
            day = p.numbers[yearFirst ? 1 : 0];
        } else if (order == Order.YEAR_FIRST || p.firstLength == 4) {
            year = p.numbers[0];
            month = p.numbers[1];
            day = p.numbers[2];
        } else {
            year = p.numbers[2];
            month = p.numbers[order == Order.DAY_FIRST ? 1 : 0];
            day = p.numbers[order == Order.DAY_FIRST ? 0 : 1];
        }
        year = year < 100 ? year + CENTURY : year;
        int hour = p.count > at ? p.numbers[at] : 0;
        int minute = p.count > at + 1 ? p.numbers[at + 1] : 0;
        int second = p.count > at + 2 ? p.numbers[at + 2] : 0;
        if (p.half > 0) {
            hour = hour % 12 + (p.half == 2 ? 12 : 0);
        }
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || year > 9999) {
            return Double.NaN;
        }
        // the day is counted on, so that 31 February is no exception: readers see an odd date, not a failure
        return (LocalDate.of(year, month, 1).toEpochDay() + day - 1) * DAY + hour * 3600.0 + minute * 60.0 + second
                + p.fraction;
    }

    /** The offset of a date from UTC in seconds; empty where none is written. */
    static java.util.OptionalInt offset(byte[] b, int from, int to) {
        Parts p = split(b, from, to);
        return p == null || !p.zoned ? java.util.OptionalInt.empty() : java.util.OptionalInt.of(p.offset);
    }

    /** Whether a text is a date. */
    static boolean is(String text) {
        byte[] b = text.strip().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        Parts p = split(b, 0, b.length);
        return p != null && p.count >= (p.monthAt >= 0 ? 2 : 3) && (p.count >= 5 || p.monthAt >= 0 || p.count == 3)
                && (text.indexOf(':') > 0 || p.count == 3) && (!Double.isNaN(parse(b, 0, b.length, Order.DAY_FIRST))
                        || !Double.isNaN(parse(b, 0, b.length, Order.MONTH_FIRST)));
    }

    /** The orders under which all these dates are dates; American halves of the day speak for the month. */
    static List<Order> orders(List<String> samples) {
        boolean day = true;
        boolean month = true;
        for (String s : samples) {
            byte[] b = s.strip().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            Parts p = split(b, 0, b.length);
            if (p == null) {
                continue;
            }
            if (p.firstLength == 4 || p.monthAt >= 0) {
                return List.of(Order.YEAR_FIRST);
            }
            day &= !Double.isNaN(parse(b, 0, b.length, Order.DAY_FIRST)) && p.half == 0;
            month &= !Double.isNaN(parse(b, 0, b.length, Order.MONTH_FIRST));
        }
        // points between the numbers are written where the day comes first
        boolean points = samples.stream().anyMatch(s -> s.strip().matches("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}.*"));
        if (points && samples.stream().noneMatch(s -> s.contains("M"))) {
            return List.of(Order.DAY_FIRST);
        }
        return day && month ? List.of(Order.DAY_FIRST, Order.MONTH_FIRST)
                : List.of(day ? Order.DAY_FIRST : Order.MONTH_FIRST);
    }
}
