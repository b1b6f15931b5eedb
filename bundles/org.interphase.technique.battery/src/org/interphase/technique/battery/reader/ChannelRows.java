package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Remark;

/** The rows of a table by channel or cell, where a file holds several in one table. */
final class ChannelRows {

    private static final int MOST = 1000;

    private final double[] sorted = new double[MOST];
    /** Place of each sorted number in the order in which the channels come. */
    private final int[] places = new int[MOST];
    private final int[] counts = new int[MOST];
    private int channels;

    private ChannelRows() {
    }

    /** The rows of one channel. */
    record Part(String name, RawTable table, List<Remark> remarks) {
    }

    /**
     * The table by channels.
     *
     * @throws DatasetFormatException if there are more channels than any instrument has
     */
    static List<Part> of(RawTable table) throws DatasetFormatException {
        Optional<RawColumn> channel = table.column(RecordRole.CHANNEL).filter(c -> c.kind() == CellKind.NUMBER);
        return channel.isEmpty() ? List.of(new Part("", table, List.of())) : new ChannelRows().split(table,
                channel.get());
    }

    private List<Part> split(RawTable table, RawColumn channel) throws DatasetFormatException {
        PageCursor numbers = new PageCursor(channel.pages());
        int[] of = new int[table.rows()];
        int without = 0;
        boolean more = false;
        for (int i = 0; i < of.length; i++) {
            double v = numbers.applyAsDouble(i);
            if (!Double.isNaN(v) && v != Math.rint(v)) {
                // fractions number no channels
                return List.of(new Part("", table, List.of()));
            }
            of[i] = Double.isNaN(v) ? -1 : place(v + 0.0);
            without += Double.isNaN(v) ? 1 : 0;
            more |= of[i] == MOST;
        }
        if (more) {
            throw new DatasetFormatException(table.file(), table.place(), "the column '" + channel.heading().text()
                    + "' numbers more than " + MOST + " channels; it is no column of channels, or the file is damaged");
        }
        if (channels < 2) {
            return List.of(new Part("", table, List.of()));
        }
        int[][] rows = new int[channels][];
        Arrays.setAll(rows, k -> new int[counts[k]]);
        int[] next = new int[channels];
        for (int i = 0; i < of.length; i++) {
            if (of[i] >= 0) {
                rows[of[i]][next[of[i]]++] = i;
            }
        }
        List<Remark> remarks = without == 0 ? List.of() : List.of(Remark.warning(without + (without == 1 ? " row has"
                : " rows have") + " no number in '" + channel.heading().text() + "', so that nothing tells whose "
                + (without == 1 ? "it is; it is" : "they are; they are") + " left out.").coded("channel-missing"));
        List<Part> out = new ArrayList<>();
        for (int[] own : rows) {
            List<RawColumn> columns = new ArrayList<>();
            for (RawColumn c : table.columns()) {
                PageCursor values = new PageCursor(c.pages());
                columns.add(new RawColumn(c.heading(), c.kind(), c.kind() == CellKind.WORD ? List.of()
                        : Pages.of(own.length, i -> values.applyAsDouble(own[i])), c.words(), c.odd(), c.missing()));
            }
            out.add(new Part(channel.heading().text().strip() + " " + Math.round(channel.get(own[0])),
                    new RawTable(table.file(), table.part(), columns, own.length, table.notes()), remarks));
        }
        return out;
    }

    /** Counts a row; place of its channel, MOST where there are too many. */
    private int place(double number) {
        int at = Arrays.binarySearch(sorted, 0, channels, number);
        if (at < 0) {
            if (channels == MOST) {
                return MOST;
            }
            at = -at - 1;
            System.arraycopy(sorted, at, sorted, at + 1, channels - at);
            System.arraycopy(places, at, places, at + 1, channels - at);
            sorted[at] = number;
            places[at] = channels++;
        }
        counts[places[at]]++;
        return places[at];
    }
}
