package org.interphase.engine.recipe;

import java.util.Objects;

/**
 * Why a run stopped before its end.
 *
 * @param step id of the step that failed
 * @param message what happened, for the analyst
 * @param cause the exception behind it, for debugging; may be null
 */
public record Failure(String step, String message, Throwable cause) {

    /** Requires step and message. */
    public Failure {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(message, "message");
    }

    /** A failure without exception behind it. */
    public Failure(String step, String message) {
        this(step, message, null);
    }

    /** Step and message in one line. */
    public String pretty() {
        return step.isEmpty() ? message : "step '" + step + "': " + message;
    }
}
