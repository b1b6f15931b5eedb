package org.interphase.io.parquet;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.interphase.api.Source;

/** A source as the library reads files; nothing beyond its end is asked for, whatever the file says of itself. */
final class SourceInput implements InputFile {

    private final Source source;
    private final long length;

    SourceInput(Source source) throws IOException {
        this.source = source;
        this.length = source.size();
    }

    @Override
    public void open() {
        // a source opens by itself
    }

    @Override
    public ByteBuffer readRange(long position, int count) throws IOException {
        if (position < 0 || count < 0 || position > length - count) {
            throw new EOFException("the file states " + count + " bytes at byte " + position + ", but has " + length
                    + " bytes");
        }
        byte[] bytes = source.read(position, count);
        if (bytes.length < count) {
            throw new EOFException("the file ended while it was read");
        }
        return ByteBuffer.wrap(bytes);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
