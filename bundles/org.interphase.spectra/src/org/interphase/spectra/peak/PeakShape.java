package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.parameters.Suggestions;
import org.interphase.api.parameters.TextValue;
import org.interphase.numerics.shape.LineShape;

/**
 * A line shape as analysts name it, with its own parameters held where they are given in brackets: {@code GL(30)},
 * {@code pseudo-voigt}, {@code pseudo-voigt(0.3)}, {@code LF(0.54,10,80,100,6)}.
 *
 * @param name canonical name
 * @param arguments numbers in brackets as written; empty if the shape's parameters are fitted
 */
public record PeakShape(String name, List<Double> arguments) implements TextValue {

    /** Pseudo-Voigt with fitted mixing. */
    public static final PeakShape PSEUDO_VOIGT = new PeakShape("pseudo-voigt", List.of());

    private static final Pattern TEXT = Pattern.compile("([A-Za-z-]+)\\s*(?:\\(([^)]*)\\))?");

    /** @throws IllegalArgumentException if there is no such shape or it takes other numbers */
    public PeakShape {
        Objects.requireNonNull(name, "name");
        arguments = List.copyOf(arguments);
        ShapeCatalogue.check(name, arguments);
    }

    /**
     * Reads a shape.
     *
     * @throws IllegalArgumentException if it is none, with the names there are
     */
    public static PeakShape parse(String text) {
        String t = text.strip();
        if (t.isEmpty()) {
            return PSEUDO_VOIGT;
        }
        Matcher m = TEXT.matcher(t);
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no line shape; write for example GL(30) or "
                    + "pseudo-voigt");
        }
        String name = ShapeCatalogue.canonical(m.group(1));
        if (name == null) {
            List<String> known = ShapeCatalogue.names();
            throw new IllegalArgumentException("there is no line shape '" + m.group(1) + "'"
                    + Suggestions.phrase(m.group(1).toLowerCase(Locale.ROOT), known) + "; known: "
                    + String.join(", ", known));
        }
        List<Double> arguments = new ArrayList<>();
        if (m.group(2) != null && !m.group(2).isBlank()) {
            for (String a : m.group(2).split(",")) {
                try {
                    arguments.add(Double.parseDouble(a.strip()));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("'" + a.strip() + "' in " + t + " is no number", e);
                }
            }
        }
        return new PeakShape(name, arguments);
    }

    /** The shape as numerics compute it. */
    public LineShape lineShape() {
        return ShapeCatalogue.shape(this);
    }

    /** Values at which the shape's own parameters are held, in the order of {@code lineShape().extras()}; or null. */
    double[] heldExtras() {
        return ShapeCatalogue.heldExtras(this);
    }

    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder out = new StringBuilder(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            double v = arguments.get(i);
            out.append(i == 0 ? "" : ",").append(v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v)
                    : Double.toString(v));
        }
        return out.append(')').toString();
    }
}
