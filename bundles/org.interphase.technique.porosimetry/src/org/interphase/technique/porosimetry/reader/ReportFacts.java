package org.interphase.technique.porosimetry.reader;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.Fact;
import org.interphase.api.Stated;
import org.interphase.model.Metadata;
import org.interphase.technique.porosimetry.intrusion.MercuryTable;

/** What the lines above a table say of a mercury run. */
final class ReportFacts {

    private static final String GAP = "[\\s\"',;:=]*";
    private static final String NUMBER = "([\\d.]+)";
    private static final Pattern ANGLE = Pattern.compile("(?i)(?:adv(?:ancing|\\.)?\\s*)?contact\\s*angle(?!\\s*rec)"
            + "(?:\\s*\\(?(?:deg|degrees|\u00b0)\\)?)?" + GAP + NUMBER);
    private static final Pattern TENSION = Pattern.compile("(?i)surface\\s*tension\\s*(?:of\\s*mercury)?"
            + "(?:\\s*[(\\[]?(?:dynes?/cm|mN/m|N/m)[)\\]]?)?" + GAP + NUMBER);
    private static final Pattern MASS = Pattern.compile("(?i)sample\\s*(?:mass|weight)(?:\\s*[(\\[]?g[)\\]]?)?" + GAP
            + NUMBER + GAP + "(mg|g|kg)?");
    private static final Pattern DENSITY = Pattern.compile("(?i)bulk\\s*density(?:\\s*at\\s*[\\d.]+\\s*psia?)?"
            + "(?:\\s*[(\\[]?g/(?:ml|cc|cm3)[)\\]]?)?" + GAP + NUMBER);
    /** Above it a surface tension is in mN/m (dyn/cm), as mercury's is 0.48 N/m. */
    private static final double MILLI = 10;

    private ReportFacts() {
    }

    /** Metadata of a file: what its lines say, then what a person states. */
    static Metadata of(String file, List<String> lines, Stated stated) {
        String text = String.join("\n", lines);
        Metadata m = Metadata.EMPTY.with("file", file);
        m = m.with(MercuryTable.ANGLE, find(ANGLE, text), "deg");
        double tension = find(TENSION, text);
        m = m.with(MercuryTable.TENSION, tension > MILLI ? tension / 1000 : tension, "N/m");
        m = m.with(MercuryTable.BULK_DENSITY, find(DENSITY, text), "g/cm3");
        Matcher mass = MASS.matcher(text);
        if (mass.find()) {
            m = m.with(MercuryTable.MASS, number(mass.group(1)), mass.group(2) == null ? "g" : mass.group(2));
        }
        if (stated.value(Fact.MASS).isPresent()) {
            m = m.with(MercuryTable.MASS, stated.value(Fact.MASS).getAsDouble(), "mg");
        }
        return m;
    }

    private static double find(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? number(m.group(1)) : Double.NaN;
    }

    private static double number(String text) {
        try {
            double v = Double.parseDouble(text);
            return v > 0 ? v : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
