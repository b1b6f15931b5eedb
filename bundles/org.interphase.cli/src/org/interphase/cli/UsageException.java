package org.interphase.cli;

/** The command was not understood; nothing was done. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
