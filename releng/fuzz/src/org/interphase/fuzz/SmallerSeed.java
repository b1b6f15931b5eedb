package org.interphase.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/**
 * A text without the lines its reader can do without: reads in a fraction of the time and has the same heading. Runs of
 * lines are left out, long ones first, as long as the reader reads what remains.
 */
final class SmallerSeed {

    private static final int SMALL = 2048;
    private static final int MOST_TRIES = 150;
    /** Lines that are kept, so that a table stays one. */
    private static final int FEWEST = 24;

    private SmallerSeed() {
    }

    /** The same file with fewer lines, or the file itself if it is small, no text, or needs all of them. */
    static Source of(DatasetReader reader, Source file) throws IOException {
        byte[] bytes = file.readAll(1L << 21);
        if (bytes.length <= SMALL || new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') >= 0) {
            return file;
        }
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1)
                .split("(?<=\n)")));
        int tries = 0;
        for (int run = lines.size() / 2; run > 0 && tries < MOST_TRIES; run /= 2) {
            // from the end: headings stand at the beginning
            for (int at = lines.size() - run; at >= 0 && tries < MOST_TRIES; at -= run) {
                if (lines.size() - run < FEWEST) {
                    break;
                }
                List<String> fewer = new ArrayList<>(lines);
                fewer.subList(at, at + run).clear();
                tries++;
                if (reads(reader, of(file.name(), fewer))) {
                    lines = fewer;
                }
            }
        }
        return of(file.name(), lines);
    }

    private static Source of(String name, List<String> lines) {
        return Source.of(name, String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean reads(DatasetReader reader, Source file) {
        try {
            return !reader.read(file, Progress.none()).isEmpty();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
