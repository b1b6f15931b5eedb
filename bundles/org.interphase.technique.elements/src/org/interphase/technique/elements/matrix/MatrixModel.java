package org.interphase.technique.elements.matrix;

import java.util.Map;
import org.interphase.technique.elements.reference.Attenuation;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * Relative intensity of a family of lines that leaves a bulk material: mass fraction, area of the absorbed depth
 * distribution ({@link Xpp}), characteristic fluorescence ({@link SecondaryFluorescence}).
 *
 * @param beam energy of the electrons in eV
 * @param takeOff take-off angle in degrees
 * @param absorption factors on the attenuation coefficients of absorbing elements, to see what their uncertainty does;
 *     usually empty
 * @param fluorescence factor on secondary fluorescence; usually 1
 * @param atomicNumber exponent on the area of the depth distribution, to see what its uncertainty does; usually 1
 */
public record MatrixModel(double beam, double takeOff, Map<String, Double> absorption, double fluorescence,
        double atomicNumber) {

    /** @throws IllegalArgumentException if the angle is not between 0 and 90 degrees */
    public MatrixModel {
        if (!(takeOff > 0 && takeOff <= 90)) {
            throw new IllegalArgumentException("a take-off angle of " + takeOff + " degrees sees no X-rays");
        }
        absorption = Map.copyOf(absorption);
    }

    /** The model as published. */
    public static MatrixModel of(double beam, double takeOff) {
        return new MatrixModel(beam, takeOff, Map.of(), 1, 1);
    }

    private double cosecant() {
        return 1 / Math.sin(Math.toRadians(takeOff));
    }

    /** Intensity per mass fraction of the element, comparable between materials only. */
    public double perFraction(Composition material, XrayFamily family) {
        Xpp xpp = new Xpp(material, family.edge() / 1000, family.shell(), family.element().z(), beam / 1000);
        double chi = chi(material.normalised().fractions(), family);
        double generated = Math.pow(xpp.area(), atomicNumber);
        double secondary = fluorescence * SecondaryFluorescence.of(material, family, beam, cosecant());
        return generated * xpp.emitted(chi) / xpp.area() * (1 + secondary);
    }

    /** Mass attenuation coefficient for the family's main lines over the sine of the take-off angle. */
    private double chi(Map<String, Double> fractions, XrayFamily family) {
        double mu = 0;
        for (Map.Entry<String, Double> e : fractions.entrySet()) {
            mu += absorption.getOrDefault(e.getKey(), 1.0) * e.getValue()
                    * Attenuation.of(e.getKey(), family.mainEnergy());
        }
        return mu * cosecant();
    }

    /** The k-ratio that a material would show against a standard. */
    public double ratio(Composition material, Composition standard, XrayFamily family) {
        String symbol = family.element().symbol();
        return material.of(symbol) * perFraction(material, family)
                / (standard.of(symbol) * perFraction(standard, family));
    }
}
