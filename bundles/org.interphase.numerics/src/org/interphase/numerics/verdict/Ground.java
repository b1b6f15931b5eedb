package org.interphase.numerics.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Objects;

/**
 * One reason to doubt a fit or one of its parameters.
 *
 * @param kind what speaks against it
 * @param weight how heavily: the number its kind names
 * @param at where on the abscissa; NaN where that means nothing
 * @param severe whether the number must not be shown at all
 */
public record Ground(Kind kind, double weight, double at, boolean severe) {

    /** What speaks against a number. */
    public enum Kind {
        /** The fit did not end in a minimum. */
        NOT_CONVERGED,
        /** Reduced chi-square (the weight) is far above one: the model is not that of the data. */
        MISFIT,
        /** The residuals hang together: the weight is the autocorrelation of neighbours in standard deviations. */
        STRUCTURE,
        /** A band stands in the residuals that no component describes: the weight is its significance. */
        UNFITTED_BAND,
        /** The misfit adds more to the uncertainty than the noise: the weight is the ratio of the two. */
        MISFIT_DOMINATES,
        /**
         * The parameter ended at a bound: the weight is by how many standard uncertainties it would go beyond; NaN
         * if the data do not determine it.
         */
        AT_BOUND,
        /** The data do not determine the parameter. */
        UNDETERMINED,
        /** It can't be told apart from another parameter: the weight is the correlation. */
        CORRELATED
    }

    /** Requires a kind. */
    public Ground {
        Objects.requireNonNull(kind, "kind");
    }

    /** A clause for people who do not know better words in their field. */
    public String text() {
        return switch (kind) {
            case NOT_CONVERGED -> "the fit did not end in a minimum";
            case MISFIT -> "the model is not that of the data (reduced chi-square " + digits(weight, 3) + ")";
            case STRUCTURE -> "the residuals hang together";
            case UNFITTED_BAND -> Double.isNaN(at) ? "the residuals hold a band that no component describes"
                    : "the residuals hold a band at " + digits(at, 5) + " that no component describes";
            case MISFIT_DOMINATES -> "the misfit of the model adds " + digits(weight, 2) + " times the uncertainty "
                    + "from noise";
            case AT_BOUND -> "it ended at its bound";
            case UNDETERMINED -> "the data do not determine it";
            case CORRELATED -> String.format(Locale.ROOT, "it can hardly be told apart from another parameter "
                    + "(correlation %.3f)", weight);
        };
    }

    /** A number with some significant digits as people write it: 320, not 3.2e+02. */
    private static String digits(double value, int digits) {
        double size = Math.abs(value);
        if (!(size >= 1e-4 && size < 1e7)) {
            return String.format(Locale.ROOT, "%." + digits + "g", value);
        }
        return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    }
}
