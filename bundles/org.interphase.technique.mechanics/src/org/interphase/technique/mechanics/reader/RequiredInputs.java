package org.interphase.technique.mechanics.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import org.interphase.io.Sheet;
import org.interphase.io.TableFile;
import org.interphase.model.Metadata;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * What the sheets of inputs of a NanoSuite workbook state of all tests: Poisson's ratio of the sample, where every test
 * has the same one.
 */
final class RequiredInputs {

    private static final Pattern SHEET = Pattern.compile("(required|pre-test) inputs");
    private static final Pattern POISSON = Pattern.compile("poisson'?s? ?ratio");

    private RequiredInputs() {
    }

    /** The facts; none where there are no such sheets or the tests differ. */
    static Metadata of(TableFile file) {
        if (file.workbook().isEmpty()) {
            return Metadata.EMPTY;
        }
        for (Sheet s : file.workbook().get().sheets()) {
            if (SHEET.matcher(s.name().strip().toLowerCase(Locale.ROOT)).matches()) {
                for (int c = 0; c < s.width(0); c++) {
                    if (POISSON.matcher(s.text(0, c).strip().toLowerCase(Locale.ROOT)).matches()) {
                        return common(s, c);
                    }
                }
            }
        }
        return Metadata.EMPTY;
    }

    private static Metadata common(Sheet s, int column) {
        double found = Double.NaN;
        for (int r = 1; r < s.height(); r++) {
            double v = s.number(r, column);
            if (!Double.isNaN(v)) {
                if (!Double.isNaN(found) && v != found) {
                    return Metadata.EMPTY;
                }
                found = v;
            }
        }
        return found > -1 && found <= 0.5 ? Metadata.EMPTY.with(IndentTable.POISSON, found) : Metadata.EMPTY;
    }
}
