package org.interphase.io;

/** Names of cells as spreadsheets show them. */
final class CellName {

    private static final int LETTERS = 26;

    private CellName() {
    }

    /** The name of a cell, row and column from 0: {@code B12}. */
    static String of(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (c - 1) % LETTERS));
        }
        return letters.append(row + 1).toString();
    }
}
