package org.interphase.spectra.peak;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.interphase.api.parameters.Constrained;
import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;

/**
 * Finds start values for everything left automatic: positions by trying a grid within their bounds, areas by
 * non-negative linear least squares at each, widths by common factors. Deterministic.
 */
final class AutoStart {

    private static final int GRID = 33;
    private static final int SWEEPS = 3;
    /** Part of a column that must not lie along the others for chi-square to be trusted, and error of chi-square. */
    private static final double ALIKE = 1e-6;
    private static final double ROUNDING = 1e-8;
    private static final double[] WIDTH_FACTORS = {0.5, 0.7, 0.85, 1.2, 1.5};

    private final Slots slots;
    private final double[] x;
    private final double[] y;
    private final double[] weight;
    private final double width;
    private final double[][] values;
    private final double[][] columns;
    /** What the columns were made of; most places that are tried move one component. */
    private final double[][] madeOf;
    private final Component.Term[] terms;
    private final double[][] gram;
    private final double[] right;
    /** Bounds of areas, which are asked for at every place. */
    private final double[][] areaBounds;
    private final double[] widths;
    /** Chi-square of no lines at all. */
    private final double squares;
    private final double[][] factor;
    private final double[] solved;

    /**
     * @param y data minus a rough background
     * @param sigma standard uncertainties
     */
    private AutoStart(Slots slots, double[] x, double[] y, double[] sigma, double width, double[] widths) {
        this.slots = slots;
        this.x = x;
        this.y = y;
        this.weight = Arrays.stream(sigma).map(s -> 1 / (s * s)).toArray();
        this.width = width;
        this.widths = widths;
        this.values = new double[slots.components().size()][Slots.COUNT];
        this.columns = new double[values.length][];
        this.madeOf = new double[values.length][];
        this.squares = weighted(y, y);
        this.factor = new double[values.length][values.length];
        this.solved = new double[values.length];
        this.terms = slots.components().stream().map(c -> ModelFactory.component(c).on(x))
                .toArray(Component.Term[]::new);
        this.gram = new double[values.length][values.length];
        this.right = new double[values.length];
        this.areaBounds = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            areaBounds[i] = isAuto(i, Slots.AREA) ? ModelFactory.bounds(slots, i, Slots.AREA, widths, x) : null;
        }
    }

    /** Start values [component][parameter]. */
    static double[][] find(Slots slots, double[] x, double[] y, double[] sigma, double width, double[] widths) {
        AutoStart a = new AutoStart(slots, x, y, sigma, width, widths);
        a.place();
        return a.values;
    }

    private void place() {
        int n = values.length;
        for (int i = 0; i < n; i++) {
            for (int p = 0; p < Slots.COUNT; p++) {
                values[i][p] = first(i, p);
            }
        }
        placeUnbounded();
        slots.follow(values);
        double best = refresh(Double.POSITIVE_INFINITY);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < n; i++) {
                if (isAuto(i, Slots.POSITION)) {
                    best = scanPosition(i, best, sweep);
                }
            }
            best = scanWidths(best);
        }
    }

    private boolean isAuto(int component, int parameter) {
        return slots.uses(component, parameter) && slots.constraint(component, parameter).isAuto();
    }

    private double first(int i, int p) {
        if (!slots.uses(i, p)) {
            return 0;
        }
        Constrained c = slots.constraint(i, p);
        double held = slots.held(i, p);
        if (!Double.isNaN(held)) {
            return held;
        }
        if (!Double.isNaN(c.start())) {
            return c.start();
        }
        double[] b = ModelFactory.bounds(slots, i, p, widths, x);
        return switch (p) {
            case Slots.POSITION -> 0.5 * (Math.max(b[0], lo()) + Math.min(b[1], hi()));
            case Slots.FWHM -> Math.min(Math.max(width, b[0]), b[1]);
            case Slots.AREA -> 1;
            case Slots.SPLITTING -> Double.isFinite(b[0] + b[1]) ? 0.5 * (b[0] + b[1]) : 0;
            case Slots.RATIO -> 0.5;
            default -> {
                ParameterSpec spec = slots.extra(i, p);
                yield Math.min(Math.max(spec.start(), b[0]), b[1]);
            }
        };
    }

    private double lo() {
        return Math.min(x[0], x[x.length - 1]);
    }

    private double hi() {
        return Math.max(x[0], x[x.length - 1]);
    }

    /** Components that may lie anywhere start one after the other at the highest point not yet explained. */
    private void placeUnbounded() {
        double[] rest = y.clone();
        for (int i = 0; i < values.length; i++) {
            if (!isAuto(i, Slots.POSITION) || slots.constraint(i, Slots.POSITION).isBounded()) {
                continue;
            }
            int top = 0;
            double highest = Double.NEGATIVE_INFINITY;
            for (int k = 1; k + 1 < x.length; k++) {
                double level = (rest[k - 1] + rest[k] + rest[k + 1]) / 3;
                if (level > highest) {
                    highest = level;
                    top = k;
                }
            }
            values[i][Slots.POSITION] = x[top];
            for (int k = 0; k < x.length; k++) {
                double t = 2 * (x[k] - x[top]) / values[i][Slots.FWHM];
                rest[k] -= highest * Math.exp(-Math.log(2) * t * t);
            }
        }
    }

    private double scanPosition(int i, double bestSoFar, int sweep) {
        double[] b = ModelFactory.bounds(slots, i, Slots.POSITION, widths, x);
        double from = Math.max(b[0], lo());
        double to = Math.min(b[1], hi());
        if (!(to > from)) {
            return bestSoFar;
        }
        if (sweep > 0 || !slots.constraint(i, Slots.POSITION).isBounded()) {
            double span = sweep < 2 ? values[i][Slots.FWHM] : 0.3 * values[i][Slots.FWHM];
            from = Math.max(from, values[i][Slots.POSITION] - span);
            to = Math.min(to, values[i][Slots.POSITION] + span);
        }
        double best = bestSoFar;
        double[][] kept = copy(values);
        for (int g = 0; g < GRID; g++) {
            values[i][Slots.POSITION] = from + (to - from) * g / (GRID - 1);
            slots.follow(values);
            double chi2 = refresh(best);
            if (chi2 < best) {
                best = chi2;
                kept = copy(values);
            }
        }
        restore(kept);
        return best;
    }

    private double scanWidths(double bestSoFar) {
        if (IntStream.range(0, values.length).noneMatch(i -> isAuto(i, Slots.FWHM))) {
            return bestSoFar;
        }
        double best = bestSoFar;
        double[][] origin = copy(values);
        double[][] kept = origin;
        for (double factor : WIDTH_FACTORS) {
            restore(origin);
            for (int i = 0; i < values.length; i++) {
                if (isAuto(i, Slots.FWHM)) {
                    double[] b = ModelFactory.bounds(slots, i, Slots.FWHM, widths, x);
                    values[i][Slots.FWHM] = Math.min(Math.max(values[i][Slots.FWHM] * factor, b[0]), b[1]);
                }
            }
            slots.follow(values);
            double chi2 = refresh(best);
            if (chi2 < best) {
                best = chi2;
                kept = copy(values);
            }
        }
        restore(kept);
        return best;
    }

    private static double[][] copy(double[][] m) {
        return Arrays.stream(m).map(double[]::clone).toArray(double[][]::new);
    }

    private void restore(double[][] from) {
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(from[i], 0, values[i], 0, Slots.COUNT);
        }
    }

    /**
     * Solves for the automatic areas at the present positions and widths; returns chi-square. Infinite, and no areas,
     * where no areas whatever, negative ones included, would bring it below what is there already.
     */
    private double refresh(double best) {
        int n = values.length;
        renew();
        if (least() > best + ROUNDING * (1 + squares)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] a = new double[n];
        boolean moved = true;
        for (int sweep = 0; sweep < 60 && moved; sweep++) {
            moved = false;
            for (int i = 0; i < n; i++) {
                double s = right[i];
                for (int j = 0; j < n; j++) {
                    s -= j == i ? 0 : gram[i][j] * a[j];
                }
                double next = gram[i][i] > 0 ? Math.max(0, s / gram[i][i]) : 0;
                moved |= next != a[i];
                a[i] = next;
            }
        }
        for (int i = 0; i < n; i++) {
            double[] b = areaBounds[i];
            if (b != null) {
                values[i][Slots.AREA] = Math.min(Math.max(a[i], b[0]), b[1]);
            }
        }
        slots.follow(values);
        double chi2 = 0;
        for (int k = 0; k < x.length; k++) {
            double r = y[k];
            for (int i = 0; i < n; i++) {
                r -= values[i][Slots.AREA] * columns[i][k];
            }
            chi2 += weight[k] * r * r;
        }
        return Double.isFinite(chi2) ? chi2 : Double.POSITIVE_INFINITY;
    }

    /** Chi-square with the best areas of either sign, by Cholesky's factors; 0 where columns are all but alike. */
    private double least() {
        int n = values.length;
        double chi2 = squares;
        for (int i = 0; i < n; i++) {
            double z = right[i];
            for (int j = 0; j <= i; j++) {
                double sum = gram[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i > j) {
                    factor[i][j] = sum / factor[j][j];
                    z -= factor[i][j] * solved[j];
                } else if (sum > ALIKE * gram[i][i]) {
                    factor[i][i] = Math.sqrt(sum);
                } else {
                    return 0;
                }
            }
            solved[i] = z / factor[i][i];
            chi2 -= solved[i] * solved[i];
        }
        return chi2;
    }

    /** Brings columns and their products up to date. */
    private void renew() {
        int n = values.length;
        boolean[] changed = new boolean[n];
        for (int i = 0; i < n; i++) {
            double[] row = values[i].clone();
            row[Slots.AREA] = 1;
            double[] of = slots.modelValues(i, row);
            changed[i] = !Arrays.equals(of, madeOf[i]);
            if (changed[i]) {
                madeOf[i] = of;
                columns[i] = new double[x.length];
                terms[i].addValues(of, 0, columns[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                if (changed[i] || changed[j]) {
                    gram[i][j] = weighted(columns[i], columns[j]);
                    gram[j][i] = gram[i][j];
                }
            }
            if (changed[i]) {
                right[i] = weighted(columns[i], y);
            }
        }
    }

    /** Weighted product; four sums, because one would wait for itself. */
    private double weighted(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            s0 += weight[k] * a[k] * b[k];
            s1 += weight[k + 1] * a[k + 1] * b[k + 1];
            s2 += weight[k + 2] * a[k + 2] * b[k + 2];
            s3 += weight[k + 3] * a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            s0 += weight[k] * a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }
}
