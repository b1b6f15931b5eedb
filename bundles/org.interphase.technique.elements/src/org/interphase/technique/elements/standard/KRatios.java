package org.interphase.technique.elements.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.KRatio;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.MeasuredShape;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * k-ratios: the shape that a family has in the spectrum of its standard, measured by the same detector, is fitted to
 * the
 * specimen's spectrum, so that an error of the calculated line shape cancels and overlaps are undone with true shapes;
 * the factor over the ratio of doses (live time times probe current) is the k-ratio. Where channels differ, calculated
 * shapes are fitted to both.
 */
public final class KRatios {

    private static final double SAME = 1e-3;

    private KRatios() {
    }

    /**
     * The k-ratios of a specimen.
     *
     * @param ratios one per element that has a standard
     * @param used file of the standard by element
     * @param fit the fit of the specimen's spectrum
     * @param undescribed elements around whose lines a fit does not describe the spectrum, of specimen or standard
     */
    public record Result(List<KRatio> ratios, Map<String, String> used, FamilyFit fit, Set<String> undescribed) {
        /** Copies the collections. */
        public Result {
            ratios = List.copyOf(ratios);
            used = new LinkedHashMap<>(used);
            undescribed = Set.copyOf(undescribed);
        }
    }

    /**
     * Measures.
     *
     * @param elements families to be measured by element, the one to be used first
     * @param guess composition for the continuum's absorption; null for none
     * @param currents whether the probe currents are known; else they are taken as equal
     */
    public static Result of(EdsSpectrum s, DetectorResponse response, double from, double to,
            Map<String, List<XrayFamily>> elements, List<StandardSpectrum> standards, Composition guess,
            boolean currents) {
        Map<String, MeasuredShape> shapes = new HashMap<>();
        Map<String, double[]> intensities = new LinkedHashMap<>();
        Map<String, StandardSpectrum> chosen = new LinkedHashMap<>();
        Set<String> undescribed = new HashSet<>();
        Map<StandardSpectrum, FamilyFit> fits = new HashMap<>();
        for (Map.Entry<String, List<XrayFamily>> e : elements.entrySet()) {
            Optional<StandardSpectrum> standard = best(standards, e.getKey());
            if (standard.isEmpty()) {
                continue;
            }
            StandardSpectrum t = standard.get();
            FamilyFit fit = fits.computeIfAbsent(t, k -> fit(k, response, from, to));
            XrayFamily family = e.getValue().get(0);
            int at = index(fit, family);
            if (at < 0) {
                continue;
            }
            double dose = t.spectrum().liveTime() * (currents ? t.spectrum().current() : 1);
            boolean same = sameChannels(s, t.spectrum());
            double n = same ? fit.measuredCounts(at) : fit.counts(at);
            // of the sum over the window, and of the continuum and overlaps taken from it
            double u = (same ? Math.max(Math.sqrt(Math.max(n, 1)), fit.measuredUncertainty(at))
                    : fit.uncertainty(at)) / n;
            if (same) {
                shapes.put(family.name(), fit.measured(at));
            }
            if (!fit.isDescribed(at)) {
                undescribed.add(e.getKey());
            }
            intensities.put(e.getKey(), new double[] {n / dose, Math.hypot(u, t.uncertainty())});
            chosen.put(e.getKey(), t);
        }
        List<XrayFamily> all = elements.values().stream().flatMap(List::stream).toList();
        FamilyFit fit = FamilyFit.of(s, response, all, new FamilyFit.Settings(from, to, true, guess, shapes), null);
        double dose = s.liveTime() * (currents ? s.current() : 1);
        List<KRatio> out = new ArrayList<>();
        Map<String, String> used = new LinkedHashMap<>();
        for (Map.Entry<String, double[]> e : intensities.entrySet()) {
            XrayFamily family = elements.get(e.getKey()).get(0);
            int at = index(fit, family);
            double k = fit.counts(at) / dose / e.getValue()[0];
            double u = Math.hypot(fit.uncertainty(at) / fit.counts(at), e.getValue()[1]);
            out.add(new KRatio(family, k, u, chosen.get(e.getKey()).composition()));
            if (!fit.isDescribed(at)) {
                undescribed.add(e.getKey());
            }
            used.put(e.getKey(), chosen.get(e.getKey()).file());
        }
        return new Result(out, used, fit, undescribed);
    }

    /** The standard with most of an element. */
    private static Optional<StandardSpectrum> best(List<StandardSpectrum> standards, String symbol) {
        return standards.stream().filter(t -> t.composition().of(symbol) > 0.02).max(java.util.Comparator
                .comparingDouble(t -> t.composition().of(symbol)));
    }

    private static FamilyFit fit(StandardSpectrum t, DetectorResponse response, double from, double to) {
        List<XrayFamily> families = new ArrayList<>();
        List<String> symbols = new ArrayList<>(t.composition().fractions().keySet());
        // coats and surface oxides stand in every spectrum
        for (String also : List.of("C", "O")) {
            if (!symbols.contains(also)) {
                symbols.add(also);
            }
        }
        for (String symbol : symbols) {
            for (char shell : new char[] {'K', 'L', 'M'}) {
                boolean there = shell == 'K' || XrayTables.require(symbol).z() > (shell == 'L' ? 18 : 56);
                if (there) {
                    XrayFamily.of(XrayTables.require(symbol), shell, t.spectrum().beam()).filter(f -> f.mainEnergy()
                            > from && f.mainEnergy() < to && f.edge() * 1.1 < t.spectrum().beam())
                            .ifPresent(families::add);
                }
            }
        }
        return FamilyFit.of(t.spectrum(), response, families, new FamilyFit.Settings(from, to, true,
                t.composition()), null);
    }

    private static int index(FamilyFit fit, XrayFamily family) {
        for (int i = 0; i < fit.families().size(); i++) {
            if (fit.families().get(i).name().equals(family.name())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameChannels(EdsSpectrum a, EdsSpectrum b) {
        return Math.abs(a.step() / b.step() - 1) < SAME / 10 && Math.abs(a.first() - b.first()) < 0.05 * a.step();
    }
}
