package org.interphase.technique.vibrational.evidence;

import java.util.List;
import org.interphase.technique.vibrational.evidence.Hypothesis.Partner;

/**
 * What bands where C=C is looked for may be. Places: dehydrofluorinated PVDF 1613 cm-1 (Kuhn, Hahn, Percec and Urban,
 * Appl. Spectrosc. 41 (1987) 843); water 1640 and 3400 (Venyaminov and Prendergast, Anal. Biochem. 248 (1997) 234);
 * amide I 1648, amide II 1542 (PLoS ONE 7 (2012) e45521, Table 1); D and G bands of carbon 1350 and 1580 (Tuinstra and
 * Koenig, J. Chem. Phys. 53 (1970) 1126); polystyrene 1001.4 and 1602.3 (ASTM E1840); aromatic rings in the infrared
 * 1600 and 1492 (Table 2 of PMC7116318; polystyrene 1601.3, NIST SRM 1921b, and 1493). Lithium alkyl carbonates near
 * 1650 and 1320 (Zhuang, Xu, Yang, Jow and Ross, J. Phys. Chem. B 109 (2005) 17567) and lithium oxalate near 1645 and
 * 1330 (Hind, Bhargava and Van Bronswijk, Appl. Spectrosc. 52 (1998) 683): numbers not read there, unverified.
 * Spreads, widths, priors and the heights of partners are estimates of this program (unverified); they are wide on
 * purpose. Whatever is not listed may lie anywhere.
 */
final class Hypotheses {

    /** How often a band where one asks for C=C is of something not listed, compared with C=C (unverified). */
    private static final double UNLISTED = 0.05;

    private Hypotheses() {
    }

    /** Infrared, 1585 to 1655 cm-1. */
    static List<Hypothesis> infrared() {
        return List.of(
                new Hypothesis("C=C of a dehydrofluorinated chain", true, 1, 1620, 20, 35, 1.6, List.of()),
                new Hypothesis("C=C and C=N of cyclised polyacrylonitrile", true, 0.5, 1597, 12, 40, 1.6, List.of()),
                new Hypothesis("water", false, 1, 1640, 6, 85, 1.3, List.of(
                        new Partner("O-H stretching near 3400 cm-1", 3400, 100, 400, 3060, 3800, 1.5, 5))),
                new Hypothesis("amide", false, 0.5, 1650, 12, 50, 1.5, List.of(
                        new Partner("amide II near 1545 cm-1", 1545, 25, 45, 1470, 1720, 0.2, 5))),
                new Hypothesis("C=O of an amide without N-H (DMF, NMP)", false, 0.5, 1668, 9, 35, 1.5, List.of()),
                new Hypothesis("carboxylate", false, 0.1, 1580, 20, 50, 1.4, List.of(
                        new Partner("symmetric stretching near 1415 cm-1", 1415, 20, 40, 1340, 1500, 0.3, 1))),
                new Hypothesis("aromatic ring", false, 0.5, 1601, 6, 12, 1.6, List.of(
                        new Partner("ring stretching near 1493 cm-1", 1493, 15, 10, 1465, 1530, 0.2, 3))),
                new Hypothesis("lithium alkyl carbonate", false, 0.2, 1650, 10, 40, 1.5, List.of(
                        new Partner("C-O stretching near 1320 cm-1", 1320, 20, 40, 1250, 1385, 0.2, 3))),
                new Hypothesis("lithium oxalate", false, 0.1, 1645, 12, 40, 1.5, List.of(
                        new Partner("C-O stretching near 1330 cm-1", 1330, 15, 20, 1270, 1385, 0.2, 3))),
                Hypothesis.anything(UNLISTED));
    }

    /** Raman, 1490 to 1605 cm-1. */
    static List<Hypothesis> raman() {
        Partner d = new Partner("D band near 1350 cm-1", 1350, 25, 100, 1150, 1480, 0.15, 5);
        return List.of(
                new Hypothesis("C=C of polyene chains", true, 1, 1525, 30, 40, 1.6, List.of()),
                new Hypothesis("C=C and C=N of cyclised polyacrylonitrile", true, 0.5, 1585, 12, 40, 1.6, List.of()),
                new Hypothesis("G band of disordered carbon", false, 1, 1585, 15, 65, 1.6, List.of(d)),
                new Hypothesis("G band of graphite", false, 1, 1581, 4, 17, 1.3, List.of(
                        new Partner("2D band near 2700 cm-1", 2700, 50, 60, 2550, 2850, 0.2, 5))),
                new Hypothesis("aromatic ring", false, 0.5, 1602, 4, 12, 1.4, List.of(
                        new Partner("ring breathing near 1001 cm-1", 1001, 6, 8, 960, 1025, 0.5, 5))),
                Hypothesis.anything(UNLISTED));
    }
}
