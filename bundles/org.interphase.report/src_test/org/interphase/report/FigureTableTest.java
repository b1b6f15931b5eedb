package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.junit.jupiter.api.Test;

/** The table a page keeps of a picture gives the numbers it was drawn from. */
class FigureTableTest {

    private static Figure figure(Layer... layers) {
        return Figure.of("f", "F", "", Panel.of("main", AxisSpec.of("Energy", "eV"), AxisSpec.of("Intensity",
                "counts"), List.of(layers)));
    }

    /** The values of a text of steps, as the page's script reads them. */
    private static List<Double> values(String text) {
        String[] parts = text.split(" ");
        List<Double> out = new ArrayList<>();
        long at = 0;
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].equals(".")) {
                out.add(Double.NaN);
            } else if (parts[0].equals("=")) {
                out.add(Double.parseDouble(parts[i]));
            } else {
                at += Long.parseLong(parts[i]);
                out.add(at * Double.parseDouble(parts[0]));
            }
        }
        return out;
    }

    @Test
    void valuesAreThoseMeasuredWithinATenThousandthOfTheirRange() {
        double[] x = new double[1200];
        double[] y = new double[1200];
        for (int i = 0; i < 1200; i++) {
            x[i] = 680 + i * 0.05;
            y[i] = i == 7 ? Double.NaN : 3000 + 2500 * Math.sin(i * 0.01);
        }
        String json = FigureTable.json(Map.of("NCM", figure(new Layer.Line("F 1s", x, y, Style.line(Colour.DATA, 1)))));
        String xs = json.replaceAll("(?s).*\"values\":\\s*\\[\\s*\"([^\"]*)\",\\s*\"([^\"]*)\".*", "$1");
        String ys = json.replaceAll("(?s).*\"values\":\\s*\\[\\s*\"([^\"]*)\",\\s*\"([^\"]*)\".*", "$2");
        List<Double> readX = values(xs);
        List<Double> readY = values(ys);
        assertEquals(1200, readX.size());
        for (int i = 0; i < 1200; i++) {
            assertEquals(x[i], readX.get(i), 1e-9, "a step of the instrument is kept");
            assertEquals(y[i], readY.get(i), 0.51 * 5000 / 10_000, "value " + i);
        }
        assertTrue(json.contains("\"Intensity (counts) over Energy (eV)\",\"F 1s\",\"line\",0,1,-1,-1,-1")
                || json.replaceAll("\\s", "").contains("\"F1s\",\"line\",0,1,-1,-1,-1"), json.substring(0, 300));
    }

    @Test
    void curvesOverTheSameAbscissaShareItAndNamesAreHarmlessInASpreadsheet() throws Exception {
        double[] x = {1, 2, 3};
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("=cmd()", figure(new Layer.Line("a, b", x, new double[] {4, 5, 6}, Style.line(Colour.DATA, 1)),
                new Layer.Points("", x, new double[] {7, 8, 9}, new double[] {0.12, 0.2, 0.3},
                        Style.line(Colour.MODEL, 1))));
        byte[] packed = Base64.getDecoder().decode(FigureTable.packed(figures));
        String json = new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
                StandardCharsets.UTF_8).replaceAll("\\s*([\\[\\],:{}])\\s*", "$1");
        assertTrue(json.contains("\"'=cmd()\""), json);
        assertTrue(json.contains("\"\\\"a,b\\\"\",\"line\",0,1,-1,-1,-1"), json);
        assertTrue(json.contains("\"model\",\"points\",0,2,3,-1,-1"), json);
        assertTrue(json.contains("\"= 0.12 0.2 0.3\""), json);
    }

    @Test
    void ofVeryManyPointsEveryNthIsKeptAndSaid() {
        double[] x = new double[6001];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        String json = FigureTable.json(Map.of("s", figure(new Layer.Line("c", x, x, Style.line(Colour.DATA, 1)))));
        assertTrue(json.contains("c (every 5. point)"), json.substring(0, 200));
    }
}
