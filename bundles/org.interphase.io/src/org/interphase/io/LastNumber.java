package org.interphase.io;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the last number of a file that does not end with a line end can be half. It is taken for whole only if the
 * numbers above it in its column speak for it: it has as many decimals as all of them; or as many digits (or decimals)
 * as a format that writes a fixed number of them can have, and a value that carries on from the ones before. Anything
 * else may go on behind the end of the file.
 */
final class LastNumber {

    private static final int ROWS = 30;
    private static final int LEAST = 3;
    private static final int STEPS = 10;
    private static final double STEP = 3;

    private LastNumber() {
    }

    /** Digits of a number as written. */
    private record Shape(int digits, int decimals, int exponent) {
        static Shape of(String t, boolean comma) {
            int digits = 0;
            int decimals = 0;
            int exponent = 0;
            boolean point = false;
            boolean power = false;
            for (int i = 0; i < t.length(); i++) {
                char c = t.charAt(i);
                if (c >= '0' && c <= '9') {
                    exponent += power ? 1 : 0;
                    decimals += point && !power ? 1 : 0;
                    digits += !power && (digits > 0 || c != '0') ? 1 : 0;
                } else if (c == (comma ? ',' : '.')) {
                    point = true;
                } else if ("eEdD".indexOf(c) >= 0) {
                    power = true;
                }
            }
            return new Shape(digits, decimals, exponent);
        }
    }

    /**
     * @param cells the cells
     * @param first first row of the block
     * @param last the row at the end of the file
     * @param column column of the last number
     */
    static boolean isWhole(CellGrid cells, int first, int last, int column) {
        boolean comma = cells.layout().decimalComma();
        Shape own = Shape.of(cells.texts(last).get(column), comma);
        List<Shape> shapes = new ArrayList<>();
        double step = 0;
        double jump = cells.value(last, column);
        double before = Double.NaN;
        for (int r = last - 1; r >= Math.max(first, last - ROWS); r--) {
            if (cells.kind(r, column) != CellGrid.NUMBER) {
                continue;
            }
            double v = cells.value(r, column);
            if (shapes.isEmpty()) {
                jump -= v;
            } else if (shapes.size() <= STEPS) {
                step = Math.max(step, Math.abs(v - before));
            }
            before = v;
            shapes.add(Shape.of(cells.texts(r).get(column), comma));
        }
        if (shapes.size() < LEAST || shapes.stream().anyMatch(s -> s.exponent != own.exponent)) {
            return false;
        }
        if (own.exponent > 0) {
            return own.exponent > 1;
        }
        boolean sameDecimals = shapes.stream().allMatch(s -> s.decimals == own.decimals);
        if (sameDecimals && own.decimals > 0) {
            return true;
        }
        return hasLimit(shapes, own, sameDecimals) && Math.abs(jump) <= STEP * step;
    }

    /** Whether a number has all the digits, or all the decimals, its format can write. */
    private static boolean hasLimit(List<Shape> shapes, Shape own, boolean whole) {
        int digits = shapes.stream().mapToInt(Shape::digits).max().orElse(0);
        if (whole) {
            return own.digits >= digits;
        }
        int decimals = shapes.stream().mapToInt(Shape::decimals).max().orElse(0);
        // as many digits before and behind the mark together, wherever the mark stands: a fixed number of digits
        boolean fixedDigits = shapes.stream().filter(s -> s.digits == digits).map(Shape::decimals).distinct()
                .count() > 1;
        boolean fixedDecimals = shapes.stream().filter(s -> s.decimals == decimals).map(Shape::digits).distinct()
                .count() > 1;
        return fixedDigits != fixedDecimals && (fixedDigits ? own.digits >= digits : own.decimals >= decimals);
    }
}
