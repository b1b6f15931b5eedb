package org.interphase.technique.electrochemistry.kramerskronig;

import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * What the residuals of a Kramers-Kronig test say of a cell whose polarisation resistance changes in proportion to time
 * while the spectrum is swept from high to low frequency. What of such a change the chain can imitate is invisible; the
 * rest is a known shape, and its amplitude is looked for in the residuals.
 *
 * @param growth relative change of the polarisation resistance over the sweep
 * @param uncertainty its standard uncertainty
 * @param shape what a growth of one would leave in the residuals: real parts, then imaginary parts
 */
public record Drift(double growth, double uncertainty, double[] shape) {

    /** Relative deviation that the chain itself has from an impedance that obeys the relations. */
    static final double FLOOR = 1e-4;
    private static final double SEEN = 5;
    /** One-sided 95 % quantile of the normal distribution. */
    private static final double ONE_SIDED = 1.6448536269514722;
    /** Part of the largest deviation from which on a point is named. */
    private static final double RULES = 0.5;

    static Drift of(ImpedanceSpectrum s, RcChain chain) {
        int n = s.size();
        double[] modulus = s.modulus();
        double[] change = new double[2 * n];
        double total = 0;
        for (double f : s.frequency()) {
            total += 1 / f;
        }
        double time = 0;
        for (int i = 0; i < n; i++) {
            time += 1 / s.frequency()[i] / total;
            change[i] = (chain.model()[i] - chain.series()) * time / modulus[i];
            change[n + i] = chain.model()[n + i] * time / modulus[i];
        }
        double[] shape = chain.left(change);
        double[] r = chain.left(chain.residuals());
        double length = RcChain.dot(shape, shape);
        double sigma = Math.hypot(chain.scatter(), FLOOR);
        return new Drift(RcChain.dot(shape, r) / length, sigma / Math.sqrt(length), shape);
    }

    /** Whether a drift was seen. */
    public boolean isSeen() {
        return Math.abs(growth) > SEEN * uncertainty;
    }

    /**
     * The growth that would have been seen in 95 % of sweeps: what is asked of it, or what was estimated if that is
     * more, and the one-sided margin (L. A. Currie, Anal. Chem. 40 (1968) 586).
     */
    public double smallest() {
        return Math.max(SEEN * uncertainty, Math.abs(growth)) + ONE_SIDED * uncertainty;
    }

    /** Whether the deviation that the drift makes at a point is among the largest. */
    boolean rules(int row) {
        int n = shape.length / 2;
        double most = 0;
        for (double v : shape) {
            most = Math.max(most, Math.abs(v));
        }
        return Math.max(Math.abs(shape[row]), Math.abs(shape[n + row])) > RULES * most;
    }
}
