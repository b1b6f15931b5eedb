package org.interphase.engine;

import java.util.List;

/**
 * Follows a project that runs. A task is a file, which may give several entries or none, or a series, which gives
 * one. Called from several threads.
 */
public interface ProjectWatch {

    /**
     * How many tasks there are, those done included. Told before the first one, and again when the files have been
     * read and the series among them are known.
     */
    void planned(int tasks);

    /** A task is done; the entries it gave. */
    void done(List<ProjectResult.Entry> entries);
}
