package org.interphase.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What running a project gave.
 *
 * @param project the project
 * @param entries one for each recipe run over each dataset or series, and one for each file that could not be read;
 *     in the order of samples, files and datasets
 * @param notes what was left out and why
 */
public record ProjectResult(Project project, List<Entry> entries, List<String> notes) {

    /**
     * One recipe run over one dataset, or a file that could not be read.
     *
     * @param sample name of the sample; empty for a series over samples
     * @param files raw files, absolute
     * @param dataset name of the dataset or series; empty if the file could not be read
     * @param recipe identifier of the recipe; empty if the file could not be read
     * @param run what came out, complete or up to the step that failed
     * @param error why there is no run, or why it is not complete; empty if all went well
     */
    public record Entry(String sample, List<Path> files, String dataset, String recipe, Optional<Run> run,
            String error) {

        /** Copies the list. */
        public Entry {
            files = List.copyOf(files);
        }

        /** Whether something failed. */
        public boolean isFailed() {
            return !error.isEmpty();
        }
    }

    /** Copies the lists. */
    public ProjectResult {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The entries in which something failed. */
    public List<Entry> failures() {
        return entries.stream().filter(Entry::isFailed).toList();
    }

    /** The entries of a sample. */
    public List<Entry> of(String sample) {
        return entries.stream().filter(e -> e.sample().equals(sample)).toList();
    }
}
