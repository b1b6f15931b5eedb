package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.Optional;
import org.interphase.model.ColumnPage;

/** Dates whose time of day stands in a column of its own. */
final class DayClock {

    /** Heading of a time of day that has none. */
    static final String HEADING = "time of day";

    private static final double DAY = 86400;

    private DayClock() {
    }

    /**
     * A column of dates with the times of day beside it added, where it holds days only and there is such a column.
     *
     * @param date the dates
     * @param raw the table
     * @param time the column of the time since the start, which is none of the day; may be null
     */
    static RawColumn with(RawColumn date, RawTable raw, RawColumn time) {
        if (date.kind() != CellKind.DATE) {
            return date;
        }
        for (ColumnPage p : date.pages()) {
            for (int i = 0; i < p.size(); i++) {
                double v = p.get(i);
                if (!Double.isNaN(v) && v % DAY != 0) {
                    return date;
                }
            }
        }
        Optional<RawColumn> clock = raw.columns().stream().filter(c -> c.kind() == CellKind.CLOCK && c != time)
                .filter(c -> RecordHeading.key(c.heading().name()).matches("time|zeit|uhrzeit|timeofday|clock"))
                .findFirst();
        if (clock.isEmpty()) {
            return date;
        }
        List<ColumnPage> sum = Pages.of(raw.rows(), i -> date.get(i) + clock.get().get(i));
        return new RawColumn(date.heading(), date.kind(), sum, date.words(), date.odd(), date.missing());
    }
}
