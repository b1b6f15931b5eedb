package org.interphase.technique.battery.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.junit.jupiter.api.Test;

class RecordViewTest {

    private static Figure figure(double[] time, double[] voltage) {
        Table t = new Table(DatasetHeader.of("cell", "cycling", Metadata.EMPTY), List.of(Column.of("time", "s", time),
                Column.of("voltage", "V", voltage), Column.of("current", "A", new double[time.length])));
        return new RecordView().figures(t, List.of()).get(0);
    }

    private static Layer.Line line(Figure f, int panel) {
        return (Layer.Line) f.panels().get(panel).layers().get(0);
    }

    @Test
    void noPeakOfALongRecordIsLost() {
        int n = 100_000;
        double[] time = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] voltage = new double[n];
        Arrays.fill(voltage, 3.7);
        voltage[0] = Double.NaN;
        voltage[54_321] = 4.9;
        voltage[54_322] = 1.1;
        Layer.Line drawn = line(figure(time, voltage), 0);
        assertEquals(4000, drawn.x().length);
        assertEquals(4.9, Arrays.stream(drawn.y()).max().orElseThrow());
        assertEquals(1.1, Arrays.stream(drawn.y()).min().orElseThrow());
        for (int i = 1; i < drawn.x().length; i++) {
            assertTrue(drawn.x()[i] >= drawn.x()[i - 1], "point " + i);
        }
        assertEquals(54_321 / 3600.0, drawn.x()[Arrays.stream(drawn.y()).boxed().toList().indexOf(4.9)], 1e-12);
    }

    @Test
    void aShortRecordIsDrawnPointByPointOverSeconds() {
        Figure f = figure(new double[] {0, 1, 2}, new double[] {3, 4, 5});
        assertArrayEquals(new double[] {0, 1, 2}, line(f, 0).x());
        assertArrayEquals(new double[] {3, 4, 5}, line(f, 0).y());
        assertEquals("s", f.panels().get(0).x().unit().text());
        assertEquals("mA", f.panels().get(1).y().unit().text());
    }

    @Test
    void aTableWithoutVoltageIsLeftToThePlainView() {
        Table t = new Table(DatasetHeader.of("x", "cycling", Metadata.EMPTY), List.of(Column.of("time", "s",
                new double[] {0, 1})));
        assertEquals(List.of(), new RecordView().figures(t, List.of()));
    }
}
