package org.interphase.io;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Which number formats of a workbook are dates, and what a serial number is as one (ECMA-376 part 1, 18.8.30 for the
 * built-in formats, 18.17.4 for the two systems of dates).
 */
final class CellFormats {

    private static final int SECONDS = 86_400;
    private static final LocalDate BASE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate BASE_1904 = LocalDate.of(1904, 1, 1);
    private static final double LAST_DAY = 2_958_466;
    // 1900 counts a 29th of February that there was not, as day 60
    private static final int LEAP_ERROR = 60;

    /** What a number of a format is. */
    enum Kind { NUMBER, DATE, DURATION }

    private CellFormats() {
    }

    /** What numbers of a built-in format are. */
    static Kind builtIn(int id) {
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58) {
            return Kind.DATE;
        }
        return id == 46 ? Kind.DURATION : Kind.NUMBER;
    }

    /** What numbers of a format code are: one with letters of dates outside quotes, escapes and brackets is a date. */
    static Kind of(String code) {
        int i = 0;
        boolean date = false;
        boolean duration = false;
        String c = code.toLowerCase(Locale.ROOT);
        while (i < c.length() && c.charAt(i) != ';') {
            switch (c.charAt(i)) {
                case '"' -> i = end(c, '"', i);
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int close = end(c, ']', i);
                    String inside = c.substring(i + 1, Math.max(i + 1, close));
                    duration |= inside.matches("h+|m+|s+");
                    i = close;
                }
                case 'g' -> {
                    if (c.startsWith("general", i)) {
                        i += "general".length() - 1;
                    }
                }
                case 'd', 'm', 'y', 'h', 's' -> date = true;
                default -> {
                    // digits, signs and literals say nothing of dates
                }
            }
            i++;
        }
        return duration ? Kind.DURATION : date ? Kind.DATE : Kind.NUMBER;
    }

    private static int end(String text, char mark, int from) {
        int close = text.indexOf(mark, from + 1);
        return close < 0 ? text.length() - 1 : close;
    }

    /** A serial number as ISO date, date and time, or (below one day) time; empty if it is none. */
    static String date(double serial, boolean from1904) {
        if (!(serial >= 0) || serial >= LAST_DAY) {
            return "";
        }
        long day = (long) Math.floor(serial);
        long second = Math.round((serial - day) * SECONDS);
        day += second / SECONDS;
        second %= SECONDS;
        if (serial < 1 && day == 0) {
            return LocalTime.ofSecondOfDay(second).toString();
        }
        try {
            LocalDate date = from1904 ? BASE_1904.plusDays(day)
                    : BASE_1900.plusDays(day > LEAP_ERROR ? day - 1 : day);
            LocalDateTime at = date.atStartOfDay().plus(second, ChronoUnit.SECONDS);
            return second == 0 ? date.toString() : at.toString();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** A serial number as hours, minutes and seconds, hours beyond a day counted on. */
    static String duration(double serial) {
        long s = Math.round(Math.abs(serial) * SECONDS);
        return (serial < 0 ? "-" : "") + String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
