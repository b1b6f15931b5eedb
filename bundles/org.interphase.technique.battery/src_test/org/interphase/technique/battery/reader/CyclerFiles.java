package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/** Small files of cyclers, and ways to read them. */
final class CyclerFiles {

    /** As Neware's software writes it: a rest, a charge, a discharge. */
    static final String NEWARE = """
            DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(V),Chg. Cap.(mAh),\
            DChg. Cap.(mAh),Date
            1,1,1,Rest,00:00:00,00:00:00,0,3.5,0,0,2024-03-01 10:00:00
            2,1,1,Rest,00:01:00,00:01:00,0,3.5,0,0,2024-03-01 10:01:00
            3,1,2,CC Chg,00:00:00,00:01:00,360,3.7,0,0,2024-03-01 10:01:00
            4,1,2,CC Chg,00:01:00,00:02:00,360,3.8,6,0,2024-03-01 10:02:00
            5,1,3,CC DChg,00:00:00,00:02:00,-360,3.6,0,0,2024-03-01 10:02:00
            6,1,3,CC DChg,00:01:00,00:03:00,-360,3.55,0,6,2024-03-01 10:03:00
            """;

    private CyclerFiles() {
    }

    static Source source(String name, String text) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Table read(String name, String text) throws IOException {
        return read(source(name, text));
    }

    static Table read(String name, String text, String key, String value) throws IOException {
        return read(source(name, text).stating(Stated.of(Map.of(key, value))));
    }

    static Table read(Source source) throws IOException {
        return (Table) new CyclerReader().read(source, Progress.none()).get(0);
    }

    static List<Table> all(Source source) throws IOException {
        return new CyclerReader().read(source, Progress.none()).stream().map(Table.class::cast).toList();
    }

    static DatasetFormatException refusal(String text) {
        return assertThrows(DatasetFormatException.class, () -> read("a.csv", text));
    }

    static int confidence(Source source) throws IOException {
        return new CyclerReader().confidence(SourceHead.of(source));
    }

    static double[] values(Table table, String column) {
        return table.column(column).orElseThrow().values();
    }

    static double[] time(Table table) {
        return values(table, RecordColumns.TIME);
    }

    static double[] current(Table table) {
        return values(table, RecordColumns.CURRENT);
    }

    static List<String> codes(Table table) {
        return table.header().remarks().stream().map(Remark::code).filter(c -> !c.isEmpty()).toList();
    }

    static String remarks(Table table) {
        return String.join("\n", table.header().remarks().stream().map(Remark::text).toList());
    }
}
