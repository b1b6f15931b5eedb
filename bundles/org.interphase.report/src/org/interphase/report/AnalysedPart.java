package org.interphase.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * The part of a spectrum that an analysis used, where it is a small part of what was recorded: drawn alone, its bands
 * can be told apart and named.
 *
 * @param from lower end, in units of the horizontal axis
 * @param to upper end
 */
record AnalysedPart(double from, double to) {

    /** An analysis of more than this of a record shows all of it. */
    private static final double MOST = 0.5;
    /** What is shown beside the part, in its widths. */
    private static final double BESIDE = 0.15;

    /** The part that the analyses of several figures used together; none where it is much of them, or unknown. */
    static Optional<AnalysedPart> of(List<Figure> figures) {
        double[] used = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] all = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Figure f : figures) {
            for (Layer l : f.panels().get(0).layers()) {
                Colour.Role role = l.style().colour().role();
                double[] x = abscissae(l);
                extend(all, x);
                if (role != Colour.Role.DATA && role != Colour.Role.MUTED) {
                    extend(used, x);
                }
            }
        }
        double width = used[1] - used[0];
        if (!(width > 0) || width > MOST * (all[1] - all[0])) {
            return Optional.empty();
        }
        return Optional.of(new AnalysedPart(Math.max(all[0], used[0] - BESIDE * width),
                Math.min(all[1], used[1] + BESIDE * width)));
    }

    private static double[] abscissae(Layer layer) {
        return switch (layer) {
            case Layer.Line l -> l.x();
            case Layer.Points l -> l.x();
            case Layer.Band l -> l.x();
            case Layer.Labels l -> l.texts().stream().mapToDouble(Layer.Text::x).toArray();
            default -> new double[0];
        };
    }

    private static void extend(double[] range, double[] values) {
        for (double v : values) {
            if (Double.isFinite(v)) {
                range[0] = Math.min(range[0], v);
                range[1] = Math.max(range[1], v);
            }
        }
    }

    /** A figure cut to the part. */
    Figure of(Figure figure) {
        List<Panel> panels = new ArrayList<>();
        for (Panel p : figure.panels()) {
            panels.add(new Panel(p.id(), p.x().range(from, to), p.y(), p.layers().stream().map(this::cut).toList(),
                    p.weight(), p.equalScale(), p.legend()));
        }
        return new Figure(figure.id(), figure.title(), figure.caption(), panels, figure.sharedX());
    }

    private Layer cut(Layer layer) {
        return switch (layer) {
            case Layer.Line l -> new Layer.Line(l.label(), kept(l.x(), l.x()), kept(l.x(), l.y()), l.style(),
                    l.component());
            case Layer.Points l -> new Layer.Points(l.label(), kept(l.x(), l.x()), kept(l.x(), l.y()),
                    l.yError() == null ? null : kept(l.x(), l.yError()), l.style(), l.component());
            default -> layer;
        };
    }

    private double[] kept(double[] x, double[] values) {
        double[] out = new double[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= from && x[i] <= to) {
                out[n++] = values[i];
            }
        }
        return Arrays.copyOf(out, n);
    }
}
