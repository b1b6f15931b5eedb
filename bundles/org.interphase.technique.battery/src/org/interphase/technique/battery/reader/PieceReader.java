package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/** Records of one length, read in pieces of a file, little endian. */
final class PieceReader {

    private static final int PIECE = 1 << 20;

    /** Takes one record. */
    interface Taker {

        /**
         * Takes a record.
         *
         * @param b the bytes around it
         * @param at where it begins in them
         * @param position where it begins in the file
         * @return whether to go on
         */
        boolean take(ByteBuffer b, int at, long position) throws DatasetFormatException;
    }

    private PieceReader() {
    }

    /** Gives the whole records from one position to another to a taker, until it has enough. */
    static void each(Source source, long from, long to, int length, Progress progress, Taker taker)
            throws IOException {
        long at = from;
        while (at + length <= to) {
            progress.checkCancelled();
            progress.report((at - from) / (double) Math.max(1, to - from), "");
            int whole = (int) Math.min((to - at) / length, PIECE / length) * length;
            byte[] bytes = source.read(at, whole);
            if (bytes.length < whole) {
                throw new DatasetFormatException(source.name(), "byte " + (at + bytes.length),
                        "the file ended while it was read");
            }
            ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < whole; i += length) {
                if (!taker.take(b, i, at + i)) {
                    return;
                }
            }
            at += whole;
        }
    }
}
