package org.interphase.api;

import java.util.Objects;
import java.util.Optional;

/**
 * A published source of a method or value.
 *
 * @param key short key such as "Shirley 1972"
 * @param text full reference as printed in a report
 * @param publication its parts; empty where only the text is known, as of what a document kept
 */
public record Citation(String key, String text, Optional<Publication> publication) {

    /** Requires all parts. */
    public Citation {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(publication, "publication");
    }

    /** A source of which only the printed reference is known. */
    public Citation(String key, String text) {
        this(key, text, Optional.empty());
    }
}
