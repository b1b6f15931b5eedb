package org.interphase.io;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of a text or a sheet by row, told apart once: rows have a place in the file (line or row number, from 1)
 * and cells of one of four kinds; numbers are kept, words are asked for again where they are needed.
 */
abstract class CellGrid {

    /** A cell without content. */
    static final byte EMPTY = 0;
    /** A cell that says that there is no value. */
    static final byte MISSING = 1;
    /** A number. */
    static final byte NUMBER = 2;
    /** Anything else. */
    static final byte WORD = 3;

    private static final byte BLANK_ROW = 1;
    private static final byte COMMENT_ROW = 2;
    private static final int FIRST_ROWS = 256;

    private int rows;
    private int cells;
    private int[] start = new int[FIRST_ROWS + 1];
    private int[] line = new int[FIRST_ROWS];
    private byte[] marks = new byte[FIRST_ROWS];
    private byte[] kinds = new byte[4 * FIRST_ROWS];
    private double[] values = new double[4 * FIRST_ROWS];

    /** Begins a row that stands on a line; its cells follow. */
    final void startRow(int lineNumber) {
        if (rows == line.length) {
            int more = rows + (rows >> 1);
            line = Arrays.copyOf(line, more);
            marks = Arrays.copyOf(marks, more);
            start = Arrays.copyOf(start, more + 1);
        }
        line[rows] = lineNumber;
        rows++;
        start[rows] = cells;
    }

    /** Adds a cell to the row begun last. */
    final void add(byte kind, double value) {
        if (cells == kinds.length) {
            int more = cells + (cells >> 1);
            kinds = Arrays.copyOf(kinds, more);
            values = Arrays.copyOf(values, more);
        }
        kinds[cells] = kind;
        values[cells] = value;
        cells++;
        start[rows] = cells;
    }

    final void markBlank() {
        marks[rows - 1] = BLANK_ROW;
    }

    final void markComment() {
        marks[rows - 1] = COMMENT_ROW;
    }

    final int rows() {
        return rows;
    }

    /** Place in the file, from 1. */
    final int line(int row) {
        return line[row];
    }

    /** Number of cells of a row, empty ones at the end included. */
    final int size(int row) {
        return start[row + 1] - start[row];
    }

    final byte kind(int row, int column) {
        return column < size(row) ? kinds[start[row] + column] : EMPTY;
    }

    /** The number in a cell, NaN where there is none. */
    final double value(int row, int column) {
        return kind(row, column) == NUMBER ? values[start[row] + column] : Double.NaN;
    }

    final boolean isBlank(int row) {
        return marks[row] == BLANK_ROW;
    }

    final boolean isComment(int row) {
        return marks[row] == COMMENT_ROW;
    }

    /** Number of cells of a row up to the last that is not empty. */
    final int used(int row) {
        int n = start[row + 1];
        while (n > start[row] && kinds[n - 1] == EMPTY) {
            n--;
        }
        return n - start[row];
    }

    /** Number of numbers in a row. */
    final int numbers(int row) {
        return count(row, NUMBER);
    }

    /** Number of words in a row. */
    final int words(int row) {
        return count(row, WORD);
    }

    private int count(int row, byte kind) {
        int n = 0;
        for (int i = start[row]; i < start[row + 1]; i++) {
            n += kinds[i] == kind ? 1 : 0;
        }
        return n;
    }

    /** The cells of a row as they are written. */
    abstract List<String> texts(int row);

    /** A row as one line of text. */
    abstract String text(int row);

    /** How the lines of text are written. */
    abstract TextLayout layout();
}
