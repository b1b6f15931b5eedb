package org.interphase.model;

import java.util.Locale;
import java.util.Objects;

/**
 * A thing that techniques look for in a sample, whatever they call its line or band: two are the same where kind and
 * formula are.
 *
 * @param kind what sort of thing it is
 * @param formula its formula or name, such as "LiF", "C-O", "C#N" for a triple bond, "carbonate"
 */
public record Species(Kind kind, String formula) {

    /** Sorts of species. */
    public enum Kind {
        /** A compound or an element. */
        SUBSTANCE,
        /** An ion, in whatever salt. */
        ION,
        /** A bond or a group of atoms, in whatever molecule. */
        GROUP;

        /** The word for it in tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if the formula is blank */
    public Species {
        Objects.requireNonNull(kind, "kind");
        if (formula.isBlank()) {
            throw new IllegalArgumentException("a species needs a formula");
        }
    }

    /**
     * The species of a text such as "group C-O".
     *
     * @throws IllegalArgumentException if it does not begin with "substance", "ion" or "group"
     */
    public static Species of(String text) {
        String t = text.strip();
        for (Kind k : Kind.values()) {
            if (t.startsWith(k.word() + " ")) {
                return new Species(k, t.substring(k.word().length() + 1).strip());
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no species; write substance, ion or group and a formula");
    }

    /** The formula for people, with the sign of a triple bond. */
    public String pretty() {
        return formula.replace('#', '\u2261');
    }

    /** The text {@link #of} reads. */
    public String text() {
        return kind.word() + " " + formula;
    }
}
