package org.interphase.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a number is evidence of: which property of which component of a fit it is, where that was seen, and which
 * species may be behind it. Analyses are compared by this, never by names of components.
 *
 * @param component name of the component within its fit
 * @param property what of it
 * @param method what it was looked for with, such as "XPS", "Raman"; empty if no technique said so
 * @param line line or region of the method, such as "C 1s"; empty where it has none
 * @param species what the component may be, that it is called after first: one that is found is one of these, one that
 *     is not found is none of them; empty where it is not known
 */
public record Attribution(String component, Property property, String method, String line, List<Species> species) {

    /** What of a component is measured. */
    public enum Property {
        /** Where it lies on the axis. */
        POSITION,
        /** Full width at half maximum. */
        WIDTH,
        /** Area. */
        AREA,
        /** Height, as an absorbance. */
        HEIGHT,
        /** Share of the area of all components. */
        FRACTION;

        /** The word for it in documents. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException if there is none of this word */
        public static Property of(String word) {
            for (Property p : values()) {
                if (p.word().equals(word)) {
                    return p;
                }
            }
            throw new IllegalArgumentException("'" + word + "' is no property of a component");
        }
    }

    /** Copies the list. */
    public Attribution {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(line, "line");
        species = List.copyOf(species);
    }

    /** Of a component that no technique has spoken about yet. */
    public static Attribution of(String component, Property property) {
        return new Attribution(component, property, "", "", List.of());
    }

    /** The same, of what these methods see there. */
    public Attribution by(String m, String l, List<Species> may) {
        return new Attribution(component, property, m, l, may);
    }

    /** The same of a component under another name. */
    public Attribution called(String name) {
        return new Attribution(name, property, method, line, species);
    }

    /** Where it was seen, for people: "XPS (C 1s)". */
    public String place() {
        return line.isEmpty() ? method : method + " (" + line + ")";
    }

    /** What else than a species it may be. */
    public List<Species> others(Species than) {
        List<Species> out = new ArrayList<>(species);
        out.remove(than);
        return out;
    }
}
