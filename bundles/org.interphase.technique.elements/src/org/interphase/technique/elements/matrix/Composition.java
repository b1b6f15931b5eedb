package org.interphase.technique.elements.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.technique.elements.reference.XrayTables;

/**
 * What a material is made of.
 *
 * @param fractions mass fractions by element; they need not add up to 1
 */
public record Composition(Map<String, Double> fractions) {

    private static final Pattern SHARE = Pattern.compile("\\(\\s*([A-Z][a-z]?)\\s*:\\s*([0-9.eE+-]+)\\s*\\)");
    private static final Pattern ATOM = Pattern.compile("([A-Z][a-z]?)(\\d+(?:\\.\\d+)?|\\.\\d+)?");

    /** Copies the map, keeping its order. */
    public Composition {
        fractions = Collections.unmodifiableMap(new LinkedHashMap<>(fractions));
    }

    /**
     * Reads a chemical formula without brackets ({@code Al2O3}) or a list of mass per cents as DTSA-II writes them
     * ({@code K412,(O:42.758),(Mg:11.6567),3.5}).
     *
     * @return empty if the text is neither
     */
    public static Optional<Composition> parse(String text) {
        Map<String, Double> out = new LinkedHashMap<>();
        Matcher m = SHARE.matcher(text);
        while (m.find()) {
            if (XrayTables.element(m.group(1)).isEmpty()) {
                return Optional.empty();
            }
            try {
                double share = Double.parseDouble(m.group(2)) / 100;
                if (!(share > 0 && share <= 1)) {
                    return Optional.empty();
                }
                out.merge(m.group(1), share, Double::sum);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        // a share that cannot be read must not be left out
        boolean whole = m.replaceAll("").chars().noneMatch(c -> c == '(' || c == ')');
        return out.isEmpty() ? formula(text.strip()) : whole ? Optional.of(new Composition(out)) : Optional.empty();
    }

    private static Optional<Composition> formula(String text) {
        Map<String, Double> mass = new LinkedHashMap<>();
        Matcher m = ATOM.matcher(text);
        int at = 0;
        double total = 0;
        while (at < text.length() && m.find(at) && m.start() == at) {
            var element = XrayTables.element(m.group(1));
            if (element.isEmpty()) {
                return Optional.empty();
            }
            double n = m.group(2) == null ? 1 : Double.parseDouble(m.group(2));
            mass.merge(m.group(1), n * element.get().weight(), Double::sum);
            total += n * element.get().weight();
            at = m.end();
        }
        if (at < text.length() || !(total > 0) || Double.isInfinite(total)) {
            return Optional.empty();
        }
        double sum = total;
        mass.replaceAll((k, v) -> v / sum);
        return Optional.of(new Composition(mass));
    }

    /** Mass fraction of an element; 0 if it is not there. */
    public double of(String symbol) {
        return fractions.getOrDefault(symbol, 0.0);
    }

    /** Sum of the mass fractions. */
    public double total() {
        return fractions.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same material with mass fractions that add up to 1. */
    public Composition normalised() {
        double t = total();
        Map<String, Double> out = new LinkedHashMap<>(fractions);
        out.replaceAll((k, v) -> v / t);
        return new Composition(out);
    }
}
