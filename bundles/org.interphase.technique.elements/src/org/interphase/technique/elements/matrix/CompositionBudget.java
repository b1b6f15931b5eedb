package org.interphase.technique.elements.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Standard uncertainties of mass fractions: each source is moved by its own uncertainty, the composition found anew,
 * and
 * the changes added in squares. Sources: each k-ratio; the attenuation coefficients of each absorbing element (4 % for
 * lines above 1 keV, 10 % below, after the scatter of compilations that C. T. Chantler, J. Phys. Chem. Ref. Data 29
 * (2000) 597 discusses; the figures are rounded); the atomic number correction (a tenth of its logarithm, unverified);
 * secondary fluorescence (30 %, unverified); and 1 % for the depth distribution itself: J.-L. Pouchou and F. Pichoir
 * (1991) report about 2 % scatter for XPP over hundreds of binary alloys, measurement and coefficients included.
 */
public final class CompositionBudget {

    private static final double HARD = 0.04;
    private static final double SOFT = 0.10;
    private static final double SOFT_BELOW = 1000;
    private static final double ATOMIC_NUMBER = 0.1;
    private static final double FLUORESCENCE = 0.3;
    private static final double MODEL = 0.02;

    private CompositionBudget() {
    }

    /** Standard uncertainty of each mass fraction of the composition that the ratios give. */
    public static Map<String, Double> of(List<KRatio> ratios, Oxides oxides, MatrixModel model) {
        Composition best = MatrixIteration.solve(ratios, oxides, model);
        Map<String, Double> squares = new LinkedHashMap<>();
        for (int i = 0; i < ratios.size(); i++) {
            KRatio k = ratios.get(i);
            double relative = Math.hypot(k.uncertainty(), MODEL);
            List<KRatio> moved = new ArrayList<>(ratios);
            moved.set(i, new KRatio(k.family(), k.value() * (1 + relative), k.uncertainty(), k.standard()));
            add(squares, best, MatrixIteration.solve(moved, oxides, model));
        }
        boolean soft = ratios.stream().anyMatch(k -> k.family().mainEnergy() < SOFT_BELOW);
        Set<String> absorbers = new TreeSet<>(best.fractions().keySet());
        ratios.forEach(k -> absorbers.addAll(k.standard().fractions().keySet()));
        for (String a : absorbers) {
            Map<String, Double> factor = new HashMap<>(model.absorption());
            factor.put(a, 1 + HARD);
            Composition hard = MatrixIteration.solve(ratios, oxides, with(model, factor, model.fluorescence(),
                    model.atomicNumber()));
            Composition moved = hard;
            if (soft) {
                factor.put(a, 1 + SOFT);
                moved = merged(ratios, hard, MatrixIteration.solve(ratios, oxides, with(model, factor,
                        model.fluorescence(), model.atomicNumber())));
            }
            add(squares, best, moved);
        }
        add(squares, best, MatrixIteration.solve(ratios, oxides, with(model, model.absorption(),
                model.fluorescence() * (1 + FLUORESCENCE), model.atomicNumber())));
        add(squares, best, MatrixIteration.solve(ratios, oxides, with(model, model.absorption(), model.fluorescence(),
                model.atomicNumber() * (1 + ATOMIC_NUMBER))));
        if (oxides != null) {
            best.fractions().forEach((e, c) -> squares.merge("O", Math.pow(c * oxides.uncertainty(e), 2), Double::sum));
        }
        Map<String, Double> out = new LinkedHashMap<>();
        squares.forEach((e, s) -> out.put(e, Math.sqrt(s)));
        return out;
    }

    /** Mass fractions of soft lines from one composition, those of hard lines from the other. */
    private static Composition merged(List<KRatio> ratios, Composition hard, Composition soft) {
        Map<String, Double> c = new LinkedHashMap<>(hard.fractions());
        for (KRatio k : ratios) {
            if (k.family().mainEnergy() < SOFT_BELOW) {
                c.put(k.symbol(), soft.of(k.symbol()));
            }
        }
        return new Composition(c);
    }

    private static MatrixModel with(MatrixModel m, Map<String, Double> absorption, double fluorescence, double z) {
        return new MatrixModel(m.beam(), m.takeOff(), absorption, fluorescence, z);
    }

    private static void add(Map<String, Double> squares, Composition best, Composition moved) {
        best.fractions().forEach((e, c) -> squares.merge(e, Math.pow(moved.of(e) - c, 2), Double::sum));
    }
}
