package org.interphase.benchmarks;

/** A named group of measurements. To add one, write a class and list it in {@link Suites}. */
public interface Suite {

    /** Name on the command line and in the rows. */
    String name();

    /**
     * Measures and reports rows.
     *
     * @throws Exception if it can't be done; the message is shown and the other suites go on
     */
    void run(Context context) throws Exception;
}
