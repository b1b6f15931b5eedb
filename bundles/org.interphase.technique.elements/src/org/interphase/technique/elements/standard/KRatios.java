package org.interphase.technique.elements.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.KRatio;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.PeakProfile;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * k-ratios: the shape that a family has in the spectrum of its standard, measured by the same detector, is fitted to
 * the
 * specimen's spectrum, so that an error of the calculated line shape cancels and overlaps are undone with true shapes;
 * the factor over the ratio of doses (live time times probe current) is the k-ratio. Where channels differ, calculated
 * shapes are fitted to both.
 */
public final class KRatios {

    /** Uncertainty of a pure compound's composition: 0.1 % (unverified). */
    private static final double COMPOUND = 0.001;
    private static final double SAME = 1e-3;

    private KRatios() {
    }

    /**
     * The k-ratios of a specimen.
     *
     * @param ratios one per element that has a standard
     * @param used file of the standard by element
     * @param fit the fit of the specimen's spectrum
     * @param described whether the fits describe the spectra of specimen and standards
     */
    public record Result(List<KRatio> ratios, Map<String, String> used, FamilyFit fit, boolean described) {
        /** Copies the collections. */
        public Result {
            ratios = List.copyOf(ratios);
            used = new LinkedHashMap<>(used);
        }
    }

    /**
     * Measures.
     *
     * @param elements families to be measured by element, the one to be used first
     * @param doseUncertainty relative standard uncertainty of the ratio of two doses
     * @param guess composition for the continuum's absorption; null for none
     * @param currents whether the probe currents are known; else they are taken as equal
     */
    public static Result of(EdsSpectrum s, DetectorResponse response, double from, double to,
            Map<String, List<XrayFamily>> elements, List<StandardSpectrum> standards, double doseUncertainty,
            Composition guess, boolean currents) {
        Map<String, PeakProfile> shapes = new HashMap<>();
        Map<String, double[]> intensities = new LinkedHashMap<>();
        Map<String, StandardSpectrum> chosen = new LinkedHashMap<>();
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
            intensities.put(e.getKey(), new double[] {n / dose, Math.hypot(u, COMPOUND)});
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
            double u = Math.sqrt(Math.pow(fit.uncertainty(at) / fit.counts(at), 2) + Math.pow(e.getValue()[1], 2)
                    + doseUncertainty * doseUncertainty);
            out.add(new KRatio(family, k, u, chosen.get(e.getKey()).composition()));
            used.put(e.getKey(), chosen.get(e.getKey()).file());
        }
        boolean described = fit.isDescribed() && chosen.values().stream().allMatch(t -> fits.get(t).isDescribed());
        return new Result(out, used, fit, described);
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
