package org.interphase.technique.xps.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.numerics.signal.PeakSearch;
import org.interphase.spectra.peak.Noise;
import org.interphase.technique.xps.reference.XpsReferences;

/** Peaks and elements of a survey as an outcome. */
public final class SurveyReport {

    private static final double STEP_OF_WINDOW = 3;

    private SurveyReport() {
    }

    /**
     * The elements of a survey.
     *
     * @throws AnalysisException if the curve is too short or holds what is no number
     */
    public static Outcome of(Curve input, double significance, List<String> exclude) throws AnalysisException {
        double[] x = input.axis().values();
        double[] y = input.signal().values();
        if (x.length < 50) {
            throw new AnalysisException("A survey of " + x.length + " points is too short to search.");
        }
        Noise noise = Noise.of(input);
        // twice the square root of counts has unit variance (F. J. Anscombe, Biometrika 35 (1948) 246)
        double perUnit = noise.isCounting() ? noise.countsPerUnit() : Double.NaN;
        double[] z = new double[y.length];
        double[] sigma = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new AnalysisException("The signal is not a number at " + x[i] + " eV.");
            }
            sigma[i] = Double.isNaN(perUnit) ? noise.sigma()[i] : Math.sqrt(Math.max(y[i] * perUnit, 1)) / perUnit;
            z[i] = Double.isNaN(perUnit) ? y[i] / noise.sigma()[i] : 2 * Math.sqrt(Math.max(0, y[i] * perUnit) + 0.375);
        }
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        int window = Math.max(5, (int) Math.round(STEP_OF_WINDOW / step) | 1);
        List<PeakSearch.Candidate> peaks = new PeakSearch(window, significance, false).find(x, z, 1);
        double photon = input.metadata().number("photon energy", "eV").orElse(1486.6);
        List<SurveyLine> lines = SurveyLine.of(XpsReferences.lines()).stream()
                .filter(l -> !exclude.contains(l.element())).toList();
        ElementSearch search = new ElementSearch(lines, peaks, photon, x[0], x[x.length - 1]);
        List<ElementSearch.Found> found = search.find();
        Outcome.Builder out = Outcome.builder(input);
        List<Layer.Text> texts = new ArrayList<>();
        int unit = 0;
        for (ElementSearch.Found f : found) {
            LinePosition position = LinePosition.of(x, y, sigma, f.main());
            double energy = position.energy();
            out.measure(Measurement.of(f.line() + " position", "E_B", energy, position.uncertainty(), "eV")
                    .judged(position.verdict()).judged(search.verdict(f, found)));
            texts.add(new Layer.Text(energy, y[f.main().index()], f.line(), f.confirmed().isEmpty() ? f.line()
                    : f.line() + ", confirmed by " + String.join(", ", f.confirmed()), Colour.component(unit++)));
        }
        out.overlay("elements", new Layer.Labels("", texts, Style.line(Colour.MODEL, 1)));
        out.remark(Remark.info(found.isEmpty() ? "No element was identified." : "Elements found: "
                + String.join(", ", found.stream().map(ElementSearch.Found::element).toList()) + "."));
        if (!found.isEmpty() && input.metadata().text("charge reference").isEmpty()) {
            out.remark(Remark.info("The energies hold " + LinePosition.SCALE + " eV for the energy scale of the "
                    + "instrument; what charging of the sample moves them all by is not in it. Calibrate by a "
                    + "reference before.")
                    .coded("not-referenced"));
        }
        long unexplained = peaks.stream().filter(p -> lines.stream()
                .filter(l -> found.stream().anyMatch(f -> f.element().equals(l.element())))
                .noneMatch(l -> Math.abs(l.bindingEnergy(photon) - p.centre()) < Math.max(l.tolerance(), 6))).count();
        if (unexplained > 0) {
            out.remark(Remark.info(String.format(Locale.ROOT, "%d further peaks belong to none of these elements' "
                    + "listed lines.",
                    unexplained)));
        }
        return out.build();
    }
}
