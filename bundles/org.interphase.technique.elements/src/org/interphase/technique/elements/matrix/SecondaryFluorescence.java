package org.interphase.technique.elements.matrix;

import java.util.Map;
import org.interphase.technique.elements.reference.Attenuation;
import org.interphase.technique.elements.reference.ElementFacts;
import org.interphase.technique.elements.reference.ShellFacts;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * Lines that are excited by the characteristic lines of the other elements of the material, relative to those the
 * electrons excite: S. J. B. Reed, "Characteristic fluorescence corrections in electron-probe microanalysis", Br. J.
 * Appl. Phys. 16 (1965) 913, doi:10.1088/0508-3443/16/7/301, with the ratio of ionisations of S. J. B. Reed, Microbeam
 * Analysis (1990) 109, the Lenard coefficient of K. F. J. Heinrich (1967), and factors of 0.24 and 1/0.24 between K and
 * L shells. Fluorescence by the continuum is left out.
 */
final class SecondaryFluorescence {

    /** Lines with an energy this much above the edge excite little. */
    private static final double REACH = 5000;

    private SecondaryFluorescence() {
    }

    /**
     * Ratio of secondary to primary intensity.
     *
     * @param material mass fractions
     * @param family family of the lines excited
     * @param beam energy of the electrons in eV
     * @param cosecant cosecant of the take-off angle
     */
    static double of(Composition material, XrayFamily family, double beam, double cosecant) {
        Composition c = material.normalised();
        String a = family.element().symbol();
        ShellFacts shell = family.element().shell(family.shell() == 'K' ? "K" : family.shell() == 'L' ? "L3" : "M5")
                .orElseThrow();
        double emerging = Attenuation.of(c.fractions(), family.mainEnergy()) * cosecant;
        double sum = 0;
        for (Map.Entry<String, Double> e : c.fractions().entrySet()) {
            ElementFacts exciter = XrayTables.require(e.getKey());
            for (char s : new char[] {'K', 'L'}) {
                XrayFamily by = XrayFamily.of(exciter, s, beam).orElse(null);
                if (by == null || e.getKey().equals(a) || beam <= by.edge()) {
                    continue;
                }
                double factor = family.shell() == s ? 1 : family.shell() == 'K' ? 1 / 0.24 : family.shell() == 'L'
                        ? 0.24 : 0.02;
                ShellFacts exciting = exciter.shell(s == 'K' ? "K" : "L3").orElseThrow();
                double ratio = ionisations(beam / by.edge()) / ionisations(beam / family.edge());
                double common = factor * 0.5 * e.getValue() * (shell.jump() - 1) / shell.jump()
                        * exciting.fluorescence() * family.element().weight() / exciter.weight() * ratio;
                for (XrayFamily.Line l : by.lines()) {
                    if (l.energy() <= family.edge() || l.energy() > family.edge() + REACH) {
                        continue;
                    }
                    double mu = Attenuation.of(c.fractions(), l.energy());
                    double u = emerging / mu;
                    double v = 4.5e5 / (Math.pow(beam / 1000, 1.65) - Math.pow(family.edge() / 1000, 1.65)) / mu;
                    sum += l.intensity() * common * Attenuation.of(a, l.energy()) / mu
                            * (Math.log1p(u) / u + Math.log1p(v) / v);
                }
            }
        }
        return sum;
    }

    private static double ionisations(double u) {
        return u * Math.log(u) - u + 1;
    }
}
