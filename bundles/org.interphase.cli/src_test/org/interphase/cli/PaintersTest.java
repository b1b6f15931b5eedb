package org.interphase.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Mark;
import org.interphase.figure.Palette;
import org.interphase.figure.Scene;
import org.interphase.figure.Theme;
import org.interphase.figure.Typeface;
import org.interphase.figure.Typeset;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.report.figure.FigurePdf;
import org.interphase.report.figure.FigureSvg;
import org.interphase.testkit.example.ExampleFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every figure of the examples: SVG and PDF have each mark where the layout put it. */
class PaintersTest {

    /** Two decimals are written. */
    private static final double SVG = 0.0051;
    /** Single precision of points of 1/72 inch. */
    private static final double PDF = 0.01;
    /** Points per page unit. */
    private static final double POINTS = 0.75;
    private static final Pattern NUMBER = Pattern.compile("[ML]?(-?[0-9.]+) (-?[0-9.]+)(a[^ML]*)?Z*");

    @TempDir
    private static Path folder;
    private static Map<String, Figure> figures;
    private static final Map<String, Scene> SCENES = new LinkedHashMap<>();

    @BeforeAll
    static void run() throws IOException {
        figures = ExampleFigures.all(TechniqueRegistry.fromClassPath(), folder);
        figures.forEach((name, f) -> {
            SCENES.put(name, new FigureLayout(Theme.page(Palette.LIGHT)).scene(f, 640, 460, "a"));
            SCENES.put(name + ", small and dark", new FigureLayout(Theme.page(Palette.DARK)).scene(f, 320, 260, ""));
        });
    }

    /** Where a mark is: the points of a path, the middles of symbols, the edges of a picture, the start of a text. */
    private static List<double[]> places(Mark mark) {
        List<double[]> out = new ArrayList<>();
        switch (mark) {
            case Mark.Path p -> points(out, p.x(), p.y());
            case Mark.Symbols s -> points(out, s.symbol() == Style.Symbol.NONE ? new double[0] : s.x(), s.y());
            case Mark.Image i -> {
                out.add(new double[] {i.x0(), i.y0()});
                out.add(new double[] {i.x1(), i.y1()});
            }
            case Mark.Text t -> {
                for (Typeset.Run r : t.line().runs()) {
                    double along = t.start() + r.x();
                    out.add(t.turned() ? new double[] {t.x() + r.shift(), t.y() - along}
                            : new double[] {t.x() + along, t.y() + r.shift()});
                }
            }
        }
        return out;
    }

    private static void points(List<double[]> out, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                out.add(new double[] {x[i], y[i]});
            }
        }
    }

    private static boolean isPainted(Mark mark) {
        return !places(mark).isEmpty();
    }

    private static void assertPlaces(List<double[]> wanted, List<double[]> is, double tolerance, String what) {
        assertEquals(wanted.size(), is.size(), what);
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i)[0], is.get(i)[0], tolerance, what + ", x of point " + i);
            assertEquals(wanted.get(i)[1], is.get(i)[1], tolerance, what + ", y of point " + i);
        }
    }

    @Test
    void theExamplesHaveFiguresOfEveryTechniqueWhosePanelsAreToldApart() {
        assertTrue(figures.size() > 40, figures.keySet().toString());
        for (String recipe : new String[] {"xps/", "eis/", "ftir/", "raman/", "microscopy/"}) {
            assertTrue(figures.keySet().stream().anyMatch(k -> k.contains(recipe)), recipe);
        }
        figures.forEach((name, f) -> assertEquals(f.panels().size(), f.panels().stream().map(Panel::id).distinct()
                .count(), name));
    }

    @Test
    void noTextOfAFigureCoversAnother() {
        SCENES.forEach((name, scene) -> {
            List<Mark.Text> texts = scene.texts();
            for (int i = 0; i < texts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    boolean drawing = texts.get(i).subject().part() == Mark.Part.LABEL && name.contains("circuit");
                    assertTrue(drawing || !texts.get(i).box().overlaps(texts.get(j).box()), name + ": '"
                            + texts.get(i).text() + "' covers '" + texts.get(j).text() + "'");
                }
            }
        });
    }

    @Test
    void componentsAreNamedByTheirMarks() {
        Set<String> named = new HashSet<>();
        SCENES.forEach((name, scene) -> scene.marks().stream().filter(m -> name.contains("f1s"))
                .forEach(m -> named.add(m.subject().part() + " " + m.subject().component())));
        assertTrue(named.containsAll(Set.of("LAYER LiF", "LABEL LiF", "LEGEND LiF", "LAYER CF2", "AXIS ")),
                named.toString());
    }

    @Test
    void svgHasEveryMarkWhereTheLayoutPutIt() throws Exception {
        for (Map.Entry<String, Scene> e : SCENES.entrySet()) {
            Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(FigureSvg.write(e.getValue(), "")))).getDocumentElement();
            List<Element> elements = new ArrayList<>();
            NodeList all = svg.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                if (Set.of("path", "image", "text").contains(((Element) all.item(i)).getTagName())) {
                    elements.add((Element) all.item(i));
                }
            }
            List<Mark> marks = e.getValue().marks().stream().filter(PaintersTest::isPainted).toList();
            assertEquals(marks.size(), elements.size(), e.getKey());
            for (int i = 0; i < marks.size(); i++) {
                compare(marks.get(i), elements.get(i), e.getKey() + ", mark " + i);
            }
        }
    }

    private static double number(Element e, String name) {
        return Double.parseDouble(e.getAttribute(name));
    }

    private static void compare(Mark mark, Element e, String what) {
        String component = ((Element) e.getParentNode()).getAttribute("data-component");
        assertEquals(mark.subject().component(), component, what);
        switch (mark) {
            case Mark.Text t -> {
                assertPlaces(List.of(new double[] {t.x(), t.y()}), List.of(new double[] {number(e, "x"),
                    number(e, "y")}), SVG, what + " '" + t.text() + "'");
                assertEquals(t.line().size(), number(e, "font-size"), SVG, what);
                assertEquals(t.turned() || t.anchor() == 0 ? "middle" : t.anchor() > 0 ? "end" : "",
                        e.getAttribute("text-anchor"), what);
                assertEquals(t.turned(), e.getAttribute("transform").startsWith("rotate(-90"), what);
                StringBuilder said = new StringBuilder();
                t.line().runs().forEach(r -> said.append(r.text()));
                assertTrue(e.getTextContent().endsWith(said.toString()), what + ": " + e.getTextContent());
            }
            case Mark.Image i -> assertPlaces(places(i), List.of(new double[] {number(e, "x"), number(e, "y")},
                    new double[] {number(e, "x") + number(e, "width"), number(e, "y") + number(e, "height")}),
                    2 * SVG, what);
            case Mark.Path p -> assertPlaces(places(p), svgPoints(e.getAttribute("d"), 0), SVG, what);
            case Mark.Symbols s -> {
                int corners = s.corners().length / 2;
                List<double[]> is = new ArrayList<>();
                List<double[]> all = svgPoints(e.getAttribute("d"), corners == 0 ? s.size() / 2 : 0);
                for (int k = 0; k < all.size(); k += Math.max(1, corners)) {
                    double[] first = all.get(k);
                    is.add(corners == 0 ? first : new double[] {first[0] - s.corners()[0],
                        first[1] - s.corners()[1]});
                }
                assertPlaces(places(s), is, 2 * SVG, what);
            }
        }
    }

    private static List<double[]> svgPoints(String path, double shift) {
        List<double[]> out = new ArrayList<>();
        Matcher m = NUMBER.matcher(path);
        while (m.find()) {
            out.add(new double[] {Double.parseDouble(m.group(1)) + shift, Double.parseDouble(m.group(2))});
        }
        return out;
    }

    @Test
    void pdfHasEveryMarkWhereTheLayoutPutIt() throws Exception {
        for (Map.Entry<String, Scene> e : SCENES.entrySet()) {
            List<Mark> marks = e.getValue().marks().stream().filter(PaintersTest::isPainted).toList();
            List<List<double[]>> drawn = drawn(FigurePdf.write(e.getValue()));
            assertEquals(marks.size(), drawn.size(), e.getKey());
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                List<double[]> is = drawn.get(i);
                if (mark instanceof Mark.Symbols s) {
                    int per = s.corners().length == 0 ? 5 : s.corners().length / 2;
                    double dx = s.corners().length == 0 ? s.size() / 2 : s.corners()[0];
                    double dy = s.corners().length == 0 ? 0 : s.corners()[1];
                    List<double[]> middles = new ArrayList<>();
                    for (int k = 0; k < is.size(); k += per) {
                        middles.add(new double[] {is.get(k)[0] - dx, is.get(k)[1] - dy});
                    }
                    is = middles;
                }
                assertPlaces(places(mark), is, PDF, e.getKey() + ", mark " + i);
            }
        }
    }

    /** The places of each group of a page's content, in page units from the top. */
    private static List<List<double[]>> drawn(byte[] pdf) throws IOException {
        List<List<double[]>> out = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            double height = document.getPage(0).getMediaBox().getHeight();
            List<Matrix> stack = new ArrayList<>();
            Matrix now = new Matrix();
            List<COSBase> operands = new ArrayList<>();
            List<double[]> group = new ArrayList<>();
            for (Object token : new PDFStreamParser(document.getPage(0)).parse()) {
                if (!(token instanceof Operator operator)) {
                    operands.add((COSBase) token);
                    continue;
                }
                float[] n = new float[operands.size()];
                for (int i = 0; i < n.length; i++) {
                    n[i] = operands.get(i) instanceof COSNumber c ? c.floatValue() : 0;
                }
                operands.clear();
                switch (operator.getName()) {
                    case "q" -> stack.add(now.clone());
                    case "Q" -> {
                        now = stack.remove(stack.size() - 1);
                        if (!group.isEmpty()) {
                            out.add(group);
                            group = new ArrayList<>();
                        }
                    }
                    case "cm" -> now = new Matrix(n[0], n[1], n[2], n[3], n[4], n[5]).multiply(now);
                    case "m", "l" -> group.add(page(now, n[0], n[1], height));
                    case "c" -> group.add(page(now, n[4], n[5], height));
                    case "Tm" -> group.add(page(now, n[4], n[5], height));
                    case "Do" -> {
                        group.add(page(now, 0, 1, height));
                        group.add(page(now, 1, 0, height));
                    }
                    default -> {
                        continue;
                    }
                }
            }
        }
        return out;
    }

    private static double[] page(Matrix m, float x, float y, double height) {
        java.awt.geom.Point2D.Float p = m.transformPoint(x, y);
        return new double[] {p.x / POINTS, (height - p.y) / POINTS};
    }

    @Test
    void textsAreAsLongAsThePdfFontMakesThem() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont regular = PDType0Font.load(document, Typeface.REGULAR.open(), true);
            PDFont bold = PDType0Font.load(document, Typeface.BOLD.open(), true);
            for (Scene scene : SCENES.values()) {
                for (Mark.Text t : scene.texts()) {
                    for (Typeset.Run r : t.line().runs()) {
                        PDFont font = t.line().bold() ? bold : regular;
                        // the font in the page gives widths of letters in whole thousandths
                        assertEquals(font.getStringWidth(r.text()) / 1000 * r.size(), r.width(),
                                0.001 * Math.max(20, r.text().length()), r.text());
                    }
                }
            }
        }
    }
}
