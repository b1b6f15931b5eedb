package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * Version 130 of .nda files. BTS 9.1 writes records of 52 bytes, or 56 with a temperature; BTS 9.0 those of 88 bytes.
 * The header holds a table of the file's sections, by which a file that is cut off is told. Facts from public
 * descriptions (NewareNDA) and, for 9.1, from a recorded file.
 */
final class Nda130 {

    private static final int START = 1024;
    private static final int DATA = 0x55;
    private static final int AUXILIARY = 0x65;
    private static final int END = 0x81;
    private static final int OLD_LENGTH = 88;
    private static final int SHORTEST = 52;
    private static final int LONGEST = 128;
    private static final int TEMPERATURE = 52;
    private static final int SECTIONS = 0x12;
    private static final int MOST_SECTIONS = 15;
    private static final long LARGEST = 1L << 40;
    private static final double NANO = 1e-9;
    private static final double MILLI = 1e-3;

    private final Source source;
    private int others;

    Nda130(Source source) {
        this.source = source;
    }

    /** Reads all records. */
    Metadata read(NewareRecord record, Metadata metadata, Progress progress) throws IOException {
        byte[] head = source.read(0, START + 8 * LONGEST);
        if (head.length < START + SHORTEST) {
            throw new DatasetFormatException(source.name(), "byte " + head.length, "the file ends before its "
                    + "records; it "
                    + "is cut off");
        }
        long end = end(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
        boolean newer = (head[START] & 0xff) == DATA;
        int length = newer ? length(head, end) : OLD_LENGTH;
        boolean told = end < source.size();
        if (told && (end - START) % length != 0) {
            throw new DatasetFormatException(source.name(), "byte " + SECTIONS, "the records are said to take "
                    + (end - START) + " bytes, which is no multiple of their length " + length);
        }
        byte[] identifier = Arrays.copyOfRange(head, START, START + 6);
        PieceReader.each(source, START, end, length, progress, newer ? (b, at, p) -> newer(record, b, at, length, told)
                : (b, at, p) -> older(record, b, at, identifier));
        long left = (source.size() - START) % length;
        if (!told && left > 0 && record.rows() == (source.size() - START) / length) {
            throw new DatasetFormatException(source.name(), "byte " + (source.size() - left), "the file ends within a "
                    + "record; it is cut off");
        }
        if (others > 0) {
            record.remark(Remark.info(others + " records of another kind are left out."));
        }
        return metadata.with(RecordColumns.ZONE, "UTC");
    }

    /** Where the records end: by the table of sections, each an offset and a length; else with the file. */
    private long end(ByteBuffer b) throws IOException {
        long size = source.size();
        long end = size;
        for (int i = 0; i < MOST_SECTIONS; i++) {
            int at = SECTIONS + 16 * i;
            long from = b.getLong(at);
            long length = b.getLong(at + 8);
            if (from < 0 || from > LARGEST || length < 0 || length > LARGEST) {
                break;
            }
            if (from >= START && length > size - from) {
                throw new DatasetFormatException(source.name(), "byte " + at, "a section of " + length
                        + " bytes is said to begin at byte " + from + ", but the file has " + size
                        + " bytes; it is cut off");
            }
            end = from == START && length > 0 ? from + length : end;
        }
        return end;
    }

    /** Length of the records of BTS 9.1: where the next begins, by its first bytes and its number. */
    private int length(byte[] head, long end) throws DatasetFormatException {
        ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        for (int n = SHORTEST; n <= LONGEST; n += 4) {
            boolean fits = true;
            for (int k = 1; k <= 4 && fits && START + (k + 1) * n <= Math.min(end, head.length); k++) {
                int at = START + k * n;
                boolean last = (head[at] & 0xff) == END;
                fits = last || head[at] == head[START] && head[at + 1] == head[START + 1]
                        && b.getInt(at + 8) > b.getInt(at - n + 8);
                k = last ? 5 : k;
            }
            if (fits) {
                return n;
            }
        }
        throw new DatasetFormatException(source.name(), "byte " + START, "the length of the records can't be told");
    }

    private boolean newer(NewareRecord record, ByteBuffer b, int at, int length, boolean told) {
        int type = b.get(at) & 0xff;
        if (type != DATA) {
            others += told || type == AUXILIARY ? 1 : 0;
            return told || type != END;
        }
        double number = Integer.toUnsignedLong(b.getInt(at + 8));
        double time = Integer.toUnsignedLong(b.getInt(at + 12)) + NANO * b.getInt(at + 16);
        double date = Integer.toUnsignedLong(b.getInt(at + 44)) + NANO * b.getInt(at + 48);
        // that the number here, counted from 0, is the cycle was found by comparison: it rises with a charge behind a
        // discharge, as the instrument's rule "charge first" has it
        double cycle = Integer.toUnsignedLong(b.getInt(at + 36)) + 1.0;
        record.at(number, cycle, b.get(at + 2) & 0xff, b.get(at + 3) & 0xff, NewareRecord.NONE, time, date);
        double capacity = b.getFloat(at + 28) * MILLI;
        double energy = b.getFloat(at + 32) * MILLI;
        record.measured(b.getFloat(at + 24), b.getFloat(at + 20) * MILLI, Math.max(0, capacity), Math.max(0, -capacity),
                Math.max(0, energy), Math.max(0, -energy));
        if (length >= TEMPERATURE + 4) {
            record.auxiliary("temperature 1", "degC", number, b.getFloat(at + TEMPERATURE));
        }
        return true;
    }

    private boolean older(NewareRecord record, ByteBuffer b, int start, byte[] identifier) {
        int at = start + 4;
        boolean same = true;
        for (int i = 0; i < identifier.length && same; i++) {
            same = b.get(start + i) == identifier[i];
        }
        if (same) {
            double number = Integer.toUnsignedLong(b.getInt(at + 12));
            record.at(number, NewareRecord.NONE, b.get(at + 5) & 0xff, b.get(at + 6) & 0xff, NewareRecord.NONE,
                    b.getLong(at + 24) / 1e6, b.getLong(at + 64) / 1e6);
            record.measured(b.getFloat(at + 32), b.getFloat(at + 36) * MILLI, b.getFloat(at + 48) * MILLI,
                    b.getFloat(at + 56) * MILLI, b.getFloat(at + 52) * MILLI, b.getFloat(at + 60) * MILLI);
        } else if (b.getInt(start) == 0 && (b.get(at) & 0xff) == AUXILIARY) {
            int channel = b.get(at + 1) & 0xff;
            record.auxiliary("temperature " + channel, "degC", Integer.toUnsignedLong(b.getInt(at + 2)),
                    b.getShort(at + 34) / 10.0);
        }
        return true;
    }
}
