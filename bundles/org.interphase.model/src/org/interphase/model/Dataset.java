package org.interphase.model;

import java.util.Optional;

/**
 * Immutable measured or derived data. The five shapes say what it looks like, {@link DataKind} what it means.
 */
public sealed interface Dataset permits Curve, CurveStack, Raster, Table, Series {

    /** Name, kind, metadata and products. */
    DatasetHeader header();

    /** The same data under another header. */
    Dataset withHeader(DatasetHeader header);

    /** The shape as a lower-case word: curve, stack, raster, table or series. */
    String shape();

    /** Number of measured values: points, points times curves, pixels, rows, or the sum over a series. */
    long points();

    /** Short name for people. */
    default String name() {
        return header().name();
    }

    /** What the data means. */
    default DataKind kind() {
        return header().kind();
    }

    /** What the file says about the measurement. */
    default Metadata metadata() {
        return header().metadata();
    }

    /** The newest product of a type that an earlier step found. */
    default <T extends Product> Optional<T> product(Class<T> type) {
        return header().product(type);
    }
}
