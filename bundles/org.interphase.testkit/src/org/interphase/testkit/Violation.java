package org.interphase.testkit;

/**
 * A way in which a technique breaks the contract.
 *
 * @param rule which rule, for example "deterministic"
 * @param subject operation, reader, recipe or file it is about
 * @param message what was found
 */
public record Violation(String rule, String subject, String message) {

    @Override
    public String toString() {
        return "[" + rule + "] " + subject + ": " + message;
    }
}
