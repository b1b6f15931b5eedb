package org.interphase.technique.elements.standard;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.technique.elements.matrix.Composition;

/**
 * What a standard is made of, and how surely.
 *
 * @param composition mass fractions
 * @param uncertainty relative standard uncertainty of each mass fraction
 * @param assumed whether nobody states that uncertainty
 */
record StandardComposition(Composition composition, double uncertainty, boolean assumed) {

    private static final Pattern SURE = Pattern.compile("^(.*?)(?:\\+/?-|\u00b1)\\s*(\\d+(?:\\.\\d*)?|\\.\\d+)\\s*%?$");
    /** Of an element or compound by its formula: 0.1 % (unverified). */
    private static final double COMPOUND = 0.001;
    /** Of a material by a list of mass per cents, such as a glass: certificates state some 0.5 to 2 % (unverified). */
    private static final double LISTED = 0.01;
    /** Mass fractions of a list that are within this of those of a formula are the formula's. */
    private static final double SAME = 2e-3;

    /**
     * Reads a composition.
     *
     * @param stated what a person says: a composition, {@code +- 0.5} for a standard uncertainty in per cent of each
     *     fraction, or both; empty for nothing
     * @param file what the file says; empty for nothing
     * @return empty if there is no composition
     */
    static Optional<StandardComposition> of(String stated, String file) {
        Matcher m = SURE.matcher(stated.strip());
        boolean sure = m.matches();
        String said = sure ? m.group(1).strip() : stated.strip();
        String text = said.isEmpty() ? file : said;
        double usual = isFormula(text) ? COMPOUND : LISTED;
        return Composition.parse(text).map(c -> new StandardComposition(c, sure ? Double.parseDouble(m.group(2)) / 100
                : usual, !sure && usual == LISTED));
    }

    /** Whether a text is a formula, an element, or a list that says no more than the formula it begins with. */
    private static boolean isFormula(String text) {
        Composition c = Composition.parse(text).orElse(null);
        int list = text.indexOf('(');
        if (c == null || list < 0 || c.fractions().size() == 1) {
            return true;
        }
        Composition formula = Composition.parse(text.substring(0, list).replaceFirst("\\s*,\\s*$", "")).orElse(null);
        if (formula == null || !formula.fractions().keySet().equals(c.fractions().keySet())) {
            return false;
        }
        for (Map.Entry<String, Double> e : formula.fractions().entrySet()) {
            if (Math.abs(c.of(e.getKey()) / e.getValue() - 1) > SAME) {
                return false;
            }
        }
        return true;
    }
}
