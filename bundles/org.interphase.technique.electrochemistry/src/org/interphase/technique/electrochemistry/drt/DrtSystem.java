package org.interphase.technique.electrochemistry.drt;

import org.interphase.numerics.linear.DifferencePenalty;
import org.interphase.numerics.linear.NormalEquations;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;

/**
 * The linear system of a distribution of relaxation times: columns for the series resistance, inductance and
 * capacitance where wanted, then one for each basis function over ln τ, with the roughness of the distribution.
 */
public final class DrtSystem {

    /** Six-point Gauss-Legendre nodes and weights on [-1, 1] (Abramowitz and Stegun, table 25.4). */
    private static final double[] NODES = {-0.932469514203152, -0.661209386466265, -0.238619186083197,
        0.238619186083197, 0.661209386466265, 0.932469514203152};
    private static final double[] WEIGHTS = {0.171324492379170, 0.360761573048139, 0.467913934572691,
        0.467913934572691, 0.360761573048139, 0.171324492379170};

    private static final double BEYOND = 2;
    /** Grid steps beyond which a Gaussian basis function has no part any more. */
    private static final int REACH = 4;

    final double[] tau;
    final double step;
    final int extras;
    final int size;
    final NormalEquations equations;
    final DifferencePenalty roughness;
    public final boolean inductance;
    public final boolean capacitance;
    /** Exponent e of a series element c (jω)^-e that takes up the rise at low frequency, 1 for a capacitance; or 0. */
    public final double tail;
    /** Whether the distribution may go on beyond the slow end of the grid, because the spectrum still rises there. */
    final boolean open;
    /** Time constant that belongs to the lowest frequency, s. */
    public final double slowest;
    private final DrtBasis basis;
    /** Powers of ten of the extra columns' units, so that their amplitudes are comparable. */
    private final double[] extraScale;

    /**
     * @param s spectrum
     * @param wRe weights of the real parts
     * @param wIm weights of the imaginary parts
     * @param perDecade grid points per decade of τ
     * @param margin decades by which the grid extends beyond the frequencies on both sides; two more, open at the
     *     end, on the slow side of a spectrum that still rises at its lowest frequency
     * @param order order of the derivative that is held small, 1 or 2
     * @param tail exponent of the element that takes up a rise at low frequency, 0 for none
     */
    public DrtSystem(ImpedanceSpectrum s, double[] wRe, double[] wIm, DrtBasis basis, double perDecade,
            double margin, int order, boolean inductance, double tail) {
        this.basis = basis;
        this.inductance = inductance;
        this.tail = tail;
        capacitance = tail > 0;
        open = !capacitance && SpectrumTails.rising(s);
        int n = s.size();
        slowest = 1 / (2 * Math.PI * s.frequency()[n - 1]);
        double low = Math.log(1 / (2 * Math.PI * s.frequency()[0])) - margin * Math.log(10);
        double high = Math.log(1 / (2 * Math.PI * s.frequency()[n - 1]))
                + (margin + (open ? BEYOND : 0)) * Math.log(10);
        int k = Math.max(8, (int) Math.round((high - low) / Math.log(10) * perDecade) + 1);
        step = (high - low) / (k - 1);
        tau = new double[k];
        for (int i = 0; i < k; i++) {
            tau[i] = Math.exp(low + i * step);
        }
        extras = 1 + (inductance ? 1 : 0) + (capacitance ? 1 : 0);
        size = extras + k;
        equations = new NormalEquations(size, 2 * n);
        roughness = new DifferencePenalty(extras, size, step, order, open);
        extraScale = new double[extras];
        fillExtras(s);
        fillBasis(s);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < size; c++) {
                equations.column(c)[i] *= wRe[i];
                equations.column(c)[n + i] *= wIm[i];
            }
            equations.target()[i] = s.re()[i] * wRe[i];
            equations.target()[n + i] = s.im()[i] * wIm[i];
        }
        equations.form();
    }

    private void fillExtras(ImpedanceSpectrum s) {
        int n = s.size();
        extraScale[0] = 1;
        int at = 1;
        double highest = 2 * Math.PI * s.frequency()[0];
        double lowest = 2 * Math.PI * s.frequency()[n - 1];
        if (inductance) {
            extraScale[at] = 1 / highest;
            for (int i = 0; i < n; i++) {
                equations.column(at)[n + i] = s.frequency()[i] / s.frequency()[0];
            }
            at++;
        }
        if (capacitance) {
            extraScale[at] = Math.pow(lowest, tail);
            for (int i = 0; i < n; i++) {
                double size = Math.pow(s.frequency()[n - 1] / s.frequency()[i], tail);
                equations.column(at)[i] = tail == 1 ? 0 : size * Math.cos(tail * Math.PI / 2);
                equations.column(at)[n + i] = -size * Math.sin(tail * Math.PI / 2);
            }
        }
        for (int i = 0; i < n; i++) {
            equations.column(0)[i] = 1;
        }
    }

    private void fillBasis(ImpedanceSpectrum s) {
        int n = s.size();
        int pieces = basis == DrtBasis.GAUSSIAN ? 6 : 2;
        double half = basis == DrtBasis.GAUSSIAN ? 3 : 1;
        double[] factor = new double[pieces * NODES.length];
        double[] weight = new double[factor.length];
        for (int q = 0; q < pieces; q++) {
            double from = -half + 2 * half * q / pieces;
            for (int g = 0; g < NODES.length; g++) {
                double u = from + half / pieces * (NODES[g] + 1);
                factor[q * NODES.length + g] = Math.exp(u * step);
                weight[q * NODES.length + g] = WEIGHTS[g] * half / pieces * step * shape(u);
            }
        }
        for (int k = 0; k < tau.length; k++) {
            double[] c = equations.column(extras + k);
            for (int i = 0; i < n; i++) {
                double wt = 2 * Math.PI * s.frequency()[i] * tau[k];
                double re = 0;
                double im = 0;
                for (int q = 0; q < factor.length; q++) {
                    double x = wt * factor[q];
                    double d = weight[q] / (1 + x * x);
                    re += d;
                    im -= d * x;
                }
                c[i] = re;
                c[n + i] = im;
            }
        }
    }

    /** A basis function at a distance of u grid steps. */
    private double shape(double u) {
        return basis == DrtBasis.GAUSSIAN ? Math.exp(-Math.log(2) * u * u) : Math.max(0, 1 - Math.abs(u));
    }

    /** Integral of a basis function over ln τ. */
    double area() {
        return basis == DrtBasis.GAUSSIAN ? step * Math.sqrt(Math.PI / Math.log(2)) : step;
    }

    /** The distribution at the grid points from the amplitudes of the basis functions. */
    double[] distribution(double[] x) {
        double[] out = new double[tau.length];
        for (int k = 0; k < out.length; k++) {
            for (int j = first(k); j <= last(k); j++) {
                out[k] += x[extras + j] * shape(k - j);
            }
        }
        return out;
    }

    /** Covariance of the distribution at the grid points from that of all amplitudes. */
    double[][] covariance(double[][] amplitudes) {
        double[][] out = new double[tau.length][tau.length];
        for (int k = 0; k < out.length; k++) {
            for (int l = 0; l <= k; l++) {
                for (int i = first(k); i <= last(k); i++) {
                    for (int j = first(l); j <= last(l); j++) {
                        out[k][l] += shape(k - i) * shape(l - j) * amplitudes[extras + i][extras + j];
                    }
                }
                out[l][k] = out[k][l];
            }
        }
        return out;
    }

    /** The first basis function that reaches a grid point. */
    private int first(int k) {
        return basis == DrtBasis.GAUSSIAN ? Math.max(0, k - REACH) : k;
    }

    private int last(int k) {
        return basis == DrtBasis.GAUSSIAN ? Math.min(tau.length - 1, k + REACH) : k;
    }

    /**
     * Amplitude of an extra column, or its uncertainty, in natural units: resistance (0), then inductance, then
     * 1/capacitance.
     */
    double extra(double[] x, int number) {
        return x[number] * extraScale[number];
    }
}
