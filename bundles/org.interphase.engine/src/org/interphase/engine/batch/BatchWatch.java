package org.interphase.engine.batch;

/**
 * Follows a batch. A task is an input, which may give several results or none, or a series, which gives
 * one. Called from several threads.
 */
public interface BatchWatch {

    /** Follows nothing. */
    BatchWatch NONE = new BatchWatch() {
        @Override
        public void planned(int tasks) {
            // nobody looks
        }

        @Override
        public void done(boolean ok) {
            // nobody looks
        }
    };

    /**
     * How many tasks there are, those done included. Told before the first one, and again when the inputs have been
     * read and the series among them are known.
     */
    void planned(int tasks);

    /**
     * A task is done.
     *
     * @param ok whether nothing in it failed
     */
    void done(boolean ok);
}
