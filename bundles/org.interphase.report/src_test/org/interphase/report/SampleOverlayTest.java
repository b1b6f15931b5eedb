package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.junit.jupiter.api.Test;

class SampleOverlayTest {

    private static final double[] X = {1, 2, 3};
    private static final List<String> NAMES = List.of("A", "B");
    private static final List<Colour> COLOURS = List.of(Colour.sample(0), Colour.sample(1));

    private static Layer.Line line(String label, Colour colour, double... y) {
        return new Layer.Line(label, X, y, Style.line(colour, 1));
    }

    private static Figure figure(AxisSpec x, Layer... layers) {
        return Figure.of("f", "F", "A figure.", Panel.of(Panel.MAIN, x, AxisSpec.of("Signal", "V"), List.of(layers)));
    }

    private static Optional<Figure> together(Figure... figures) {
        return SampleOverlay.of(List.of(figures), NAMES, COLOURS);
    }

    @Test
    void curvesOverACommonAxisLieOverEachOtherEachInItsSamplesColour() {
        AxisSpec time = AxisSpec.of("Time", "s");
        Panel panel = together(figure(time, line("voltage", Colour.DATA, 1, 2, 3)),
                figure(time, line("voltage", Colour.DATA, 4, 5, 6))).orElseThrow().panels().get(0);
        assertEquals(NAMES, panel.layers().stream().map(Layer::label).toList());
        assertEquals(COLOURS, panel.layers().stream().map(l -> l.style().colour()).toList());
        assertArrayEquals(new double[] {4, 5, 6}, ((Layer.Line) panel.layers().get(1)).y());
    }

    @Test
    void spectraStandAboveEachOtherAndNoneReachesIntoTheNext() {
        AxisSpec energy = AxisSpec.of("Binding energy", "eV");
        Figure out = together(figure(energy, line("", Colour.DATA, 10, 90, 10)),
                figure(energy, line("", Colour.DATA, 5, 15, 5), line("", Colour.component(0), 5, 6, 5))).orElseThrow();
        List<Layer> layers = out.panels().get(0).layers();
        double[] first = ((Layer.Line) layers.get(0)).y();
        double[] second = ((Layer.Line) layers.get(1)).y();
        assertArrayEquals(new double[] {10, 90, 10}, first);
        assertTrue(second[0] > 90, "above the highest point of the other");
        assertEquals(10, second[1] - second[0], 1e-9, "its shape is kept");
        assertEquals(second[0], ((Layer.Line) layers.get(2)).y()[0], 1e-9, "and so is its place in its own spectrum");
        assertEquals(Colour.component(0), layers.get(2).style().colour());
        assertEquals(NAMES, ((Layer.Labels) layers.get(3)).texts().stream().map(Layer.Text::text).toList());
        assertTrue(out.caption().contains("Shifted"));
    }

    @Test
    void whatIsOfOtherKindsIsNotThrownTogether() {
        AxisSpec time = AxisSpec.of("Time", "s");
        Layer data = line("", Colour.DATA, 1, 2, 3);
        assertTrue(together(figure(time, data), figure(AxisSpec.of("Time", "h"), data)).isEmpty(), "other units");
        assertTrue(together(figure(time, data), figure(time.log(), data)).isEmpty(), "another scale");
        Layer bars = new Layer.Bars("", new double[] {0, 1, 2}, new double[] {1, 2}, Style.fill(Colour.DATA, 1));
        assertTrue(together(figure(time, bars), figure(time, bars)).isEmpty());
        assertTrue(SampleOverlay.of(List.of(figure(time, data), figure(time, data)), List.of("A", "A"), COLOURS)
                .isEmpty(), "two data of one sample have one colour");
        Layer[] cycles = {line("1", Colour.component(0), 1, 2, 3), line("2", Colour.component(1), 1, 2, 3),
            line("3", Colour.component(2), 1, 2, 3)};
        assertTrue(together(figure(time, cycles), figure(time, cycles)).isEmpty(), "three curves in one colour");
    }

    @Test
    void moreSamplesThanColoursStayApart() {
        List<Figure> many = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Colour> colours = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            many.add(figure(AxisSpec.of("Time", "s"), line("", Colour.DATA, 1, 2, 3)));
            names.add("S" + i);
            colours.add(Colour.sample(i));
        }
        assertTrue(SampleOverlay.of(many, names, colours).isEmpty());
        assertTrue(SampleOverlay.of(many.subList(0, 8), names.subList(0, 8), colours.subList(0, 8)).isPresent());
    }

    @Test
    void aComponentOfSeveralSamplesIsNamedOnce() {
        AxisSpec energy = AxisSpec.of("Binding energy", "eV");
        Figure out = together(figure(energy, line("", Colour.DATA, 1, 2, 1), named("C-C", "C-C 284.80")),
                figure(energy, line("", Colour.DATA, 1, 2, 1), named("C-C", "C-C 284.81"),
                        named("CF2", "CF2 290.90"))).orElseThrow();
        List<String> texts = out.panels().get(0).layers().stream().filter(Layer.Labels.class::isInstance)
                .flatMap(l -> ((Layer.Labels) l).texts().stream()).map(Layer.Text::text).toList();
        assertEquals(List.of("C-C", "CF2 290.90", "A", "B"), texts);
    }

    private static Layer named(String component, String text) {
        return new Layer.Labels("", List.of(new Layer.Text(2, 2, text, "", Colour.DATA, component)),
                Style.line(Colour.DATA, 1));
    }

    @Test
    void ofALongSpectrumTheAnalysedPartIsDrawn() {
        AxisSpec shift = AxisSpec.of("Raman shift", "cm-1");
        double[] x = new double[101];
        for (int i = 0; i < x.length; i++) {
            x[i] = 100 + 10 * i;
        }
        Layer data = new Layer.Line("", x, x, Style.line(Colour.DATA, 1));
        Layer fit = new Layer.Line("", new double[] {500, 600}, new double[] {500, 600}, Style.line(Colour.MODEL, 1));
        Figure out = together(figure(shift, data, fit), figure(shift, data, fit)).orElseThrow();
        AxisSpec axis = out.panels().get(0).x();
        assertEquals(485, axis.min(), 1e-9);
        assertEquals(615, axis.max(), 1e-9);
        assertEquals(13, ((Layer.Line) out.panels().get(0).layers().get(0)).x().length, "others would press it flat");
        assertTrue(out.caption().contains("part that was analysed"));
        Layer wide = new Layer.Line("", new double[] {100, 900}, new double[] {1, 2}, Style.line(Colour.MODEL, 1));
        Figure whole = together(figure(shift, data, wide), figure(shift, data, wide)).orElseThrow();
        assertTrue(Double.isNaN(whole.panels().get(0).x().min()), "most of it was used: all is shown");
    }
}
