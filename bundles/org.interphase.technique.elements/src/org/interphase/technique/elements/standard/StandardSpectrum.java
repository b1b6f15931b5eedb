package org.interphase.technique.elements.standard;

import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.spectrum.EdsSpectrum;

/**
 * A spectrum of a material of known composition.
 *
 * @param file name of its file
 * @param spectrum the spectrum
 * @param composition what it is made of
 * @param uncertainty relative standard uncertainty of its mass fractions
 * @param assumed whether nobody states that uncertainty
 */
public record StandardSpectrum(String file, EdsSpectrum spectrum, Composition composition, double uncertainty,
        boolean assumed) {
}
