package org.interphase.technique.xps.survey;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.ReferenceTable;

/**
 * A line of an element in a survey.
 *
 * @param element symbol
 * @param line such as "1s" or "KLL"
 * @param energy binding energy, or kinetic energy of an Auger line, in eV
 * @param kind what it is
 * @param tolerance how far a peak may lie from it in eV
 * @param intensity rough height relative to the element's main line; 0 for Auger lines
 */
record SurveyLine(String element, String line, double energy, Kind kind, double tolerance, double intensity) {

    /** What a line is. */
    enum Kind {
        MAIN, SECONDARY, AUGER
    }

    /** Binding energy at which the line appears with a source of X-rays. */
    double bindingEnergy(double photon) {
        return kind == Kind.AUGER ? photon - energy : energy;
    }

    static List<SurveyLine> of(ReferenceTable table) {
        List<SurveyLine> out = new ArrayList<>();
        for (List<String> row : table.rows()) {
            out.add(new SurveyLine(row.get(0), row.get(1), Double.parseDouble(row.get(2)),
                    Kind.valueOf(row.get(3).toUpperCase(java.util.Locale.ROOT)), Double.parseDouble(row.get(4)),
                    row.get(5).isEmpty() ? 0 : Double.parseDouble(row.get(5))));
        }
        return out;
    }
}
