package org.interphase.api;

import java.util.concurrent.CancellationException;

/** How an operation tells how far it is and learns that it is no longer wanted. Safe to use from several threads. */
public interface Progress {

    /**
     * Tells how far the work is.
     *
     * @param fraction 0 to 1; NaN if it cannot be known
     * @param message what is being done, or empty
     */
    void report(double fraction, String message);

    /** Whether the result is no longer wanted. */
    boolean isCancelled();

    /**
     * To be called in long loops.
     *
     * @throws CancellationException if the result is no longer wanted
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Nobody looks and nobody cancels. */
    static Progress none() {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                // nobody looks
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    /** A part of this work, from one fraction of it to another. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(from + fraction * (to - from), message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
