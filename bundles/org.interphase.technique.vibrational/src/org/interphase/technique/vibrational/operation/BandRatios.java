package org.interphase.technique.vibrational.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.RivalModels;

/** Ratios of the bands of a fit, with the covariance of both. */
final class BandRatios {

    /** 95 % quantile of the normal distribution, one-sided. */
    private static final double ONE_SIDED = 1.645;

    private BandRatios() {
    }

    /**
     * The names of the two bands of a ratio such as "D / G".
     *
     * @throws AnalysisException if it is no ratio of two bands of the fit
     */
    static List<String> bands(List<PeakComponent> components, String text) throws AnalysisException {
        String[] parts = text.split("/");
        if (parts.length != 2) {
            throw new AnalysisException("'" + text + "' is no ratio; write for example D / G.");
        }
        String top = parts[0].strip();
        String bottom = parts[1].strip();
        for (String n : List.of(top, bottom)) {
            if (components.stream().noneMatch(c -> c.name().equals(n))) {
                throw new AnalysisException("The ratio " + text + " names '" + n + "', which is no band of the fit.");
            }
        }
        return List.of(top, bottom);
    }

    /** Measures a ratio of two bands: by height and by area, or the limit of it. */
    static void add(PeakFitStep.Result r, List<String> bands, RivalModels rivals) {
        String top = bands.get(0);
        String bottom = bands.get(1);
        int i = r.indexOf(top);
        int j = r.indexOf(bottom);
        String name = top + "/" + bottom;
        if (i >= 0 && j >= 0) {
            r.outcome().measure(ratio("I(" + top + ")/I(" + bottom + ")", r.fit().heightRatio(i, j)));
            r.outcome().measure(ratio("A(" + top + ")/A(" + bottom + ")", r.fit().areaRatio(i, j)));
        } else if (j >= 0) {
            // as little of the other band as its uncertainty allows
            PeakFit.Estimate whole = r.fit().totalArea(j);
            double u = rivals.uncertainty(f -> f.totalArea(j), whole.uncertainty());
            double least = whole.value() - ONE_SIDED * u;
            PeakFitStep.Missing m = r.missing(top).orElseThrow();
            String area = "A(" + top + ")/A(" + bottom + ")";
            r.outcome().measure(least > 0
                    ? Measurement.notDetected(area, "", m.limit() / least, "1").judged(m.verdict())
                            .judged(doubt(whole.verdict()))
                            .judged(rivals.verdict(f -> f.totalArea(j), whole.uncertainty()))
                    : Measurement.withheld(area, "", "1", bottom + " may be absent too, so the ratio has no limit"));
        } else {
            r.outcome().measure(Measurement.withheld("A(" + top + ")/A(" + bottom + ")", "", "1", bottom
                    + " is not detected"));
            r.outcome().remark(Remark.warning("The ratio " + name + " cannot be given: " + bottom
                    + " is not detected."));
        }
    }

    /** A limit stands where the number it is over is withheld, but may be wrong. */
    private static Verdict doubt(Verdict v) {
        return v.isWithheld() ? Verdict.doubtful(v.reason()) : v;
    }

    /** A number with what other models would make of it. */
    static Measurement counted(Measurement m, PeakFitStep.Result r, List<List<String>> ratios, RivalModels rivals) {
        for (List<String> bands : m.isDetected() ? ratios : List.<List<String>>of()) {
            String top = bands.get(0);
            String bottom = bands.get(1);
            int i = r.indexOf(top);
            int j = r.indexOf(bottom);
            if (i >= 0 && j >= 0 && m.name().equals("I(" + top + ")/I(" + bottom + ")")) {
                return rivals.counted(m, f -> f.heightRatio(i, j), 1);
            }
            if (i >= 0 && j >= 0 && m.name().equals("A(" + top + ")/A(" + bottom + ")")) {
                return rivals.counted(m, f -> f.areaRatio(i, j), 1);
            }
        }
        return rivals.counted(m);
    }

    private static Measurement ratio(String name, PeakFit.Estimate e) {
        return Measurement.of(name, "", e.value(), e.uncertainty(), "1").judged(e.verdict());
    }
}
