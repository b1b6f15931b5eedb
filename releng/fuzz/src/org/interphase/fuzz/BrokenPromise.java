package org.interphase.fuzz;

/** What must not happen; its stack is that of the cause, so that the fuzzer tells one finding from another. */
final class BrokenPromise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenPromise(String message, Throwable cause) {
        super(message, cause);
        if (cause != null && cause.getStackTrace().length > 0) {
            setStackTrace(cause.getStackTrace());
        }
    }
}
