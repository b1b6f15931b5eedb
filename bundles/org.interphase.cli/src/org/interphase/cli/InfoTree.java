package org.interphase.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.text.ResultText;
import org.interphase.model.Axis;
import org.interphase.model.Calibration;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.unit.Quantity;
import org.interphase.model.unit.Unit;

/** What a dataset is, as a tree for JSON. */
final class InfoTree {

    private InfoTree() {
    }

    static Map<String, Object> of(String file, int number, Dataset d) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!file.isEmpty()) {
            tree.put("file", file);
        }
        tree.put("number", number);
        tree.put("name", d.name());
        tree.put("kind", d.kind().id());
        tree.put("shape", d.shape());
        tree.put("points", d.points());
        switch (d) {
            case Curve c -> {
                tree.put("axes", List.of(axis(c.axis())));
                tree.put("signal", range(c.signal().quantity(), c.signal().unit(), c.signal().min(),
                        c.signal().max()));
            }
            case CurveStack s -> stack(tree, s);
            case Raster r -> raster(tree, r);
            case Table t -> {
                tree.put("rows", t.rows());
                tree.put("columns", t.columns().stream().map(InfoTree::column).toList());
            }
            case Series s -> {
                List<Object> members = new ArrayList<>();
                s.members().forEach(m -> members.add(of("", members.size() + 1, m)));
                tree.put("members", members);
            }
        }
        tree.put("metadata", metadata(d.metadata()));
        tree.put("remarks", d.header().remarks().stream().map(ResultText::remark).toList());
        return tree;
    }

    private static Map<String, Object> axis(Axis a) {
        Map<String, Object> tree = range(a.quantity(), a.unit(), a.min(), a.max());
        tree.put("n", a.size());
        return tree;
    }

    private static Map<String, Object> range(String quantity, Unit unit, double min, double max) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("quantity", quantity);
        tree.put("unit", unit.text());
        tree.put("min", min);
        tree.put("max", max);
        return tree;
    }

    private static Map<String, Object> column(Column c) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", c.name());
        tree.put("unit", c.unit().text());
        tree.put("min", c.min());
        tree.put("max", c.max());
        return tree;
    }

    private static void stack(Map<String, Object> tree, CurveStack s) {
        List<Object> axes = new ArrayList<>();
        axes.add(axis(s.axis()));
        for (Column p : s.positions()) {
            Map<String, Object> position = range(p.name(), p.unit(), p.min(), p.max());
            position.put("n", p.size());
            axes.add(position);
        }
        tree.put("axes", axes);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double[] row = new double[s.axis().size()];
        for (int c = 0; c < s.curves(); c++) {
            s.copyRow(c, row);
            for (double v : row) {
                // comparisons with NaN are false, so missing values are passed over
                min = v < min ? v : min;
                max = v > max ? v : max;
            }
        }
        tree.put("signal", range(s.quantity(), s.unit(), min, max));
        tree.put("curves", s.curves());
        s.grid().ifPresent(g -> {
            Map<String, Object> grid = new LinkedHashMap<>();
            grid.put("columns", g.columns());
            grid.put("rows", g.rows());
            tree.put("grid", grid);
        });
    }

    private static void raster(Map<String, Object> tree, Raster r) {
        Calibration c = r.calibration();
        Raster.Field f = r.field();
        tree.put("axes", List.of(pixelAxis("x", c, r.width(), c.pixelWidth()),
                pixelAxis("y", c, r.height(), c.pixelHeight())));
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < r.pixels().size(); i++) {
            double v = r.pixels().get(i);
            min = v < min ? v : min;
            max = v > max ? v : max;
        }
        tree.put("signal", range(r.quantity(), r.unit(), min, max));
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("x", f.x());
        field.put("y", f.y());
        field.put("width", f.width());
        field.put("height", f.height());
        Map<String, Object> calibration = new LinkedHashMap<>();
        calibration.put("pixelWidth", c.pixelWidth());
        calibration.put("pixelHeight", c.pixelHeight());
        calibration.put("unit", c.unit().text());
        calibration.put("width", f.width() * c.pixelWidth());
        calibration.put("height", f.height() * c.pixelHeight());
        calibration.put("source", c.source());
        calibration.put("relativeUncertainty", c.relativeUncertainty());
        calibration.put("columns", r.width());
        calibration.put("rows", r.height());
        calibration.put("field", field);
        tree.put("calibration", calibration);
    }

    private static Map<String, Object> pixelAxis(String name, Calibration c, int n, double size) {
        Map<String, Object> tree = range(name, c.unit(), 0, n * size);
        tree.put("n", n);
        return tree;
    }

    static Map<String, Object> metadata(Metadata metadata) {
        Map<String, Object> tree = new LinkedHashMap<>();
        metadata.entries().forEach((key, value) -> tree.put(key, value instanceof Quantity q ? quantity(q) : value));
        return tree;
    }

    private static Map<String, Object> quantity(Quantity q) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", q.value());
        tree.put("unit", q.unit().text());
        if (!Double.isNaN(q.uncertainty())) {
            tree.put("uncertainty", q.uncertainty());
        }
        return tree;
    }
}
