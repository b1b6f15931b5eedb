package org.interphase.engine.project;

import java.util.List;
import org.interphase.engine.batch.InputResult;

/**
 * What running a project gave.
 *
 * @param project the project
 * @param entries one for each recipe run over each dataset or series, and one for each file that could not be read;
 *     in the order of samples, files and datasets
 * @param gaps what is in no result and why
 */
public record ProjectResult(Project project, List<InputResult> entries, List<ProjectGap> gaps) {

    /** Copies the lists. */
    public ProjectResult {
        entries = List.copyOf(entries);
        gaps = List.copyOf(gaps);
    }

    /** What is in no result and why, as sentences. */
    public List<String> notes() {
        return gaps.stream().map(ProjectGap::sentence).toList();
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
