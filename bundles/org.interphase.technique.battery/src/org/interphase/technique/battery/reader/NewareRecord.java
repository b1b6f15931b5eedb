package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.StatedFacts;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;

/**
 * The rows of a Neware file as they come, and the record made of them: in the order of their numbers, each number once,
 * with a time since the start of the test where only that since the start of the step is recorded.
 */
final class NewareRecord {

    /** A row without a recorded number of the cycle, or without a time since the start of the test. */
    static final double NONE = Double.NaN;

    private static final double SECONDS_PER_HOUR = 3600;
    /** Dates may run off the time by this share and these seconds before it is told. */
    private static final double SHARE = 0.01;
    private static final double SECONDS = 60;

    private final GrowingColumn index = new GrowingColumn("record number", "1");
    private final GrowingColumn time = new GrowingColumn(RecordColumns.TIME, "s");
    private final GrowingColumn stepTime = new GrowingColumn(RecordColumns.STEP_TIME, "s");
    private final GrowingColumn date = new GrowingColumn(RecordColumns.DATE, "s");
    private final GrowingColumn voltage = new GrowingColumn(RecordColumns.VOLTAGE, "V");
    private final GrowingColumn current = new GrowingColumn(RecordColumns.CURRENT, "A");
    private final GrowingColumn step = new GrowingColumn(RecordColumns.STEP, "1");
    private final GrowingColumn cycle = new GrowingColumn(RecordColumns.CYCLE, "1");
    private final GrowingColumn[] counters = {new GrowingColumn(RecordColumns.CHARGE_CAPACITY, "A.h"),
        new GrowingColumn(RecordColumns.DISCHARGE_CAPACITY, "A.h"),
        new GrowingColumn(RecordColumns.CHARGE_ENERGY, "W.h"),
        new GrowingColumn(RecordColumns.DISCHARGE_ENERGY, "W.h")};
    private final GrowingColumn status = new GrowingColumn("status", "1");
    private final Map<String, GrowingColumn[]> auxiliary = new TreeMap<>();
    private final Map<String, String> auxiliaryUnits = new TreeMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    /** One row: where and when. Times in s, the date in seconds since 1970; {@link #NONE} for what is not recorded. */
    void at(double number, double cycleNumber, double stepNumber, int state, double sinceStart, double sinceStep,
            double day) {
        index.add(number);
        cycle.add(cycleNumber);
        step.add(stepNumber);
        status.add(state);
        time.add(sinceStart);
        stepTime.add(sinceStep);
        date.add(day);
    }

    /** The same row: voltage in V, current in A, charges in A.s and energies in W.s. */
    void measured(double volt, double ampere, double charged, double discharged, double energyIn, double energyOut) {
        voltage.add(volt);
        current.add(ampere);
        counters[0].add(charged / SECONDS_PER_HOUR);
        counters[1].add(discharged / SECONDS_PER_HOUR);
        counters[2].add(energyIn / SECONDS_PER_HOUR);
        counters[3].add(energyOut / SECONDS_PER_HOUR);
    }

    /** A value of an auxiliary channel that belongs to the row of this number. */
    void auxiliary(String name, String unit, double number, double value) {
        GrowingColumn[] own = auxiliary.computeIfAbsent(name, k -> new GrowingColumn[] {new GrowingColumn(k, "1"),
            new GrowingColumn(k, unit)});
        auxiliaryUnits.put(name, unit);
        own[0].add(number);
        own[1].add(value);
    }

    /** All values of an auxiliary channel: numbers of rows, and values. */
    void auxiliary(String name, String unit, GrowingColumn[] numbersAndValues) {
        auxiliary.put(name, numbersAndValues);
        auxiliaryUnits.put(name, unit);
    }

    void remark(Remark remark) {
        remarks.add(remark);
    }

    int rows() {
        return voltage.size();
    }

    /**
     * The record.
     *
     * @param name name of the dataset
     * @throws DatasetFormatException if there are no rows
     */
    Dataset dataset(Source source, String name, Metadata metadata) throws DatasetFormatException {
        if (rows() == 0) {
            throw new DatasetFormatException(source.name(), "", "there are no records in the file");
        }
        int[] order = order();
        List<Column> columns = new ArrayList<>();
        Column numbers = index.column(order);
        times(columns, order);
        add(columns, date, order);
        columns.add(voltage.column(order));
        columns.add(current.column(order));
        columns.add(step.column(order));
        add(columns, cycle, order);
        for (GrowingColumn c : counters) {
            add(columns, c, order);
        }
        Metadata m = metadata.with("status codes", statuses());
        columns.add(status.column(order));
        for (Map.Entry<String, GrowingColumn[]> e : auxiliary.entrySet()) {
            String title = auxiliary.size() == 1 && auxiliaryUnits.get(e.getKey()).equals("degC")
                    ? RecordColumns.TEMPERATURE : e.getKey();
            columns.add(joined(title, auxiliaryUnits.get(e.getKey()), numbers, e.getValue()));
        }
        columns.add(numbers);
        StatedFacts facts = StatedFacts.of(source.stated(), m);
        DatasetHeader header = DatasetHeader.of(name, RecordColumns.CYCLING, facts.metadata());
        for (Remark r : remarks) {
            header = header.remarking(r);
        }
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return new Table(header, UniqueNames.of(columns));
    }

    private static void add(List<Column> columns, GrowingColumn c, int[] order) {
        if (c.isFilled()) {
            columns.add(c.column(order));
        }
    }

    private List<String> statuses() {
        BitSet found = new BitSet();
        for (int i = 0; i < status.size(); i++) {
            found.set((int) status.get(i));
        }
        List<Integer> seen = found.stream().boxed().toList();
        List<Integer> unknown = seen.stream().filter(s -> !NewareStatus.isKnown(s)).toList();
        if (!unknown.isEmpty()) {
            remark(Remark.warning("What the cycler did is not known for its status numbers " + unknown.stream()
                    .map(String::valueOf).collect(Collectors.joining(", ")) + "."));
        }
        return seen.stream().map(s -> s + " " + NewareStatus.name(s)).toList();
    }

    /** The rows by their numbers, each number once; null where they are so already. Two times of one row both count. */
    private int[] order() {
        int n = rows();
        boolean sorted = true;
        for (int i = 1; i < n && sorted; i++) {
            sorted = index.get(i) > index.get(i - 1) || index.get(i) == index.get(i - 1) && differ(i, i - 1);
        }
        if (sorted) {
            return null;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (long) index.get(i) << 32 | i;
        }
        Arrays.sort(keys);
        int[] out = new int[n];
        int kept = 0;
        for (long key : keys) {
            int row = (int) key;
            if (kept == 0 || index.get(row) != index.get(out[kept - 1]) || differ(row, out[kept - 1])) {
                out[kept++] = row;
            }
        }
        remark(Remark.info(kept < n ? (n - kept) + " rows that the file holds twice are left out."
                : "The rows are put in the order of their numbers."));
        return Arrays.copyOf(out, kept);
    }

    private boolean differ(int a, int b) {
        return stepTime.get(a) != stepTime.get(b);
    }

    /**
     * The time since the start of the test: as recorded, else the steps' times one behind the other. A single time that
     * does not fall where a step begins is that of the test: BTS 9.1 writes it so.
     */
    private void times(List<Column> columns, int[] order) {
        int n = order == null ? rows() : order.length;
        GrowingColumn out = new GrowingColumn(RecordColumns.TIME, "s");
        boolean recorded = true;
        boolean falls = false;
        double before = 0;
        double last = 0;
        double lastStep = Double.NaN;
        for (int i = 0; i < n; i++) {
            int row = order == null ? i : order[i];
            double own = time.get(row);
            double in = stepTime.get(row);
            falls |= in < last;
            if (in < last || i > 0 && step.get(row) != lastStep) {
                before += last;
            }
            last = in;
            lastStep = step.get(row);
            recorded &= !Double.isNaN(own) || Double.isNaN(in);
            out.add(Double.isNaN(own) ? before + in : own);
        }
        Column since = stepTime.column(order);
        Column test = recorded || falls ? out.column(null) : since.named(RecordColumns.TIME);
        columns.add(test);
        if (recorded || falls) {
            columns.add(since);
        }
        if (!recorded) {
            if (falls) {
                remark(Remark.info("The file records the time since the start of each step; the time of the test is "
                        + "that "
                        + "of the steps one behind the other."));
            }
            pauses(test, order);
        }
    }

    private void pauses(Column times, int[] order) {
        int end = times.size() - 1;
        double dates = date.get(order == null ? end : order[end]) - date.get(order == null ? 0 : order[0]);
        double off = dates - (times.get(end) - times.get(0));
        if (Math.abs(off) > SHARE * Math.abs(dates) + SECONDS) {
            remark(Remark.warning("The dates span " + Numbers.plain(Math.abs(off), 4) + " s " + (off > 0 ? "more"
                    : "less") + " than the time of the test: it was paused, or the clock was set."));
        }
    }

    /** A channel's values for the rows by their numbers, which ascend; NaN where there is none. */
    static Column joined(String name, String unit, Column numbers, GrowingColumn[] channel) {
        int[] order = ascending(channel[0]);
        GrowingColumn out = new GrowingColumn(name, unit);
        int k = 0;
        int count = channel[0].size();
        for (int i = 0; i < numbers.size(); i++) {
            double number = numbers.get(i);
            while (k < count && channel[0].get(order == null ? k : order[k]) < number) {
                k++;
            }
            int row = k == count ? -1 : order == null ? k : order[k];
            out.add(row >= 0 && channel[0].get(row) == number ? channel[1].get(row) : Double.NaN);
        }
        return out.column(null);
    }

    /** The rows of numbers that ascend; null where they do so already. */
    static int[] ascending(GrowingColumn numbers) {
        int n = numbers.size();
        boolean sorted = true;
        for (int i = 1; i < n && sorted; i++) {
            sorted = numbers.get(i) >= numbers.get(i - 1);
        }
        if (sorted) {
            return null;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (long) numbers.get(i) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
