package org.interphase.technique.battery.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.electro.record.Channel;
import org.interphase.model.Remark;

/**
 * What parts in the order of their beginnings hold twice: rows before the latest end of all parts before, which must be
 * the same rows there.
 */
final class Overlaps {

    private static final double SAME_TIME = 1e-3;
    private static final double SAME_VOLTAGE = 1e-5;
    private static final double SAME_CURRENT = 1e-9;
    private static final double SAME_SHARE = 1e-5;
    private static final double LEAST = 1e-9;
    private static final int SHOWN = 3;
    private static final int CHECK = 0xffff;

    private final List<TestPart> parts;
    private final double[] offset;
    private final Progress progress;
    private final int[] skipped;
    private final List<Remark> remarks = new ArrayList<>();

    private Overlaps(List<TestPart> parts, double[] offset, Progress progress) {
        this.parts = parts;
        this.offset = offset;
        this.progress = progress;
        this.skipped = new int[parts.size()];
    }

    /**
     * What is held twice.
     *
     * @param offset what is added to the times of each part, s
     * @throws AnalysisException if what is there twice differs
     */
    static Overlaps of(List<TestPart> parts, double[] offset, Progress progress) throws AnalysisException {
        Overlaps out = new Overlaps(parts, offset, progress);
        out.find();
        return out;
    }

    /** How many rows at the beginning of each part are in parts before it. */
    int[] skipped() {
        return skipped;
    }

    List<Remark> remarks() {
        return remarks;
    }

    private void find() throws AnalysisException {
        int twice = 0;
        List<String> shared = new ArrayList<>();
        int latest = 0;
        for (int k = 1; k < parts.size(); k++) {
            TestPart before = parts.get(latest);
            TestPart part = parts.get(k);
            int n = shared(latest, k);
            skipped[k] = n;
            if (n == part.rows()) {
                remarks.add(Remark.warning("All rows of '" + part.name() + "' are in '" + before.name() + "' already: "
                        + "it is a copy or an earlier state of it, and adds nothing.").coded("part-contained"));
            } else if (n > 0) {
                twice += n;
                shared.add("'" + before.name() + "' and '" + part.name() + "'");
            }
            latest = part.last() + offset[k] > before.last() + offset[latest] ? k : latest;
        }
        if (twice > 0) {
            remarks.add(Remark.info(twice + (twice == 1 ? " row that two parts share is" : " rows that two parts share "
                    + "are") + " taken once (" + String.join(", ", shared.subList(0, Math.min(SHOWN, shared.size())))
                    + (shared.size() > SHOWN ? " and " + (shared.size() - SHOWN) + " more" : "") + ").")
                    .coded("rows-twice"));
        }
    }

    /** Rows at the beginning of a part that the part with the latest end holds too. */
    private int shared(int latest, int k) throws AnalysisException {
        TestPart before = parts.get(latest);
        TestPart part = parts.get(k);
        Channel time = part.time();
        double end = before.last() + offset[latest];
        int n = 0;
        while (n < part.rows() && !(time.get(n) + offset[k] > end + LEAST)) {
            n++;
        }
        // rows without a time belong to those before them, but what follows the last row held twice is kept
        while (n > 0 && n < part.rows() && Double.isNaN(time.get(n - 1))) {
            n--;
        }
        double shift = offset[k] - offset[latest];
        int at = 0;
        for (int i = 0; i < n; i++) {
            if ((i & CHECK) == 0) {
                progress.checkCancelled();
            }
            double t = time.get(i) + shift;
            if (Double.isNaN(t)) {
                continue;
            }
            at = firstNot(before, at, t - SAME_TIME);
            if (!isIn(before, at, t, part, i)) {
                if (t + offset[latest] >= end - LEAST) {
                    // another reading at the very moment the part before ends
                    return i;
                }
                throw new AnalysisException("'" + part.name() + "' begins at " + (part.first() + offset[k])
                        + " s, before '" + before.name() + "' ends at " + end + " s, and what they hold there "
                        + "differs: " + part.voltage().get(i) + " V" + current(part, i) + " in '" + part.name()
                        + "' at " + (time.get(i) + offset[k]) + " s is not in the other; are they parts of one test? "
                        + "The order as-given puts one behind the other");
            }
        }
        return n;
    }

    /** The first row not before a time, sought from the row found last. */
    private static int firstNot(TestPart part, int from, double time) {
        int at = Math.min(from, part.rows() - 1);
        while (at > 0 && !(part.time().get(at - 1) < time)) {
            at--;
        }
        while (at < part.rows() && !(part.time().get(at) >= time)) {
            at++;
        }
        return at;
    }

    private static boolean isIn(TestPart part, int from, double time, TestPart other, int row) {
        for (int i = from; i < part.rows() && !(part.time().get(i) > time + SAME_TIME); i++) {
            if (Math.abs(part.time().get(i) - time) <= SAME_TIME
                    && same(part.voltage().get(i), other.voltage().get(row), SAME_VOLTAGE)
                    && sameCurrent(part, i, other, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameCurrent(TestPart part, int i, TestPart other, int row) {
        Optional<Channel> a = part.current();
        Optional<Channel> b = other.current();
        return a.isEmpty() || b.isEmpty() || same(a.get().get(i), b.get().get(row), Math.max(SAME_CURRENT,
                SAME_SHARE * Math.abs(a.get().get(i))));
    }

    private static String current(TestPart part, int row) {
        return part.current().map(c -> " and " + c.get(row) + " A").orElse("");
    }

    private static boolean same(double a, double b, double off) {
        return Math.abs(a - b) <= off || Double.isNaN(a) && Double.isNaN(b);
    }
}
