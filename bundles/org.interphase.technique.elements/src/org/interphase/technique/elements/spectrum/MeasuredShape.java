package org.interphase.technique.elements.spectrum;

/**
 * The shape of a family of lines as a spectrum holds it.
 *
 * @param profile one count altogether
 * @param variance variance of the profile in each of its channels, by counting
 */
public record MeasuredShape(PeakProfile profile, PeakProfile variance) {
}
