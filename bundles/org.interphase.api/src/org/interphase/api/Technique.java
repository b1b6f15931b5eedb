package org.interphase.api;

import java.util.List;

/**
 * A characterisation technique: the table of contents of what it adds. Found as an OSGi declarative service in the
 * workbench and through {@code META-INF/services} on a flat class path; both declarations are required. Needs a public
 * constructor without arguments; lists must be cheap to ask for and the same each time.
 */
public interface Technique {

    /** Identifier, lower-case words joined by '-', for example {@code xps}. */
    String id();

    /** Name for people, for example "X-ray photoelectron spectroscopy". */
    String title();

    /** Kinds of data it knows. */
    default List<KindInfo> kinds() {
        return List.of();
    }

    /** File formats it reads. */
    default List<DatasetReader> readers() {
        return List.of();
    }

    /** What can be done to its data. */
    default List<Operation<?, ?>> operations() {
        return List.of();
    }

    /** Ready-made recipes; each runs unattended on suitable data. */
    default List<Recipe> recipes() {
        return List.of();
    }

    /** Reference values its operations use. */
    default List<ReferenceTable> referenceTables() {
        return List.of();
    }

    /** How its data is drawn; kinds without a view get the plain view of their shape. */
    default List<DatasetView> views() {
        return List.of();
    }

    /** What the field expects a report on its data to state. */
    default List<ReportingItem> reportingChecklist() {
        return List.of();
    }
}
