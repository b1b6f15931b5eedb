package org.interphase.technique.elements.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.unit.Unit;

/**
 * The lines of an EMSA/MAS spectral data file (R. F. Egerton, C. E. Fiori, J. A. Hunt, M. S. Isaacson, E. J. Kirkland,
 * N. J. Zaluzec, "EMSA/MAS standard file format for spectral data exchange", EMSA Bulletin 21 (1991) 35; ISO 22029):
 * {@code #KEYWORD    : value} up to {@code #SPECTRUM}, then numbers up to {@code #ENDOFDATA}. A keyword may carry its
 * unit ({@code #BEAMKV   -kV}); keywords of a vendor begin with two signs.
 */
final class MsaText {

    private static final Pattern KEYWORD = Pattern.compile("#{1,2}\\s*([^:]*?)\\s*:(.*)");
    private static final Pattern UNIT = Pattern.compile("(.*?)\\s*-([A-Za-z]{1,3})");
    /** Units written in the old standard's way, and the plain ones. */
    private static final Map<String, String> UNITS = Map.of("dg", "deg", "mR", "mrad", "sR", "sr", "kV", "kV");

    private final String file;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> rowPlaces = new ArrayList<>();
    private boolean ended;

    private MsaText(String file) {
        this.file = file;
    }

    /**
     * Reads the lines.
     *
     * @throws DatasetFormatException naming the line of what is neither a keyword nor numbers
     */
    static MsaText parse(String file, String text) throws DatasetFormatException {
        MsaText out = new MsaText(file);
        boolean data = false;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String l = line.strip();
            if (l.isEmpty() || out.ended) {
                continue;
            }
            if (l.startsWith("#")) {
                data |= out.keyword(l, number, data);
            } else if (data) {
                out.row(l, number);
            } else {
                throw new DatasetFormatException(file, "line " + number, "a keyword is expected here (#NAME : value)");
            }
        }
        if (!data) {
            throw new DatasetFormatException(file, "", "there is no #SPECTRUM");
        }
        return out;
    }

    /** Takes a keyword; true for the one after which the data come. */
    private boolean keyword(String line, int number, boolean data) throws DatasetFormatException {
        Matcher m = KEYWORD.matcher(line);
        if (!m.matches()) {
            if (line.toUpperCase(Locale.ROOT).startsWith("#ENDOFDATA")) {
                ended = true;
                return false;
            }
            throw new DatasetFormatException(file, "line " + number, "a keyword ends in a colon");
        }
        String name = m.group(1).toUpperCase(Locale.ROOT);
        String unit = "";
        Matcher u = UNIT.matcher(m.group(1));
        if (u.matches()) {
            name = u.group(1).toUpperCase(Locale.ROOT);
            unit = u.group(2);
        }
        if (name.equals("ENDOFDATA")) {
            ended = true;
            return false;
        }
        if (name.equals("SPECTRUM")) {
            if (data) {
                throw new DatasetFormatException(file, "line " + number, "a second #SPECTRUM in one file");
            }
            return true;
        }
        String value = m.group(2).strip();
        // a long title or comment goes on under its own keyword; of other keywords the last word counts
        boolean goesOn = (name.equals("TITLE") || name.equals("COMMENT")) && values.containsKey(name);
        values.merge(name, value, (a, b) -> goesOn ? (a + " " + b).strip() : b);
        if (!unit.isEmpty()) {
            units.put(name, unit);
        }
        places.put(name, number);
        return false;
    }

    private void row(String line, int number) throws DatasetFormatException {
        // a decimal comma cannot be told from a separator; the standard knows none
        String[] cells = line.split("[,;\\s]+");
        double[] row = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                row[i] = Double.parseDouble(cells[i]);
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(file, "line " + number, "'" + cells[i] + "' is no number", e);
            }
            if (!Double.isFinite(row[i])) {
                throw new DatasetFormatException(file, "line " + number, "'" + cells[i] + "' is no finite number");
            }
        }
        rows.add(row);
        rowPlaces.add(number);
    }

    /** All keywords with their values, in the file's order. */
    Map<String, String> values() {
        return values;
    }

    /** A value as text; empty where the file does not state it. */
    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** Where a keyword stands. */
    String place(String name) {
        return places.containsKey(name) ? "line " + places.get(name) + ", #" + name : "#" + name;
    }

    /**
     * A number in a unit.
     *
     * @param unit the unit wanted; that of the file is the standard's own where none is written
     * @param usual the standard's unit of the keyword
     * @throws DatasetFormatException if the value is there and no number, or its unit another quantity
     */
    OptionalDouble number(String name, String usual, String unit) throws DatasetFormatException {
        String t = text(name);
        if (t.isEmpty()) {
            return OptionalDouble.empty();
        }
        double v;
        try {
            v = Double.parseDouble(t);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, place(name), "'" + t + "' is no number", e);
        }
        String written = units.getOrDefault(name, usual);
        try {
            return OptionalDouble.of(Unit.of(UNITS.getOrDefault(written, written)).convert(v, Unit.of(unit)));
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, place(name), "the unit '" + written + "' is not one of this "
                    + "keyword: " + e.getMessage(), e);
        }
    }

    /** Rows of numbers as they stand. */
    List<double[]> rows() {
        return rows;
    }

    /** Line of a row. */
    int line(int row) {
        return rowPlaces.get(row);
    }

    /** Whether the file says where its data end. */
    boolean ended() {
        return ended;
    }
}
