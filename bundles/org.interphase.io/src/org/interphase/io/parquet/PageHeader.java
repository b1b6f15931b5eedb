package org.interphase.io.parquet;

/**
 * The header of a page, in Thrift's compact protocol (parquet-format, {@code PageHeader}).
 *
 * @param length bytes of the header itself
 * @param size bytes of the page unpacked
 * @param packed bytes of the page as stored
 * @param values number of values in it, missing ones too
 * @param isData whether it holds rows; else it is a dictionary or an index
 */
record PageHeader(int length, long size, long packed, long values, boolean isData) {

    private static final int SIZE = 2;
    private static final int PACKED = 3;
    private static final int DATA = 5;
    private static final int DICTIONARY = 7;
    private static final int DATA_V2 = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SCHEMA = 2;
    private static final int ROW_GROUPS = 4;
    private static final int PROPERTIES = 5;
    private static final int DEEPEST = 16;

    /**
     * Reads a header.
     *
     * @throws IndexOutOfBoundsException if it does not end in these bytes, or is none
     */
    static PageHeader of(byte[] bytes) {
        Scan s = new Scan(bytes);
        long size = -1;
        long packed = -1;
        long values = 0;
        boolean data = false;
        int id = 0;
        for (int field = s.next(); field != 0; field = s.next()) {
            id = s.id(field, id);
            int type = field & 0xf;
            if (id == SIZE) {
                size = s.number();
            } else if (id == PACKED) {
                packed = s.number();
            } else if (type == STRUCT && (id == DATA || id == DICTIONARY || id == DATA_V2)) {
                values = s.firstNumber();
                data = id != DICTIONARY;
            } else {
                s.skip(type, 0);
            }
        }
        return new PageHeader(s.at, size, packed, values, data);
    }

    /**
     * Passes over the description of a file, whose lists (schema, row groups, properties) are lists of structures: the
     * library takes them for such whatever they say.
     *
     * @throws IndexOutOfBoundsException if it does not end in these bytes, or a list or text in it would not
     */
    static void passDescription(byte[] bytes) {
        Scan s = new Scan(bytes);
        int id = 0;
        for (int field = s.next(); field != 0; field = s.next()) {
            id = s.id(field, id);
            int type = field & 0xf;
            boolean list = id == SCHEMA || id == ROW_GROUPS || id == PROPERTIES;
            if (list && (type != LIST || (bytes[s.at] & 0xf) != STRUCT)) {
                throw new IndexOutOfBoundsException();
            }
            s.skip(type, 0);
        }
    }

    /** A place in the bytes that moves on. */
    private static final class Scan {
        private final byte[] bytes;
        private int at;

        Scan(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            return bytes[at++] & 0xff;
        }

        int id(int field, int last) {
            return field >> 4 != 0 ? last + (field >> 4) : (int) number();
        }

        long variable() {
            long v = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int b = next();
                v |= (b & 0x7fL) << shift;
                if (b < 0x80) {
                    return v;
                }
            }
            throw new IndexOutOfBoundsException();
        }

        long number() {
            long v = variable();
            return v >>> 1 ^ -(v & 1);
        }

        /** The field with the number 1 of a structure, which is passed over. */
        long firstNumber() {
            long out = 0;
            int id = 0;
            for (int field = next(); field != 0; field = next()) {
                id = id(field, id);
                if (id == 1) {
                    out = number();
                } else {
                    skip(field & 0xf, 1);
                }
            }
            return out;
        }

        void skip(int type, int depth) {
            if (depth > DEEPEST) {
                throw new IndexOutOfBoundsException();
            }
            switch (type) {
                case 1, 2 -> {
                    // truth values lie in the type
                }
                case 3 -> move(1);
                case 4, 5, 6 -> variable();
                case 7 -> move(8);
                case 8 -> move(variable());
                case 9, 10 -> {
                    int head = next();
                    if ((head & 0xf) == 0) {
                        throw new IndexOutOfBoundsException();
                    }
                    long n = head >> 4 == 15 ? variable() : head >> 4;
                    for (long i = 0; i < n; i++) {
                        skip(Math.max(3, head & 0xf), depth + 1);
                    }
                }
                case STRUCT -> {
                    int id = 0;
                    for (int field = next(); field != 0; field = next()) {
                        id = id(field, id);
                        skip(field & 0xf, depth + 1);
                    }
                }
                default -> throw new IndexOutOfBoundsException();
            }
        }

        private void move(long n) {
            if (n < 0 || n > bytes.length - at) {
                throw new IndexOutOfBoundsException();
            }
            at += (int) n;
        }
    }
}
