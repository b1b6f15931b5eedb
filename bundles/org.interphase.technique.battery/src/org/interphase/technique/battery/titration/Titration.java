package org.interphase.technique.battery.titration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;

/**
 * A galvanostatic intermittent titration: pulses of constant current with rests between them.
 *
 * @param time mended time of a row, s
 * @param potential potential that is analysed, V
 * @param points what each pulse tells
 */
public record Titration(IntToDoubleFunction time, Channel potential, List<PulsePoint> points) {

    /** A pulse whose switching falls between two rows this close together was switched there, as a part of it. */
    private static final double CLOSE = 1e-3;

    /** Copies the list. */
    public Titration {
        points = List.copyOf(points);
    }

    /** Kinds of records that may hold a titration. */
    public static String[] kinds() {
        return new String[] {RecordColumns.CYCLING, RecordKinds.GCPL, RecordKinds.CP, RecordKinds.RECORD};
    }

    /**
     * Analyses all pulses that have a rest before and behind them.
     *
     * @param potential column of the electrode that is looked at; null for the voltage of the record
     * @param skip time after each switching that is left out, s; null for the usual part of the pulse
     * @throws AnalysisException if there is no pulse between two rests
     */
    public static Titration of(CellSegmentation cell, Channel potential, ParticleShape shape, Double skip,
            Progress progress) throws AnalysisException {
        IntToDoubleFunction time = cell.clock()::at;
        Channel e = potential == null ? cell.record().voltage() : potential;
        List<Pulse> pulses = pulses(cell, time);
        if (pulses.isEmpty()) {
            throw new AnalysisException("there is no pulse of constant current with a rest before and behind it; a "
                    + "titration needs those");
        }
        PastCurrents currents = PastCurrents.of(cell, time, pulses);
        List<PulsePoint> points = new ArrayList<>();
        for (int i = 0; i < pulses.size(); i++) {
            progress.checkCancelled();
            progress.report(i / (double) pulses.size(), "pulse " + (i + 1));
            double charged = currents.between(0, i).stream().mapToDouble(PastCurrent::charge).sum();
            points.add(PulsePoint.of(time, e, currents.before(i), charged, pulses.get(i), shape, skip));
        }
        return new Titration(time, e, points);
    }

    /**
     * The interruptions of a slow charge or discharge.
     *
     * @param shape shape of the particles
     * @param from start of the part of each rest that is used, s
     * @param to its end, s
     */
    public static List<Interruptions> interruptions(CellSegmentation cell, ParticleShape shape, double from,
            double to, Progress progress) {
        IntToDoubleFunction time = cell.clock()::at;
        List<Pulse> pulses = pulses(cell, time);
        return Interruptions.of(time, cell.record().voltage(), pulses, PastCurrents.of(cell, time, pulses), shape, from,
                to, progress);
    }

    private static List<Pulse> pulses(CellSegmentation cell, IntToDoubleFunction time) {
        List<CellStep> steps = cell.steps();
        Optional<Channel> stepTime = cell.record().channel(RecordColumns.STEP_TIME, "s");
        List<Pulse> out = new ArrayList<>();
        for (int i = 1; i < steps.size() - 1; i++) {
            CellStep s = steps.get(i);
            CellStep rest = steps.get(i + 1);
            boolean constant = switch (s.type()) {
                case CONSTANT_CURRENT, PULSE -> true;
                default -> false;
            };
            if (constant && !steps.get(i - 1).isActive() && !rest.isActive()) {
                out.add(pulse(out.size() + 1, s, rest, time, stepTime.orElse(null)));
            }
        }
        return out;
    }

    private static Pulse pulse(int number, CellStep s, CellStep rest, IntToDoubleFunction time, Channel stepTime) {
        int before = s.from() - 1;
        double first = time.applyAsDouble(s.from());
        double last = time.applyAsDouble(s.to() - 1);
        double interval = s.rows() > 1 ? (last - first) / (s.rows() - 1) : last - time.applyAsDouble(before);
        double[] on = switching(time.applyAsDouble(before), first, last - first, interval, true);
        double[] off = switching(last, time.applyAsDouble(rest.from()), last - first, interval, false);
        double since = stepTime == null ? Double.NaN : stepTime.get(s.from());
        // what the instrument says of the step's beginning, where that lies between the two rows
        if (since >= 0 && first - since >= time.applyAsDouble(before) - interval) {
            on = new double[] {first - since, 0};
        }
        return new Pulse(number, before, s.from(), s.to() - 1, rest.to() - 1, on[0], off[0],
                Math.hypot(on[1], off[1]), s.current());
    }

    /**
     * When the current was switched between two rows, with a standard uncertainty: in the middle where they are close;
     * else at the row of the step itself, which is one end of what the sampling leaves open (rectangular about its end,
     * JCGM 100:2008, 4.3.7).
     */
    static double[] switching(double a, double b, double length, double interval, boolean on) {
        if (b - a <= CLOSE * length) {
            return new double[] {(a + b) / 2, (b - a) / Math.sqrt(12)};
        }
        return new double[] {on ? b : a, Math.min(b - a, interval) / Math.sqrt(3)};
    }
}
