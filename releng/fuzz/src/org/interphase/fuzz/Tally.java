package org.interphase.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/**
 * What a sweep counted of one reader; tallies of several sweeps add up.
 *
 * @param runs files that were given to the reader
 * @param read files it read
 * @param allocated most bytes allocated for one file
 * @param longest processor time of the slowest file, nanoseconds
 * @param findings kinds of broken promises
 * @param milliseconds time of all
 */
record Tally(long runs, long read, long allocated, long longest, long findings, long milliseconds) {

    private static final int FIELDS = 6;

    /** Nothing yet. */
    static Tally none() {
        return new Tally(0, 0, 0, 0, 0, 0);
    }

    /** Of both. */
    Tally plus(Tally other) {
        return new Tally(runs + other.runs, read + other.read, Math.max(allocated, other.allocated),
                Math.max(longest, other.longest), findings + other.findings, milliseconds + other.milliseconds);
    }

    /**
     * A tally that was kept, or none where there is no such file.
     *
     * @throws IOException if the file cannot be read or is no tally
     */
    static Tally kept(Path file) throws IOException {
        if (Files.notExists(file)) {
            return none();
        }
        String[] words = Files.readString(file).strip().split(" ");
        try {
            long[] n = Arrays.stream(words).mapToLong(Long::parseLong).toArray();
            if (n.length == FIELDS) {
                return new Tally(n[0], n[1], n[2], n[3], n[4], n[5]);
            }
        } catch (NumberFormatException e) {
            throw new IOException(file + " is no tally", e);
        }
        throw new IOException(file + " is no tally");
    }

    /** Keeps it in one line of numbers, in the order of the components; whole or not at all. */
    void keep(Path file) throws IOException {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(made, runs + " " + read + " " + allocated + " " + longest + " " + findings + " "
                + milliseconds + "\n");
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
