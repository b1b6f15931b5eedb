package org.interphase.electro.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;

/** The table of an EC-Lab text file: a line of names, then rows of numbers, all separated by tabs. */
final class EcLabTable {

    /** Names of which a line of names has at least one beside the time. */
    private static final Set<String> RECORDED = Set.of("Ewe/V", "<Ewe>/V", "Ecell/V", "<Ecell>/V", "Ewe-Ece/V", "I/mA",
            "<I>/mA");

    private EcLabTable() {
    }

    /** Whether a line names the columns of a record over time, so that a file may begin with it. */
    static boolean namesARecord(String line) {
        List<String> names = Arrays.stream(line.split("\t")).map(String::strip).toList();
        return names.size() > 1 && names.contains("time/s") && names.stream().anyMatch(RECORDED::contains)
                && !names.contains("freq/Hz");
    }

    /**
     * The columns.
     *
     * @param header number of lines up to and with the names
     */
    static List<Column> columns(String file, String[] lines, int header, Progress progress)
            throws DatasetFormatException {
        String[] headings = names(lines[header - 1]);
        int last = lines.length;
        while (last > header && lines[last - 1].isBlank()) {
            last--;
        }
        int rows = last - header;
        if (headings.length < 2 || rows < 1) {
            throw new DatasetFormatException(file, "line " + header, rows < 1
                    ? "there are no data behind the header: the record has no rows (nothing was measured or exported)"
                    : "the last line of the header must name the columns");
        }
        double[][] values = new double[headings.length][rows];
        for (int r = 0; r < rows; r++) {
            if ((r & 0xfff) == 0) {
                progress.checkCancelled();
                progress.report(r / (double) rows, "");
            }
            row(file, lines[header + r], header + r + 1, headings, values, r);
        }
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < headings.length; c++) {
            out.add(EcLabColumns.column(headings[c], values[c]));
        }
        return UniqueNames.of(out);
    }

    private static void row(String file, String line, int number, String[] headings, double[][] values, int r)
            throws DatasetFormatException {
        int from = 0;
        for (int c = 0; c < headings.length; c++) {
            int tab = line.indexOf('\t', from);
            int to = tab < 0 ? line.length() : tab;
            if (from > line.length()) {
                throw mismatch(file, number, headings.length, c);
            }
            values[c][r] = InstrumentText.number(file, number, headings[c], line.substring(from, to));
            from = to + 1;
        }
        if (from < line.length() && !line.substring(from).isBlank()) {
            throw mismatch(file, number, headings.length, line.stripTrailing().split("\t", -1).length);
        }
    }

    /** Names of the columns: EC-Lab ends the line with a tab, and may leave a name blank. */
    private static String[] names(String line) {
        String[] names = line.split("\t", -1);
        int count = names.length > 1 && names[names.length - 1].isBlank() ? names.length - 1 : names.length;
        String[] out = Arrays.copyOf(names, count);
        for (int c = 0; c < count; c++) {
            out[c] = out[c].isBlank() ? "column " + (c + 1) : out[c];
        }
        return out;
    }

    private static DatasetFormatException mismatch(String file, int line, int names, int columns) {
        return new DatasetFormatException(file, "line " + line, "names and columns do not match: the header names "
                + names + " columns, this row has " + columns + " numbers, so which belongs to which name "
                + "can't be told");
    }
}
