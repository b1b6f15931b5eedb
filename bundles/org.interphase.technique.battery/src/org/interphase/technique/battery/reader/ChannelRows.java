package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a table by channel or cell, where a file holds several in one table. */
final class ChannelRows {

    private static final int MOST = 1000;

    private ChannelRows() {
    }

    /** The rows of one channel. */
    record Part(String name, RawTable table) {
    }

    static List<Part> of(RawTable table) {
        Optional<RawColumn> channel = table.column(RecordRole.CHANNEL).filter(c -> c.kind() == CellKind.NUMBER);
        Map<Double, Integer> counts = new LinkedHashMap<>();
        if (channel.isPresent()) {
            for (int i = 0; i < table.rows() && counts.size() <= MOST; i++) {
                counts.merge(channel.get().get(i), 1, Integer::sum);
            }
        }
        if (counts.size() < 2 || counts.size() > MOST || counts.keySet().stream().anyMatch(v -> v != Math.rint(v))) {
            return List.of(new Part("", table));
        }
        List<Part> out = new ArrayList<>();
        for (Map.Entry<Double, Integer> e : counts.entrySet()) {
            int[] rows = new int[e.getValue()];
            int n = 0;
            for (int i = 0; i < table.rows(); i++) {
                if (channel.get().get(i) == e.getKey()) {
                    rows[n++] = i;
                }
            }
            List<RawColumn> columns = new ArrayList<>();
            for (RawColumn c : table.columns()) {
                columns.add(new RawColumn(c.heading(), c.kind(), c.kind() == CellKind.WORD ? List.of()
                        : Pages.of(rows.length, i -> c.get(rows[i])), c.words(), c.odd(), c.missing()));
            }
            out.add(new Part(channel.get().heading().text().strip() + " " + Math.round(e.getKey()),
                    new RawTable(table.file(), table.part(), columns, rows.length, table.notes())));
        }
        return out;
    }
}
