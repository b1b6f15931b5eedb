package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;

/**
 * A run of data rows of a delimited text or a sheet, with the lines above them. A row keeps its place in the file; a
 * cell without number is NaN. {@link #complete} gives the rows in which some columns all have numbers, with remarks
 * that name the others; {@link #remarkOn} is for those who keep the missing values.
 */
public final class TextBlock {

    private final String file;
    private final String sheet;
    private final List<TextColumn> columns;
    private final int[] places;
    private final int[] lines;
    private final List<String> preamble;
    private final Map<String, String> properties;
    private final List<RowNote> notes;
    private final String title;

    TextBlock(String file, String sheet, List<TextColumn> columns, int[] places, int[] lines, List<String> preamble,
            Map<String, String> properties, List<RowNote> notes) {
        this(file, sheet, columns, places, lines, preamble, properties, notes, "");
    }

    private TextBlock(String file, String sheet, List<TextColumn> columns, int[] places, int[] lines,
            List<String> preamble, Map<String, String> properties, List<RowNote> notes, String title) {
        this.file = file;
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
        this.places = places;
        this.lines = lines;
        this.preamble = List.copyOf(preamble);
        this.properties = new LinkedHashMap<>(properties);
        this.notes = List.copyOf(notes);
        this.title = title;
    }

    /** What stands above the headings of this one of several tables side by side; empty where nothing does. */
    public String title() {
        return title;
    }

    /**
     * The tables that stand side by side in this block, each with an abscissa of its own: groups of as many columns,
     * with an empty column between them or with the quantity of the first column coming back at the head of each. The
     * block alone where there is one table.
     */
    public List<TextBlock> sideBySide() {
        return SideBySide.of(this);
    }

    /** Some columns next to each other as a block of their own, as long as the longest of them. */
    TextBlock part(int from, int to, String heading) {
        int end = 0;
        for (int c = from; c < to; c++) {
            end = Math.max(end, columns.get(c).isNumeric() ? trimmed(c).length : rows());
        }
        List<TextColumn> some = new ArrayList<>();
        for (TextColumn c : columns.subList(from, to)) {
            some.add(new TextColumn(c.name(), c.unit(), c.heading(), Arrays.copyOf(c.values(), end),
                    c.words().isEmpty() ? c.words() : c.words().subList(0, end)));
        }
        return new TextBlock(file, sheet, some, Arrays.copyOfRange(places, from, to), Arrays.copyOf(lines, end),
                preamble, properties, notesOn(some, end), heading);
    }

    /** The notes that are about the first rows of some columns: a longer table beside them has more. */
    private List<RowNote> notesOn(List<TextColumn> some, int rows) {
        int last = rows == lines.length ? Integer.MAX_VALUE : rows == 0 ? 0 : lines[rows - 1];
        return notes.stream().filter(n -> n.line() <= last
                && (n.column().isEmpty() || some.stream().anyMatch(c -> c.name().equals(n.column())))).toList();
    }

    int placeOf(int column) {
        return places[column];
    }

    /** Name of the sheet the block stands on; empty in a text. */
    public String sheet() {
        return sheet;
    }

    /** The same rows under other headings. */
    TextBlock withColumns(List<TextColumn> other) {
        return new TextBlock(file, sheet, other, places, lines, preamble, properties, notes, title);
    }

    /** The columns in order. */
    public List<TextColumn> columns() {
        return columns;
    }

    /** Number of rows. */
    public int rows() {
        return lines.length;
    }

    /** Line of the text, or row of the sheet, from 1, a row stands on. */
    public int line(int row) {
        return lines[row];
    }

    /** Where a row stands, for messages: {@code line 12}, or {@code sheet 'A', row 12}. */
    public String place(int row) {
        return sheet.isEmpty() ? "line " + lines[row] : "sheet '" + sheet + "', row " + lines[row];
    }

    /** Column of the text or sheet (from 1) one of the columns stands in; empty columns between are counted. */
    public int place(TextColumn column) {
        return places[columns.indexOf(column)] + 1;
    }

    /** What happened to rows of this block: left out, passed over, cut. */
    public List<RowNote> notes() {
        return notes;
    }

    RowNote note(int row, RowNote.Reason reason, String column) {
        return new RowNote(lines[row], reason, column, sheet);
    }

    /**
     * The rows in which each of these columns has a number. Rows before the first and behind the last number of them
     * are not counted as left out: they belong to longer columns beside them.
     *
     * @param of indices of columns
     */
    public CompleteRows complete(int... of) {
        return CompleteRows.of(this, of);
    }

    /** The header with remarks that name rows left out and cells without number. */
    public DatasetHeader remarkOn(DatasetHeader header) {
        List<RowNote> all = new ArrayList<>(notes);
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).isNumeric()) {
                double[] v = columns.get(c).values();
                int end = trimmed(c).length;
                int from = 0;
                while (from < end && Double.isNaN(v[from])) {
                    from++;
                }
                for (int i = from; i < end; i++) {
                    if (Double.isNaN(v[i])) {
                        all.add(note(i, RowNote.Reason.MISSING_VALUE, columns.get(c).name()));
                    }
                }
            }
        }
        DatasetHeader out = header;
        for (Remark r : RowNote.remarks(all)) {
            out = out.remarking(r);
        }
        return out;
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
            throw new DatasetFormatException(file, rows() == 0 ? "" : place(0),
                    "there is no column '" + names[0] + "'; columns: "
                            + String.join(", ", columns.stream().map(TextColumn::name).toList()));
        }
        return c.get();
    }

    /**
     * Says where a cell stands, for error messages: {@code line 12, column 2 ('CPS')}, or
     * {@code sheet 'A', cell B12 ('CPS')}.
     */
    public String position(int row, int column) {
        String name = " ('" + columns.get(column).name() + "')";
        return sheet.isEmpty() ? "line " + line(row) + ", column " + (places[column] + 1) + name
                : "sheet '" + sheet + "', cell " + CellName.of(line(row) - 1, places[column]) + name;
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
