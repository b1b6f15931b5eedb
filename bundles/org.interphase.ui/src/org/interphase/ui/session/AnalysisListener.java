package org.interphase.ui.session;

/** Hears what happens to an analysis, always on the user interface thread. */
public interface AnalysisListener {

    /** What happened. */
    enum Change {
        /** The recipe is another version. */
        RECIPE,
        /** A run ended; figures and numbers are new. */
        RESULT,
        /** A coarse picture of what a step will do is there; the result is still the last one. */
        PREVIEW,
        /** A run began, went on or was cancelled. */
        PROGRESS,
        /** Another component or step is selected. */
        SELECTION,
        /** The analysis was saved. */
        SAVED
    }

    /** Something changed. */
    void changed(Change change);
}
