package org.interphase.technique.topography.surface;

import java.util.Arrays;
import java.util.Optional;
import org.interphase.api.Progress;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Loss;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.signal.Robust;

/**
 * A sphere, or a cylinder of any direction, fitted to the heights of a map by least squares along z, plain or robust
 * (Tukey's biweight with 4.685 robust standard deviations). The surface is described where it passes the middle of the
 * map, by height, slopes and curvature, and a cylinder by the direction of its axis too: so a plane is one of infinite
 * radius, and flat parts of large spheres are fitted as well as caps. With p the vector from that point, n the unit
 * normal there, k the curvature and t the unit vector along the axis (none for a sphere), the surface is
 * k / 2 (|p|^2 - (t p)^2) = n p.
 */
public final class RoundForm {

    /** What it is. */
    public enum Shape {
        SPHERE(4), CYLINDER(5);

        private final int terms;

        Shape(int terms) {
            this.terms = terms;
        }

        /** Numbers that describe one. */
        public int terms() {
            return terms;
        }
    }

    private static final double TUKEY = 4.685;
    private static final int ROUNDS = 12;
    /** Points that a fit looks at, and one that only looks for the start: more do not change it. */
    private static final int ENOUGH = 100_000;
    private static final int FEW = 4_000;
    /** Directions of the axis that are tried. */
    private static final int DIRECTIONS = 6;
    /** Standard deviation of a point that has no say. */
    private static final double NO_SAY = 1e6;

    private final Shape shape;
    private final double[] p;
    private final double half;
    private final double toLength;
    private final double u;

    /** Parameters in half longer sides: height, slopes along columns and rows, curvature, direction of the axis. */
    private RoundForm(Shape shape, double[] p, double u, double half, double toLength) {
        this.shape = shape;
        this.p = p;
        this.u = u;
        this.half = half;
        this.toLength = toLength;
    }

    /** The sphere or cylinder that the measured points lie about; empty if they determine none. */
    public static Optional<RoundForm> of(HeightField f, Shape shape, boolean robust, Progress progress) {
        double half = Math.max(f.sideX(), f.sideY()) / 2;
        Points few = Points.of(f, half, FEW);
        Points all = Points.of(f, half, ENOUGH);
        // points along a line, say, determine no curved surface
        if (few.z.length <= shape.terms || Levelling.of(f, 2, false, progress).degree() < 2) {
            return Optional.empty();
        }
        FitOptions options = FitOptions.defaults().withCancel(progress::isCancelled);
        FitResult best = null;
        int starts = shape == Shape.SPHERE ? 1 : DIRECTIONS;
        for (int i = 0; i < starts; i++) {
            double[] p = new double[shape.terms];
            p[0] = Arrays.stream(few.z).average().orElse(0);
            // of a plane the direction is none
            p[3] = 1e-3;
            if (shape == Shape.CYLINDER) {
                p[4] = Math.PI * i / starts;
            }
            FitOptions first = robust ? options.withLoss(Loss.SOFT_L1, few.scale()) : options;
            for (double bend : new double[] {1, -1}) {
                p[3] = bend * Math.abs(p[3]);
                FitResult found = LeastSquares.fit(few.model(shape), Parameters.unbounded(p), few.z, Weights.unit(),
                        first);
                progress.checkCancelled();
                best = best == null || found.cost() < best.cost() ? found : best;
            }
        }
        FitResult fit = LeastSquares.fit(all.model(shape), Parameters.unbounded(best.values()), all.z, Weights.unit(),
                robust ? options.withLoss(Loss.SOFT_L1, few.scale()) : options);
        for (int round = 0; robust && round < ROUNDS; round++) {
            progress.checkCancelled();
            Weights weights = all.weights(shape, fit.values());
            if (weights == null) {
                break;
            }
            fit = LeastSquares.fit(all.model(shape), Parameters.unbounded(fit.values()), all.z, weights, options);
        }
        progress.checkCancelled();
        return fit.converged() ? Optional.of(new RoundForm(shape, fit.values(), fit.uncertainty(3), half,
                f.heightToLength())) : Optional.empty();
    }

    /** Measured points from the middle of the map, in half longer sides. */
    private record Points(double[] x, double[] y, double[] z) {

        private static Points of(HeightField f, double half, int enough) {
            int step = Math.max(1, (int) Math.sqrt((double) f.z().length / enough));
            int most = ((f.width() - 1) / step + 1) * ((f.height() - 1) / step + 1);
            double[] x = new double[most];
            double[] y = new double[most];
            double[] z = new double[most];
            int n = 0;
            for (int v = 0; v < f.height(); v += step) {
                for (int c = 0; c < f.width(); c += step) {
                    double height = f.z()[v * f.width() + c];
                    if (height == height) {
                        x[n] = (c - 0.5 * (f.width() - 1)) * f.stepX() / half;
                        y[n] = (v - 0.5 * (f.height() - 1)) * f.stepY() / half;
                        z[n++] = height * f.heightToLength() / half;
                    }
                }
            }
            return new Points(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(z, n));
        }

        private Model model(Shape shape) {
            return Model.numeric(z.length, shape.terms, (p, f) -> {
                Place place = Place.of(shape, p);
                for (int i = 0; i < z.length; i++) {
                    f[i] = place.height(x[i], y[i]);
                }
            });
        }

        /** Robust standard deviation of the heights about their median: most that a form can leave. */
        private double scale() {
            return Math.max(1e-12, Robust.SIGMA_PER_MAD * Robust.mad(z) / 10);
        }

        /** Tukey's weights by the distances from a form; null if half of the points lie on it. */
        private Weights weights(Shape shape, double[] p) {
            Place place = Place.of(shape, p);
            double[] off = new double[z.length];
            for (int i = 0; i < off.length; i++) {
                off[i] = Math.abs(z[i] - place.height(x[i], y[i]));
            }
            double reach = TUKEY * Robust.SIGMA_PER_MAD * Robust.median(off);
            if (!(reach > 1e-12)) {
                return null;
            }
            for (int i = 0; i < off.length; i++) {
                double t = off[i] / reach;
                off[i] = Math.min(NO_SAY, 1 / Math.max(0, 1 - t * t));
            }
            return Weights.relative(off);
        }
    }

    /** A form with what all points share worked out. */
    private record Place(double c, double k, double[] n, double[] t) {

        private static Place of(Shape shape, double[] p) {
            double length = Math.sqrt(1 + p[1] * p[1] + p[2] * p[2]);
            double[] n = {-p[1] / length, -p[2] / length, 1 / length};
            double[] t = new double[3];
            if (shape == Shape.CYLINDER) {
                // two unit vectors in the tangent plane, the first above the x axis
                double across = Math.sqrt(1 + p[1] * p[1]);
                double[] a = {1 / across, 0, p[1] / across};
                double[] b = {n[1] * a[2] - n[2] * a[1], n[2] * a[0] - n[0] * a[2], n[0] * a[1] - n[1] * a[0]};
                for (int i = 0; i < t.length; i++) {
                    t[i] = Math.cos(p[4]) * a[i] + Math.sin(p[4]) * b[i];
                }
            }
            return new Place(p[0], p[3], n, t);
        }

        /** Height at a place; NaN where there is none. */
        private double height(double x, double y) {
            double along = t[0] * x + t[1] * y;
            double a = k / 2 * (1 - t[2] * t[2]);
            double b = n[2] + k * along * t[2];
            double q = k / 2 * (x * x + y * y - along * along) - n[0] * x - n[1] * y;
            return c + 2 * q / (b + Math.sqrt(b * b - 4 * a * q));
        }
    }

    /** The heights above the form; holes where it has none. */
    public HeightField takenFrom(HeightField f) {
        Place place = Place.of(shape, p);
        double[] out = new double[f.z().length];
        for (int y = 0; y < f.height(); y++) {
            for (int x = 0; x < f.width(); x++) {
                int i = y * f.width() + x;
                double h = place.height((x - 0.5 * (f.width() - 1)) * f.stepX() / half, (y - 0.5 * (f.height() - 1))
                        * f.stepY() / half);
                out[i] = f.z()[i] - h * half / toLength;
            }
        }
        return f.with(out);
    }

    /** Radius in the unit of lengths in the plane; positive for a hollow, negative for a hill. */
    public double radius() {
        return half / p[3];
    }

    /** Standard uncertainty of the radius, as if the points scattered independently. */
    public double radiusUncertainty() {
        return Math.abs(radius() / p[3]) * u;
    }
}
