package org.interphase.model;

import java.util.Objects;

/**
 * A sentence about a result: information, a warning to weigh, or an error that makes a number unusable.
 *
 * @param level how serious
 * @param text one full sentence that says what, where and what to check
 * @param step id of the recipe step; empty until the runner stamps it
 * @param component the component, band, element or quantity it is about, so that a click can select it; may be empty
 * @param code what kind of remark it is, for programs: lower-case words joined by '-'; may be empty
 */
public record Remark(Level level, String text, String step, String component, String code) {

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
        Objects.requireNonNull(code, "code");
    }

    /** A remark without a code. */
    public Remark(Level level, String text, String step, String component) {
        this(level, text, step, component, "");
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

    /** The same remark with a code. */
    public Remark coded(String other) {
        return new Remark(level, text, step, component, other);
    }

    /** The same remark about a component. */
    public Remark about(String other) {
        return new Remark(level, text, step, other, code);
    }

    /** The same remark stamped with its step. */
    public Remark withStep(String id) {
        return new Remark(level, text, id, component, code);
    }
}
