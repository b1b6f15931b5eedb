package org.interphase.api;

/** An operation could not give a result; the message says what happened, what it means and what to do. */
public class AnalysisException extends Exception {

    private static final long serialVersionUID = 1L;

    /** An exception with a message for the analyst. */
    public AnalysisException(String message) {
        super(message);
    }

    /** An exception with a message for the analyst and its cause. */
    public AnalysisException(String message, Throwable cause) {
        super(message, cause);
    }
}
