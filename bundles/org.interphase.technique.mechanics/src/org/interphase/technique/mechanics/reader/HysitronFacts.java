package org.interphase.technique.mechanics.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.numerics.linear.Householder;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * What a Hysitron file states of tip, frame and drift, and what of it is taken off its depths already.
 *
 * @param metadata the facts
 * @param remarks what the file shows
 */
record HysitronFacts(Metadata metadata, List<Remark> remarks) {

    private static final int COEFFICIENTS = 7;
    private static final double SAME = 0.05;

    static HysitronFacts of(Map<String, String> keys, Map<String, double[]> rows, double[] force) {
        List<Remark> remarks = new ArrayList<>();
        Metadata m = Metadata.EMPTY;
        for (String key : new String[] {"Test Type", "Time Stamp", "System", "Tip ID", "FB Mode"}) {
            m = m.with(key.toLowerCase(Locale.ROOT), keys.get(key));
        }
        m = m.with("temperature", number(keys, "Test Temp"), "degC");
        m = StagePosition.of(m, keys).with(IndentTable.AREA, area(keys));
        double compliance = 1000 * number(keys, "Machine Comp");
        double drift = number(keys, "Drift Rate");
        m = m.with(IndentTable.COMPLIANCE, compliance, "nm/mN").with(IndentTable.DRIFT, drift, "nm/s");
        double[] taken = taken(keys, rows, force);
        boolean frame = taken == null || Math.abs(taken[0] - compliance) < SAME * Math.abs(compliance);
        boolean thermal = taken == null || Math.abs(taken[1] - drift) < SAME * Math.abs(drift);
        m = m.with(IndentTable.COMPLIANCE_TAKEN_OFF, frame).with(IndentTable.DRIFT_TAKEN_OFF, thermal);
        remarks.add(taken == null ? Remark.warning("The file has no calibrated voltages; its depths are taken to be "
                + "free "
                + "of frame deflection and drift, as those of other Hysitron files are.").coded("taken-off")
                : Remark.info(String.format(Locale.ROOT, "Depths and voltages of the file show that %.4g nm/mN of "
                + "frame "
                + "deflection and %.3g nm/s of drift are taken off its depths already (stated: %.4g nm/mN, %.3g nm/s).",
                taken[0], taken[1], compliance, drift)).coded("taken-off"));
        return new HysitronFacts(m, remarks);
    }

    private static double number(Map<String, String> keys, String key) {
        String text = keys.getOrDefault(key, "").split(" ", 2)[0];
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Tip C0, C1 ... as text; null where one is missing. */
    private static String area(Map<String, String> keys) {
        List<String> out = new ArrayList<>();
        for (int k = 0; k < 9 && keys.containsKey("Tip C" + k); k++) {
            double c = number(keys, "Tip C" + k);
            if (!Double.isFinite(c)) {
                return null;
            }
            out.add(Double.toString(c));
        }
        return out.isEmpty() ? null : String.join(", ", out);
    }

    /**
     * Compliance in nm/mN and drift in nm/s that were taken off: the depths by least squares from the depth the voltage
     * stands for, force, time and the deflection of the load cell. Null where the file does not tell.
     */
    private static double[] taken(Map<String, String> keys, Map<String, double[]> rows, double[] force) {
        double[] h = rows.get("Disp_nm");
        double[] v = rows.get("Disp_V");
        double[] t = rows.get("Time_s");
        double[] cell = rows.get("LoadCell_nm");
        if (h == null || v == null || t == null || h.length < 50 || !Double.isFinite(number(keys, "Disp C1L"))) {
            return null;
        }
        int n = h.length;
        double[] raw = new double[n];
        double[] one = new double[n];
        for (int i = 0; i < n; i++) {
            one[i] = 1;
            double power = 1;
            for (int k = 0; k < COEFFICIENTS; k++) {
                double c = number(keys, "Disp C" + k + "L");
                raw[i] += (Double.isFinite(c) ? c : 0) * power;
                power *= v[i];
            }
        }
        double[][] columns = cell == null ? new double[][] {one, raw, force.clone(), t.clone()}
                : new double[][] {one, raw, force.clone(), t.clone(), cell.clone()};
        double[][] kept = new double[columns.length][];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = columns[k].clone();
        }
        double[] x = Householder.solve(columns, h.clone());
        double square = 0;
        for (int i = 0; i < n; i++) {
            double r = h[i];
            for (int k = 0; k < x.length; k++) {
                r -= x[k] * kept[k][i];
            }
            square += r * r;
        }
        boolean told = Math.sqrt(square / n) < 0.5 && Math.abs(x[1] - 1) < 0.01;
        return told ? new double[] {-x[2], -x[3]} : null;
    }
}
