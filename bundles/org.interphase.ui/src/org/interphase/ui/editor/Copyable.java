package org.interphase.ui.editor;

/** A part whose selection, or all of it, can be copied. */
public interface Copyable {

    /** Copies what is selected; without a selection everything. */
    void copy();

    /** Selects everything. */
    default void selectAll() {
        // what is no list has nothing to be selected
    }
}
