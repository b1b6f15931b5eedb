package org.interphase.model;

import java.util.Objects;

/**
 * A sentence about a result: information, a warning to weigh, or an error that makes a number unusable.
 *
 * @param level how serious
 * @param text one full sentence that says what, where and what to check
 * @param step id of the recipe step; empty until the runner stamps it
 * @param component the component, band or element it is about, so that a click can select it; may be empty
 */
public record Remark(Level level, String text, String step, String component) {

    /** How serious a remark is. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** The number may not mean what it seems to. */
        WARNING,
        /** The number must not be used. */
        ERROR
    }

    /** Requires all parts. */
    public Remark {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(component, "component");
    }

    /** Information. */
    public static Remark info(String text) {
        return new Remark(Level.INFO, text, "", "");
    }

    /** A warning. */
    public static Remark warning(String text) {
        return new Remark(Level.WARNING, text, "", "");
    }

    /** An error. */
    public static Remark error(String text) {
        return new Remark(Level.ERROR, text, "", "");
    }

    /** The same remark about a component. */
    public Remark about(String other) {
        return new Remark(level, text, step, other);
    }

    /** The same remark stamped with its step. */
    public Remark withStep(String id) {
        return new Remark(level, text, id, component);
    }
}
