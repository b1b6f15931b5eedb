package org.interphase.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Palette;
import org.interphase.figure.Theme;
import org.interphase.model.figure.Figure;
import org.interphase.testkit.synthetic.DemoFigures;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FigureSvgTest {

    private static String svg(Palette palette, Figure figure, double width, double height, String letter) {
        return FigureSvg.write(new FigureLayout(Theme.page(palette)).scene(figure, width, height, letter),
                figure.title());
    }

    @Test
    void theSvgIsWellFormedWhateverTheTextsSay() throws Exception {
        String svg = svg(Palette.DARK, DemoFigures.spectrum(401, 3, 1), 640, 460, "b");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertEquals("svg", factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)))
                .getDocumentElement().getTagName());
        assertFalse(svg.contains("NaN"));
        assertFalse(svg.contains("Infinity"));
    }

    @Test
    void aMillionPointsBecomeAPageSizedPicture() {
        String svg = svg(Palette.LIGHT, DemoFigures.spectrum(1_000_000, 1, 1), 640, 460, "");
        assertTrue(svg.length() < 1_000_000, () -> svg.length() + " characters");
    }

    @Test
    void theSameFigureGivesTheSameText() {
        Figure figure = DemoFigures.spectrum(401, 3, 5);
        assertTrue(svg(Palette.LIGHT, figure, 640, 460, "a")
                .equals(svg(Palette.LIGHT, figure, 640, 460, "a")));
    }
}
