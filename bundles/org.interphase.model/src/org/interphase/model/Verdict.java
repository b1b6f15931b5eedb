package org.interphase.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a number may be published.
 *
 * @param quality sound, doubtful or withheld
 * @param reason why it is not sound, as a clause that can follow a colon; empty for a sound number
 */
public record Verdict(Quality quality, String reason) {

    /** How good a number is. */
    public enum Quality {
        /** It may be published with its uncertainty. */
        SOUND,
        /** It is shown, but its uncertainty may not hold; it is never called significant. */
        DOUBTFUL,
        /** There is no value one may look at; the reason stands in its place. */
        WITHHELD;

        /** The word in documents: sound, doubtful or withheld. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The quality of a word in a document.
         *
         * @throws IllegalArgumentException if it is none of the three
         */
        public static Quality of(String word) {
            for (Quality q : values()) {
                if (q.word().equals(word)) {
                    return q;
                }
            }
            throw new IllegalArgumentException("a quality is sound, doubtful or withheld, not '" + word + "'");
        }
    }

    /** Between the clauses of a reason that has several. */
    private static final String CLAUSES = "; ";

    /** A number that may be published. */
    public static final Verdict SOUND = new Verdict(Quality.SOUND, "");

    /** @throws IllegalArgumentException if a number that is not sound has no reason, or a sound one has */
    public Verdict {
        Objects.requireNonNull(quality, "quality");
        Objects.requireNonNull(reason, "reason");
        if (reason.isBlank() != (quality == Quality.SOUND)) {
            throw new IllegalArgumentException(quality.word() + " with the reason '" + reason + "'");
        }
    }

    /** A number whose uncertainty may not hold. */
    public static Verdict doubtful(String reason) {
        return new Verdict(Quality.DOUBTFUL, reason);
    }

    /** A number that must not be shown. */
    public static Verdict withheld(String reason) {
        return new Verdict(Quality.WITHHELD, reason);
    }

    /** Both together: the worse quality, the reasons of both where they are equally bad. */
    public Verdict and(Verdict other) {
        int worse = quality.compareTo(other.quality);
        if (worse != 0) {
            return worse > 0 ? this : other;
        }
        if (quality == Quality.SOUND) {
            return this;
        }
        Set<String> clauses = new LinkedHashSet<>(List.of(reason.split(CLAUSES)));
        clauses.addAll(List.of(other.reason.split(CLAUSES)));
        return new Verdict(quality, String.join(CLAUSES, clauses));
    }

    /** Whether the number may be published. */
    public boolean isSound() {
        return quality == Quality.SOUND;
    }

    /** Whether there is no value to show. */
    public boolean isWithheld() {
        return quality == Quality.WITHHELD;
    }
}
