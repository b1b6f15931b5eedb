package org.interphase.model;

import java.util.List;

/**
 * What the reader of a file had to remark: rows left out, a guess it was told to make, a scale from beside the file.
 * The runner puts these before the remarks of the steps.
 *
 * @param remarks at least one
 */
public record ReadingRemarks(List<Remark> remarks) implements Product {

    /** Step that remarks of readers are stamped with. */
    public static final String STEP = "reading";

    /** Copies the list and stamps the remarks. */
    public ReadingRemarks {
        remarks = remarks.stream().map(r -> r.withStep(STEP)).toList();
    }

    @Override
    public String title() {
        return "remarks of the reader";
    }
}
