package org.interphase.engine.project;

import org.interphase.engine.document.AnalysisDocument;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;

/**
 * How a raw file stands: what the analyses of it say.
 *
 * @param state the state
 * @param reason why it is not sound, as a clause; may be empty
 */
public record FileState(State state, String reason) {

    /** States, from the least to the most urgent. */
    public enum State {
        /** No recipe ran over it. */
        NOT_RUN,
        /** All numbers are sound. */
        SOUND,
        /** Some number is doubtful or withheld. */
        DOUBTFUL,
        /** The file changed since it was analysed. */
        STALE,
        /** It cannot be read, or a recipe failed. */
        FAILED
    }

    /** Nothing is known of a file. */
    public static final FileState NOT_RUN = new FileState(State.NOT_RUN, "");

    /** What a run says of its file. */
    public static FileState of(Run run) {
        return of(AnalysisDocument.of(run));
    }

    /** What an analysis says of its file, if the file is as it was. */
    public static FileState of(AnalysisDocument analysis) {
        if (analysis.provenance().isEmpty()) {
            return NOT_RUN;
        }
        for (Remark r : analysis.remarks()) {
            if (r.code().equals(AnalysisDocument.FAILED)) {
                return new FileState(State.FAILED, r.text());
            }
        }
        for (Measurement m : analysis.measurements()) {
            if (!m.verdict().isSound()) {
                return new FileState(State.DOUBTFUL, m.name() + " is " + m.verdict().quality().word() + ": "
                        + m.verdict().reason());
            }
        }
        return new FileState(State.SOUND, "");
    }

    /** The more urgent of two. */
    public FileState and(FileState other) {
        return other.state.compareTo(state) > 0 ? other : this;
    }
}
