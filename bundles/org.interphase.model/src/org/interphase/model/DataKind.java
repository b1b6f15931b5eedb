package org.interphase.model;

import java.util.Set;

/**
 * What a dataset means, as an open identifier such as {@code xps.region}, {@code raman}, {@code eis} or {@code sem}.
 * Techniques add kinds; nothing subclasses a dataset for one.
 *
 * @param id lower-case identifier; words joined by '.' or '-'
 */
public record DataKind(String id) {

    private static final Set<String> PLAIN = Set.of("curve", "stack", "raster", "table", "series");

    /** @throws IllegalArgumentException if the identifier has characters other than a-z, 0-9, '.' and '-' */
    public DataKind {
        if (id == null || !id.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("'" + id + "' is no data kind (lower-case words joined by . or -)");
        }
    }

    /** The kind with this identifier. */
    public static DataKind of(String id) {
        return new DataKind(id);
    }

    /** Whether this only says what the data looks like (a curve, a table), not what it means. */
    public boolean isPlain() {
        return PLAIN.contains(id);
    }

    @Override
    public String toString() {
        return id;
    }
}
