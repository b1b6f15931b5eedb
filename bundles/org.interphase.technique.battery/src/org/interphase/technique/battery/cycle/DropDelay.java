package org.interphase.technique.battery.cycle;

/** When after the current is turned on its drop of the voltage is read. */
public enum DropDelay {
    /** At the first row at which the current is at its level. */
    FIRST_SAMPLE("first sample", Double.NaN),
    /** One second after. */
    ONE_SECOND("1 s", 1),
    /** Ten seconds after. */
    TEN_SECONDS("10 s", 10),
    /** At once, by E = E0 - I R0 + k sqrt(t) from the rows of the first half minute. */
    EXTRAPOLATED("extrapolated by sqrt(t)", 0);

    private final String words;
    private final double seconds;

    DropDelay(String words, double seconds) {
        this.words = words;
        this.seconds = seconds;
    }

    /** The delay in words. */
    public String words() {
        return words;
    }

    /** The delay, s; NaN for the first sample. */
    public double seconds() {
        return seconds;
    }
}
