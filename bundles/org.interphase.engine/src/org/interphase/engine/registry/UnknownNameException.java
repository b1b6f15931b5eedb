package org.interphase.engine.registry;

import java.util.Collection;
import java.util.List;
import org.interphase.api.parameters.Suggestions;

/** A recipe, operation, step or other thing was asked for by a name nobody has; suggests names that are near. */
public class UnknownNameException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<String> suggestions;

    /**
     * @param what what was looked for, for example "recipe"
     * @param name the name that was not found
     * @param known names there are
     */
    public UnknownNameException(String what, String name, Collection<String> known) {
        super("there is no " + what + " '" + name + "'" + Suggestions.phrase(name, known));
        this.name = name;
        this.suggestions = Suggestions.near(name, known);
    }

    /** The name that was not found. */
    public String name() {
        return name;
    }

    /** Up to three names near it, nearest first. */
    public List<String> suggestions() {
        return suggestions;
    }
}
