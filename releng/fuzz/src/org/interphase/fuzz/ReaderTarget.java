package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.interphase.api.DatasetReader;
import org.interphase.api.Source;
import org.interphase.testkit.fuzz.ReaderTrial;

/** One reader: whatever the bytes, it keeps its promises. What it took at most is written at the end. */
public final class ReaderTarget {

    private static final long MEMORY = 256L << 20;
    private static final double SECONDS = 1;
    private static final int LARGEST = 1 << 20;

    private static FileSeed seed;
    private static ReaderTrial trial;
    private static Path folder;
    private static long most;
    private static long longest;
    private static long read;
    private static long refused;

    private ReaderTarget() {
    }

    /** Arguments: identifier of the reader, folder of its seeds. */
    public static void fuzzerInitialize(String[] args) throws IOException {
        DatasetReader reader = SeedFolders.readers().get(args[0]);
        folder = Path.of(args[1]);
        seed = FileSeed.of(folder);
        // classes are loaded by the first file, which is not the reader's time
        new ReaderTrial(reader, Long.MAX_VALUE / 2, 1e6).read(Source.of(seed.names().isEmpty() ? "a" : seed.names()
                .get(0), new byte[100]));
        trial = new ReaderTrial(reader, MEMORY, SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(ReaderTarget::tell));
    }

    /** One file. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Source file = seed.file(bytes);
        ReaderTrial.Reading reading = trial.read(file);
        if (bytes.length <= LARGEST) {
            most = Math.max(most, reading.allocated());
            longest = Math.max(longest, reading.nanoseconds());
        }
        read += reading.error() == null ? 1 : 0;
        refused += reading.error() == null ? 0 : 1;
        reading.fault().ifPresent(f -> {
            throw new BrokenPromise(file.name() + ": " + f, reading.error());
        });
    }

    private static void tell() {
        try {
            Files.writeString(folder.resolve("measured"), String.format(Locale.ROOT, "%.1f MB | %.0f ms | %d | %d%n",
                    most / 1e6, longest / 1e6, read, refused));
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
