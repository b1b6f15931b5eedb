package org.interphase.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;

/** A raw file (or bytes that stand for one) as readers see it. Never written to. */
public sealed interface Source {

    /** File name without folders. */
    String name();

    /** Size in bytes. */
    long size() throws IOException;

    /** A stream from the beginning; the caller closes it. */
    InputStream open() throws IOException;

    /**
     * Up to {@code length} bytes from a position; fewer at the end of the file. Use this to read parts of large files
     * without holding the rest.
     */
    byte[] read(long position, int length) throws IOException;

    /** A file beside this one (a side-car or a second part), if it exists. */
    Optional<Source> sibling(String fileName);

    /** The path, if this is a file on disk. */
    Optional<Path> path();

    /** What a person says of the file that it does not say itself. */
    Stated stated();

    /** The same source with other statements about it. */
    Source stating(Stated stated);

    /** Extension in lower case without dot, or empty. */
    default String extension() {
        int dot = name().lastIndexOf('.');
        return dot < 0 ? "" : name().substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The whole content.
     *
     * @param limit largest size accepted
     * @throws DatasetFormatException if the file is larger
     */
    default byte[] readAll(long limit) throws IOException {
        if (size() > limit || size() > Integer.MAX_VALUE - 16) {
            throw new DatasetFormatException(name(), "", "the file has " + size() + " bytes, more than the "
                    + Math.min(limit, Integer.MAX_VALUE - 16) + " this format is read up to");
        }
        return read(0, (int) size());
    }

    /** A file on disk. */
    static Source of(Path path) {
        return new FileSource(path, Stated.NOTHING);
    }

    /** Bytes under a file name. */
    static Source of(String name, byte[] content) {
        return new MemorySource(name, content.clone(), other -> Optional.empty(), Stated.NOTHING, Optional.empty());
    }

    /**
     * Bytes under a file name, as a file in an archive is.
     *
     * @param content handed over, not to be written to
     * @param siblings the files beside it, by name
     */
    static Source of(String name, byte[] content, Function<String, Optional<Source>> siblings) {
        return new MemorySource(name, content, siblings, Stated.NOTHING, Optional.empty());
    }

    /**
     * A file on disk whose content has been read already, so that what a reader sees is what was read, whatever happens
     * to the file meanwhile.
     *
     * @param content all of it; handed over, not to be written to
     */
    static Source held(Path path, byte[] content) {
        return new MemorySource(path.getFileName().toString(), content,
                other -> new FileSource(path, Stated.NOTHING).sibling(other), Stated.NOTHING, Optional.of(path));
    }

    /** A file on disk. */
    record FileSource(Path file, Stated stated) implements Source {
        @Override
        public Source stating(Stated other) {
            return new FileSource(file, other);
        }

        @Override
        public String name() {
            return file.getFileName().toString();
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            return Files.newInputStream(file);
        }

        @Override
        public byte[] read(long position, int length) throws IOException {
            try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
                long rest = Math.max(0, channel.size() - position);
                ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(rest, length));
                channel.position(position);
                while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                    continue;
                }
                byte[] out = new byte[buffer.position()];
                buffer.flip().get(out);
                return out;
            }
        }

        @Override
        public Optional<Source> sibling(String fileName) {
            Path other = file.resolveSibling(fileName);
            return Files.isRegularFile(other) ? Optional.of(new FileSource(other, stated)) : Optional.empty();
        }

        @Override
        public Optional<Path> path() {
            return Optional.of(file);
        }
    }

    /** Bytes under a file name: files inside archives, files that have been read, tests. */
    final class MemorySource implements Source {
        private final String name;
        private final byte[] content;
        private final Function<String, Optional<Source>> siblings;
        private final Stated stated;
        private final Optional<Path> file;

        private MemorySource(String name, byte[] content, Function<String, Optional<Source>> siblings,
                Stated stated, Optional<Path> file) {
            this.name = name;
            this.content = content;
            this.siblings = siblings;
            this.stated = stated;
            this.file = file;
        }

        @Override
        public Stated stated() {
            return stated;
        }

        @Override
        public Source stating(Stated other) {
            return new MemorySource(name, content, siblings, other, file);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public byte[] read(long position, int length) {
            int from = (int) Math.min(Math.max(0, position), content.length);
            int to = (int) Math.min((long) from + length, content.length);
            return java.util.Arrays.copyOfRange(content, from, to);
        }

        @Override
        public Optional<Source> sibling(String fileName) {
            return siblings.apply(fileName).map(s -> s.stating(stated));
        }

        @Override
        public Optional<Path> path() {
            return file;
        }
    }
}
