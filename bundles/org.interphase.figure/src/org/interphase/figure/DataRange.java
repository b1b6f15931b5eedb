package org.interphase.figure;

import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Layer;

/**
 * The range an axis shows.
 *
 * @param min lower end
 * @param max upper end, above the lower
 */
public record DataRange(double min, double max) {

    /** Length of the range. */
    public double span() {
        return max - min;
    }

    /** The range of a panel's layers along x, without margin for lines and pictures; fixed ends of the axis win. */
    public static DataRange x(AxisSpec axis, List<? extends Layer> layers) {
        Collector c = new Collector(axis.logarithmic());
        boolean points = false;
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Line l -> c.all(l.x(), l.y());
                case Layer.Points p -> {
                    c.all(p.x(), p.y());
                    points |= p.x().length < 60;
                }
                case Layer.Band b -> c.all(b.x(), b.upper());
                case Layer.Bars b -> c.all(b.edges(), b.edges());
                case Layer.Span s -> {
                    c.add(s.from());
                    c.add(s.to());
                }
                case Layer.Outline o -> c.all(o.x(), o.y());
                case Layer.Picture p -> {
                    c.add(p.left());
                    c.add(p.right());
                }
                case Layer.Labels t -> t.texts().forEach(i -> c.add(i.x()));
                case Layer.Guides g -> {
                    if (g.vertical()) {
                        for (double v : g.at()) {
                            c.add(v);
                        }
                    }
                }
            }
        }
        return c.range(axis, points ? 0.04 : 0, points ? 0.04 : 0);
    }

    /** The range of a panel's layers along y, with room above and below unless there is a picture. */
    public static DataRange y(AxisSpec axis, List<? extends Layer> layers) {
        Collector c = new Collector(axis.logarithmic());
        boolean picture = false;
        boolean bars = false;
        for (Layer layer : layers) {
            switch (layer) {
                case Layer.Line l -> c.all(l.y(), l.x());
                case Layer.Points p -> {
                    c.all(p.y(), p.x());
                    if (p.yError() != null) {
                        for (int i = 0; i < p.y().length; i++) {
                            c.add(p.y()[i] - p.yError()[i]);
                            c.add(p.y()[i] + p.yError()[i]);
                        }
                    }
                }
                case Layer.Band b -> {
                    c.all(b.lower(), b.x());
                    c.all(b.upper(), b.x());
                }
                case Layer.Bars b -> {
                    bars = true;
                    c.add(axis.logarithmic() ? Double.NaN : 0);
                    c.all(b.heights(), b.heights());
                }
                case Layer.Outline o -> c.all(o.y(), o.x());
                case Layer.Picture p -> {
                    picture = true;
                    c.add(p.top());
                    c.add(p.bottom());
                }
                case Layer.Labels t -> t.texts().forEach(i -> c.add(i.y()));
                case Layer.Guides g -> {
                    if (!g.vertical()) {
                        for (double v : g.at()) {
                            c.add(v);
                        }
                    }
                }
                case Layer.Span s -> {
                    continue;
                }
            }
        }
        boolean labels = layers.stream().anyMatch(Layer.Labels.class::isInstance);
        return c.range(axis, picture || bars ? 0 : 0.06, picture ? 0 : labels ? 0.16 : 0.06);
    }

    private static final class Collector {
        private final boolean positiveOnly;
        private double lo = Double.POSITIVE_INFINITY;
        private double hi = Double.NEGATIVE_INFINITY;

        Collector(boolean positiveOnly) {
            this.positiveOnly = positiveOnly;
        }

        void add(double v) {
            if (Double.isFinite(v) && (!positiveOnly || v > 0)) {
                lo = Math.min(lo, v);
                hi = Math.max(hi, v);
            }
        }

        void all(double[] values, double[] partners) {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(partners[i])) {
                    add(values[i]);
                }
            }
        }

        DataRange range(AxisSpec axis, double below, double above) {
            double from = lo <= hi ? lo : positiveOnly ? 0.1 : 0;
            double to = lo <= hi ? hi : 1;
            if (from == to) {
                double half = from == 0 ? 1 : Math.abs(from) * 0.05;
                from = positiveOnly ? from / 1.5 : from - half;
                to = positiveOnly ? to * 1.5 : to + half;
            }
            if (positiveOnly) {
                double decades = Math.log10(to / from);
                from *= Math.pow(10, -decades * below);
                to *= Math.pow(10, decades * above);
            } else {
                double span = to - from;
                from -= span * below;
                to += span * above;
            }
            double min = Double.isNaN(axis.min()) ? from : axis.min();
            double max = Double.isNaN(axis.max()) ? to : axis.max();
            return min < max ? new DataRange(min, max) : new DataRange(Math.min(min, max) - 1, Math.max(min, max) + 1);
        }
    }
}
