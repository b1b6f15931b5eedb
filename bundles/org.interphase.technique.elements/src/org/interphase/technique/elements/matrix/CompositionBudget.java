package org.interphase.technique.elements.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Standard uncertainties of mass fractions and of their sum: each source is moved by its own uncertainty, the
 * composition found anew, and the changes added in squares. Sources: each k-ratio; the dose of the specimen, which
 * moves all, and of each standard, which moves all that is measured against it; the attenuation coefficients of each
 * absorbing element (4 % for lines above 1 keV, 10 % below, after the scatter of compilations that C. T. Chantler, J.
 * Phys. Chem. Ref. Data 29 (2000) 597 discusses; the figures are rounded); the atomic number correction (a tenth of its
 * logarithm, unverified); secondary fluorescence (30 %, unverified); and 2 % of each element for the depth distribution
 * itself: J.-L. Pouchou and F. Pichoir (1991) report about 2 % scatter for XPP over hundreds of binary alloys,
 * measurement and coefficients included.
 */
public final class CompositionBudget {

    private static final double HARD = 0.04;
    private static final double SOFT = 0.10;
    private static final double SOFT_BELOW = 1000;
    private static final double ATOMIC_NUMBER = 0.1;
    private static final double FLUORESCENCE = 0.3;
    private static final double MODEL = 0.02;

    private final Composition best;
    private final Map<String, Double> squares = new LinkedHashMap<>();
    private double total;

    private CompositionBudget(Composition best) {
        this.best = best;
    }

    /**
     * The budget of the composition that the ratios give.
     *
     * @param oxides gives the oxygen that goes with the others; null if oxygen is measured or there is none
     * @param dose relative standard uncertainty of the ratio of two doses
     */
    public static CompositionBudget of(List<KRatio> ratios, Oxides oxides, MatrixModel model, double dose) {
        CompositionBudget b = new CompositionBudget(MatrixIteration.solve(ratios, oxides, model));
        b.ratios(ratios, oxides, model, dose);
        b.model(ratios, oxides, model);
        return b;
    }

    private void ratios(List<KRatio> ratios, Oxides oxides, MatrixModel model, double dose) {
        for (KRatio k : ratios) {
            double relative = Math.hypot(k.uncertainty(), MODEL);
            add(MatrixIteration.solve(moved(ratios, o -> o == k, relative), oxides, model));
        }
        if (dose > 0) {
            double one = dose / Math.sqrt(2);
            add(MatrixIteration.solve(moved(ratios, k -> true, one), oxides, model));
            for (Composition s : new LinkedHashSet<>(ratios.stream().map(KRatio::standard).toList())) {
                add(MatrixIteration.solve(moved(ratios, k -> k.standard().equals(s), one), oxides, model));
            }
        }
    }

    private static List<KRatio> moved(List<KRatio> ratios, Predicate<KRatio> which, double relative) {
        return ratios.stream().map(k -> which.test(k) ? new KRatio(k.family(), k.value() * (1 + relative),
                k.uncertainty(), k.standard()) : k).toList();
    }

    private void model(List<KRatio> ratios, Oxides oxides, MatrixModel model) {
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
            add(moved);
        }
        add(MatrixIteration.solve(ratios, oxides, with(model, model.absorption(),
                model.fluorescence() * (1 + FLUORESCENCE), model.atomicNumber())));
        add(MatrixIteration.solve(ratios, oxides, with(model, model.absorption(), model.fluorescence(),
                model.atomicNumber() * (1 + ATOMIC_NUMBER))));
        if (oxides != null) {
            best.fractions().forEach((e, c) -> {
                double square = Math.pow(c * oxides.uncertainty(e), 2);
                squares.merge("O", square, Double::sum);
                total += square;
            });
        }
    }

    /** Standard uncertainty of the mass fraction of an element; 0 for one that the composition does not have. */
    public double uncertainty(String symbol) {
        return Math.sqrt(squares.getOrDefault(symbol, 0.0));
    }

    /** Standard uncertainty of the sum of all mass fractions. */
    public double total() {
        return Math.sqrt(total);
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

    private void add(Composition moved) {
        best.fractions().forEach((e, c) -> squares.merge(e, Math.pow(moved.of(e) - c, 2), Double::sum));
        total += Math.pow(moved.total() - best.total(), 2);
    }
}
