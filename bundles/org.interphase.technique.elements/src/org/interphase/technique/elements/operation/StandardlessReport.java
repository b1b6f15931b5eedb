package org.interphase.technique.elements.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.GeneratedIntensity;
import org.interphase.technique.elements.presence.ElementFamilies;
import org.interphase.technique.elements.presence.ElementList;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.XrayFamily;

/** Mass fractions without standards: calculated intensities, normalised to 100 %. Always doubtful. */
final class StandardlessReport {

    private static final int ROUNDS = 40;
    private static final double USUAL_RESOLUTION = 130;
    /** Relative uncertainty of a calculated intensity (unverified): K lines above 1 keV, and all others. */
    private static final double HARD_K = 0.10;
    private static final double OTHERS = 0.30;
    private static final double SOFT = 1000;
    private static final String REASON = "no standards were given: intensities are calculated, the detector's "
            + "window is "
            + "not known, and fractions are made to add up to 100 %";

    private StandardlessReport() {
    }

    static void write(Outcome.Builder out, EdsSpectrum s, ElementList found, double takeOff, List<String> coating)
            throws AnalysisException {
        DetectorResponse response = Detectors.of(s, USUAL_RESOLUTION);
        List<XrayFamily> all = new ArrayList<>();
        Map<String, XrayFamily> main = new LinkedHashMap<>();
        for (String e : found.elements()) {
            List<XrayFamily> families = ElementFamilies.of(e, found.from(), found.to(), s.beam());
            all.addAll(families);
            if (!coating.contains(e)) {
                main.put(e, families.get(0));
            }
        }
        if (main.isEmpty()) {
            return;
        }
        FamilyFit fit;
        try {
            fit = FamilyFit.of(s, response, all, new FamilyFit.Settings(found.from(), found.to(), true, null), null);
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The spectrum cannot be fitted: " + e.getMessage() + ".", e);
        }
        Map<String, Double> c = new LinkedHashMap<>();
        main.keySet().forEach(e -> c.put(e, 1.0 / main.size()));
        for (int round = 0; round < ROUNDS; round++) {
            Composition now = new Composition(c).normalised();
            for (Map.Entry<String, XrayFamily> e : main.entrySet()) {
                double perFraction = GeneratedIntensity.of(now, e.getValue(), s.beam(), takeOff)
                        * fit.response().efficiency(e.getValue().mainEnergy());
                c.put(e.getKey(), Math.max(1e-9, fit.counts(fit.families().indexOf(e.getValue())) / perFraction));
            }
            c.putAll(new Composition(c).normalised().fractions());
        }
        double[] relative = new double[main.size()];
        List<String> symbols = List.copyOf(main.keySet());
        for (int i = 0; i < relative.length; i++) {
            XrayFamily f = main.get(symbols.get(i));
            int at = fit.families().indexOf(f);
            double model = f.shell() == 'K' && f.mainEnergy() > SOFT ? HARD_K : OTHERS;
            relative[i] = Math.hypot(model, fit.uncertainty(at) / Math.max(1, fit.counts(at)));
        }
        for (int i = 0; i < relative.length; i++) {
            double w = c.get(symbols.get(i));
            // what adds up to 100 % cannot vary alone
            double variance = Math.pow((1 - w) * relative[i], 2);
            for (int k = 0; k < relative.length; k++) {
                variance += k == i ? 0 : Math.pow(c.get(symbols.get(k)) * relative[k], 2);
            }
            out.measure(Measurement.of(symbols.get(i) + " mass fraction", "w", 100 * w, 100 * w * Math.sqrt(variance),
                    "%").judged(Verdict.doubtful(REASON)));
        }
        out.remark(Remark.warning("Fractions are estimated without standards: " + REASON + ".").coded("standardless"));
        coating.stream().filter(found.elements()::contains).forEach(e -> out.remark(Remark.info(e + " is taken for "
                + "coat "
                + "or contamination and left out.").about(e)));
    }
}
