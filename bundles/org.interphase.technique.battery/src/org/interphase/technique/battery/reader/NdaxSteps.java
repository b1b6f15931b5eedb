package org.interphase.technique.battery.reader;

import java.io.IOException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;

/**
 * The steps of an .ndax archive: cycle, line of the schedule, what the cycler did, when the step began and with which
 * record. Facts from public descriptions (NewareNDA, FFPE).
 */
final class NdaxSteps {

    private final GrowingColumn cycle = new GrowingColumn("cycle", "1");
    private final GrowingColumn line = new GrowingColumn("line", "1");
    private final GrowingColumn status = new GrowingColumn("status", "1");
    private final GrowingColumn start = new GrowingColumn("start", "s");
    private final GrowingColumn first = new GrowingColumn("first", "1");

    /** Reads the part. */
    void read(NdcFile ndc, Progress progress) throws IOException {
        int version = ndc.version();
        if (version != 11 && version != 14 && version != 16 && version != 17) {
            throw new DatasetFormatException(ndc.file(), ndc.part(), "version " + version + " of the part is not "
                    + "known");
        }
        ndc.pages(version < 16 ? 37 : 100, progress, (b, at, slot) -> {
            if (b.getInt(at + 4) != 0) {
                // the cycle is counted from 0
                cycle.add(Integer.toUnsignedLong(b.getInt(at)) + 1);
                line.add(Integer.toUnsignedLong(b.getInt(at + 4)));
                status.add(b.get(at + 24) & 0xff);
                start.add(b.getLong(at + 25) / 1000.0);
                first.add(Integer.toUnsignedLong(b.getInt(at + 33)));
            }
        });
    }

    /** Refuses steps of which it is not told with which records they begin. */
    void check(String file) throws DatasetFormatException {
        for (int s = 0; s < size(); s++) {
            if (s == 0 ? first.get(0) != 1 : first.get(s) <= first.get(s - 1)) {
                throw new DatasetFormatException(file, "data_step.ndc, step " + (s + 1), "the step is said to begin "
                        + "with "
                        + "record " + (long) first.get(s) + ", which is not behind those of the step before");
            }
        }
    }

    boolean isFilled() {
        return cycle.size() > 0;
    }

    int size() {
        return cycle.size();
    }

    /** The step of a record, searched onwards from a step. */
    int of(double record, int from) {
        int s = from;
        while (s + 1 < size() && first.get(s + 1) <= record) {
            s++;
        }
        return s;
    }

    double cycle(int step) {
        return cycle.get(step);
    }

    double line(int step) {
        return line.get(step);
    }

    int status(int step) {
        return (int) status.get(step);
    }

    /** When the step began, s since the start of the test. */
    double start(int step) {
        return start.get(step);
    }
}
