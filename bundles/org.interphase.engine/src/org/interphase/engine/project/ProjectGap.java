package org.interphase.engine.project;

import java.util.Objects;

/**
 * Something of a project that is in no result: nothing is dropped in silence.
 *
 * @param kind what sort of thing it is
 * @param what its name: a file relative to the project's folder, a sample, a recipe
 * @param why a clause that says why, without naming it
 */
public record ProjectGap(Kind kind, String what, String why) {

    /** What can be missing. */
    public enum Kind {
        /** A rule that takes no data of any file. */
        RULE_WITHOUT_DATA("rule"),
        /** A sample of which there is no file. */
        SAMPLE_WITHOUT_FILE("sample"),
        /** A sample whose files gave no result. */
        SAMPLE_WITHOUT_RESULT("sample"),
        /** A file, or a part of one, that no rule takes. */
        FILE_WITHOUT_RULE("file"),
        /** A file that belongs to no sample. */
        FILE_WITHOUT_SAMPLE("file");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }

        /** What the thing is, in a word. */
        public String noun() {
            return noun;
        }
    }

    /** Requires all parts. */
    public ProjectGap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
    }

    /** One sentence without its end. */
    public String sentence() {
        return (kind.noun.equals("file") ? what : kind.noun + " '" + what + "'") + ": " + why;
    }
}
