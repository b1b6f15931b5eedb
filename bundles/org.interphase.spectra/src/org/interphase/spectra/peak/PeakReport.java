package org.interphase.spectra.peak;

import java.util.List;
import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/** The numbers and sentences of a peak fit, named alike for all techniques. */
final class PeakReport {

    private static final double PULLED = 1.5;
    /** Reduced chi-square beyond which numbers must not be used: the model is not that of the data. */
    private static final double UNUSABLE = 25;

    private PeakReport() {
    }

    /** "X position", "X FWHM", "X area", "X height", "X fraction", and for doublets "X total area". */
    static void measurements(PeakFitStep.Result result, Curve curve, Outcome.Builder out) {
        PeakFit fit = result.fit();
        String axis = curve.axis().unit().text();
        Unit area = AreaUnit.of(curve.signal().unit(), curve.axis().unit());
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            add(out, c.name() + " position", "x_0", fit.estimate(i, "position").value(),
                    result.uncertainty(i, "position"), axis);
            add(out, c.name() + " FWHM", "w", fit.estimate(i, "fwhm").value(), result.uncertainty(i, "fwhm"), axis);
            add(out, c.name() + " area", "A", fit.estimate(i, "area").value(), result.uncertainty(i, "area"),
                    area.text());
            add(out, c.name() + " height", "h", fit.height(i).value(), result.uncertainty(i, "height"),
                    curve.signal().unit().text());
            if (c.isDoublet()) {
                add(out, c.name() + " total area", "A", fit.totalArea(i).value(), result.uncertainty(i, "total area"),
                        area.text());
                doublet(c, i, fit, axis, out);
            }
            if (fit.components().size() > 1) {
                add(out, c.name() + " fraction", "", 100 * fit.fraction(i).value(),
                        100 * result.uncertainty(i, "fraction"), "%");
            }
        }
        int nu = fit.numerics().degreesOfFreedom();
        add(out, "reduced chi-square", "chi_r^2", fit.reducedChiSquare(), Math.sqrt(2.0 / nu), "1");
    }

    /** Splitting and ratio of a doublet; without uncertainty, and said to be held, where the analyst gave them. */
    private static void doublet(PeakComponent c, int i, PeakFit fit, String axis, Outcome.Builder out) {
        PeakFit.Estimate splitting = fit.estimate(i, "splitting");
        PeakFit.Estimate ratio = fit.estimate(i, "ratio");
        add(out, c.name() + " splitting", "", splitting.value(), c.splitting().fixed() ? Double.NaN
                : splitting.uncertainty(), axis);
        add(out, c.name() + " ratio", "", ratio.value(), c.ratio().fixed() ? Double.NaN : ratio.uncertainty(), "1");
        if (c.splitting().fixed() && c.ratio().fixed()) {
            out.remark(Remark.info(String.format(Locale.ROOT, "%s is a doublet with splitting held at %.3g %s and "
                    + "area ratio held at %.2f:1; its weaker line lies at %.2f %s.", c.name(),
                    Math.abs(splitting.value()), axis, 1 / ratio.value(), fit.estimate(i, "position").value()
                            + splitting.value(), axis)).about(c.name()));
        }
    }

    private static void add(Outcome.Builder out, String name, String symbol, double value, double u, String unit) {
        if (Double.isFinite(value)) {
            out.measure(name, symbol, value, Double.isFinite(u) ? u : Double.NaN, unit);
        }
    }

    /** Components that are not there. */
    static void missing(List<PeakFitStep.Missing> missing, PeakFit fit, Curve curve, double sigmas,
            Outcome.Builder out) {
        double total = 0;
        for (int i = 0; fit != null && i < fit.components().size(); i++) {
            total += fit.totalArea(i).value();
        }
        Unit area = AreaUnit.of(curve.signal().unit(), curve.axis().unit());
        for (PeakFitStep.Missing m : missing) {
            out.measure(Measurement.notDetected(m.name() + " position", "x_0", Double.NaN, curve.axis().unit().text()));
            out.measure(Measurement.notDetected(m.name() + " area", "A", m.limit(), area.text()));
            if (total > 0) {
                out.measure(Measurement.notDetected(m.name() + " fraction", "", 100 * m.limit() / (total + m.limit()),
                        "%"));
            }
            out.remark(Remark.info(String.format(Locale.ROOT, "%s is not detected: its area is below %.2g standard "
                    + "uncertainties. An area above %.4g %s would have been found.", m.name(), sigmas, m.limit(),
                    area.pretty())).about(m.name()));
        }
    }

    static void noise(Noise noise, Outcome.Builder out) {
        boolean guessed = noise.kind() == Noise.Kind.ESTIMATED || noise.kind() == Noise.Kind.ESTIMATED_COUNTING;
        out.remark(guessed ? Remark.warning(noise.text()) : Remark.info(noise.text()));
    }

    static void remarks(PeakFitStep.Result result, Curve curve, Outcome.Builder out) {
        PeakFit fit = result.fit();
        fit.numerics().remarks().forEach(s -> out.remark(Remark.warning(readable(s))));
        double reduced = fit.reducedChiSquare();
        if (fit.uncertaintyScale() > 1) {
            String text = String.format(Locale.ROOT, "Reduced chi-square is %.2f: the model does not describe the data "
                    + "within their noise. Uncertainties are multiplied by %.2f; look at the residuals for a missing "
                    + "component or another line shape.", reduced, fit.uncertaintyScale());
            out.remark(reduced > UNUSABLE ? Remark.error(text) : fit.uncertaintyScale() > PULLED
                    ? Remark.warning(text) : Remark.info(text));
        } else if (fit.numerics().degreesOfFreedom() > 20 && reduced < 1 - 4 * Math.sqrt(2.0
                / fit.numerics().degreesOfFreedom())) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "Reduced chi-square is %.2f: the data scatter less "
                    + "than their stated noise; they may have been smoothed, or be rates whose counts are not known, "
                    + "and uncertainties are too large.", reduced)));
        }
        if (!result.spread().alternatives().isEmpty()) {
            spread(result, curve, out);
        }
    }

    private static void spread(PeakFitStep.Result result, Curve curve, Outcome.Builder out) {
        String area = AreaUnit.of(curve.signal().unit(), curve.axis().unit()).pretty();
        for (int i = 0; i < result.fit().components().size(); i++) {
            String name = result.fit().components().get(i).name();
            double model = result.spread().uncertainty(name, "area");
            double statistical = result.fit().estimate(i, "area").uncertainty();
            out.remark(Remark.info(String.format(Locale.ROOT, "Area of %s: standard uncertainty %.3g %s from counting "
                    + "statistics and %.3g %s from the choice of line shape and background (%s).", name, statistical,
                    area, model, area, String.join("; ", result.spread().alternatives()))).about(name));
        }
    }

    /** The numerics name parameters "CF2.centre"; people read "position of CF2". */
    private static String readable(String sentence) {
        return sentence.replace(".centre", " position").replace(".fwhm", " FWHM").replace(".area", " area")
                .replace(".mixing", " mixing").replace(".splitting", " splitting").replace(".areaRatio", " ratio");
    }
}
