package org.interphase.technique.battery.transport;

import java.util.function.ToDoubleFunction;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;

/** The formulas of Bruce, Vincent and Evans and of Watanabe with the uncertainties of all that goes into them. */
public final class TransferenceNumber {

    /** Relative step of a derivative. */
    private static final double STEP = 1e-5;

    private TransferenceNumber() {
    }

    /**
     * What goes in, each with its standard uncertainty; NaN for what is not known.
     *
     * @param voltage polarisation, V
     * @param initial initial current, A
     * @param steady steady current, A
     * @param before interfacial resistance before, ohm
     * @param after the same in the steady state
     * @param bulk resistance of the electrolyte, ohm
     * @param gain relative standard uncertainty of a gain that both currents share
     */
    public record Input(double voltage, double uVoltage, double initial, double uInitial, double steady, double uSteady,
            double before, double uBefore, double after, double uAfter, double bulk, double uBulk, double gain) {

        private double[] values() {
            return new double[] {voltage, initial, steady, before, after, bulk};
        }

        private double[] uncertainties() {
            return new double[] {uVoltage, uInitial, uSteady, uBefore, uAfter, uBulk};
        }
    }

    /** t+ = I_ss (dV - I_0 R_0) / (I_0 (dV - I_ss R_ss)). */
    public static Measurement bruceVincentEvans(Input in) {
        String name = "transference number (Bruce-Vincent-Evans)";
        if (Double.isNaN(in.before) || Double.isNaN(in.after)) {
            return Measurement.withheld(name, "t_+", "1", "the interfacial resistances before and after are not "
                    + "stated; the ratio of the currents alone would take them for zero");
        }
        if (in.voltage <= in.initial * in.before || in.voltage <= in.steady * in.after) {
            return Measurement.withheld(name, "t_+", "1", "the interfaces alone would take more than the whole "
                    + "polarisation; current and resistances are not of one cell");
        }
        return number(name, in, TransferenceNumber::bruceVincentEvans);
    }

    /**
     * The same where the initial current is that of Ohm's law, dV / (R_0 + R_b): what is uncertain is then the
     * polarisation and the resistances, not the current beside them.
     */
    public static Measurement ofOhmicCurrent(Input in) {
        Measurement m = bruceVincentEvans(in);
        return m.verdict().isWithheld() ? m : number(m.name(), in, v -> {
            double[] w = v.clone();
            w[1] = v[0] / (v[3] + v[5]);
            return bruceVincentEvans(w);
        });
    }

    private static double bruceVincentEvans(double[] v) {
        return v[2] * (v[0] - v[1] * v[3]) / (v[1] * (v[0] - v[2] * v[4]));
    }

    /** t+ = R_b / (dV / I_ss - R_ss). */
    public static Measurement watanabe(Input in) {
        String name = "transference number (Watanabe)";
        if (Double.isNaN(in.after) || Double.isNaN(in.bulk)) {
            return Measurement.withheld(name, "t_+", "1", "the interfacial resistance in the steady state is not "
                    + "stated");
        }
        if (in.voltage <= in.steady * in.after) {
            return Measurement.withheld(name, "t_+", "1", "the interfaces alone would take more than the whole "
                    + "polarisation; current and resistances are not of one cell");
        }
        return number(name, in, v -> v[5] / (v[0] / v[2] - v[4]));
    }

    private static double[] scaled(double[] v, double factor) {
        double[] w = v.clone();
        w[1] *= factor;
        w[2] *= factor;
        return w;
    }

    private static Measurement number(String name, Input in, ToDoubleFunction<double[]> formula) {
        double[] v = in.values();
        double[] u = in.uncertainties();
        double value = formula.applyAsDouble(v);
        double sum = 0;
        for (int k = 0; k < v.length; k++) {
            if (u[k] > 0 && !Double.isNaN(v[k])) {
                double[] up = v.clone();
                double[] down = v.clone();
                up[k] += 1e-3 * u[k];
                down[k] -= 1e-3 * u[k];
                double slope = (formula.applyAsDouble(up) - formula.applyAsDouble(down)) / (2e-3 * u[k]);
                sum += slope * slope * u[k] * u[k];
            }
        }
        // in the ratio of the currents their gain cancels, in what the interfaces take of the polarisation it does not
        sum += Math.pow((formula.applyAsDouble(scaled(v, 1 + STEP)) - formula.applyAsDouble(scaled(v, 1 - STEP)))
                / (2 * STEP) * in.gain, 2);
        double uncertainty = Math.sqrt(sum);
        Verdict v0 = value < -2 * uncertainty || value > 1 + 2 * uncertainty ? Verdict.doubtful("a transference number "
                + "lies between 0 and 1") : Verdict.SOUND;
        return Measurement.of(name, "t_+", value, uncertainty, "1").judged(v0);
    }
}
