package org.interphase.ui.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;

/** Numbers as people write them, wherever the window shows some. */
public final class Wording {

    private static final Pattern COMPUTED = Pattern.compile("(?<![\\w.])(-?\\d+(?:\\.\\d+)?)[eE]([+-]\\d{2,3})(?!\\w)");
    private static final int MOST_DIGITS = 6;

    private Wording() {
    }

    /** A sentence in which 1.35e+03 reads 1350, and 2.1e-07 reads 2.1×10⁻⁷. */
    public static String readable(String sentence) {
        Matcher m = COMPUTED.matcher(sentence);
        return m.replaceAll(r -> {
            int digits = r.group(1).replaceAll("[^0-9]", "").length();
            return Matcher.quoteReplacement(Numbers.plain(Double.parseDouble(r.group()),
                    Math.min(MOST_DIGITS, digits)));
        });
    }

        /** What a verdict says of a number, in the language of the window. */
    public static String quality(Verdict.Quality quality) {
        return switch (quality) {
            case SOUND -> Messages.Wording_sound;
            case DOUBTFUL -> Messages.Wording_doubtful;
            case WITHHELD -> Messages.Wording_withheld;
        };
    }

    /** A number with uncertainty and unit; one without uncertainty has four digits, unless it is a whole number. */
    public static String number(Measurement m) {
                if (m.verdict().isWithheld()) {
            return NLS.bind(Messages.Wording_withheldWhy, m.verdict().reason());
        }
        if (!m.isDetected()) {
            String none = Double.isNaN(m.limit()) ? Messages.CopiedNumbers_notDetected
                    : NLS.bind(Messages.Wording_belowLimit, Numbers.plain(m.limit(), 2)
                            + (m.unit().isOne() ? "" : "\u00a0" + m.unit().pretty()));
            return m.verdict().isSound() ? none : none + "\u00a0?";
        }
        boolean bare = m.isDetected() && Double.isFinite(m.value()) && !(m.uncertainty() > 0);
        if (!bare) {
            return m.pretty();
        }
        double rounded = CopiedNumbers.roundedAlone(m.value()).doubleValue();
        return new Measurement(m.name(), m.symbol(), rounded, m.uncertainty(), m.unit(), m.step(), m.limit(),
                m.verdict()).pretty();
    }
}
