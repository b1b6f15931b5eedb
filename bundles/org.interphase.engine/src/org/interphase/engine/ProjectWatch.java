package org.interphase.engine;

/**
 * Follows a project that runs. A task is a file, which may give several entries or none, or a series, which gives
 * one. Called from several threads.
 */
public interface ProjectWatch {

    /** Follows nothing. */
    ProjectWatch NONE = new ProjectWatch() {
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
     * How many tasks there are, those done included. Told before the first one, and again when the files have been
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
