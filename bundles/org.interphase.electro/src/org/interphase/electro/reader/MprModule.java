package org.interphase.electro.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/**
 * A module of an EC-Lab binary file: a short name, a long name, its length, version and date, then its content. Only
 * the headers are read here; what a header says is held against the size of the file.
 *
 * @param name short name
 * @param version of the module; of EC-Lab 11.50 and newer the second of two
 * @param position of its content in the file
 * @param length of its content in bytes
 */
record MprModule(String name, int version, long position, long length) {

    private static final int FIRST = 0x34;
    private static final int NAMES = 6 + 10 + 25;
    private static final int HEADER = NAMES + 24;
    private static final int DATE = 8;
    private static final int MAX_MODULES = 1000;

    /** The modules of a file. */
    static List<MprModule> all(Source source) throws IOException {
        String file = source.name();
        long size = source.size();
        List<MprModule> out = new ArrayList<>();
        long at = FIRST;
        while (at < size) {
            byte[] head = source.read(at, HEADER);
            if (head.length < HEADER || !text(head, 0, 6).equals("MODULE") || out.size() >= MAX_MODULES) {
                throw new DatasetFormatException(file, "byte " + at, "a module was expected to start here");
            }
            ByteBuffer b = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            // EC-Lab 11.50 and newer put the largest length (-1) before the length and two version numbers behind it
            boolean wide = b.getInt(NAMES) == -1;
            int field = NAMES + (wide ? 4 : 0);
            long length = Integer.toUnsignedLong(b.getInt(field));
            int version = wide ? b.getInt(field + 8) : b.getInt(field + 4);
            long content = at + field + (wide ? 12 : 8) + DATE;
            String name = text(head, 6, 10).strip();
            if (content + length > size) {
                throw new DatasetFormatException(file, "byte " + (at + field), "the module '" + name
                        + "' is said to have " + length + " bytes, but the file ends " + (size - content)
                        + " bytes later; it is cut off");
            }
            out.add(new MprModule(name, version, content, length));
            at = content + length;
        }
        return out;
    }

    /** The first bytes of its content, at most {@code most} of them. */
    byte[] read(Source source, int most) throws IOException {
        return source.read(position, (int) Math.min(length, most));
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }
}
