package org.interphase.ui.form;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/** Numbers as people type them: with a unit of their own, with a comma, changed by arrow keys. */
final class UnitEntry {

    private static final Pattern WITH_UNIT = Pattern.compile("([-+]?[\\d.,]+(?:[eE][-+]?\\d+)?)\\s*([^\\d\\s.,].*)");

    private UnitEntry() {
    }

    /** The number in the field's unit as text; what cannot be read is returned as it is, for the check to refuse. */
    static String convert(String entry, Unit unit) {
        String plain = entry.matches("[-+]?\\d+,\\d+") ? entry.replace(',', '.') : entry;
        Matcher m = WITH_UNIT.matcher(plain);
        if (!m.matches() || !Unit.isKnown(m.group(2).strip())) {
            return plain;
        }
        Unit typed = Unit.of(m.group(2).strip());
        if (!typed.isCompatible(unit)) {
            return plain;
        }
        double v = typed.convert(Double.parseDouble(m.group(1).replace(',', '.')), unit);
        return new BigDecimal(v).round(new java.math.MathContext(12)).stripTrailingZeros().toPlainString();
    }

    /** A number one up or down in its last written digit, a tenth of that if fine; empty if it is no number. */
    static String nudged(String entry, int way, boolean fine) {
        try {
            BigDecimal v = new BigDecimal(entry.strip());
            BigDecimal step = BigDecimal.ONE.movePointLeft(v.scale() + (fine ? 1 : 0));
            return v.add(step.multiply(BigDecimal.valueOf(way))).toPlainString();
        } catch (NumberFormatException e) {
            // arrow keys do nothing to an entry that is no number
            return "";
        }
    }
}
