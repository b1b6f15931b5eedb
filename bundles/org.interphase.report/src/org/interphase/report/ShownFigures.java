package org.interphase.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * Which plates a page has shown: several recipes over one file would each begin with the same picture of the data. Only
 * pictures of bare lines and points are told to be the same; all others are shown again.
 */
final class ShownFigures {

    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    /** The number under which the same figures of the same data were shown; else notes that they are shown now. */
    Optional<Integer> before(List<ReportEntry> entries, String id, int number) {
        List<Object> plate = new ArrayList<>();
        for (ReportEntry e : entries) {
            Figure figure = e.figures().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
            Optional<List<Object>> content = content(figure);
            if (content.isEmpty()) {
                return Optional.empty();
            }
            plate.add(List.of(e.sample(), e.file(), e.dataset(), content.get()));
        }
        return Optional.ofNullable(numbers.putIfAbsent(plate, number));
    }

    private static Optional<List<Object>> content(Figure figure) {
        List<Object> out = new ArrayList<>(List.of(figure.title(), figure.caption()));
        for (Panel panel : figure.panels()) {
            out.add(List.of(panel.id(), panel.x(), panel.y()));
            for (Layer layer : panel.layers()) {
                switch (layer) {
                    case Layer.Line l -> out.add(List.of(l.label(), l.x().length, Arrays.hashCode(l.x()),
                            Arrays.hashCode(l.y())));
                    case Layer.Points l -> out.add(List.of(l.label(), l.x().length, Arrays.hashCode(l.x()),
                            Arrays.hashCode(l.y()), Arrays.hashCode(l.yError())));
                    default -> {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of(out);
    }
}
