package org.interphase.technique.porosimetry.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.interphase.api.SourceHead;

/**
 * Two bare columns of numbers that can hardly be anything but a mercury run: pressures over three decades in one
 * direction, which end at the highest pressure of a porosimeter in psi, and volumes that only rise with them.
 */
final class BareRun {

    /** Highest pressures of porosimeters, in psi (33,000 and 60,000: 227 and 414 MPa). */
    private static final double[] CEILINGS = {33000, 60000};
    private static final double NEAR = 0.03;
    private static final double DECADES = 1000;
    private static final int ROWS = 20;
    private static final int LARGEST = 1 << 20;

    private BareRun() {
    }

    /** Whether a pressure is the highest of an instrument, in psi. */
    static boolean isCeiling(double pressure) {
        return !ceiling(pressure).isEmpty();
    }

    /** That highest pressure as text; empty if there is none near. */
    static String ceiling(double pressure) {
        for (double c : CEILINGS) {
            if (Math.abs(pressure - c) < NEAR * c) {
                return Integer.toString((int) c);
            }
        }
        return "";
    }

    /** Whether a file is such a run. */
    static boolean suits(SourceHead head) {
        String[] top = head.text().split("\\R", 4);
        if (head.size() > LARGEST || top.length < 4 || numbers(top[0]) == null || numbers(top[1]) == null) {
            return false;
        }
        String text = head.text();
        if (head.size() > head.bytes().length && head.source() != null) {
            try {
                text = new String(head.source().read(0, LARGEST), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                // reading it will say what is wrong
                return false;
            }
        }
        return isRun(text);
    }

    private static boolean isRun(String text) {
        double[] last = null;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        int rows = 0;
        int rise = 0;
        for (String line : text.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            double[] row = numbers(line);
            if (row == null || row[0] <= 0) {
                return false;
            }
            if (last != null && row[0] != last[0]) {
                int way = row[0] > last[0] ? 1 : -1;
                if (rise != 0 && way != rise || (row[1] - last[1]) * way < 0) {
                    return false;
                }
                rise = way;
            }
            low = Math.min(low, row[0]);
            high = Math.max(high, row[0]);
            last = row;
            rows++;
        }
        return rows >= ROWS && high > DECADES * low && isCeiling(high);
    }

    private static double[] numbers(String line) {
        String[] cells = line.strip().split("[\\s;,]+");
        if (cells.length != 2) {
            return null;
        }
        try {
            return new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])};
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
