package org.interphase.figure;

/** How long texts are in the fonts of a painter. */
@FunctionalInterface
public interface TextMetrics {

    /**
     * Length of a text on one baseline.
     *
     * @param size size of the font in page units
     * @return in page units
     */
    double width(String text, double size, boolean bold);
}
