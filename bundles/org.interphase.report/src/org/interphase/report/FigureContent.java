package org.interphase.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** What a figure shows as values that can be compared, so that nothing is shown twice. */
final class FigureContent {

    private FigureContent() {
    }

    /** The content of a figure without its title; none for one with a picture, which is never told to be the same. */
    static Optional<List<Object>> of(Figure figure) {
        List<Object> out = new ArrayList<>();
        for (Panel panel : figure.panels()) {
            out.add(List.of(panel.id(), panel.x(), panel.y()));
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Picture) {
                    return Optional.empty();
                }
                out.add(of(layer));
            }
        }
        return Optional.of(out);
    }

    private static List<Object> of(Layer layer) {
        return switch (layer) {
            case Layer.Line l -> List.of(l.label(), hash(l.x(), l.y()));
            case Layer.Points l -> List.of(l.label(), hash(l.x(), l.y()), Arrays.hashCode(l.yError()));
            case Layer.Band l -> List.of(l.label(), hash(l.x(), l.lower()), Arrays.hashCode(l.upper()));
            case Layer.Bars l -> List.of(l.label(), hash(l.edges(), l.heights()));
            case Layer.Labels l -> List.of(l.label(), l.texts().stream().map(t -> List.of(t.x(), t.y(), t.text()))
                    .toList());
            case Layer.Span l -> List.of(l.label(), l.from(), l.to());
            case Layer.Guides l -> List.of(l.label(), l.vertical(), Arrays.hashCode(l.at()));
            case Layer.Outline l -> List.of(l.label(), hash(l.x(), l.y()), l.closed());
            case Layer.Picture l -> List.of(l.label());
        };
    }

    private static List<Integer> hash(double[] x, double[] y) {
        return List.of(x.length, Arrays.hashCode(x), Arrays.hashCode(y));
    }
}
