package org.interphase.technique.elements.matrix;

import org.interphase.technique.elements.reference.Attenuation;
import org.interphase.technique.elements.reference.ShellFacts;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * Photons of a family per electron and mass fraction, up to one common factor: ionisations along the path ({@link
 * Xpp}), electrons of the subshells with Bethe's constants 0.9 for K and 0.65 for L (C. J. Powell, Rev. Mod. Phys. 48
 * (1976) 33) and the same for M (unverified), fluorescence yields, absorption. Good to perhaps 10 % among K lines and a
 * factor of two between K, L and M (unverified).
 */
public final class GeneratedIntensity {

    private GeneratedIntensity() {
    }

    /**
     * Relative intensity leaving the specimen.
     *
     * @param beam energy of the electrons in eV
     * @param takeOff take-off angle in degrees
     */
    public static double of(Composition material, XrayFamily family, double beam, double takeOff) {
        double sum = 0;
        for (ShellFacts s : family.element().shells()) {
            if (s.name().charAt(0) != family.shell() || s.edge() <= 0 || beam <= 1.02 * s.edge()) {
                continue;
            }
            int electrons = switch (s.name()) {
                case "L3", "M3", "M4" -> 4;
                case "M5" -> 6;
                default -> 2;
            };
            Xpp xpp = new Xpp(material, s.edge() / 1000, family.shell(), family.element().z(), beam / 1000);
            double ionised = electrons * (family.shell() == 'K' ? 0.9 : 0.65) * xpp.area() * xpp.crossSection();
            // a vacancy that moves to an outer subshell shines from there
            double yield = s.fluorescence() + s.toNext() * next(family, s, 1) + s.toSecond() * next(family, s, 2);
            double chi = Attenuation.of(material.normalised().fractions(), family.mainEnergy())
                    / Math.sin(Math.toRadians(takeOff));
            sum += ionised * yield * xpp.emitted(chi) / xpp.area();
        }
        return sum / family.element().weight();
    }

    private static double next(XrayFamily family, ShellFacts s, int further) {
        int n = s.name().length() < 2 ? 0 : s.name().charAt(1) - '0' + further;
        return family.element().shell(family.shell() + String.valueOf(n)).map(ShellFacts::fluorescence).orElse(0.0);
    }
}
