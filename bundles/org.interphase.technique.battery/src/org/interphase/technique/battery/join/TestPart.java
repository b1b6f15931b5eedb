package org.interphase.technique.battery.join;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;

/** One part of a test: a record, where its time begins and ends, and when it was started. */
final class TestPart {

    private final Table table;
    private final CellRecord record;

    private TestPart(Table table, CellRecord record) {
        this.table = table;
        this.record = record;
    }

    static TestPart of(Table table) throws AnalysisException {
        CellRecord record = CellRecord.of(table).orElseThrow(() -> new AnalysisException("'" + table.name()
                + "' has no " + CellRecord.missing(table) + ", so it is no part of a test"));
        if (record.rows() == 0 || Double.isNaN(record.time().get(0))) {
            throw new AnalysisException("'" + table.name() + "' does not begin with a time");
        }
        return new TestPart(table, record);
    }

    Table table() {
        return table;
    }

    String name() {
        return table.name();
    }

    int rows() {
        return record.rows();
    }

    Channel time() {
        return record.time();
    }

    Channel voltage() {
        return record.voltage();
    }

    Optional<Channel> current() {
        return record.current();
    }

    double first() {
        return record.time().get(0);
    }

    /** The last time that is there. */
    double last() {
        int i = record.rows() - 1;
        while (i > 0 && Double.isNaN(record.time().get(i))) {
            i--;
        }
        return record.time().get(i);
    }

    /** Seconds since 1970 at the first row by its clock: its date, else when the test was started. */
    OptionalDouble started() {
        if (table.column(RecordColumns.DATE).isPresent()) {
            Column dates = table.column(RecordColumns.DATE).get();
            if (!Double.isNaN(dates.get(0))) {
                return OptionalDouble.of(dates.get(0));
            }
        }
        String text = table.metadata().text(RecordColumns.STARTED).orElse("").strip().replace(' ', 'T');
        try {
            return OptionalDouble.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli() / 1e3);
        } catch (DateTimeParseException e) {
            try {
                return OptionalDouble.of(OffsetDateTime.parse(text).toLocalDateTime().toInstant(ZoneOffset.UTC)
                        .toEpochMilli() / 1e3);
            } catch (DateTimeParseException f) {
                return OptionalDouble.empty();
            }
        }
    }

    /** The time zone of its dates; empty where none is stated. */
    String zone() {
        return table.metadata().text(RecordColumns.ZONE).orElse("");
    }

    /** Name of the column of cycles; empty where there is none. */
    String cycleColumn() {
        return record.cycle().map(Channel::name).orElse("");
    }
}
