package org.interphase.technique.mechanics.indent;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;

/**
 * Projected contact area of an indenter over the contact depth: A = C0 h2 + C1 h + C2 h^(1/2) + C3 h^(1/4) + ... in nm
 * (W. C. Oliver, G. M. Pharr, J. Mater. Res. 7 (1992) 1564, eq. 15).
 *
 * @param coefficients C0, C1, ... in powers of nm; at least one
 */
public record AreaFunction(List<Double> coefficients) {

    /** Perfect Berkovich pyramid: 24.5 h2 (Oliver and Pharr 1992). */
    public static final double BERKOVICH = 24.5;

    private static final int MOST = 9;

    /** Copies the list. */
    public AreaFunction {
        coefficients = List.copyOf(coefficients);
    }

    /** A perfect Berkovich pyramid. */
    public static AreaFunction ideal() {
        return new AreaFunction(List.of(BERKOVICH));
    }

    /**
     * Coefficients as text with commas or blanks between.
     *
     * @throws AnalysisException if one is no number or there are too many
     */
    public static AreaFunction parse(String text) throws AnalysisException {
        List<Double> out = new ArrayList<>();
        for (String word : text.strip().split("[,;\\s]+")) {
            try {
                double c = Double.parseDouble(word);
                if (!Double.isFinite(c)) {
                    throw new NumberFormatException(word);
                }
                out.add(c);
            } catch (NumberFormatException e) {
                throw new AnalysisException("'" + word + "' is no coefficient of an area function; write C0, C1, "
                        + "... in "
                        + "powers of nm, such as 24.5, 150", e);
            }
        }
        if (out.size() > MOST) {
            throw new AnalysisException("an area function has " + MOST + " coefficients at most, not " + out.size());
        }
        return new AreaFunction(out);
    }

    /** Area in nm2 at a contact depth in nm; 0 for no depth. */
    public double at(double depth) {
        if (!(depth > 0)) {
            return 0;
        }
        double area = coefficients.get(0) * depth * depth;
        double power = depth;
        for (int i = 1; i < coefficients.size(); i++) {
            area += coefficients.get(i) * power;
            power = Math.sqrt(power);
        }
        return area;
    }

    /** Whether it is only a perfect pyramid. */
    public boolean isIdeal() {
        return coefficients.size() == 1;
    }
}
