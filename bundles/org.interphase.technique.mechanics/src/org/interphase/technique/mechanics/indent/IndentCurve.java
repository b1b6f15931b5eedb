package org.interphase.technique.mechanics.indent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.signal.Robust;

/**
 * Load and depth of one indent, from contact on, free of frame deflection and thermal drift.
 *
 * @param time s; null where the record has none
 * @param depth nm from the first contact
 * @param force mN from the first contact
 * @param stiffness of the contact by an oscillation in mN/nm; null where there is none
 * @param contact first point in contact
 * @param peak first point at the greatest force (but for 2 %)
 * @param unload last point before unloading
 * @param zeroU standard uncertainty of the depth of first contact in nm
 * @param corrections what was taken off
 * @param remarks what was taken from where
 */
public record IndentCurve(double[] time, double[] depth, double[] force, double[] stiffness, int contact, int peak,
        int unload, double zeroU, Corrections corrections, List<Remark> remarks) {

    private static final int LEAST = 20;
    private static final double AT_TOP = 0.98;
    private static final double TOUCH = 0.002;
    private static final double LOADED = 0.02;
    private static final int HELD = 6;

    /**
     * What is taken off a depth.
     *
     * @param compliance of the frame in nm/mN still to be taken off
     * @param complianceU its standard uncertainty, or of that the instrument took off
     * @param drift in nm/s still to be taken off; null to measure it in a hold at low force
     * @param driftU standard uncertainty in nm/s where it is not measured
     */
    public record Corrections(double compliance, double complianceU, Double drift, double driftU) {
    }

    /**
     * The curve of a record.
     *
     * @throws AnalysisException if it has no load and depth, or too few points
     */
    public static IndentCurve of(Table table, Corrections c) throws AnalysisException {
        Column depth = column(table, IndentTable.DEPTH, "nm").orElseThrow(() -> new AnalysisException("there is no "
                + "depth"));
        Column force = column(table, IndentTable.FORCE, "mN").orElseThrow(() -> new AnalysisException("there is no "
                + "force"));
        Column time = column(table, IndentTable.TIME, "s").orElse(null);
        int[] all = rows(depth, force);
        int[] timed = time == null ? all : Arrays.stream(all).filter(r -> Double.isFinite(time.get(r))).toArray();
        // rows without time are left out where most have one
        boolean most = time != null && timed.length > all.length / 2;
        int[] rows = most ? timed : all;
        if (rows.length < LEAST) {
            throw new AnalysisException("there are " + rows.length + " points with depth and force; an indent needs "
                    + LEAST + " or more");
        }
        double[] t = most && rises(pick(time, rows, 1)) ? pick(time, rows, 1) : null;
        double[] h = pick(depth, rows, 1);
        double[] p = pick(force, rows, 1);
        double[] s = column(table, IndentTable.STIFFNESS, "N/m").map(x -> pick(x, rows, 1e-6)).orElse(null);
        return corrected(t, h, p, s, c);
    }

    private static Optional<Column> column(Table table, String name, String unit) throws AnalysisException {
        Optional<Column> c = table.column(name);
        if (c.isEmpty()) {
            return c;
        }
        Unit to = Unit.of(unit);
        if (!c.get().unit().isCompatible(to)) {
            throw new AnalysisException(name + " is in " + c.get().unit().pretty() + ", which is no " + to.pretty());
        }
        return Optional.of(Column.of(name, to, c.get().values(to)));
    }

    private static int[] rows(Column depth, Column force) {
        int[] rows = new int[depth.size()];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (Double.isFinite(depth.get(i)) && Double.isFinite(force.get(i))) {
                rows[n++] = i;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private static double[] pick(Column c, int[] rows, double factor) {
        return Arrays.stream(rows).mapToDouble(r -> c.get(r) * factor).toArray();
    }

    private static boolean rises(double[] t) {
        return t[t.length - 1] > t[0];
    }

    private static IndentCurve corrected(double[] t, double[] h, double[] p, double[] s, Corrections c)
            throws AnalysisException {
        List<Remark> remarks = new ArrayList<>();
        double noise = Robust.noise(p);
        double most = Arrays.stream(p).max().orElseThrow();
        if (!(most > 0) || -Arrays.stream(p).min().orElseThrow() > most) {
            throw new AnalysisException("the force is negative where it is largest; an indentation force is positive");
        }
        double top = AT_TOP * most;
        int peak = 0;
        while (p[peak] < top) {
            peak++;
        }
        int unload = p.length - 1;
        while (p[unload] < Math.min(top, most - 4 * noise)) {
            unload--;
        }
        // the last of the points at the top of a hold; at a sharp top the greatest force itself
        unload = sharp(p, peak, unload, noise);
        double level = level(p, peak, most);
        double touch = level + Math.max(6 * noise, TOUCH * most);
        int contact = peak;
        while (contact > 0 && p[contact - 1] > touch) {
            contact--;
        }
        boolean approach = contact > 20 && Math.abs(level) < 0.02 * most;
        Contact first = approach ? Contact.find(h, p, level, contact, peak) : new Contact(0, 0, 0);
        ThermalDrift drift = ThermalDrift.of(t, h, p, unload, most, c);
        drift.remark().ifPresent(remarks::add);
        double[] hc = new double[h.length];
        double[] pc = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            pc[i] = p[i] - first.force();
            hc[i] = h[i] - first.depth() - c.compliance() * pc[i]
                    - (t == null ? 0 : drift.rate() * (t[i] - t[approach ? contact : 0]));
        }
        if (approach) {
            remarks.add(Remark.info("First contact was found in the approach at a depth of "
                    + Numbers.withUncertainty(first.depth(), first.uncertainty()) + " nm of the record and a force of "
                    + Numbers.plain(1000 * first.force(), 3) + " uN; both are counted from there.").coded("contact"));
        }
        int begin = approach ? contact : 0;
        double driftU = t == null ? 0 : drift.uncertainty() * (t[unload] - t[begin]);
        return new IndentCurve(t, hc, pc, s, begin, peak, unload, Math.hypot(first.uncertainty(), driftU),
                new Corrections(c.compliance(), c.complianceU(), drift.rate(), drift.uncertainty()), remarks);
    }

    /** Force without contact: the median of the later part of what comes before the rise. */
    private static double level(double[] p, int peak, double most) {
        int rise = peak;
        while (rise > 0 && p[rise - 1] > LOADED * most) {
            rise--;
        }
        int from = rise / 4;
        int to = Math.max(from + 1, rise - rise / 10);
        double[] before = Arrays.copyOfRange(p, from, Math.min(p.length, to));
        return Robust.median(before);
    }

    /** The last point at the greatest force of a hold, or the peak where there is no hold. */
    private static int sharp(double[] p, int peak, int unload, double noise) {
        int at = peak;
        for (int i = peak; i <= unload; i++) {
            at = p[i] > p[at] ? i : at;
        }
        int high = 0;
        for (int i = peak; i <= unload; i++) {
            high += p[i] > p[at] - Math.max(4 * noise, 0.003 * p[at]) ? 1 : 0;
        }
        int last = unload;
        while (last > at && p[last] < p[at] - Math.max(4 * noise, 0.003 * p[at])) {
            last--;
        }
        return high >= HELD ? last : at;
    }

    /** Number of points. */
    public int size() {
        return depth.length;
    }

    /** Depths of the unloading. */
    public double[] unloadingDepth() {
        return Arrays.copyOfRange(depth, unload, depth.length);
    }

    /** Forces of the unloading. */
    public double[] unloadingForce() {
        return Arrays.copyOfRange(force, unload, force.length);
    }

    /** Whether there is an unloading: the force falls below half. */
    public boolean unloads() {
        return Arrays.stream(force, unload, force.length).min().orElse(1) < 0.5 * force[unload];
    }
}
