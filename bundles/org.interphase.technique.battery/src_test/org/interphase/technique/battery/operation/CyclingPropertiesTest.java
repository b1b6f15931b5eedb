package org.interphase.technique.battery.operation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.interphase.api.Progress;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.battery.join.JoinOrder;
import org.interphase.technique.battery.join.RecordJoin;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.interphase.testkit.verdict.SameNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any record of cycles: its clock, its units, its parts and the size of the cell. */
class CyclingPropertiesTest {

    private static final SameNumbers ROUNDED = new SameNumbers(1e-6, 1e-2, 2e-2);

    /** A property tried on records with and without counters, edges and noise. */
    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "record {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    private @interface OnRecords {
    }

    private static Table record(long seed) {
        Logging plain = Logging.every(15 + 5 * (seed % 3)).noisy(2e-4, 2e-4, seed);
        Logging logging = switch ((int) (seed % 4)) {
            case 1 -> plain.withoutCounters();
            case 2 -> plain.withoutCounters().withoutEdges();
            case 3 -> plain.losing(0.1);
            default -> plain;
        };
        SyntheticCycler c = new SyntheticCycler(CyclingTruth.cell(seed % 2 == 0 ? 3e-5 : 0), logging);
        double rate = 3e-3 * (0.5 + 0.25 * seed);
        c.rest(900);
        for (int n = 0; n < 3; n++) {
            c.constant(rate, 4.2).held(4.2, rate / 10).endHalf().rest(900);
            c.constant(-rate, 3.0).endHalf().rest(900).nextCycle();
        }
        return c.table();
    }

    private static List<Measurement> numbers(Table t) throws Exception {
        List<Measurement> out = new ArrayList<>(Runs.run(new CyclingSummary(), t, "efficiency", "full-cell")
                .measurements());
        out.addAll(Runs.run(new IrDrop(), t).measurements());
        return out;
    }

    private static Table each(Table t, String unit, DoubleUnaryOperator f, String... names) {
        List<String> changed = List.of(names);
        return new Table(t.header(), t.columns().stream().map(c -> !changed.contains(c.name()) ? c
                : Column.of(c.name(), unit.isEmpty() ? c.unit().text() : unit, Arrays.stream(c.values()).map(f)
                        .toArray())).toList());
    }

    @OnRecords
    void whenTheClockBeganDoesNotMatter(long seed) throws Exception {
        Table t = record(seed);
        ROUNDED.compare(numbers(t), numbers(each(t, "", s -> s + 7200, RecordColumns.TIME)));
    }

    @OnRecords
    void unitsOfTheRecordDoNotMatter(long seed) throws Exception {
        Table t = record(seed);
        List<Measurement> is = numbers(t);
        ROUNDED.compare(is, numbers(each(t, "mA", i -> 1000 * i, RecordColumns.CURRENT)));
        ROUNDED.compare(is, numbers(each(t, "h", s -> s / 3600, RecordColumns.TIME)));
        ROUNDED.compare(is, numbers(each(t, "mV", v -> 1000 * v, RecordColumns.VOLTAGE)));
        ROUNDED.compare(is, numbers(each(t, "mA.h", q -> 1000 * q, "charge capacity", "discharge capacity")));
    }

    @OnRecords
    void aCellTwiceAsLargeHasTwiceTheCapacity(long seed) throws Exception {
        Table t = record(seed);
        ROUNDED.compare(numbers(t), numbers(each(t, "", i -> 2 * i, RecordColumns.CURRENT, "charge capacity",
                "discharge capacity")), m -> switch (m.unit().text()) {
                    case "mA.h", "A.h", "mA", "mW.h", "W.h", "mA.h/cycle" -> m.withValue(2 * m.value(),
                            2 * m.uncertainty());
                    case "ohm", "Ohm" -> m.withValue(m.value() / 2, m.uncertainty() / 2);
                    default -> m;
                });
    }

    @OnRecords
    void partsThatAreJoinedGiveTheSameNumbers(long seed) throws Exception {
        Table t = record(seed);
        double[] cycle = t.column(RecordColumns.CYCLE).orElseThrow().values();
        int cut = 0;
        while (cycle[cut] < cycle[cycle.length - 1] - 1) {
            cut++;
        }
        Table joined = RecordJoin.of(List.of(rows(t, 0, cut), rows(t, cut, t.rows())), JoinOrder.AUTOMATIC,
                Progress.none()).table();
        ROUNDED.compare(numbers(t), numbers(joined));
    }

    private static Table rows(Table t, int from, int to) {
        return new Table(t.header(), t.columns().stream().map(c -> Column.of(c.name(), c.unit(),
                Arrays.copyOfRange(c.values(), from, to))).toList());
    }

    @OnRecords
    void rowsWrittenTwiceChangeNoNumber(long seed) throws Exception {
        Table t = record(seed);
        Table twice = new Table(t.header(), t.columns().stream().map(c -> {
            double[] v = c.values();
            double[] out = new double[2 * v.length];
            Arrays.setAll(out, i -> v[i / 2]);
            return Column.of(c.name(), c.unit(), out);
        }).toList());
        // what lies between rows and beyond the last one is estimated from their distance, which is half as long
        new SameNumbers(1e-6, 0.2, 1).compare(Runs.run(new CyclingSummary(), t, "efficiency", "full-cell")
                .measurements(), Runs.run(new CyclingSummary(), twice, "efficiency", "full-cell").measurements());
    }

    @OnRecords
    void theOtherSignOfTheCurrentChangesNothing(long seed) throws Exception {
        Table t = record(seed);
        ROUNDED.compare(numbers(t), numbers(each(t, "", i -> -i, RecordColumns.CURRENT)));
    }
}
