package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.interphase.api.DatasetFormatException;

/**
 * Finds the blocks of data rows among the rows of a text or a sheet and turns them into columns. Each row is decided
 * for itself: a row with a missing cell stays a row of its block, a row whose fields can't be told apart is left out
 * and noted; neither ends the block.
 */
final class BlockFinder {

    private static final int MOST_COLUMNS = 20_000;
    private static final double SAME_STEP = 0.01;
    private static final int ROWS_BEFORE = 5;

    private final String file;
    private final String sheet;
    private final CellGrid cells;
    private final boolean blanks;
    private final boolean endsCleanly;
    private final RowKinds kinds;
    private int lastRow = -1;

    /**
     * @param file name of the file
     * @param sheet name of the sheet, empty in a text
     * @param cells the cells
     * @param endsCleanly whether the last row is complete for sure
     */
    BlockFinder(String file, String sheet, CellGrid cells, boolean endsCleanly) {
        this.file = file;
        this.sheet = sheet;
        this.cells = cells;
        this.blanks = cells.layout().delimiter() == ' ';
        this.endsCleanly = endsCleanly;
        this.kinds = RowKinds.learn(cells);
    }

    /** A block being found: its rows, what happened to others among them. */
    private static final class Run {
        private final List<Integer> rows = new ArrayList<>();
        private final List<RowNote> notes = new ArrayList<>();
        private int width;
        private int used;
        private int whole;
        private int end;
    }

    List<TextBlock> find() throws DatasetFormatException {
        List<TextBlock> blocks = new ArrayList<>();
        int n = cells.rows();
        for (int i = 0; i < n; i++) {
            lastRow = kinds.isRow(i) ? i : lastRow;
        }
        int preambleStart = 0;
        int i = 0;
        while (i < n) {
            if (!kinds.isRow(i)) {
                i++;
                continue;
            }
            Run run = run(preambleStart, i);
            if (run.whole >= 2 || run.whole == 1 && run.end > lastRow) {
                int start = run.rows.isEmpty() ? i : run.rows.get(0);
                TextBlock block = block(preambleStart, start, run);
                if (block != null) {
                    blocks.add(block);
                    preambleStart = run.end;
                }
            }
            i = run.end;
        }
        return blocks;
    }

    private int nextNonBlank(int from) {
        int i = from;
        while (i < cells.rows() && cells.isBlank(i)) {
            i++;
        }
        return i;
    }

    private boolean isMissingRow(int row) {
        return !cells.isComment(row) && cells.words(row) == 0;
    }

    private Run run(int preambleStart, int first) throws DatasetFormatException {
        Run run = new Run();
        run.width = cells.size(first);
        run.used = cells.used(first);
        run.whole = 1;
        for (int i = firstRow(preambleStart, first, run.width); i <= first; i++) {
            if (cells.isBlank(i)) {
                run.notes.add(note(i, RowNote.Reason.BLANK));
            } else if (blanks && cells.size(i) < run.width) {
                run.notes.add(note(i, RowNote.Reason.SHORT));
            } else {
                run.rows.add(i);
            }
        }
        run.end = first + 1;
        grow(run);
        return run;
    }

    /** The first of the rows above the first whole one in which cells are missing. */
    private int firstRow(int preambleStart, int first, int width) {
        int start = first;
        for (int i = first - 1; i >= preambleStart; i--) {
            if (cells.isBlank(i)) {
                continue;
            }
            boolean alike = i == start - 1 && cells.size(i) == width;
            boolean below = cells.numbers(i) > 0 && cells.size(i) <= width;
            if (!isMissingRow(i) || !alike && !(below && isBelowHeadings(i, width))) {
                break;
            }
            start = i;
        }
        return start;
    }

    /** Whether headings stand above a row and the rows right above it; a lone number without is a count of rows. */
    private boolean isBelowHeadings(int row, int width) {
        int i = row - 1;
        while (i >= 0 && isMissingRow(i)) {
            i--;
        }
        return i >= 0 && Headings.areHeadings(cells.layout(),
                TextLayout.uncomment(cells.text(i)), width);
    }

    private void grow(Run run) throws DatasetFormatException {
        int i = run.end;
        int damaged = 0;
        while (true) {
            int at = nextNonBlank(i);
            int behind = at < cells.rows() && cells.isComment(at) ? behindComments(run, at) : at;
            if (behind < 0 || behind >= cells.rows()) {
                return;
            }
            List<RowNote> between = new ArrayList<>();
            for (int k = i; k < behind; k++) {
                between.add(note(k, cells.isBlank(k) ? RowNote.Reason.BLANK : RowNote.Reason.COMMENT));
            }
            i = behind;
            if (kinds.isRow(i)) {
                if (!fits(run, i, !between.isEmpty())) {
                    if (startsAnother(i)) {
                        return;
                    }
                    if (cells.size(i) > run.width) {
                        throw wrongNumber(i, run.width);
                    }
                    run.notes.addAll(between);
                    run.notes.add(note(i, isCut(i) ? RowNote.Reason.CUT : RowNote.Reason.SHORT));
                    damaged++;
                    refuseMuchDamage(run, damaged, i);
                } else {
                    run.notes.addAll(between);
                    run.rows.add(i);
                    run.whole++;
                    run.used = Math.max(run.used, cells.used(i));
                    run.width = Math.max(run.width, cells.size(i));
                }
                run.end = ++i;
                continue;
            }
            if (isCut(i) && looksLikeNumbers(i)) {
                run.notes.add(note(i, RowNote.Reason.CUT));
                run.end = i + 1;
                return;
            }
            boolean rowFollows = rowFollows(i);
            if (cells.words(i) > 0) {
                if (cells.numbers(i) > 0 && cells.size(i) == run.width && rowFollows) {
                    throw noNumber(i);
                }
                return;
            }
            // only missing cells, or fewer numbers than a row has
            boolean empty = cells.numbers(i) == 0;
            boolean apart = blanks ? !between.isEmpty()
                    : cells.line(i) - cells.line(run.end - 1) > 2 && cells.size(i) < run.width;
            if (!rowFollows && (empty || apart)
                    || blanks && !between.isEmpty() && cells.size(i) < run.width) {
                // rows without content at the end, or a number that stands apart
                return;
            }
            run.notes.addAll(between);
            if (cells.size(i) <= run.width && (!blanks || cells.size(i) == run.width)) {
                run.rows.add(i);
            } else {
                run.notes.add(note(i, RowNote.Reason.SHORT));
                damaged++;
                refuseMuchDamage(run, damaged, i);
            }
            run.end = ++i;
        }
    }

    private RowNote note(int row, RowNote.Reason reason) {
        return new RowNote(cells.line(row), reason, "", sheet);
    }

    /**
     * Whether a row belongs to the block by its number of fields. Where a delimiter stands between the fields, those
     * that are not there are missing at the end of the row; many programs leave them out below shorter columns.
     */
    private boolean fits(Run run, int row, boolean apart) {
        int size = cells.size(row);
        return size == run.width || !blanks && (size < run.width && !apart
                || Math.max(cells.used(row), run.used) <= Math.min(run.width, size));
    }

    /** Whether rows of this length go on: a block of another width. */
    private boolean startsAnother(int row) {
        int next = nextNonBlank(row + 1);
        return next < cells.rows() && kinds.isRow(next) && cells.size(next) == cells.size(row) && cells.used(row) > 1;
    }

    private boolean rowFollows(int row) {
        int i = row + 1;
        // several rows without content may follow each other
        while (i < cells.rows() && (cells.isBlank(i) || !kinds.isRow(i) && isMissingRow(i))) {
            i++;
        }
        return i < cells.rows() && kinds.isRow(i);
    }

    /** Whether the file ends in this row without an end of line. */
    private boolean isCut(int row) {
        return !endsCleanly && row == cells.rows() - 1;
    }

    private boolean looksLikeNumbers(int row) {
        String t = cells.text(row);
        return t.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.,;eEdD \t\"'\u2212".indexOf(c) >= 0);
    }

    private static void refuse(String file, String place, String reason) throws DatasetFormatException {
        throw new DatasetFormatException(file, place, reason);
    }

    private void refuseMuchDamage(Run run, int damaged, int row) throws DatasetFormatException {
        if (damaged > 3 && damaged * 4 > run.whole) {
            refuse(file, place(row), "too many rows have fewer fields than the " + run.width + " of the others ("
                    + damaged + " of " + (run.whole + damaged) + ")");
        }
    }

    /**
     * First row behind comments among the rows of a block, or -1 if the comments end it: they do if they say something
     * (a key with a value, headings), unless the first column goes on in the same steps.
     */
    private int behindComments(Run run, int from) {
        int i = from;
        boolean says = false;
        boolean heads = false;
        while (i < cells.rows() && (cells.isBlank(i) || cells.isComment(i))) {
            if (cells.isComment(i)) {
                String text = TextLayout.uncomment(cells.text(i));
                says |= text.indexOf(':') >= 0 || text.indexOf('=') >= 0;
                heads |= text.isBlank() || Headings.areHeadings(cells.layout(), text, run.width);
            }
            i++;
        }
        if (i >= cells.rows() || !kinds.isRow(i) || cells.size(i) != run.width || says) {
            return -1;
        }
        return !heads || goesOn(run, i) ? i : -1;
    }

    private boolean goesOn(Run run, int row) {
        int n = run.rows.size();
        if (n < 2) {
            return false;
        }
        double b = cells.value(run.rows.get(n - 1), 0);
        double step = b - cells.value(run.rows.get(n - 2), 0);
        return step != 0 && Math.abs(cells.value(row, 0) - b - step) <= SAME_STEP * Math.abs(step);
    }

    private String place(int row) {
        return sheet.isEmpty() ? "line " + cells.line(row) : "sheet '" + sheet + "', row " + cells.line(row);
    }

    private DatasetFormatException wrongNumber(int row, int expected) {
        int found = cells.size(row);
        return new DatasetFormatException(file, place(row), found + (found == 1 ? " field" : " fields")
                + " where the rows before have " + expected
                + (row == cells.rows() - 1 ? "; the file may be cut short" : ""));
    }

    private DatasetFormatException noNumber(int row) {
        int column = kinds.oddWord(row);
        String text = cells.texts(row).get(column);
        String place = sheet.isEmpty() ? "line " + cells.line(row) + ", column " + (column + 1)
                : "sheet '" + sheet + "', cell " + CellName.of(cells.line(row) - 1, column);
        return new DatasetFormatException(file, place, "'" + (text.length() <= 40 ? text
                : text.substring(0, 40) + "...") + "' is no number");
    }

    /** Leaves the last row out if its last number may be half. */
    private void checkEnd(Run run) {
        int last = run.rows.get(run.rows.size() - 1);
        if (!isCut(last)) {
            return;
        }
        int used = cells.used(last);
        boolean whole = used >= run.used && (used < cells.size(last) || isClosed(cells.text(last))
                || cells.kind(last, used - 1) == CellGrid.WORD
                || cells.kind(last, used - 1) == CellGrid.NUMBER
                        && LastNumber.isWhole(cells, run.rows.get(0), last, used - 1));
        whole |= used < cells.size(last) && cells.size(last) >= cells.size(run.rows.get(0)) && isAsBefore(run, used);
        if (!whole) {
            run.rows.remove(run.rows.size() - 1);
            run.notes.add(note(last, RowNote.Reason.CUT));
        }
    }

    /** Whether the rows before the last end with the same column, delimiters behind it: then its number is whole. */
    private boolean isAsBefore(Run run, int used) {
        int n = run.rows.size();
        return n > ROWS_BEFORE && run.rows.subList(n - 1 - ROWS_BEFORE, n - 1).stream()
                .allMatch(r -> cells.used(r) == used);
    }

    private static boolean isClosed(String line) {
        char c = line.isEmpty() ? 'x' : line.charAt(line.length() - 1);
        return c == '"' || c == ' ' || c == '\t';
    }

    private void trim(Run run) {
        while (!run.rows.isEmpty() && cells.numbers(run.rows.get(0)) == 0 && cells.words(run.rows.get(0)) == 0) {
            run.rows.remove(0);
        }
        int n = run.rows.size();
        while (n > 0 && cells.numbers(run.rows.get(n - 1)) == 0 && cells.words(run.rows.get(n - 1)) == 0) {
            n--;
            run.rows.remove(n);
        }
        long blankRows = run.notes.stream().filter(x -> x.reason() == RowNote.Reason.BLANK).count();
        // line ends doubled all over the file
        if (blankRows * 3 > run.rows.size()) {
            run.notes.removeIf(x -> x.reason() == RowNote.Reason.BLANK);
        }
    }

    private TextBlock block(int preambleStart, int start, Run run) throws DatasetFormatException {
        trim(run);
        checkEnd(run);
        if (run.rows.isEmpty()) {
            return null;
        }
        int width = run.width;
        if (width > MOST_COLUMNS) {
            refuse(file, place(start), width + " columns are more than the " + MOST_COLUMNS
                    + " this format is read up to");
        }
        int count = run.rows.size();
        double[][] values = new double[width][count];
        List<List<String>> words = new ArrayList<>();
        BitSet wordColumns = kinds.wordColumns();
        for (int c = 0; c < width; c++) {
            words.add(wordColumns.get(c) ? new ArrayList<>(count) : null);
        }
        int[] lineNumbers = new int[count];
        boolean[] filled = new boolean[width];
        for (int r = 0; r < count; r++) {
            int row = run.rows.get(r);
            int size = cells.size(row);
            for (int c = 0; c < width; c++) {
                values[c][r] = c < size ? cells.value(row, c) : Double.NaN;
                filled[c] |= c < size && cells.kind(row, c) != CellGrid.EMPTY;
            }
            if (!wordColumns.isEmpty()) {
                List<String> texts = cells.texts(row);
                for (int c = wordColumns.nextSetBit(0); c >= 0 && c < width; c = wordColumns.nextSetBit(c + 1)) {
                    words.get(c).add(c < texts.size() ? texts.get(c) : "");
                }
            }
            lineNumbers[r] = cells.line(row);
        }
        List<String> above = new ArrayList<>();
        for (int i = preambleStart; i < start; i++) {
            above.add(cells.text(i));
        }
        Headings headings = Headings.find(cells.layout(), above, width);
        refuseSplitDecimals(above, run, width);
        List<TextColumn> columns = new ArrayList<>();
        int[] places = new int[width];
        for (int c = 0; c < width; c++) {
            if (filled[c]) {
                places[columns.size()] = c;
                columns.add(headings.column(c, values[c], words.get(c) == null ? List.of() : words.get(c)));
            }
        }
        return new TextBlock(file, sheet, columns, Arrays.copyOf(places, columns.size()), lineNumbers, above,
                headings.properties(), run.notes);
    }

    /** "694,00,2764,0" under two headings is two numbers with decimal commas, not four. */
    private void refuseSplitDecimals(List<String> above, Run run, int width) throws DatasetFormatException {
        List<String> headings = above.isEmpty() ? List.of()
                : cells.layout().split(TextLayout.uncomment(above.get(above.size() - 1)));
        if (!sheet.isEmpty() || cells.layout().delimiter() != ',' || headings.size() * 2 != width
                || headings.stream().anyMatch(h -> h.isEmpty() || cells.layout().isNumber(h))) {
            return;
        }
        for (int row : run.rows) {
            List<String> texts = cells.texts(row);
            for (int c = 1; c < width; c += 2) {
                String t = c < texts.size() ? texts.get(c) : "";
                if (t.isEmpty() || !t.chars().allMatch(Character::isDigit)) {
                    return;
                }
            }
        }
        refuse(file, place(run.rows.get(0)), width + " fields under " + width / 2 + " headings: comma seems to be "
                + "decimal mark and delimiter at once; export it with semicolons or tabs between the numbers");
    }
}
