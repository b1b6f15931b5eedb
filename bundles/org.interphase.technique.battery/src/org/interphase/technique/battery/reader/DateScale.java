package org.interphase.technique.battery.reader;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How numbers in a column of dates count: seconds or milliseconds since 1970-01-01 UTC, days since 1899-12-30
 * (spreadsheets), days since the year 0 (datenum). Told from their size, which leaves no overlap for dates of this
 * century.
 */
final class DateScale {

    private static final double DAY = 86400;
    /** 1970-01-01 as a day of spreadsheets and as a datenum. */
    private static final double SHEET_DAY = 25569;
    private static final double DATENUM_DAY = 719529;

    private enum Form { TEXT, SECONDS, MILLISECONDS, SHEET, DATENUM, UNKNOWN }

    private final Form form;

    private DateScale(Form form) {
        this.form = form;
    }

    static DateScale of(RawColumn column) {
        if (column.kind() == CellKind.DATE) {
            return new DateScale(Form.TEXT);
        }
        double v = Double.NaN;
        for (int i = 0; i < 1000 && Double.isNaN(v) && !column.pages().isEmpty()
                && i < column.pages().get(0).size(); i++) {
            v = column.get(i);
        }
        return new DateScale(v > 3e8 && v < 1e10 ? Form.SECONDS : v > 3e11 && v < 1e13 ? Form.MILLISECONDS
                : v > 20000 && v < 100000 ? Form.SHEET : v > 720000 && v < 800000 ? Form.DATENUM : Form.UNKNOWN);
    }

    /** Whether it is known what the numbers mean. */
    boolean isKnown() {
        return form != Form.UNKNOWN;
    }

    /** Whether they count from a moment the same everywhere. */
    boolean isUniversal() {
        return form == Form.SECONDS || form == Form.MILLISECONDS;
    }

    /** Seconds since 1970-01-01. */
    double seconds(double v) {
        return switch (form) {
            case TEXT, SECONDS, UNKNOWN -> v;
            case MILLISECONDS -> v / 1000;
            // spreadsheets and datenums hold days to about 1e-5 s
            case SHEET -> Math.rint((v - SHEET_DAY) * DAY * 1e4) / 1e4;
            case DATENUM -> Math.rint((v - DATENUM_DAY) * DAY * 1e4) / 1e4;
        };
    }

    /** Seconds since 1970-01-01 as ISO 8601 without zone. */
    static String iso(double seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(seconds * 1000)), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
