package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** Two to four long rows of numbers and nothing else, as some programs write arrays: times, values, spreads. */
final class NumberRows {

    private static final int MOST_ROWS = 4;
    private static final int LEAST_NUMBERS = 6;
    private static final long LIMIT = 64L << 20;

    private NumberRows() {
    }

    /** Whether the beginning of a text is such rows, as far as it can be seen. */
    static boolean looksSo(String head) {
        String first = head.strip().split("\\R", 2)[0];
        String[] fields = first.strip().split("[\\s,;]+");
        if (fields.length < LEAST_NUMBERS) {
            return false;
        }
        // the last one may be cut
        return Arrays.stream(fields).limit(fields.length - 1L).allMatch(f -> f.matches("[-+0-9.eE]+"));
    }

    /** The rows as columns; empty if the file is no such rows. */
    static Optional<List<NumberColumn>> of(Source source) throws IOException {
        String head = new String(source.read(0, 1 << 12), StandardCharsets.ISO_8859_1);
        if (!looksSo(head)) {
            return Optional.empty();
        }
        String text = new String(source.readAll(LIMIT), StandardCharsets.ISO_8859_1);
        List<NumberColumn> out = new ArrayList<>();
        int line = 0;
        int width = 0;
        for (String row : text.split("\\R")) {
            line++;
            if (row.isBlank()) {
                continue;
            }
            String[] fields = row.strip().split("[\\s,;]+");
            if (out.size() == MOST_ROWS || width > 0 && fields.length != width && out.size() < 2) {
                return Optional.empty();
            }
            if (width > 0 && fields.length != width) {
                throw new DatasetFormatException(source.name(), "line " + line, "the row has " + fields.length
                        + " numbers, the first " + width);
            }
            width = fields.length;
            double[] values = new double[width];
            for (int k = 0; k < width; k++) {
                try {
                    values[k] = Double.parseDouble(fields[k]);
                } catch (NumberFormatException e) {
                    throw new DatasetFormatException(source.name(), "line " + line + ", number " + (k + 1), "'"
                            + fields[k] + "' is no number", e);
                }
            }
            out.add(new NumberColumn("", Optional.empty(), values));
        }
        return out.size() < 2 || out.size() >= width ? Optional.empty() : Optional.of(out);
    }
}
