package org.interphase.technique.battery.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.io.TextLayout;

/** Tells from some rows how the cells of each column are written. */
final class CellKinds {

    private static final double MOST = 0.9;

    private final List<RecordHeading> headings;
    private final char delimiter;
    private final TextLayout layout;

    CellKinds(List<RecordHeading> headings, char delimiter, boolean comma) {
        this.headings = headings;
        this.delimiter = delimiter;
        this.layout = new TextLayout(delimiter, comma, comma ? '.' : ',');
    }

    /**
     * How the cells of each column are written.
     *
     * @param sample some rows
     * @param orders takes the orders of year, month and day the dates may have
     */
    CellKind[] of(List<String> sample, List<DateText.Order> orders) {
        List<List<String>> cells = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) {
            cells.add(new ArrayList<>());
        }
        for (String line : sample) {
            List<String> row = LineFields.of(line, delimiter);
            for (int c = 0; c < headings.size() && c < row.size(); c++) {
                if (!row.get(c).isEmpty() && !TextLayout.isMissing(row.get(c))) {
                    cells.get(c).add(row.get(c));
                }
            }
        }
        CellKind[] out = new CellKind[headings.size()];
        List<String> dates = new ArrayList<>();
        int state = bestState(cells);
        for (int c = 0; c < out.length; c++) {
            out[c] = kind(headings.get(c), cells.get(c), c == state);
            if (out[c] == CellKind.DATE) {
                dates.addAll(cells.get(c));
            }
        }
        if (!dates.isEmpty()) {
            orders.addAll(DateText.orders(dates));
        }
        return out;
    }

    private CellKind kind(RecordHeading heading, List<String> cells, boolean state) {
        boolean named = heading.role().filter(r -> r == RecordRole.STATE).isPresent();
        if (cells.isEmpty()) {
            return named ? CellKind.WORD : CellKind.NUMBER;
        }
        long numbers = cells.stream().filter(layout::isNumber).count();
        if (numbers >= MOST * cells.size()) {
            return CellKind.NUMBER;
        }
        if (named) {
            return state ? CellKind.STATE : CellKind.WORD;
        }
        if (cells.stream().filter(CellKinds::isClock).count() >= MOST * cells.size()) {
            return CellKind.CLOCK;
        }
        return cells.stream().filter(DateText::is).count() >= MOST * cells.size() ? CellKind.DATE
                : heading.role().filter(r -> r.needsUnit()).isPresent() ? CellKind.NUMBER : CellKind.WORD;
    }

    /** Of several columns that say what is done the one whose words say it best. */
    private int bestState(List<List<String>> cells) {
        int best = -1;
        double most = 0;
        for (int c = 0; c < cells.size(); c++) {
            if (headings.get(c).role().filter(r -> r == RecordRole.STATE).isPresent() && !cells.get(c).isEmpty()) {
                double known = cells.get(c).stream().filter(w -> !Double.isNaN(CellState.direction(w))).count()
                        / (double) cells.get(c).size();
                if (known > most) {
                    most = known;
                    best = c;
                }
            }
        }
        return best;
    }

    private static boolean isClock(String cell) {
        byte[] b = cell.getBytes(StandardCharsets.ISO_8859_1);
        return !Double.isNaN(ClockText.parse(b, 0, b.length));
    }
}
