package org.interphase.technique.battery.reader;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.interphase.api.DatasetFormatException;

/**
 * The integers that a record of BTS up to version 8 holds from its time on, in .nda as in .ndax: time in ms, voltage in
 * 0.1 mV, current, charges and energies in steps of the range, a date. Facts from public descriptions (NewareNDA).
 */
final class NewareRows {

    /** A record in the bytes around it; {@code at} is where it would begin in an .nda file. */
    record Place(ByteBuffer bytes, int at, long position) {
    }

    private NewareRows() {
    }

    /** Adds the row of an .nda file. */
    static void integers(String file, NewareRecord record, Place p, double number, double cycle, double step,
            int status)
            throws DatasetFormatException {
        ByteBuffer b = p.bytes;
        int at = p.at;
        add(file, record, p, new double[] {number, cycle, step}, status, new int[] {at + 14, at + 22, at + 38, at + 70,
            at + 78}, b.getLong(at + 14));
    }

    /** Adds the row of an .ndc file of version 2 or 5, whose record begins at {@code at}. */
    static void packed(String file, NewareRecord record, Place p) throws DatasetFormatException {
        ByteBuffer b = p.bytes;
        int at = p.at;
        add(file, record, p, new double[] {Integer.toUnsignedLong(b.getInt(at + 8)),
            Integer.toUnsignedLong(b.getInt(at + 12)) + 1, b.get(at + 16) & 0xff}, b.get(at + 17) & 0xff,
                new int[] {at + 23, at + 31, at + 43, at + 75, at + 82}, b.getLong(at + 23));
    }

    private static void add(String file, NewareRecord record, Place p, double[] numbers, int status, int[] places,
            long milliseconds) throws DatasetFormatException {
        ByteBuffer b = p.bytes;
        int volt = b.getInt(places[1]);
        int ampere = b.getInt(places[1] + 4);
        int range = b.getInt(places[4]);
        double scale = NewareRange.milliampere(range) / 1000;
        if (Double.isNaN(scale) || scale == 0 && ampere != 0) {
            throw new DatasetFormatException(file, "byte " + p.position, "the range " + range + " of the current is "
                    + "not "
                    + "known, so its scale is not either");
        }
        if (milliseconds < 0) {
            throw new DatasetFormatException(file, "byte " + p.position, "the time " + milliseconds
                    + " ms of the record is negative");
        }
        record.at(numbers[0], numbers[1], numbers[2], status, NewareRecord.NONE, milliseconds / 1000.0,
                date(file, b, places[3], p.position));
        int q = places[2];
        record.measured(volt / 1e4, ampere * scale, b.getLong(q) * scale, b.getLong(q + 8) * scale,
                b.getLong(q + 16) * scale, b.getLong(q + 24) * scale);
    }

    private static double date(String file, ByteBuffer b, int at, long position) throws DatasetFormatException {
        int year = b.getShort(at) & 0xffff;
        if (year == 0) {
            return Double.NaN;
        }
        try {
            return LocalDateTime.of(year, b.get(at + 2), b.get(at + 3), b.get(at + 4), b.get(at + 5), b.get(at + 6))
                    .toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DatasetFormatException(file, "byte " + position, "the date of the record is none: "
                    + e.getMessage(), e);
        }
    }
}
