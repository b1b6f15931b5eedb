package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.Fact;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;

/** What dates say of the unit of the times beside them, and times of a test that no test takes. */
final class TimeCheck {

    private static final double[] SECONDS = {1, 60, 3600, 1e-3, 86400, 1e-6, 1e-9};
    private static final String[] UNITS = {"s", "min", "h", "ms", "d", "us", "ns"};
    private static final double SAME = 0.02;
    private static final double LEAST_SPAN = 20;
    private static final double DAY = 86400;
    private static final double MINUTE = 60;
    private static final double YEAR = 365.25 * DAY;
    private static final double LONGEST_TEST = 10 * YEAR;

    /** What passes by the times and by the dates, and by how much the latter may be off, s. */
    private record Spans(double times, double dates, double off) {

        static Spans of(int rows, IntToDoubleFunction time, IntToDoubleFunction date) {
            double times = 0;
            double dates = 0;
            boolean days = true;
            boolean minutes = true;
            boolean stands = false;
            for (int i = 1; i < rows; i++) {
                double dt = time.applyAsDouble(i) - time.applyAsDouble(i - 1);
                double d = date.applyAsDouble(i);
                double dd = d - date.applyAsDouble(i - 1);
                if (dt > 0 && dd >= 0) {
                    times += dt;
                    dates += dd;
                    stands |= dd == 0;
                    days &= d % DAY == 0;
                    minutes &= d % MINUTE == 0;
                }
            }
            // dates that stand while the time goes on are written in no finer steps than they show
            double step = stands && days ? DAY : stands && minutes ? MINUTE : 1;
            return new Spans(times, dates, dates < LEAST_SPAN * step ? Double.NaN : Math.max(2 * step, SAME * dates));
        }

        /** Whether the dates tell anything. */
        boolean tells() {
            return times > 0 && !Double.isNaN(off);
        }

        /** Whether the dates are right if the numbers of the time are so many seconds each. */
        boolean fits(double seconds) {
            return Math.abs(times * seconds - dates) <= off;
        }
    }

    private TimeCheck() {
    }

    /** The unit of a time without one by the dates beside it, s; empty where they don't tell. */
    static String unitByDates(int rows, IntToDoubleFunction time, IntToDoubleFunction date) {
        Spans spans = Spans.of(rows, time, date);
        return spans.tells() ? unit(spans, 1) : "";
    }

    /** The unit in which times fit that were taken for units of so many seconds; empty if there is none. */
    private static String unit(Spans spans, double taken) {
        for (int i = 0; i < SECONDS.length; i++) {
            if (spans.fits(SECONDS[i] / taken)) {
                return UNITS[i];
            }
        }
        return "";
    }

    /**
     * Remarks on the times of a test.
     *
     * @param name heading of the times
     * @param unit unit they were read in; null for times on a clock, which have none to be wrong
     * @param time times since the start, s
     * @param dates heading of the dates
     * @param date dates, s; null where there is none
     */
    static List<Remark> of(String name, Unit unit, int rows, IntToDoubleFunction time, String dates,
            IntToDoubleFunction date) {
        List<Remark> out = new ArrayList<>();
        String say = " Say the unit with " + Fact.COLUMNS.option() + " if the dates are right.";
        if (date != null && unit != null) {
            Spans spans = Spans.of(rows, time, date);
            if (spans.tells() && !spans.fits(1)) {
                String other = unit(spans, unit.scaleTo(Unit.of("s")));
                out.add(Remark.warning("'" + name + "' is read in " + unit.text() + " and spans " + seconds(spans.times)
                        + ", but by the dates in '" + dates + "' " + seconds(spans.dates) + " passed"
                        + (other.isEmpty() ? "; the test was interrupted, a clock was set, or the unit is another."
                                : ": its numbers seem to be in " + other + ".") + say).coded("time-against-dates"));
                return out;
            }
        }
        double span = time.applyAsDouble(rows - 1) - time.applyAsDouble(0);
        if (span > LONGEST_TEST) {
            out.add(Remark.warning("By '" + name + "' the test took " + Math.round(span / YEAR) + " years, which no "
                    + "test does; in ms it would be " + Math.round(span / 1000 / 3600) + " hours. It is read as "
                    + "headed; say the unit with " + Fact.COLUMNS.option() + ".").coded("time-implausible"));
        }
        return out;
    }

    private static String seconds(double v) {
        return Numbers.plain(v, 4) + " s";
    }
}
