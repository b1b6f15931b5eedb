package org.interphase.api;

import java.util.List;

/** A file can be read, but not without a fact it does not state; names the facts that can be said. */
public final class MissingFactException extends DatasetFormatException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fact> needed;

    MissingFactException(String file, String position, String reason, List<Fact> needed) {
        super(file, position, reason);
        this.needed = List.copyOf(needed);
    }

    /** The facts that would settle it. */
    public List<Fact> needed() {
        return needed;
    }
}
