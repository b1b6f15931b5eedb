package org.interphase.engine.project;

import java.util.List;
import org.interphase.engine.batch.InputResult;

/**
 * What running a project gave.
 *
 * @param project the project
 * @param entries one for each recipe run over each dataset or series, and one for each file that could not be read;
 *     in the order of samples, files and datasets
 * @param notes what was left out and why
 */
public record ProjectResult(Project project, List<InputResult> entries, List<String> notes) {

    /** Copies the lists. */
    public ProjectResult {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The entries in which something failed. */
    public List<InputResult> failures() {
        return entries.stream().filter(InputResult::isFailed).toList();
    }

    /** The entries of a sample. */
    public List<InputResult> of(String sample) {
        return entries.stream().filter(e -> e.sample().equals(sample)).toList();
    }
}
