package org.interphase.api.parameters;

/**
 * A value with a text form that people write in documents and on the command line. Implementations have a static
 * method {@code parse(String)} that throws {@link IllegalArgumentException} with a clear message, and a
 * {@code toString()} that parses back to an equal value.
 */
public interface TextValue {
}
