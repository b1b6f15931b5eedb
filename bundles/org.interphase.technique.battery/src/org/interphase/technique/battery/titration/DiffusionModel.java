package org.interphase.technique.battery.titration;

import java.util.List;
import org.interphase.numerics.fit.Evaluator;
import org.interphase.numerics.fit.Model;

/**
 * Potential over pulse and rest by diffusion in particles: {@code E = E0 + V on + a x + b x^2}, x the composition of
 * the surface relative to the mean one before the pulse, in units of what the pulse changes the mean by; a + b is the
 * change of the equilibrium potential, V the ohmic and charge-transfer part while the current is on. Parameters: E0, V,
 * a, b, ln(diffusion time / s).
 */
final class DiffusionModel implements Model {

    static final List<String> NAMES = List.of("E0", "V", "a", "b", "ln t_D");
    static final int LOG_TIME = 4;

    private final PulseHistory history;
    private final double[] times;
    private final boolean[] on;

    /**
     * @param times times of the points, s
     * @param on whether the current is on there
     */
    DiffusionModel(PulseHistory history, double[] times, boolean[] on) {
        this.history = history;
        this.times = times;
        this.on = on;
    }

    @Override
    public int points() {
        return times.length;
    }

    @Override
    public int parameters() {
        return NAMES.size();
    }

    @Override
    public Evaluator evaluator() {
        return new Evaluator() {
            private final double[] x = new double[times.length];
            private final double[] slope = new double[times.length];

            @Override
            public void values(double[] p, double[] f) {
                double[] at = new double[2];
                for (int i = 0; i < times.length; i++) {
                    history.at(times[i], Math.exp(p[LOG_TIME]), at);
                    x[i] = at[0];
                    slope[i] = at[1];
                    f[i] = p[0] + (on[i] ? p[1] : 0) + (p[2] + p[3] * x[i]) * x[i];
                }
            }

            @Override
            public void jacobian(double[] p, double[][] columns) {
                for (int i = 0; i < times.length; i++) {
                    columns[0][i] = 1;
                    columns[1][i] = on[i] ? 1 : 0;
                    columns[2][i] = x[i];
                    columns[3][i] = x[i] * x[i];
                    columns[LOG_TIME][i] = (p[2] + 2 * p[3] * x[i]) * slope[i];
                }
            }
        };
    }
}
