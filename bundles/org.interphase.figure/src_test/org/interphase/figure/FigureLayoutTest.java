package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.synthetic.DemoFigures;
import org.junit.jupiter.api.Test;

class FigureLayoutTest {

    private static final double[][] SIZES = {{320, 260}, {480, 360}, {640, 460}, {1000, 640}};

    @Test
    void noTextOverlapsAnotherOrLeavesThePage() {
        for (int components = 1; components <= 6; components++) {
            for (long seed = 1; seed <= 12; seed++) {
                Figure figure = DemoFigures.spectrum(401, components, seed);
                for (double[] size : SIZES) {
                    Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, size[0], size[1], "a");
                    assertTextsAreApart(scene, components + " components, seed " + seed + ", width " + size[0]);
                }
            }
        }
    }

    private static void assertTextsAreApart(Scene scene, String what) {
        List<Mark.Text> texts = scene.texts();
        Box page = new Box(0, 0, scene.width(), scene.height());
        for (int i = 0; i < texts.size(); i++) {
            assertTrue(page.contains(texts.get(i).box()), what + ": '" + texts.get(i).text() + "' leaves the page");
            for (int j = 0; j < i; j++) {
                assertFalse(texts.get(i).box().overlaps(texts.get(j).box()),
                        what + ": '" + texts.get(i).text() + "' covers '" + texts.get(j).text() + "'");
            }
        }
    }

    @Test
    void labelsThatCrowdAPointNeverCoverEachOther() {
        List<Layer.Text> texts = new java.util.ArrayList<>();
        for (int i = 0; i < 30; i++) {
            texts.add(new Layer.Text(5, 5, "crowded label " + i, "", Colour.DATA));
        }
        double[] x = new double[200];
        double[] y = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 20.0;
            y[i] = 5 + 4.5 * Math.sin(40.0 * i);
        }
        Figure figure = Figure.of("f", "F", "", Panel.of("main", AxisSpec.of("x", "s"), AxisSpec.of("y", "V"), List.of(
                new Layer.Line("", x, y, Style.line(Colour.DATA, 1)),
                new Layer.Labels("", texts, Style.line(Colour.DATA, 1)))));
        for (double[] size : SIZES) {
            Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, size[0], size[1], "");
            assertTextsAreApart(scene, "width " + size[0]);
            assertTrue(scene.texts().stream().filter(t -> t.subject().part() == Mark.Part.LABEL).count() > 5);
        }
    }

    @Test
    void descendingAxesRunFromLargeToSmall() {
        Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(DemoFigures.spectrum(401, 2, 3), 640, 460, "");
        double at682 = scene.texts().stream().filter(t -> t.text().equals("682")).findFirst().orElseThrow().x();
        double at692 = scene.texts().stream().filter(t -> t.text().equals("692")).findFirst().orElseThrow().x();
        assertTrue(at692 < at682);
    }

    @Test
    void aLogarithmicAxisOverManyDecadesIsLabelledDownToItsLowEnd() {
        double[] hertz = {4e-3, 1, 1e2, 1e4, 2e6};
        Figure figure = Figure.of("f", "F", "", Panel.of("main", AxisSpec.of("Frequency", "Hz").log(),
                AxisSpec.of("y", "1"), List.of(new Layer.Line("", hertz, new double[] {3, 7, 4, 6, 5},
                        Style.line(Colour.DATA, 1)))));
        List<String> texts = new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, 640, 460, "").texts().stream()
                .map(Mark.Text::text).toList();
        assertTrue(texts.contains("1") && texts.contains("10\u207b\u00b2"), texts.toString());
    }

    @Test
    void equalScalesMakeACircleRound() {
        Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(DemoFigures.nyquist(), 640, 460, "");
        Mark.Path line = scene.marks().stream().filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast)
                .filter(p -> p.x().length == 60).findFirst().orElseThrow();
        double width = line.x()[59] - line.x()[0];
        double height = line.y()[0] - java.util.Arrays.stream(line.y()).min().orElseThrow();
        assertEquals(2, width / height, 0.01);
    }

    @Test
    void aPointAloneBetweenBreaksIsNoLine() {
        double nan = Double.NaN;
        double[] x = {0, 1, 2, 3, 4, 5};
        List<Mark.Path> paths = layerPaths(new Layer.Line("", x, new double[] {1, nan, 2, 3, nan, 1},
                Style.line(Colour.DATA, 1)));
        assertEquals(1, paths.size());
        assertEquals(2, java.util.Arrays.stream(paths.get(0).y()).filter(v -> !Double.isNaN(v)).count());
        assertEquals(0, layerPaths(new Layer.Line("", x, new double[] {1, nan, 2, nan, 3, nan},
                Style.line(Colour.DATA, 1)), new Layer.Line("", x, new double[] {nan, nan, nan, nan, nan, nan},
                        Style.line(Colour.DATA, 1))).size());
        // a band whose edges lie on each other has no edge of its own
        double[] flat = {2, 2, 2, 2, 2, 2};
        Style edged = new Style(Colour.DATA, 1, Style.Dash.SOLID, Style.Symbol.NONE, 0.5);
        assertEquals(1, layerPaths(new Layer.Band("", x, flat, flat, edged), new Layer.Points("", x, x, null,
                Style.points(Colour.DATA, Style.Symbol.DOT, 3))).size());
    }

    private static List<Mark.Path> layerPaths(Layer... layers) {
        Figure figure = Figure.of("f", "F", "", Panel.of("main", AxisSpec.of("x", "um"), AxisSpec.of("y", "um"),
                List.of(layers)));
        return new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, 480, 360, "").marks().stream()
                .filter(m -> m.subject().part() == Mark.Part.LAYER && m instanceof Mark.Path).map(m -> (Mark.Path) m)
                .toList();
    }

    @Test
    void colouredPicturesHaveAKeyWithQuantityAndUnitAndGreyOnesNone() {
        double[] v = {0, 1200, 300, 400, 500, 650};
        Raster raster = Raster.of(DatasetHeader.of("map", "height-map", Metadata.EMPTY), 3, 2, Pixels.ofDoubles(v),
                "Height", Unit.of("nm"), Calibration.NONE);
        for (Layer.ColourMap map : Layer.ColourMap.values()) {
            Figure figure = Figure.of("f", "F", "", Panel.of("main", AxisSpec.of("x", "um"), AxisSpec.of("y", "um"),
                    List.of(new Layer.Picture("", raster, map, Double.NaN, Double.NaN, 0, 0, 3, 2,
                    Style.fill(Colour.DATA, 1))))
                    .equalScales());
            Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, 480, 360, "a");
            boolean key = scene.texts().stream().anyMatch(t -> t.text().equals("Height (nm)") && t.turned());
            assertEquals(Set.of(Layer.ColourMap.VIRIDIS, Layer.ColourMap.MAGMA, Layer.ColourMap.DIVERGING)
                    .contains(map), key, map.name());
            assertEquals(key, scene.texts().stream().anyMatch(t -> t.text().equals("1000")), map.name());
            assertTextsAreApart(scene, map.name());
        }
    }

    private static Scene micrograph(Palette palette, Layer... over) {
        Raster raster = Raster.of(DatasetHeader.of("m", "image", Metadata.EMPTY), 4, 3, Pixels.ofDoubles(
                new double[12]), "Grey level", Unit.ONE, Calibration.NONE);
        List<Layer> layers = new ArrayList<>(List.of(new Layer.Picture("", raster, Layer.ColourMap.GREY, 0, 1, 0, 0, 4,
                3, Style.fill(Colour.DATA, 1))));
        layers.addAll(List.of(over));
        return new FigureLayout(Theme.page(palette)).scene(Figure.of("f", "F", "", Panel.of("main",
                AxisSpec.of("x", "um"), AxisSpec.of("y", "um"), layers).equalScales()), 480, 360, "");
    }

    /** Whatever grey is behind a name drawn in a picture, it is told apart from it (WCAG 2.1: 4.5). */
    @Test
    void aNameInAPictureCanBeReadOnAnyGrey() {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            for (Colour colour : List.of(Colour.HIGHLIGHT, Colour.rgb(0xffffff), Colour.rgb(0x000000))) {
                Scene scene = micrograph(palette, new Layer.Labels("", List.of(new Layer.Text(2, 1.5, "grain", "",
                        colour)), Style.line(colour, 1)));
                Mark.Text name = scene.texts().stream().filter(t -> t.text().equals("grain")).findFirst()
                        .orElseThrow();
                Mark.Path ground = scene.marks().stream().filter(m -> m.subject().part() == Mark.Part.LABEL
                        && m instanceof Mark.Path).map(Mark.Path.class::cast).findFirst().orElseThrow();
                for (int grey = 0; grey <= 0xff; grey += 5) {
                    int behind = Palette.mixed(grey * 0x010101, ground.fill().rgb(), ground.fill().opacity());
                    double contrast = Palette.contrast(behind, name.colour());
                    assertTrue(contrast >= 4.5, contrast + " on grey " + grey + " for " + colour);
                }
            }
        }
    }

    @Test
    void theScaleBarGivesWayToWhatIsDrawnInItsCorner() {
        Layer left = scribble(0, 1.5);
        Layer right = scribble(2.5, 4);
        double alone = bar(micrograph(Palette.LIGHT)).orElseThrow();
        double other = bar(micrograph(Palette.LIGHT, left)).orElseThrow();
        assertTrue(alone < 240 && other > 240, alone + " " + other);
        assertEquals(alone, bar(micrograph(Palette.LIGHT, right)).orElseThrow());
        assertTrue(bar(micrograph(Palette.LIGHT, left, right)).isEmpty(), "a bar over what is drawn");
    }

    /** A line to and fro over the height of the picture. */
    private static Layer scribble(double from, double to) {
        double[] x = new double[30];
        double[] y = new double[30];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + (to - from) * i / x.length;
            y[i] = i % 2 == 0 ? 0 : 3;
        }
        return new Layer.Outline("", x, y, false, Style.line(Colour.HIGHLIGHT, 4));
    }

    private static OptionalDouble bar(Scene scene) {
        return scene.marks().stream().filter(m -> m.subject().part() == Mark.Part.SCALE_BAR && m instanceof Mark.Text)
                .mapToDouble(m -> ((Mark.Text) m).x()).findFirst();
    }

    @Test
    void textsOfADrawingWithoutAxesStandWhereTheDrawingWantsThem() {
        List<Layer.Text> texts = List.of(new Layer.Text(2, 1, "R", "", Colour.DATA),
                new Layer.Text(2, -1, "C", "", Colour.DATA));
        Figure figure = Figure.of("f", "F", "", Panel.of("circuit", AxisSpec.of("", "1").range(0, 4).hidden(),
                AxisSpec.of("", "1").range(-2, 2).hidden(), List.of(
                        new Layer.Line("", new double[] {0, 4}, new double[] {1.5, 1.5}, Style.line(Colour.DATA, 1)),
                        new Layer.Labels("", texts, Style.line(Colour.DATA, 9)))));
        Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(figure, 400, 300, "");
        double r = scene.texts().stream().filter(t -> t.text().equals("R")).findFirst().orElseThrow().y();
        double c = scene.texts().stream().filter(t -> t.text().equals("C")).findFirst().orElseThrow().y();
        Mark.Path line = scene.marks().stream().filter(Mark.Path.class::isInstance).map(Mark.Path.class::cast)
                .filter(p -> !p.closed()).findFirst().orElseThrow();
        assertTrue(line.y()[0] < r && r < c, "both below the wire, in order");
    }

    @Test
    void anAxisKeepsItsUnitWhereItsTitleIsTooLong() {
        Figure low = Figure.of("f", "F", "", Panel.of(Panel.MAIN, AxisSpec.of("Time", "s"),
                AxisSpec.of("Discharge capacity", "mA.h.g-1"), List.of(new Layer.Line("", new double[] {0, 1},
                        new double[] {0, 1}, Style.line(Colour.DATA, 1)))));
        Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(low, 220, 160, "a");
        List<String> texts = scene.texts().stream().map(Mark.Text::text).toList();
        assertTrue(texts.contains("Discharge capacity"), texts::toString);
        assertTrue(texts.stream().anyMatch(l -> l.startsWith("(mA")), texts::toString);
        assertTextsAreApart(scene, "two lines");
    }

    @Test
    void aLegendThatWouldHideDataStandsAboveThem() {
        double[] x = new double[400];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i % 2;
        }
        Figure full = Figure.of("f", "F", "", Panel.of(Panel.MAIN, AxisSpec.of("x", "1"), AxisSpec.of("y", "1"),
                List.of(new Layer.Line("first", x, y, Style.line(Colour.component(0), 1)),
                        new Layer.Line("second", x, y, Style.line(Colour.component(1), 1)))));
        FigureLayout layout = new FigureLayout(Theme.page(Palette.LIGHT));
        Scene above = layout.with(FigureLayout.Legends.ABOVE).scene(full, 320, 240, "a");
        Box plot = above.plots().get(0).frame().area();
        List<Mark.Text> legend = above.texts().stream().filter(m -> m.subject().part() == Mark.Part.LEGEND).toList();
        assertEquals(List.of("first", "second"), legend.stream().map(Mark.Text::text).toList());
        legend.forEach(m -> assertFalse(m.box().overlaps(plot), m.text()));
        assertTextsAreApart(above, "legend above");
        assertTrue(layout.with(FigureLayout.Legends.BESIDE).scene(full, 320, 240, "a").texts().stream()
                .noneMatch(m -> m.subject().part() == Mark.Part.LEGEND));
    }
}
