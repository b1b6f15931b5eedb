package org.interphase.io;

/**
 * Whether the last number of a file that does not end with a line end can be half. It is taken for whole only if the
 * numbers above it in its column speak for it: as many decimals as all of them have, or as many digits as the column
 * has at most and a value that carries on from the ones before. Anything else may go on behind the end of the file.
 */
final class LastNumber {

    private static final int ROWS = 30;
    private static final int LEAST = 3;
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
        int rows = 0;
        int mostDigits = 0;
        int withMost = 0;
        boolean sameDecimals = true;
        boolean sameExponent = true;
        double step = 0;
        double value = cells.value(last, column);
        double before = Double.NaN;
        for (int r = last - 1; r >= Math.max(first, last - ROWS); r--) {
            if (cells.kind(r, column) != CellGrid.NUMBER) {
                continue;
            }
            Shape s = Shape.of(cells.texts(r).get(column), comma);
            double v = cells.value(r, column);
            if (rows > 0 && rows <= 10) {
                step = Math.max(step, Math.abs(v - before));
            }
            if (rows == 0) {
                value -= v;
            }
            before = v;
            rows++;
            sameDecimals &= s.decimals == own.decimals;
            sameExponent &= s.exponent == own.exponent;
            withMost = s.digits > mostDigits ? 1 : withMost + (s.digits == mostDigits ? 1 : 0);
            mostDigits = Math.max(mostDigits, s.digits);
        }
        if (rows < LEAST || !sameExponent) {
            return false;
        }
        if (own.exponent > 0) {
            return own.exponent > 1;
        }
        if (sameDecimals && own.decimals > 0) {
            return true;
        }
        return own.digits >= mostDigits && withMost * 10 >= rows
                && Math.abs(value) <= STEP * step;
    }
}
