package org.interphase.engine.internal;

import java.util.HexFormat;

/**
 * A map from SHA-256 digests to one number each in three words an entry, for millions of them. Of a digest the first
 * 128 bits count: among 10^9 digests the chance that any two share them is below 10^-20. Not for several threads.
 */
public final class KnownKeys {

    private static final int WORDS = 3;

    // first and second word of the digest, then the value; a slot whose digest is all zero is free
    private long[] slots = new long[WORDS * 1024];
    private int size;

    /** How many are known. */
    public int size() {
        return size;
    }

    /** Sets the value of a digest in hexadecimal digits, replacing an earlier one. */
    public void put(String digest, long value) {
        if (2L * (size + 1) * WORDS > slots.length) {
            grow();
        }
        put(word(digest, 0), word(digest, 16), value);
    }

    /** The value of a digest in hexadecimal digits; a given one if it is not known. */
    public long get(String digest, long otherwise) {
        int at = find(word(digest, 0), word(digest, 16));
        return isFree(at) ? otherwise : slots[at + 2];
    }

    private static long word(String digest, int from) {
        return HexFormat.fromHexDigitsToLong(digest, from, from + 16);
    }

    private void put(long first, long second, long value) {
        int at = find(first, second);
        if (isFree(at)) {
            size++;
        }
        slots[at] = first;
        slots[at + 1] = second;
        slots[at + 2] = value;
    }

    private boolean isFree(int at) {
        return slots[at] == 0 && slots[at + 1] == 0;
    }

    // digests are evenly spread: the first word's remainder is as good as any hash
    private int find(long first, long second) {
        int places = slots.length / WORDS;
        int place = (int) Long.remainderUnsigned(first, places);
        while (!isFree(place * WORDS) && (slots[place * WORDS] != first || slots[place * WORDS + 1] != second)) {
            place = place + 1 == places ? 0 : place + 1;
        }
        return place * WORDS;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        size = 0;
        for (int i = 0; i < old.length; i += WORDS) {
            if (old[i] != 0 || old[i + 1] != 0) {
                put(old[i], old[i + 1], old[i + 2]);
            }
        }
    }
}
