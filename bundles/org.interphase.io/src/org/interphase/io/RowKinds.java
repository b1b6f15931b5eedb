package org.interphase.io;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Tells which rows are rows of data; learns from all which columns hold words, and whether a row has one field. */
final class RowKinds {

    private static final int SAMPLE = 20_000;
    private static final int LEAST_SHARE = 50;

    private final CellGrid cells;
    private BitSet wordColumns = new BitSet();
    private boolean singleColumn;

    private RowKinds(CellGrid cells) {
        this.cells = cells;
    }

    /** What rows of one kind have in common. */
    private record Kind(int used, BitSet words) {
    }

    static RowKinds learn(CellGrid cells) {
        RowKinds out = new RowKinds(cells);
        Map<Kind, Integer> votes = new HashMap<>();
        int step = Math.max(1, cells.rows() / SAMPLE);
        for (int i = 0; i < cells.rows(); i += step) {
            if (!cells.isBlank(i) && !cells.isComment(i) && cells.numbers(i) > 0) {
                votes.merge(new Kind(cells.used(i), out.words(i)), 1, Integer::sum);
            }
        }
        Kind best = null;
        for (Map.Entry<Kind, Integer> e : votes.entrySet()) {
            if (best == null || e.getValue() > votes.get(best)
                    || e.getValue().equals(votes.get(best)) && better(e.getKey(), best)) {
                best = e.getKey();
            }
        }
        if (best != null) {
            out.decide(best, votes);
        }
        return out;
    }

    private void decide(Kind main, Map<Kind, Integer> votes) {
        singleColumn = main.used == 1;
        if (!main.words.isEmpty() && votes.get(main) >= 2) {
            wordColumns = (BitSet) main.words.clone();
            for (Map.Entry<Kind, Integer> e : votes.entrySet()) {
                if (e.getKey().used == main.used && e.getValue() * LEAST_SHARE >= votes.get(main)) {
                    wordColumns.or(e.getKey().words);
                }
            }
        }
    }

    private static boolean better(Kind a, Kind b) {
        int fewerWords = Integer.compare(b.words.cardinality(), a.words.cardinality());
        return fewerWords > 0 || fewerWords == 0 && a.used > b.used;
    }

    private BitSet words(int row) {
        BitSet out = new BitSet();
        int n = cells.size(row);
        for (int c = 0; c < n; c++) {
            if (cells.kind(row, c) == CellGrid.WORD) {
                out.set(c);
            }
        }
        return out;
    }

    /** Columns that hold words. */
    BitSet wordColumns() {
        return wordColumns;
    }

    /** Whether a row is one of numbers, with words only in the columns of words. */
    boolean isRow(int row) {
        return !cells.isBlank(row) && !cells.isComment(row) && cells.numbers(row) > 0
                && (singleColumn || cells.used(row) >= 2) && oddWord(row) < 0;
    }

    /** First column with a word where no words belong, or -1. */
    int oddWord(int row) {
        int n = cells.size(row);
        for (int c = 0; c < n; c++) {
            if (cells.kind(row, c) == CellGrid.WORD && !wordColumns.get(c)) {
                return c;
            }
        }
        return -1;
    }
}
