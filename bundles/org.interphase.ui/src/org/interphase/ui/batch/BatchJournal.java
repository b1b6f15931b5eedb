package org.interphase.ui.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.ui.editor.AnalysisInput;

/**
 * The rows of the newest batch on disk, each written when it is there, so that they outlive whatever ends the program.
 * One line per row or number; a line that was being written is left out when they are read.
 */
final class BatchJournal {

    /**
     * What a journal holds.
     *
     * @param title of the recipe
     * @param finished whether the batch came to its end
     * @param rows those that were written
     */
    record Kept(String title, boolean finished, List<BatchRow> rows) {

        Kept {
            rows = List.copyOf(rows);
        }
    }

    private static final String FORMAT = "interphase batch 1";
    private static final String WHOLE = ".";
    private static final String END = "end";
    private static final String FINISHED = "finished";
    private final Path file;

    BatchJournal(Path file) {
        this.file = file;
    }

    /** Begins anew. */
    void begin(String title) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, line(FORMAT, title));
    }

    /** Adds a row. */
    void add(BatchRow row) throws IOException {
        StringBuilder s = new StringBuilder(line("row", row.member().file().toString(),
                Integer.toString(row.member().index()), row.name(), row.error()));
        for (Measurement m : row.measurements()) {
            s.append(line("number", m.name(), m.symbol(), Double.toString(m.value()),
                    Double.toString(m.uncertainty()), m.unit().text(), m.step(), Double.toString(m.limit()),
                    m.verdict().quality().name(), m.verdict().reason()));
        }
        for (BatchCondition c : row.conditions()) {
            s.append(line("condition", c.name(), Double.toString(c.value()), c.unit().text(), WHOLE));
        }
        append(s.append(line(END)));
    }

    /** The batch came to its end. */
    void finish() throws IOException {
        append(line(FINISHED));
    }

    private void append(CharSequence text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    }

    /** What was kept; empty if nothing was, or if it is of another version. */
    Optional<Kept> read() throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return read(Files.readAllLines(file));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // written by another version: there is nothing to be shown
            return Optional.empty();
        }
    }

    private static Optional<Kept> read(List<String> lines) {
        List<String> head = lines.isEmpty() ? List.of() : cells(lines.get(0));
        if (head.size() != 2 || !head.get(0).equals(FORMAT)) {
            return Optional.empty();
        }
        List<BatchRow> rows = new ArrayList<>();
        List<String> row = List.of();
        List<Measurement> numbers = new ArrayList<>();
        List<BatchCondition> conditions = new ArrayList<>();
        boolean finished = false;
        for (String line : lines.subList(1, lines.size())) {
            List<String> c = cells(line);
            switch (c.get(0)) {
                case "row" -> {
                    row = c;
                    numbers.clear();
                    conditions.clear();
                }
                case "number" -> {
                    // a line that was cut off has no end behind it and is never used
                    if (c.size() == 10) {
                        numbers.add(number(c));
                    }
                }
                case "condition" -> {
                    if (c.size() == 5 && c.get(4).equals(WHOLE)) {
                        conditions.add(new BatchCondition(c.get(1), Double.parseDouble(c.get(2)), Unit.of(c.get(3))));
                    }
                }
                case END -> rows.add(new BatchRow(new AnalysisInput.Member(Path.of(row.get(1)),
                        Integer.parseInt(row.get(2))), row.get(3), numbers, row.get(4), conditions));
                case FINISHED -> finished = true;
                default -> {
                    // cut off
                }
            }
        }
        return Optional.of(new Kept(head.get(1), finished, rows));
    }

    private static Measurement number(List<String> c) {
        return new Measurement(c.get(1), c.get(2), Double.parseDouble(c.get(3)), Double.parseDouble(c.get(4)),
                Unit.of(c.get(5)), c.get(6), Double.parseDouble(c.get(7)), new Verdict(
                        Verdict.Quality.valueOf(c.get(8)), c.get(9)));
    }

    private static String line(String... cells) {
        List<String> out = new ArrayList<>();
        for (String c : cells) {
            out.add(c.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
        }
        return String.join("\t", out) + "\n";
    }

    private static List<String> cells(String line) {
        List<String> out = new ArrayList<>();
        for (String c : line.split("\t", -1)) {
            StringBuilder s = new StringBuilder();
            for (int i = 0; i < c.length(); i++) {
                char at = c.charAt(i);
                if (at == '\\' && i + 1 < c.length()) {
                    char next = c.charAt(++i);
                    s.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
                } else {
                    s.append(at);
                }
            }
            out.add(s.toString());
        }
        return out;
    }
}
