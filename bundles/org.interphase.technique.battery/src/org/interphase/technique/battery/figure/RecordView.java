package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetView;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;

/**
 * Draws records over time: voltage, and below it the current. Of long records the smallest and the largest value of
 * each stretch are drawn, so that no peak is lost.
 */
public final class RecordView implements DatasetView {

    /** Stretches a long record is drawn by. */
    private static final int STRETCHES = 2000;
    private static final double HOUR = 3600;
    /** A record longer than this is drawn over hours. */
    private static final double LONG = 2 * HOUR;
    private static final double MILLI = 1000;

    @Override
    public List<String> kinds() {
        return List.of(RecordColumns.CYCLING, RecordKinds.GCPL, RecordKinds.CP, RecordKinds.CA,
                RecordKinds.OCV, RecordKinds.RECORD);
    }

    @Override
    public List<Figure> figures(Dataset dataset, List<Overlay> overlays) {
        Optional<CellRecord> record = dataset instanceof Table t ? CellRecord.of(t) : Optional.empty();
        if (record.isEmpty()) {
            return List.of();
        }
        CellRecord r = record.get();
        int last = r.rows() - 1;
        boolean hours = r.time().get(last) - r.time().get(0) > LONG;
        AxisSpec time = AxisSpec.of("Time", hours ? "h" : "s");
        double scale = hours ? 1 / HOUR : 1;
        List<Panel> panels = new ArrayList<>();
        List<Layer> main = new ArrayList<>(List.of(line("", r.time(), r.voltage(), scale, 1, Colour.DATA)));
        overlays.stream().filter(o -> o.panel().equals(Panel.MAIN)).map(Overlay::layer).forEach(main::add);
        panels.add(Panel.of(Panel.MAIN, time, AxisSpec.of("Voltage", "V"), main).noLegend().weight(1.2));
        r.current().ifPresent(i -> panels.add(Panel.of("current", time, AxisSpec.of("Current", "mA"),
                List.of(line("", r.time(), i, scale, MILLI, Colour.component(0)))).noLegend()));
        return List.of(new Figure("record", "Record", "Voltage and current of " + dataset.name() + " over time.",
                panels, true));
    }

    private static Layer line(String name, Channel time, Channel y, double scale, double factor, Colour colour) {
        int n = time.size();
        int stretch = Math.max(1, n / STRETCHES);
        int parts = (n + stretch - 1) / stretch;
        boolean all = stretch < 3;
        double[] px = new double[all ? n : 2 * parts];
        double[] py = new double[px.length];
        for (int k = 0; k < (all ? n : parts); k++) {
            if (all) {
                px[k] = time.get(k) * scale;
                py[k] = y.get(k) * factor;
                continue;
            }
            int low = k * stretch;
            int high = low;
            for (int i = low; i < Math.min(n, (k + 1) * stretch); i++) {
                double v = y.get(i);
                // a missing value is neither
                low = v < y.get(low) || Double.isNaN(y.get(low)) ? i : low;
                high = v > y.get(high) || Double.isNaN(y.get(high)) ? i : high;
            }
            for (int side = 0; side < 2; side++) {
                int row = side == 0 ? Math.min(low, high) : Math.max(low, high);
                px[2 * k + side] = time.get(row) * scale;
                py[2 * k + side] = y.get(row) * factor;
            }
        }
        return new Layer.Line(name, px, py, Style.line(colour, 1));
    }
}
