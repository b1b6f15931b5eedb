package org.interphase.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** The numbers of a figure as a table of columns, as other programs read it: each curve with its own abscissa. */
public final class FigureData {

    /** A column with its heading; texts where there is no number. */
    private record Column(String heading, double[] values) {

        String cell(int row) {
            return row >= values.length || Double.isNaN(values[row]) ? "" : Double.toString(values[row]);
        }
    }

    private FigureData() {
    }

    /** Whether a figure holds numbers that {@link #csv} writes. */
    public static boolean isIn(Figure figure) {
        return figure.panels().stream().flatMap(p -> p.layers().stream()).anyMatch(l -> switch (l) {
            case Layer.Line x -> true;
            case Layer.Points x -> true;
            case Layer.Band x -> true;
            case Layer.Bars x -> true;
            case Layer.Outline x -> true;
            case Layer.Labels x -> false;
            case Layer.Span x -> false;
            case Layer.Guides x -> false;
            case Layer.Picture x -> false;
        });
    }

    /** Comma-separated values with one line of headings; empty if the figure has nothing but pictures. */
    public static String csv(Figure figure) {
        return table(figure, ",");
    }

    /** The same with tabs between, as a spreadsheet pastes it. */
    public static String tabbed(Figure figure) {
        return table(figure, "\t");
    }

    private static String table(Figure figure, String separator) {
        List<Column> columns = new ArrayList<>();
        for (Panel panel : figure.panels()) {
            for (Layer layer : panel.layers()) {
                add(panel, layer, columns);
            }
        }
        int rows = columns.stream().mapToInt(c -> c.values().length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        // numbers need no quotes, headings may
        out.append(String.join(separator, columns.stream().map(c -> SpreadsheetCell.of(c.heading(), separator))
                .toList())).append('\n');
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns.size(); c++) {
                out.append(c == 0 ? "" : separator).append(columns.get(c).cell(i));
            }
            out.append('\n');
        }
        return columns.isEmpty() ? "" : out.toString();
    }

    private static void add(Panel panel, Layer layer, List<Column> columns) {
        String name = layer.label().isEmpty() ? layer.component() : layer.label();
        String x = panel.x().title();
        String y = panel.y().title();
        switch (layer) {
            case Layer.Line l -> pair(x, l.x(), y, name, l.y(), columns);
            case Layer.Points p -> {
                pair(x, p.x(), y, name, p.y(), columns);
                if (p.yError() != null) {
                    columns.add(new Column(headed("u", name), p.yError()));
                }
            }
            case Layer.Band b -> {
                pair(x, b.x(), y, (name + " lower end").strip(), b.lower(), columns);
                columns.add(new Column(headed(y, (name + " upper end").strip()), b.upper()));
            }
            case Layer.Bars b -> pair(x, b.edges(), y, name, b.heights(), columns);
            case Layer.Outline o -> pair(x, o.x(), y, name, o.y(), columns);
            case Layer.Labels l -> {
                // names of what the curves show
            }
            case Layer.Span s -> {
                // a range is set, not measured
            }
            case Layer.Guides g -> {
                // lines that guide the eye
            }
            case Layer.Picture p -> {
                // pixels are no columns
            }
        }
    }

    private static void pair(String x, double[] xs, String y, String name, double[] ys, List<Column> columns) {
        columns.add(new Column(headed(x, name), xs));
        columns.add(new Column(headed(y, name), ys));
    }

    private static String headed(String axis, String name) {
        return name.isEmpty() ? axis : axis + ": " + name;
    }
}
