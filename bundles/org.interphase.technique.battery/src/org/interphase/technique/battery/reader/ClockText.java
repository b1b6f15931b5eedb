package org.interphase.technique.battery.reader;

/**
 * Times as on a clock, read in place: {@code 3d 18:47:23.42}, {@code 144:02:18}, {@code 1-02:03:04.5},
 * {@code 00:01:00.000}. All in seconds.
 */
final class ClockText {

    private static final double DAY = 86400;
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final int MOST_DIGITS = 9;

    private ClockText() {
    }

    /** The seconds a part of a line says, or NaN where it is no time of this form. */
    static double parse(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] == ' ') {
            i++;
        }
        double days = 0;
        long[] parts = new long[3];
        int n = 0;
        while (true) {
            long v = 0;
            int start = i;
            while (i < to && b[i] >= '0' && b[i] <= '9' && i - start < MOST_DIGITS) {
                v = v * 10 + (b[i] - '0');
                i++;
            }
            if (i == start) {
                return Double.NaN;
            }
            if (n == 0 && days == 0 && i < to && (b[i] == 'd' || b[i] == '-' || b[i] == '.' && isClockBehind(b, i, to)
                    || b[i] == ' ')) {
                days = v;
                i++;
                while (i < to && (b[i] == ' ' || b[i] == 'a' || b[i] == 'y' || b[i] == 's')) {
                    i++;
                }
                continue;
            }
            parts[n] = v;
            n++;
            if (i >= to || b[i] != ':' || n == 3) {
                break;
            }
            i++;
        }
        double fraction = 0;
        if (n == 3 && i < to && (b[i] == '.' || b[i] == ',' || b[i] == ':')) {
            i++;
            double scale = 1;
            long digits = 0;
            int start = i;
            while (i < to && b[i] >= '0' && b[i] <= '9' && i - start < MOST_DIGITS) {
                digits = digits * 10 + (b[i] - '0');
                scale *= 10;
                i++;
            }
            fraction = digits / scale;
        }
        while (i < to && b[i] == ' ') {
            i++;
        }
        if (i < to || n != 3 || parts[1] >= MINUTE || parts[2] >= MINUTE) {
            return Double.NaN;
        }
        return days * DAY + parts[0] * HOUR + parts[1] * MINUTE + parts[2] + fraction;
    }

    /** Whether hours, minutes and seconds follow a point, as in {@code 3.18:47:23}. */
    private static boolean isClockBehind(byte[] b, int point, int to) {
        int colons = 0;
        for (int i = point + 1; i < to; i++) {
            colons += b[i] == ':' ? 1 : 0;
        }
        return colons == 2;
    }
}
