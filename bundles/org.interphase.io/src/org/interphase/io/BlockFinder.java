package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;

/** Finds the blocks of data rows among the lines of a delimited text and turns them into columns. */
final class BlockFinder {

    private static final int MOST_COLUMNS = 20_000;

    private final String file;
    private final TextLayout layout;
    private final List<String> lines;
    private final boolean endsCleanly;
    private BitSet wordColumns = new BitSet();
    private boolean singleColumn;

    BlockFinder(String file, TextLayout layout, List<String> lines, boolean endsCleanly) {
        this.file = file;
        this.layout = layout;
        this.lines = lines;
        this.endsCleanly = endsCleanly;
    }

    /** What the fields of a line are. */
    private record Row(List<String> fields, int numbers, BitSet words) {
        /** Number of fields without empty ones at the end. */
        int used() {
            int n = fields.size();
            while (n > 0 && fields.get(n - 1).isEmpty()) {
                n--;
            }
            return n;
        }
    }

    private Row row(String line) {
        List<String> fields = layout.split(line);
        BitSet words = new BitSet();
        int numbers = 0;
        for (int i = 0; i < fields.size(); i++) {
            String f = fields.get(i);
            if (layout.isNumber(f)) {
                numbers++;
            } else if (!TextLayout.isMissing(f)) {
                words.set(i);
            }
        }
        return new Row(fields, numbers, words);
    }

    List<TextBlock> find() throws DatasetFormatException {
        learnColumns();
        List<TextBlock> blocks = new ArrayList<>();
        int preambleStart = 0;
        int i = 0;
        int n = lines.size();
        while (i < n) {
            if (!isRow(i)) {
                i++;
                continue;
            }
            int end = endOfBlock(i);
            int rows = 0;
            for (int k = i; k < end; k++) {
                rows += lines.get(k).isBlank() ? 0 : 1;
            }
            if (rows >= 2 || rows == 1 && nothingElse(end)) {
                blocks.add(block(preambleStart, i, end));
                preambleStart = end;
            }
            i = end;
        }
        return blocks;
    }

    private boolean nothingElse(int from) {
        for (int i = from; i < lines.size(); i++) {
            if (isRow(i)) {
                return false;
            }
        }
        return true;
    }

    /** Decides from all lines which columns hold words, and whether rows have a single field. */
    private void learnColumns() {
        Map<String, Integer> votes = new HashMap<>();
        Map<String, Row> example = new HashMap<>();
        int step = Math.max(1, lines.size() / 20_000);
        for (int i = 0; i < lines.size(); i += step) {
            String line = lines.get(i);
            if (line.isBlank() || TextLayout.isComment(line)) {
                continue;
            }
            Row r = row(line);
            if (r.numbers == 0) {
                continue;
            }
            String key = r.used() + ":" + r.words;
            votes.merge(key, 1, Integer::sum);
            example.putIfAbsent(key, r);
        }
        String best = null;
        for (Map.Entry<String, Integer> e : votes.entrySet()) {
            if (best == null || e.getValue() > votes.get(best)
                    || e.getValue().equals(votes.get(best)) && better(example.get(e.getKey()), example.get(best))) {
                best = e.getKey();
            }
        }
        if (best == null) {
            return;
        }
        Row main = example.get(best);
        singleColumn = main.used() == 1;
        if (!main.words.isEmpty() && votes.get(best) >= 2) {
            wordColumns = (BitSet) main.words.clone();
            for (Map.Entry<String, Integer> e : votes.entrySet()) {
                Row r = example.get(e.getKey());
                if (r.used() == main.used() && e.getValue() * 50 >= votes.get(best)) {
                    wordColumns.or(r.words);
                }
            }
        }
    }

    private static boolean better(Row a, Row b) {
        int fewerWords = Integer.compare(b.words.cardinality(), a.words.cardinality());
        return fewerWords > 0 || fewerWords == 0 && a.used() > b.used();
    }

    private boolean isRow(int line) {
        String text = lines.get(line);
        if (text.isBlank() || TextLayout.isComment(text)) {
            return false;
        }
        return isRow(row(text));
    }

    private boolean isRow(Row r) {
        if (r.numbers == 0 || r.used() < 2 && !singleColumn) {
            return false;
        }
        BitSet extra = (BitSet) r.words.clone();
        extra.andNot(wordColumns);
        return extra.isEmpty();
    }

    private int nextNonBlank(int from) {
        int i = from;
        while (i < lines.size() && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    /** Index behind the last row of the block that starts at a line; checks lines inside for damage. */
    private int endOfBlock(int start) throws DatasetFormatException {
        int width = row(lines.get(start)).fields.size();
        int used = row(lines.get(start)).used();
        int end = start + 1;
        int i = start + 1;
        while (i < lines.size()) {
            i = nextNonBlank(i);
            if (i >= lines.size() || TextLayout.isComment(lines.get(i))) {
                break;
            }
            Row r = row(lines.get(i));
            if (isRow(r)) {
                boolean fits = layout.delimiter() == ' ' ? r.fields.size() == width : true;
                if (!fits || layout.delimiter() != ' ' && r.fields.size() != width
                        && Math.max(r.used(), used) > Math.min(width, r.fields.size())) {
                    if (i + 1 < lines.size() && widthOfNext(i + 1) == r.fields.size() && r.used() > 1) {
                        break;
                    }
                    throw wrongNumber(i, r.fields.size(), width);
                }
                used = Math.max(used, r.used());
                width = Math.max(width, r.fields.size());
                i++;
                end = i;
                continue;
            }
            int next = nextNonBlank(i + 1);
            boolean rowFollows = next < lines.size() && isRow(next);
            if (r.numbers > 0 && r.used() == 1 && i == lines.size() - 1 && !endsCleanly) {
                throw wrongNumber(i, 1, width);
            }
            if (r.numbers > 0 && r.fields.size() == width && rowFollows && !r.words.isEmpty()) {
                BitSet bad = (BitSet) r.words.clone();
                bad.andNot(wordColumns);
                int column = bad.nextSetBit(0);
                throw new DatasetFormatException(file, "line " + (i + 1) + ", column " + (column + 1),
                        "'" + shortened(r.fields.get(column)) + "' is no number");
            }
            if (r.numbers > 0 && r.words.isEmpty() && rowFollows) {
                throw wrongNumber(i, r.fields.size(), width);
            }
            break;
        }
        return end;
    }

    private int widthOfNext(int from) {
        int next = nextNonBlank(from);
        return next < lines.size() && isRow(next) ? row(lines.get(next)).fields.size() : -1;
    }

    private DatasetFormatException wrongNumber(int line, int found, int expected) {
        boolean last = line == lines.size() - 1;
        return new DatasetFormatException(file, "line " + (line + 1), found + (found == 1 ? " field" : " fields")
                + " where the rows before have " + expected + (last ? "; the file may be cut short" : ""));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private TextBlock block(int preambleStart, int start, int end) throws DatasetFormatException {
        int width = 0;
        int count = 0;
        for (int i = start; i < end; i++) {
            if (!lines.get(i).isBlank()) {
                width = Math.max(width, layout.split(lines.get(i)).size());
                count++;
            }
        }
        if (width > MOST_COLUMNS) {
            throw new DatasetFormatException(file, "line " + (start + 1), width + " columns are more than the "
                    + MOST_COLUMNS + " this format is read up to");
        }
        double[][] values = new double[width][count];
        List<List<String>> words = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            words.add(wordColumns.get(c) ? new ArrayList<>(count) : null);
            Arrays.fill(values[c], Double.NaN);
        }
        int[] lineNumbers = new int[count];
        int row = 0;
        boolean[] filled = new boolean[width];
        for (int i = start; i < end; i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            List<String> fields = layout.split(lines.get(i));
            for (int c = 0; c < width; c++) {
                String f = c < fields.size() ? fields.get(c) : "";
                filled[c] |= !f.isEmpty();
                if (words.get(c) != null) {
                    words.get(c).add(f);
                }
                if (layout.isNumber(f)) {
                    values[c][row] = layout.number(f);
                }
            }
            lineNumbers[row++] = i + 1;
        }
        Headings headings = Headings.find(layout, lines.subList(preambleStart, start), width);
        List<TextColumn> columns = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            if (filled[c]) {
                columns.add(headings.column(c, values[c], words.get(c) == null ? List.of() : words.get(c)));
            }
        }
        return new TextBlock(file, columns, lineNumbers, lines.subList(preambleStart, start), headings.properties());
    }
}
