package org.interphase.technique.battery.segmentation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.interphase.api.AnalysisException;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.SignSource;
import org.interphase.model.Remark;

/**
 * The meaning of the sign of a current. A current into a cell raises its voltage, at once by its resistance and then by
 * its charge; so the voltage tells the direction of each step. In a cell of two equal electrodes its sign does.
 */
final class SignFinder {

    /** A change of the voltage that tells a direction, V. */
    private static final double TELLING = 5e-3;
    /** The voltage has both signs alike if the smaller extreme is more than this share of the larger. */
    private static final double ALIKE = 0.2;
    /** Rows looked at for that, and the share of them at each end that is left out. */
    private static final int SAMPLE = 20_000;
    private static final double OUT = 0.01;
    /** Share of the charge that must contradict the sign. */
    private static final double NEARLY_ALL = 0.9;

    private SignFinder() {
    }

    /** The current with its sign made right; what was found goes to the remarks. */
    static CurrentSignal right(CellRecord record, CurrentSignal current, CurrentSign rule, RecordClock clock,
            RowRanges ranges, List<Remark> remarks) throws AnalysisException {
        if (rule == CurrentSign.CHARGE_POSITIVE) {
            return current;
        }
        if (rule == CurrentSign.DISCHARGE_POSITIVE) {
            return current.reversed();
        }
        boolean both = bothSigns(record);
        double agrees = 0;
        double contradicts = 0;
        int falling = 0;
        int negative = 0;
        int positive = 0;
        for (int k = 0; k < ranges.size(); k++) {
            if (ranges.direction(k) == 0) {
                continue;
            }
            negative += ranges.direction(k) < 0 ? 1 : 0;
            positive += ranges.direction(k) > 0 ? 1 : 0;
            int way = way(record, ranges, k, both);
            double weight = clock.at(ranges.to(k) - 1) - clock.at(ranges.from(k));
            if (way * ranges.direction(k) > 0) {
                agrees += weight;
            } else if (way != 0) {
                contradicts += weight;
                falling++;
            }
        }
        boolean oneSign = (negative == 0 || positive == 0) && negative + positive > 1;
        boolean reversed = negative > 0 && positive > 0 && contradicts > NEARLY_ALL * (agrees + contradicts);
        Optional<SignSource> known = SignSource.of(record.metadata()).filter(SignSource::isFirm);
        if (rule == CurrentSign.AUTOMATIC && known.isPresent()) {
            if (reversed) {
                remarks.add(Remark.warning("The voltage falls while the current charges and rises while it discharges; "
                        + "the sign is kept, since it is " + known.get().words() + ". The parameter record.sign says "
                        + "otherwise.").coded("sign-contradicted"));
            }
            return current;
        }
        if (rule == CurrentSign.AUTOMATIC && !(oneSign && falling > 0)) {
            if (reversed) {
                remarks.add(Remark.warning("The voltage falls while the recorded current is positive and rises while "
                        + "it is negative: discharging is taken as positive.").coded("sign-reversed"));
                return current.reversed();
            }
            return current;
        }
        return unsigned(record, current, ranges, both, remarks);
    }

    /** Whether the voltage takes both signs alike, as that of a cell of two equal electrodes. */
    private static boolean bothSigns(CellRecord record) {
        int stride = Math.max(1, record.rows() / SAMPLE);
        double[] v = IntStream.range(0, record.rows() / stride).mapToDouble(i -> record.voltage().get(i * stride))
                .filter(y -> !Double.isNaN(y)).sorted().toArray();
        if (v.length == 0) {
            return false;
        }
        // single readings far out say nothing of the electrodes
        double low = Math.min(0, v[(int) (OUT * v.length)]);
        double high = Math.max(0, v[v.length - 1 - (int) (OUT * v.length)]);
        return Math.min(-low, high) > ALIKE * Math.max(-low, high);
    }

    private static CurrentSignal unsigned(CellRecord record, CurrentSignal current, RowRanges ranges, boolean both,
            List<Remark> remarks) throws AnalysisException {
        int[] starts = new int[ranges.size()];
        int[] signs = new int[ranges.size()];
        for (int k = 0; k < ranges.size(); k++) {
            starts[k] = ranges.from(k);
            int way = ranges.direction(k) == 0 ? 1 : way(record, ranges, k, both);
            if (way == 0 && k > 0 && ranges.direction(k - 1) != 0) {
                // a held voltage goes on in the direction of the step before it
                way = signs[k - 1] * ranges.direction(k - 1) * ranges.direction(k);
                signs[k] = way;
                continue;
            }
            if (way == 0) {
                throw new AnalysisException("the current has no sign, and the voltage does not tell whether rows "
                        + (ranges.from(k) + 1) + " to " + ranges.to(k) + " charge or discharge; say what the sign of "
                        + "the current means, or read the file with a column that tells the state");
            }
            signs[k] = ranges.direction(k) == 0 ? 1 : way * ranges.direction(k);
        }
        remarks.add(Remark.warning("The recorded current has no sign; where the voltage rises it is taken as charging, "
                + "where it falls as discharging.").coded("sign-by-voltage"));
        return current.signed(starts, signs);
    }

    /** 1 where the voltage says charge, -1 for discharge, 0 where it does not say. */
    private static int way(CellRecord record, RowRanges ranges, int k, boolean both) {
        int from = ranges.from(k);
        int to = ranges.to(k);
        if (both) {
            // two equal electrodes: the voltage is that of the current itself
            return (int) Math.signum(record.voltage().get((from + to) / 2));
        }
        if (ranges.type(k) == StepType.CONSTANT_VOLTAGE) {
            return 0;
        }
        double trend = record.voltage().get(to - 1) - record.voltage().get(from);
        if (Math.abs(trend) > TELLING) {
            return (int) Math.signum(trend);
        }
        boolean rested = from > 0 && k > 0 && ranges.direction(k - 1) == 0;
        double jump = rested ? record.voltage().get(from) - record.voltage().get(from - 1) : 0;
        return Math.abs(jump) > TELLING ? (int) Math.signum(jump) : 0;
    }
}
