package org.interphase.report.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Paths of pages are short, and nowhere else than the lines they stand for. */
class PagePathTest {

    private static final Pattern TOKEN = Pattern.compile("[mlz]|-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

    /** The points of each piece. */
    private static List<List<double[]>> drawn(String d) {
        List<List<double[]>> pieces = new ArrayList<>();
        double[] at = {0, 0};
        Matcher m = TOKEN.matcher(d);
        int end = 0;
        while (m.find()) {
            assertTrue(d.substring(end, m.start()).isBlank(), d);
            end = m.end();
            switch (m.group()) {
                case "m" -> pieces.add(new ArrayList<>());
                case "l" -> assertTrue(!pieces.isEmpty());
                case "z" -> at = pieces.getLast().get(0).clone();
                default -> {
                    double x = Double.parseDouble(m.group());
                    assertTrue(m.find());
                    end = m.end();
                    at = new double[] {at[0] + x, at[1] + Double.parseDouble(m.group())};
                    pieces.getLast().add(at);
                }
            }
        }
        return pieces;
    }

    private static double off(double x, double y, List<double[]> line) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < line.size(); i++) {
            double[] a = line.get(i - 1);
            double dx = line.get(i)[0] - a[0];
            double dy = line.get(i)[1] - a[1];
            double t = Math.clamp(((x - a[0]) * dx + (y - a[1]) * dy) / Math.max(1e-12, dx * dx + dy * dy), 0, 1);
            least = Math.min(least, Math.hypot(x - a[0] - t * dx, y - a[1] - t * dy));
        }
        return least;
    }

    @Test
    void everyPointIsWithinATenthOfThePath() {
        Random random = new Random(4);
        double[] x = new double[3000];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 30 + i * 0.2;
            y[i] = 100 - 80 * Math.exp(-Math.pow((x[i] - 300) / 60, 2)) + (i > 2000 ? random.nextGaussian() : 0);
        }
        StringBuilder out = new StringBuilder();
        new PagePath(out).piece(x, y, 0, x.length, false);
        List<List<double[]>> drawn = drawn(out.toString());
        assertEquals(1, drawn.size());
        for (int i = 0; i < x.length; i++) {
            double off = off(x[i], y[i], drawn.get(0));
            assertTrue(off < 0.125, "point " + i + " is off by " + off);
        }
        assertTrue(drawn.get(0).size() < 1400, drawn.get(0).size() + " points");
    }

    @Test
    void piecesBeginWhereTheyAreWhateverWasBefore() {
        StringBuilder out = new StringBuilder();
        PagePath path = new PagePath(out);
        path.piece(new double[] {10, 20, 20}, new double[] {10, 10, 30.04}, 0, 3, true);
        path.piece(new double[] {0, 5, 5.55}, new double[] {0, -3, -0.26}, 1, 3, false);
        path.piece(new double[] {7, 7}, new double[] {7, 7}, 0, 2, false);
        assertEquals("m10 10 10 0 0 20zm-5-13 .6 2.7m1.4 7.3 0 0", out.toString());
        List<List<double[]>> drawn = drawn(out.toString());
        assertEquals(5, drawn.get(1).get(0)[0], 1e-9);
        assertEquals(7, drawn.get(2).get(0)[1], 1e-9);
    }

    @Test
    void aCircleLeavesThePenWhereItBegan() {
        StringBuilder out = new StringBuilder();
        PagePath path = new PagePath(out);
        path.circle(10, 20, 1.5);
        path.circle(12, 20, 1.5);
        assertEquals("m8.5 20a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0m2 0a1.5 1.5 0 1 0 3 0 1.5 1.5 0 1 0-3 0",
                out.toString());
    }
}
