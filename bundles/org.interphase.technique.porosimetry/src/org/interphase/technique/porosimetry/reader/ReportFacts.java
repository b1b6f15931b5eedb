package org.interphase.technique.porosimetry.reader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.io.TextLayout;
import org.interphase.model.Metadata;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;

/** What the lines above a table say of a mercury run. */
final class ReportFacts {

    private static final String GAP = "[\\s\"',;:=]*";
    private static final String NUMBER = "(\\d+(?:[.,]\\d+)*|\\.\\d+)";
    private static final Pattern ANGLE = Pattern.compile("(?i)(?:adv(?:ancing|\\.)?\\s*)?contact\\s*angle(?!\\s*rec)"
            + "(?:\\s*\\(?(?:deg|degrees|\u00b0)\\)?)?" + GAP + NUMBER);
    private static final Pattern TENSION = Pattern.compile("(?i)surface\\s*tension\\s*(?:of\\s*mercury)?"
            + "(?:\\s*[(\\[]?(?:dynes?/cm|mN/m|N/m)[)\\]]?)?" + GAP + NUMBER);
    private static final Pattern MASS = Pattern.compile("(?i)sample\\s*(?:mass|weight)(?:\\s*[(\\[]?g[)\\]]?)?" + GAP
            + NUMBER + GAP + "(mg|g|kg)?");
    private static final Pattern DENSITY = Pattern.compile("(?i)bulk\\s*density(?:\\s*at\\s*[\\d.,]+\\s*psia?)?"
            + "(?:\\s*[(\\[]?g/(?:ml|cc|cm3)[)\\]]?)?" + GAP + NUMBER);
    /** Above it a surface tension is in mN/m (dyn/cm), as mercury's is 0.48 N/m. */
    private static final double MILLI = 10;

    /** A number that is one thousand or one, by the custom of whoever wrote it. */
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final TextLayout POINT = new TextLayout(';', false);
    private static final TextLayout COMMA = new TextLayout(';', true);

    private ReportFacts() {
    }

    /**
     * Metadata of a file: what its lines say, then what a person states.
     *
     * @throws DatasetFormatException if a mass may be thousands of milligrams or a few
     */
    static Metadata of(String file, List<String> lines, Stated stated) throws DatasetFormatException {
        String text = String.join("\n", lines);
        Metadata m = Metadata.EMPTY.with("file", file);
        m = m.with(MercuryTable.ANGLE, find(ANGLE, text), "deg");
        double tension = find(TENSION, text);
        m = m.with(MercuryTable.TENSION, tension > MILLI ? tension / 1000 : tension, "N/m");
        m = m.with(MercuryTable.BULK_DENSITY, find(DENSITY, text), "g/cm3");
        Matcher mass = MASS.matcher(text);
        if (mass.find()) {
            String unit = mass.group(2) == null ? "g" : mass.group(2);
            String digits = digits(mass, text);
            if (unit.equalsIgnoreCase("mg") && EITHER.matcher(digits).matches()
                    && stated.value(Fact.MASS).isEmpty()) {
                throw Stated.missing(file, "", "A mass of '" + digits + " mg' may be thousands or a few with a decimal "
                        + "comma", Fact.MASS);
            }
            m = m.with(MercuryTable.MASS, number(digits), unit);
        }
        if (stated.value(Fact.MASS).isPresent()) {
            m = m.with(MercuryTable.MASS, stated.value(Fact.MASS).getAsDouble(), "mg");
        }
        return m;
    }

    private static double find(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? number(digits(m, text)) : Double.NaN;
    }

    /** The number of a match; behind a comma that parts cells it ends at the next one. */
    private static String digits(Matcher m, String text) {
        int i = m.start(1);
        while (i > 0 && (text.charAt(i - 1) == ' ' || text.charAt(i - 1) == ',')) {
            i--;
        }
        boolean cells = text.substring(i, m.start(1)).indexOf(',') >= 0;
        String all = m.group(1);
        return cells && all.indexOf(',') > 0 ? all.substring(0, all.indexOf(',')) : all;
    }

    private static double number(String text) {
        // angles, tensions, densities and grams need no marks of thousands: a comma is the decimal one
        TextLayout layout = text.indexOf(',') >= 0 && text.indexOf('.') < 0 ? COMMA : POINT;
        double v = layout.isNumber(text) ? layout.number(text) : Double.NaN;
        return v > 0 ? v : Double.NaN;
    }
}
