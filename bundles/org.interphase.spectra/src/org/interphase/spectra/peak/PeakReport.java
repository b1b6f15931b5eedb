package org.interphase.spectra.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Attribution;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;

/** The numbers and sentences of a peak fit, named alike for all techniques. */
final class PeakReport {

    /** Scatter over what the weights say, as a standard deviation, from which on it is a warning. */
    private static final double PULLED = 1.5;
    /** Reduced chi-square beyond which numbers must not be used: the model is not that of the data. */
    private static final double UNUSABLE = 25;

    private PeakReport() {
    }

    /** "X position", "X FWHM", "X area", "X height", "X fraction", and for doublets "X total area". */
    static void measurements(PeakFit fit, Curve curve, Outcome.Builder out) {
        String axis = curve.axis().unit().text();
        Unit area = AreaUnit.of(curve.signal().unit(), curve.axis().unit());
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            out.measure(position(fit, i, curve.axis().unit()));
            out.measure(number(c.name() + " FWHM", "w", fit.estimate(i, "fwhm"), axis)
                    .about(Attribution.of(c.name(), Attribution.Property.WIDTH)));
            out.measure(number(c.name() + " area", "A", fit.estimate(i, "area"), area.text())
                    .about(Attribution.of(c.name(), Attribution.Property.AREA)));
            out.measure(number(c.name() + " height", "h", fit.height(i), curve.signal().unit().text())
                    .about(Attribution.of(c.name(), Attribution.Property.HEIGHT)));
            if (c.isDoublet()) {
                out.measure(number(c.name() + " total area", "A", fit.totalArea(i), area.text()));
                out.measure(number(c.name() + " splitting", "", fit.estimate(i, "splitting"), axis));
                out.measure(number(c.name() + " ratio", "", fit.estimate(i, "ratio"), "1"));
            }
            if (fit.components().size() > 1) {
                out.measure(number(c.name() + " fraction", "", fit.fraction(i).times(100), "%")
                        .about(Attribution.of(c.name(), Attribution.Property.FRACTION)));
            }
            held(c, fit, i, axis, out);
        }
        int nu = fit.numerics().degreesOfFreedom();
        out.measure("reduced chi-square", "chi_r^2", fit.reducedChiSquare(), Math.sqrt(2.0 / nu), "1");
    }

    /** The position of a component as it is reported everywhere. */
    static Measurement position(PeakFit fit, int i, Unit axis) {
        String name = fit.components().get(i).name();
        return number(name + " position", "x_0", fit.reportedPosition(i), axis.text())
                .about(Attribution.of(name, Attribution.Property.POSITION));
    }

    private static Measurement number(String name, String symbol, PeakFit.Estimate e, String unit) {
        // what was given is no result: it has no uncertainty, not one of zero
        double u = e.uncertainty() == 0 ? Double.NaN : e.uncertainty();
        return Measurement.of(name, symbol, e.value(), u, unit).judged(e.verdict());
    }

    /** What the analyst gave is no result and has no uncertainty; that is said. */
    private static void held(PeakComponent c, PeakFit fit, int i, String axis, Outcome.Builder out) {
        List<String> held = new ArrayList<>();
        for (String p : List.of("position", "fwhm", "area")) {
            if (c.constraint(p).fixed()) {
                held.add(p.equals("fwhm") ? "FWHM" : p);
            }
        }
        if (!held.isEmpty()) {
            out.remark(Remark.info(String.format(Locale.ROOT, "%s: %s held as given; not measured, so without "
                    + "uncertainty.", c.name(), String.join(" and ", held))).about(c.name()));
        }
        if (c.isDoublet() && c.splitting().fixed() && c.ratio().fixed()) {
            double splitting = fit.estimate(i, "splitting").value();
            out.remark(Remark.info(String.format(Locale.ROOT, "%s is a doublet with splitting held at %.3g %s and "
                    + "area ratio held at %.2f:1; its weaker line lies at %.2f %s.", c.name(), Math.abs(splitting),
                    axis, 1 / fit.estimate(i, "ratio").value(), fit.estimate(i, "position").value() + splitting,
                    axis)).about(c.name()));
        }
    }

    /** Components that are not there. */
    static void missing(List<PeakFitStep.Missing> missing, PeakFit fit, Curve curve, double sigmas,
            Outcome.Builder out) {
        Unit area = AreaUnit.of(curve.signal().unit(), curve.axis().unit());
        for (PeakFitStep.Missing m : missing) {
            Verdict v = fit == null || fit.verdict().isWithheld() ? m.verdict() : m.verdict().and(fit.verdict());
            out.measure(Measurement.notDetected(m.name() + " position", "x_0", Double.NaN, curve.axis().unit().text())
                    .judged(v).about(Attribution.of(m.name(), Attribution.Property.POSITION)));
            out.measure(Measurement.notDetected(m.name() + " area", "A", m.limit(), area.text()).judged(v)
                    .about(Attribution.of(m.name(), Attribution.Property.AREA)));
            if (fit != null) {
                out.measure(Measurement.notDetected(m.name() + " fraction", "", 100 * m.share(), "%").judged(v)
                        .about(Attribution.of(m.name(), Attribution.Property.FRACTION)));
            }
            out.remark(Remark.info(String.format(Locale.ROOT, "%s is not detected: its area is below %.2g standard "
                    + "uncertainties. An area above %.4g %s would have been found in 95 %% of spectra.", m.name(),
                    sigmas, m.limit(), area.pretty())).about(m.name()));
        }
    }

    static void noise(Noise noise, Outcome.Builder out) {
        boolean guessed = noise.kind() == Noise.Kind.ESTIMATED || noise.kind() == Noise.Kind.ESTIMATED_COUNTING;
        out.remark(guessed ? Remark.warning(noise.text()) : Remark.info(noise.text()));
    }

    static void remarks(PeakFit fit, Curve curve, Outcome.Builder out) {
        fit.numerics().remarks().forEach(s -> out.remark(Remark.warning(readable(s))));
        double reduced = fit.reducedChiSquare();
        int nu = fit.numerics().degreesOfFreedom();
        if (reduced > 1 + 3 * Math.sqrt(2.0 / nu)) {
            String text = String.format(Locale.ROOT, "Reduced chi-square is %.2f: the model does not describe the data "
                    + "within their noise. Uncertainties hold what that implies (scatter of %.2f times the noise, and "
                    + "the misfit); look at the residuals for a missing component or another line shape.", reduced,
                    fit.judgement().scatter());
            out.remark(reduced > UNUSABLE ? Remark.error(text) : reduced > PULLED * PULLED ? Remark.warning(text)
                    : Remark.info(text));
        } else if (nu > 20 && reduced < 1 - 4 * Math.sqrt(2.0 / nu)) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "Reduced chi-square is %.2f: the data scatter less "
                    + "than their stated noise; they may have been smoothed, or be rates whose counts are not known, "
                    + "and uncertainties are too large.", reduced)));
        }
        if (!fit.judgement().spread().alternatives().isEmpty()) {
            spread(fit, curve, out);
        }
    }

    private static void spread(PeakFit fit, Curve curve, Outcome.Builder out) {
        String area = AreaUnit.of(curve.signal().unit(), curve.axis().unit()).pretty();
        ModelSpread spread = fit.judgement().spread();
        for (int i = 0; i < fit.components().size(); i++) {
            int component = i;
            double all = fit.estimate(i, "area").uncertainty();
            double model = spread.uncertainty(n -> n.parameter(component, Slots.AREA));
            String name = fit.components().get(i).name();
            out.remark(Remark.info(String.format(Locale.ROOT, "Area of %s: standard uncertainty %.3g %s from noise "
                    + "and misfit and %.3g %s from the choice of line shape and background (%s).", name,
                    Math.sqrt(Math.max(0, all * all - model * model)), area, model, area,
                    String.join("; ", spread.alternatives()))).about(name));
        }
    }

    /** The numerics name parameters "CF2.centre"; people read "position of CF2". */
    private static String readable(String sentence) {
        return sentence.replace(".centre", " position").replace(".fwhm", " FWHM").replace(".area", " area")
                .replace(".mixing", " mixing").replace(".splitting", " splitting").replace(".areaRatio", " ratio");
    }
}
