package org.interphase.model;

import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * A signal over one axis: a spectrum, a profile, a distribution.
 *
 * @param header name, kind, metadata, products
 * @param axis abscissa, ascending
 * @param signal ordinate, as long as the axis
 */
public record Curve(DatasetHeader header, Axis axis, Signal signal) implements Dataset {

    /** @throws IllegalArgumentException if axis and signal differ in length */
    public Curve {
        Objects.requireNonNull(header, "header");
        if (axis.size() != signal.size()) {
            throw new IllegalArgumentException("axis has " + axis.size() + " values, signal " + signal.size());
        }
    }

    /**
     * A curve from points in any order, sorted by x once.
     *
     * @param sigma standard uncertainties, or null
     * @throws IllegalArgumentException if lengths differ, or an x is not finite or repeated (naming the value)
     */
    public static Curve ofUnsorted(DatasetHeader header, String xQuantity, Unit xUnit, Direction direction, double[] x,
            String yQuantity, Unit yUnit, double[] y, double[] sigma) {
        if (x.length != y.length || sigma != null && sigma.length != x.length) {
            throw new IllegalArgumentException("x has " + x.length + " values, y " + y.length);
        }
        int[] order = Axis.ascendingOrder(x);
        double[] xs = new double[x.length];
        double[] ys = new double[x.length];
        double[] ss = sigma == null ? null : new double[x.length];
        for (int i = 0; i < order.length; i++) {
            xs[i] = x[order[i]];
            ys[i] = y[order[i]];
            if (ss != null) {
                ss[i] = sigma[order[i]];
            }
            if (i > 0 && xs[i] == xs[i - 1]) {
                throw new IllegalArgumentException(xQuantity + " " + xs[i] + " occurs twice");
            }
        }
        return new Curve(header, Axis.of(xQuantity, xUnit, xs, direction), Signal.of(yQuantity, yUnit, ys, ss));
    }

    @Override
    public Curve withHeader(DatasetHeader other) {
        return new Curve(other, axis, signal);
    }

    /** The same curve with one product more. */
    public Curve with(Product product) {
        return withHeader(header.with(product));
    }

    /** The same curve with another signal. */
    public Curve withSignal(Signal other) {
        return new Curve(header, axis, other);
    }

    /** The points from index {@code from} (inclusive) to {@code to} (exclusive). */
    public Curve slice(int from, int to) {
        return new Curve(header, axis.slice(from, to), signal.slice(from, to));
    }

    @Override
    public String shape() {
        return "curve";
    }

    @Override
    public long points() {
        return axis.size();
    }
}
