package org.interphase.ui.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.model.Measurement;
import org.interphase.model.unit.Numbers;
import org.interphase.ui.session.Remembered;

/**
 * Numbers as a text that other programs take, with a line of headings.
 *
 * @param rounded whether value and uncertainty are rounded together, to two digits of the uncertainty
 * @param comma whether numbers have a decimal comma; columns are then separated by semicolons in CSV
 */
public record CopiedNumbers(boolean rounded, boolean comma) {

    /** Under which name the analyst's choice of precision is remembered. */
    public static final String FULL = "copy.full";
    /** Under which name the choice of the decimal sign is remembered. */
    public static final String COMMA = "copy.comma";

    private static final List<String> HEADS = List.of(Messages.CopiedNumbers_quantity, Messages.CopiedNumbers_value,
            Messages.CopiedNumbers_uncertainty, Messages.CopiedNumbers_limit, Messages.CopiedNumbers_unit,
            Messages.CopiedNumbers_quality);
    private static final int DIGITS = 4;

    /** As the analyst chose. */
    public static CopiedNumbers chosen(Remembered remembered) {
        return new CopiedNumbers(remembered.get(FULL).isEmpty(), remembered.get(COMMA).isPresent());
    }

    /** Columns with tabs between, as a spreadsheet pastes them. */
    public String text(List<Measurement> numbers) {
        return lines(numbers, "\t");
    }

    /** Comma-separated values; with a decimal comma separated by semicolons. */
    public String csv(List<Measurement> numbers) {
        return lines(numbers, comma ? ";" : ",");
    }

    /** The headings of {@link #cells}. */
    public static List<String> heads() {
        return HEADS.subList(1, HEADS.size());
    }

    /** Value, uncertainty, limit, unit and quality; empty texts where there is none, or no number at all (null). */
    public List<String> cells(Measurement m) {
        return m == null ? List.of("", "", "", "", "") : List.of(value(m), uncertainty(m), limit(m),
                m.unit().text(), Wording.quality(m.verdict().quality()));
    }

    private String lines(List<Measurement> numbers, String separator) {
        StringBuilder out = new StringBuilder(String.join(separator, HEADS)).append('\n');
        for (Measurement m : numbers) {
            // a negative number is no formula; a decimal comma is never what stands between cells
            out.append(SpreadsheetCell.of(m.name(), separator)).append(separator)
                    .append(String.join(separator, cells(m))).append('\n');
        }
        return out.toString();
    }

    /** A table for LaTeX. */
    public String latex(List<Measurement> numbers) {
        StringBuilder out = new StringBuilder("\\begin{tabular}{lrl}\n\\hline\n");
        out.append(String.join(" & ", Messages.CopiedNumbers_quantity, Messages.CopiedNumbers_value,
                Messages.CopiedNumbers_unit)).append(" \\\\\n\\hline\n");
        for (Measurement m : numbers) {
            String doubt = m.verdict().isSound() || m.verdict().isWithheld() ? "" : "$^{?}$";
            out.append(escaped(m.name())).append(" & ").append(latexValue(m)).append(doubt).append(" & ")
                    .append(escaped(m.unit().isOne() ? "" : m.unit().text())).append(" \\\\\n");
        }
        return out.append("\\hline\n\\end{tabular}\n").toString();
    }

    private String latexValue(Measurement m) {
        if (m.verdict().isWithheld()) {
            return Messages.Wording_withheld;
        }
        if (!m.isDetected()) {
            return Double.isNaN(m.limit()) ? Messages.CopiedNumbers_notDetected : "$<" + braced(limit(m)) + "$";
        }
        String u = uncertainty(m);
        return "$" + braced(value(m)) + (u.isEmpty() ? "" : " \\pm " + braced(u)) + "$";
    }

    /** LaTeX sets a space behind a comma unless it stands in braces; powers of ten are written as such. */
    private static String braced(String number) {
        String n = number.replace(",", "{,}");
        int e = n.indexOf('E');
        return e < 0 ? n : n.substring(0, e) + "\\times 10^{" + n.substring(e + 1).replace("+", "") + "}";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if ("&%$#_{}".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c == '\\' ? "\\textbackslash{}" : c == '^' ? "\\^{}" : c == '~' ? "\\~{}" : String.valueOf(c));
        }
        return out.toString();
    }

    private String value(Measurement m) {
        if (!Double.isFinite(m.value())) {
            return "";
        }
        return signed(!rounded ? Double.toString(m.value()) : text(hasUncertainty(m) ? together(m.value(), m)
                : roundedAlone(m.value())));
    }

    private String uncertainty(Measurement m) {
        if (!Double.isFinite(m.uncertainty())) {
            return "";
        }
        return signed(rounded && hasUncertainty(m) ? text(together(m.uncertainty(), m))
                : Double.toString(m.uncertainty()));
    }

    /** A number rounded to where the uncertainty is. */
    private static BigDecimal together(double number, Measurement m) {
        return new BigDecimal(number).setScale(Numbers.decimals(m.uncertainty()), RoundingMode.HALF_EVEN);
    }

    private String limit(Measurement m) {
        return !Double.isFinite(m.limit()) ? "" : signed(rounded ? text(new BigDecimal(m.limit())
                .round(new MathContext(2, RoundingMode.HALF_UP))) : Double.toString(m.limit()));
    }

    private static boolean hasUncertainty(Measurement m) {
        return Double.isFinite(m.uncertainty()) && m.uncertainty() > 0;
    }

    /** A number without uncertainty: whole numbers stay, others have four digits. */
    static BigDecimal roundedAlone(double value) {
        BigDecimal v = new BigDecimal(value);
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? v : v.round(new MathContext(Math.max(DIGITS, v.precision() - v.scale()),
                RoundingMode.HALF_EVEN));
    }

    private static String text(BigDecimal v) {
        int magnitude = v.signum() == 0 ? 0 : v.precision() - v.scale() - 1;
        if (magnitude >= 7 || magnitude <= -5) {
            BigDecimal mantissa = v.movePointLeft(magnitude);
            return mantissa.toPlainString() + "E" + magnitude;
        }
        return v.setScale(Math.max(0, v.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    private String signed(String number) {
        return comma ? number.replace('.', ',') : number;
    }
}
