package org.interphase.technique.battery.reader;

import java.io.IOException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * The runs of an .ndax archive: for some records the time since the start of the step, charges and energies, the date,
 * and the interval at which the records behind it follow. A record may have two times. Facts from public descriptions
 * (NewareNDA, FFPE); that the interval gives the time of the next run was seen in a recorded file.
 */
final class NdaxRuns {

    private static final double LATE = 0.5;

    private final GrowingColumn number = new GrowingColumn("record", "1");
    private final GrowingColumn time = new GrowingColumn("time", "s");
    private final GrowingColumn interval = new GrowingColumn("interval", "s");
    private final GrowingColumn date = new GrowingColumn("date", "s");
    private final GrowingColumn[] counters = new GrowingColumn[4];

    NdaxRuns() {
        for (int i = 0; i < counters.length; i++) {
            counters[i] = new GrowingColumn("counter", "1");
        }
    }

    /** Reads the part. */
    void read(NdcFile ndc, Progress progress) throws IOException {
        int version = ndc.version();
        if (version != 11 && version != 14 && version != 16 && version != 17) {
            throw new DatasetFormatException(ndc.file(), ndc.part(), "version " + version + " of the part is not "
                    + "known");
        }
        // up to version 11 charges in mA.s and energies in mW.s, then in A.h and W.h
        double scale = version == 11 ? 1e-3 : 3600;
        ndc.pages(version == 11 ? 47 : version == 14 ? 55 : 100, progress, (b, at, slot) -> {
            if (b.getInt(at + 41) != 0) {
                time.add((Integer.toUnsignedLong(b.getInt(at)) + ((b.get(at + 4) & 0xffL) << 32)) / 1000.0);
                for (int i = 0; i < counters.length; i++) {
                    counters[i].add(b.getFloat(at + 5 + 4 * i) * scale);
                }
                interval.add(Integer.toUnsignedLong(b.getInt(at + 29)) / 1000.0);
                date.add(Integer.toUnsignedLong(b.getInt(at + 33)) + (b.getShort(at + 45) & 0xffff) / 1000.0);
                number.add(Integer.toUnsignedLong(b.getInt(at + 41)));
            }
        });
    }

    boolean isFilled() {
        return number.size() > 0;
    }

    /**
     * Adds the rows of all values to a record.
     *
     * @param values number, voltage and current of each record
     */
    Metadata join(GrowingColumn[] values, NdaxSteps steps, NewareRecord record, Metadata metadata)
            throws DatasetFormatException {
        int n = values[0].size();
        int run = -1;
        int step = 0;
        int between = 0;
        int timeless = 0;
        for (int i = 0; i < n; i++) {
            double own = values[0].get(i);
            step = steps.of(own, step);
            boolean recorded = false;
            while (run + 1 < number.size() && number.get(run + 1) <= own) {
                run++;
                if (number.get(run) == own) {
                    recorded = true;
                    row(record, values, i, steps, step, time.get(run), date.get(run));
                    record.measured(values[1].get(i), values[2].get(i), counters[0].get(run), counters[1].get(run),
                            counters[2].get(run), counters[3].get(run));
                }
            }
            if (!recorded) {
                double on = run < 0 ? Double.NaN : (own - number.get(run)) * interval.get(run);
                boolean known = run >= 0 && interval.get(run) > 0 && before(run, on);
                between++;
                timeless += known ? 0 : 1;
                row(record, values, i, steps, step, known ? time.get(run) + on : Double.NaN,
                        known ? date.get(run) + on : Double.NaN);
                record.measured(values[1].get(i), values[2].get(i), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            }
        }
        if (between > 0) {
            record.remark(Remark.info(between + " of " + record.rows() + " rows follow at the interval the file "
                    + "states; "
                    + "it records no charge and energy for them."));
        }
        if (timeless > 0) {
            record.remark(Remark.warning(timeless + " of " + record.rows() + " rows have no time: neither the file nor "
                    + "an interval before them tells it."));
        }
        return metadata.with(RecordColumns.ZONE, "UTC");
    }

    /** Whether so long after a run is not later than the next run of the same step. */
    private boolean before(int run, double on) {
        return run + 1 >= number.size() || time.get(run + 1) < time.get(run)
                || on <= time.get(run + 1) - time.get(run) + LATE * interval.get(run);
    }

    private static void row(NewareRecord record, GrowingColumn[] values, int i, NdaxSteps steps, int step, double time,
            double date) {
        record.at(values[0].get(i), steps.cycle(step), steps.line(step), steps.status(step), steps.start(step) + time,
                time, date);
    }
}
