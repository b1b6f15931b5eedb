package org.interphase.technique.vibrational.bands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Interference fringes of a plane film: a sine of one period over the wavenumber (Harrick, Appl. Opt. 10 (1971) 2344),
 * found where polymers have no strong bands and carried on below them.
 */
public final class Fringe {

    /** Where a sine is looked for: between the C-H bending and stretching bands, without carbon dioxide. */
    private static final double[][] QUIET = {{1450, 2280}, {2400, 2800}};
    private static final int MOST_POINTS = 400;
    private static final int FEWEST_POINTS = 40;
    private static final double SHORTEST = 25;
    private static final double LEAST_PERIODS = 1.3;
    /** Share of the scatter about a parabola that the sine must explain, over the points it is found from. */
    private static final double EXPLAINED = 0.8;
    private static final double LEAST_SIGNIFICANCE = 10;
    /** Points beyond so many robust standard deviations belong to bands. */
    private static final double CLIP = 3.5;
    private static final double KEPT = 0.6;
    /** Share of the amplitude by which fringes are taken to be no pure sine elsewhere. */
    private static final double IMPURE = 0.1;

    private final double frequency;
    private final double origin;
    private final double cosine;
    private final double sine;
    private final double[][] covariance;

    private Fringe(double frequency, double origin, double cosine, double sine, double[][] covariance) {
        this.frequency = frequency;
        this.origin = origin;
        this.cosine = cosine;
        this.sine = sine;
        this.covariance = covariance;
    }

    /** The fringes of a spectrum; empty if there are none that a sine describes. */
    public static Optional<Fringe> of(BandSpectrum s) {
        double[][] data = quiet(s);
        double[] x = data[0];
        double[] y = data[1];
        if (x.length < FEWEST_POINTS) {
            return Optional.empty();
        }
        double span = x[x.length - 1] - x[0];
        boolean[] kept = new boolean[x.length];
        Arrays.fill(kept, true);
        double frequency = 0;
        for (int round = 0; round < 3; round++) {
            frequency = best(x, y, kept, span, round == 0 ? 0 : frequency);
            if (Double.isNaN(frequency)) {
                return Optional.empty();
            }
            Solution f = solve(x, y, kept, frequency, false);
            kept = clipped(f.residuals());
        }
        return accepted(x, y, kept, frequency);
    }

    private static Optional<Fringe> accepted(double[] x, double[] y, boolean[] kept, double frequency) {
        int n = count(kept);
        Solution with = solve(x, y, kept, frequency, true);
        Solution without = solve(x, y, kept, 0, false);
        if (with == null || without == null || n < KEPT * x.length) {
            return Optional.empty();
        }
        double variance = with.squares() / Math.max(1, n - 6);
        double[] p = with.parameters();
        double amplitude = Math.hypot(p[3], p[4]);
        // neighbours may hang together: twice the uncertainty of independent noise
        double[][] c = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[i][j] = 4 * variance * with.inverse()[3 + i][3 + j];
            }
        }
        double u = Math.sqrt(Math.max(c[0][0], c[1][1]));
        if (with.squares() > (1 - EXPLAINED) * without.squares() || amplitude < LEAST_SIGNIFICANCE * u) {
            return Optional.empty();
        }
        return Optional.of(new Fringe(frequency + p[5], x[0], p[3], p[4], c));
    }

    /** The frequency that leaves the smallest squares: over all, or near one. */
    private static double best(double[] x, double[] y, boolean[] kept, double span, double near) {
        double from = near > 0 ? near - 0.2 / span : LEAST_PERIODS / span;
        double to = near > 0 ? near + 0.2 / span : 1 / SHORTEST;
        double step = (near > 0 ? 0.01 : 0.1) / span;
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (double f = from; f <= to; f += step) {
            Solution s = solve(x, y, kept, f, false);
            if (s != null && s.squares() < least) {
                least = s.squares();
                best = f;
            }
        }
        return best;
    }

    private record Solution(double[] parameters, double[][] inverse, double[] residuals, double squares) {
    }

    /** Parabola and sine by least squares; with the derivative by the frequency if asked; frequency 0 for no sine. */
    private static Solution solve(double[] x, double[] y, boolean[] kept, double frequency, boolean derivative) {
        double span = x[x.length - 1] - x[0];
        Solution plain = frequency > 0 && derivative ? solve(x, y, kept, frequency, false) : null;
        if (frequency > 0 && derivative && plain == null) {
            return null;
        }
        double[] first = plain == null ? null : plain.parameters();
        int k = frequency > 0 ? derivative ? 6 : 5 : 3;
        double[][] columns = new double[x.length][k];
        double[][] normal = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - x[0]) / span;
            double phase = 2 * Math.PI * frequency * (x[i] - x[0]);
            double[] c = columns[i];
            c[0] = 1;
            c[1] = t;
            c[2] = t * t;
            if (k > 3) {
                c[3] = Math.cos(phase);
                c[4] = Math.sin(phase);
            }
            if (k > 5) {
                c[5] = 2 * Math.PI * (x[i] - x[0]) * (first[4] * c[3] - first[3] * c[4]);
            }
            for (int a = 0; kept[i] && a < k; a++) {
                right[a] += c[a] * y[i];
                for (int b = 0; b < k; b++) {
                    normal[a][b] += c[a] * c[b];
                }
            }
        }
        try {
            var solver = new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false), 1e-9, 1e-30).getSolver();
            double[] p = solver.solve(new ArrayRealVector(right, false)).toArray();
            double[] residuals = new double[x.length];
            double squares = 0;
            for (int i = 0; i < x.length; i++) {
                residuals[i] = y[i];
                for (int a = 0; a < k; a++) {
                    residuals[i] -= p[a] * columns[i][a];
                }
                squares += kept[i] ? residuals[i] * residuals[i] : 0;
            }
            return new Solution(p, solver.getInverse().getData(), residuals, squares);
        } catch (NonPositiveDefiniteMatrixException e) {
            return null;
        }
    }

    private static boolean[] clipped(double[] residuals) {
        double[] size = residuals.clone();
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(size[i]);
        }
        Arrays.sort(size);
        double limit = CLIP * 1.4826 * size[size.length / 2];
        boolean[] kept = new boolean[residuals.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Math.abs(residuals[i]) <= limit;
        }
        return kept;
    }

    private static int count(boolean[] kept) {
        int n = 0;
        for (boolean k : kept) {
            n += k ? 1 : 0;
        }
        return n;
    }

    /** Points where there are no strong bands, averaged to a few hundred. */
    private static double[][] quiet(BandSpectrum s) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < s.x().length; i++) {
            for (double[] q : QUIET) {
                if (s.x()[i] >= q[0] && s.x()[i] <= q[1]) {
                    at.add(i);
                }
            }
        }
        int block = Math.max(1, at.size() / MOST_POINTS);
        int n = at.size() / block;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n * block; i++) {
            x[i / block] += s.x()[at.get(i)] / block;
            y[i / block] += s.y()[at.get(i)] / block;
        }
        return new double[][] {x, y};
    }

    /**
     * A square root of a covariance, from the eigenvectors of its correlations: rounding may leave one of them below
     * zero where two parameters can hardly be told apart, which then has no width.
     */
    private static double[][] root(double[][] covariance) {
        int n = covariance.length;
        double[] size = new double[n];
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            size[i] = Math.sqrt(Math.max(0, covariance[i][i]));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double s = size[i] * size[j];
                correlation[i][j] = i == j ? 1 : s > 0 ? 0.5 * (covariance[i][j] + covariance[j][i]) / s : 0;
            }
        }
        EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(correlation, false));
        double[][] out = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                out[i][k] = size[i] * e.getV().getEntry(i, k) * Math.sqrt(Math.max(0, e.getRealEigenvalue(k)));
            }
        }
        return out;
    }

    /** Period in cm-1. */
    public double period() {
        return 1 / frequency;
    }

    /** Half the distance from crest to trough, in the unit of the ordinate. */
    public double amplitude() {
        return Math.hypot(cosine, sine);
    }

    /** The sine over an abscissa. */
    public double[] at(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double phase = 2 * Math.PI * frequency * (x[i] - origin);
            out[i] = cosine * Math.cos(phase) + sine * Math.sin(phase);
        }
        return out;
    }

    /**
     * What the sine may be off by, as functions that are each multiplied by a standard normal number: its amplitude,
     * phase and period as they were found, and a tenth of its amplitude at any phase, since thickness and
     * refractive index are not quite the same everywhere.
     */
    public List<double[]> errors(double[] x) {
        double[][] l = root(covariance);
        List<double[]> out = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            double[] f = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double phase = 2 * Math.PI * frequency * (x[i] - origin);
                double c = Math.cos(phase);
                double s = Math.sin(phase);
                double byFrequency = 2 * Math.PI * (x[i] - origin) * (sine * c - cosine * s);
                f[i] = switch (k) {
                    case 3 -> IMPURE * amplitude() * c;
                    case 4 -> IMPURE * amplitude() * s;
                    default -> l[0][k] * c + l[1][k] * s + l[2][k] * byFrequency;
                };
            }
            out.add(f);
        }
        return out;
    }
}
