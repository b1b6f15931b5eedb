package org.interphase.technique.battery.reader;

import java.util.List;

/** Whether the last line of a text that ends without a line end is whole, as far as the lines above show it. */
final class LastLine {

    private static final int LOOKED_AT = 6;

    private LastLine() {
    }

    /**
     * Whether the last of some lines is whole.
     *
     * @param lines the last lines, none of them blank; the last is in doubt
     */
    static boolean isWhole(List<String> lines, char delimiter, boolean decimalComma) {
        String last = lines.get(lines.size() - 1);
        List<String> cells = LineFields.of(last, delimiter);
        List<String> above = lines.subList(Math.max(0, lines.size() - 1 - LOOKED_AT), lines.size() - 1);
        if (above.isEmpty()) {
            return false;
        }
        int width = LineFields.of(above.get(above.size() - 1), delimiter).size();
        if (cells.size() != width || last.startsWith("\"") && !last.endsWith("\"")) {
            return false;
        }
        String end = cells.get(width - 1);
        if (last.endsWith("\"") || last.endsWith("\t") && end.isEmpty()) {
            return true;
        }
        boolean same = !above.isEmpty();
        boolean seen = false;
        for (String line : above) {
            List<String> others = LineFields.of(line, delimiter);
            String other = others.size() == width ? others.get(width - 1) : "";
            same &= shape(other, decimalComma).equals(shape(end, decimalComma));
            seen |= other.equals(end);
        }
        // a word or number that came just so before, or a number of as many places as all before it
        return seen || same && shape(end, decimalComma).indexOf('.') > 0;
    }

    /** What stands behind the decimal mark, each digit as 9: {@code .9999E-999}. */
    private static String shape(String cell, boolean comma) {
        int mark = cell.indexOf(comma ? ',' : '.');
        return "n" + (mark < 0 ? cell.replaceAll("[+-]?\\d+", "") : "." + cell.substring(mark + 1)
                .replaceAll("\\d", "9").replace('+', '-'));
    }
}
