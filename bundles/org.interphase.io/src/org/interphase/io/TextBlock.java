package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;

/**
 * A run of data rows of a delimited text with the lines above them.
 */
public final class TextBlock {

    private final String file;
    private final List<TextColumn> columns;
    private final int[] lines;
    private final List<String> preamble;
    private final Map<String, String> properties;

    TextBlock(String file, List<TextColumn> columns, int[] lines, List<String> preamble,
            Map<String, String> properties) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.lines = lines;
        this.preamble = List.copyOf(preamble);
        this.properties = new LinkedHashMap<>(properties);
    }

    /** The same rows under other headings. */
    TextBlock withColumns(List<TextColumn> other) {
        return new TextBlock(file, other, lines, preamble, properties);
    }

    /** The columns in order. */
    public List<TextColumn> columns() {
        return columns;
    }

    /** Number of rows. */
    public int rows() {
        return lines.length;
    }

    /** Line of the file (from 1) a row stands on. */
    public int line(int row) {
        return lines[row];
    }

    /** The lines between the block before (or the beginning of the file) and this one, comment marks included. */
    public List<String> preamble() {
        return preamble;
    }

    /** Keys and values found in the preamble ({@code key: value}, {@code key = value}, {@code key<delimiter>value}). */
    public Map<String, String> properties() {
        return new LinkedHashMap<>(properties);
    }

    /** The value of the first of these keys that is there, ignoring case. */
    public Optional<String> property(String... keys) {
        for (String key : keys) {
            for (Map.Entry<String, String> e : properties.entrySet()) {
                if (e.getKey().equalsIgnoreCase(key)) {
                    return Optional.of(e.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Index of the first column whose name (or whole heading) equals one of these, ignoring case, or -1. */
    public int indexOf(String... names) {
        for (String n : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(n) || columns.get(i).heading().equalsIgnoreCase(n)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The first column whose name (or whole heading) equals one of these, ignoring case. */
    public Optional<TextColumn> column(String... names) {
        int i = indexOf(names);
        return i < 0 ? Optional.empty() : Optional.of(columns.get(i));
    }

    /** The first column whose name contains one of these texts, ignoring case. */
    public Optional<TextColumn> columnContaining(String... parts) {
        for (String part : parts) {
            for (TextColumn c : columns) {
                if (c.name().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))) {
                    return Optional.of(c);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The column of this name.
     *
     * @throws DatasetFormatException naming the columns there are
     */
    public TextColumn require(String... names) throws DatasetFormatException {
        Optional<TextColumn> c = column(names);
        if (c.isEmpty()) {
            throw new DatasetFormatException(file, rows() == 0 ? "" : "line " + Math.max(1, line(0) - 1),
                    "there is no column '" + names[0] + "'; columns: "
                            + String.join(", ", columns.stream().map(TextColumn::name).toList()));
        }
        return c.get();
    }

    /** Says where a cell stands, for error messages: {@code line 12, column 2 ('CPS')}. */
    public String position(int row, int column) {
        String name = columns.get(column).name();
        return "line " + line(row) + ", column " + (column + 1) + " ('" + name + "')";
    }

    /** The numbers of a column without empty cells at the end, where a table has columns of unequal length. */
    public double[] trimmed(int column) {
        double[] v = columns.get(column).values();
        int n = v.length;
        while (n > 0 && Double.isNaN(v[n - 1])) {
            n--;
        }
        return Arrays.copyOf(v, n);
    }

    /** The columns that hold numbers. */
    public List<TextColumn> numericColumns() {
        List<TextColumn> out = new ArrayList<>();
        for (TextColumn c : columns) {
            if (c.isNumeric()) {
                out.add(c);
            }
        }
        return out;
    }
}
