package org.interphase.technique.xps.consistency;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.technique.xps.reference.Doublets;
import org.interphase.technique.xps.reference.XpsReferences;

/** What an experienced analyst would object to in a fit, as remarks. */
public final class PhysicsLint {

    private static final double WIDTH_SPREAD = 0.30;
    private static final double STATE_MARGIN = 0.5;
    /** A line that reaches this share further to one side than to the middle is not symmetric. */
    private static final double WRONG_LEAN = 0.03;
    /** Shapes whose asymmetry is 0 for a symmetric line, so that its uncertainty says whether it is one. */
    private static final Set<String> NEUTRAL_AT_ZERO = Set.of("asymmetric-pseudo-voigt", "split-pseudo-voigt");

    private PhysicsLint() {
    }

    /**
     * Adds remarks about a fit to its outcome.
     *
     * @param line line of the region, such as "F 1s"; empty if it is not known
     */
    public static void check(Curve input, String line, PeakFitStep.Result result) {
        PeakFit fit = result.fit();
        if (fit == null) {
            return;
        }
        Outcome.Builder out = result.outcome();
        widths(fit, out);
        doublets(fit, line, out);
        asymmetry(fit, out);
        states(input, fit, line, out);
        areas(fit, out);
    }

    private static void widths(PeakFit fit, Outcome.Builder out) {
        int n = fit.components().size();
        int narrow = 0;
        int wide = 0;
        for (int i = 1; i < n; i++) {
            double w = fit.estimate(i, "fwhm").value();
            narrow = w < fit.estimate(narrow, "fwhm").value() ? i : narrow;
            wide = w > fit.estimate(wide, "fwhm").value() ? i : wide;
        }
        if (n < 2) {
            return;
        }
        PeakFit.Estimate a = fit.estimate(narrow, "fwhm");
        PeakFit.Estimate b = fit.estimate(wide, "fwhm");
        double mean = 0.5 * (a.value() + b.value());
        if (b.value() - a.value() > WIDTH_SPREAD * mean) {
            String wideName = fit.components().get(wide).name();
            out.remark(Remark.warning(String.format(Locale.ROOT, "FWHM of %s (%.2f eV) and %s (%.2f eV) differ by "
                    + "more than 30 %%: check for a missing component, or tie the widths.", wideName, b.value(),
                    fit.components().get(narrow).name(), a.value())).about(wideName));
        }
    }

    /** Regions of p, d and f levels need doublets with the right splitting and ratio. */
    private static void doublets(PeakFit fit, String line, Outcome.Builder out) {
        Doublets.Doublet expected = Doublets.of(line).orElse(null);
        if (expected == null) {
            return;
        }
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            if (!c.isDoublet()) {
                double position = fit.estimate(i, "position").value();
                boolean partner = false;
                for (int j = 0; j < fit.components().size(); j++) {
                    double distance = Math.abs(fit.estimate(j, "position").value() - position);
                    partner |= j != i && expected.off(distance) < 0.3 * expected.splitting() + 0.1;
                }
                if (!partner && expected.splitting() < 3) {
                    out.remark(Remark.warning(String.format(Locale.ROOT, "%s is a single line, but %s is a doublet "
                            + "(splitting %.2f eV, ratio %.3g): use a doublet component.", c.name(), line,
                            expected.splitting(), expected.ratio())).about(c.name()));
                }
                continue;
            }
            double splitting = Math.abs(fit.estimate(i, "splitting").value());
            double ratio = fit.estimate(i, "ratio").value();
            if (expected.off(splitting) > 0.1 * expected.splitting() + 0.05) {
                out.remark(Remark.warning(String.format(Locale.ROOT, "The splitting of %s is %.2f eV; %s is known "
                        + "to split by %.2f eV.", c.name(), splitting, line, expected.splitting())).about(c.name()));
            }
            if (Math.abs(ratio - expected.ratio()) > 0.15 * expected.ratio()) {
                out.remark(Remark.warning(String.format(Locale.ROOT, "The intensity ratio of %s is %.2f; the "
                        + "cross-sections demand %.2f for "
                        + "%s.", c.name(), ratio, expected.ratio(), line)).about(c.name()));
            }
        }
    }

    /** Inelastic and shake-up intensity lies at higher binding energy, whatever the shape calls its asymmetry. */
    private static void asymmetry(PeakFit fit, Outcome.Builder out) {
        for (int i = 0; i < fit.components().size(); i++) {
            PeakComponent c = fit.components().get(i);
            PeakFit.Estimate a = fit.estimate(i, "asymmetry");
            boolean significant = !NEUTRAL_AT_ZERO.contains(c.shape().name()) || !(a.uncertainty() > 0)
                    || Math.abs(a.value()) > 2 * a.uncertainty();
            if (fit.lean(i) < -WRONG_LEAN && significant) {
                out.remark(Remark.warning("The tail of " + c.name() + " is on the low binding energy side; losses "
                        + "lie on the high side.").about(c.name()));
            }
        }
    }

    private static void states(Curve input, PeakFit fit, String line, Outcome.Builder out) {
        List<XpsReferences.State> states = XpsReferences.states(input, line);
        if (states.isEmpty()) {
            return;
        }
        for (int i = 0; i < fit.components().size(); i++) {
            String name = fit.components().get(i).name();
            double position = fit.estimate(i, "position").value();
            XpsReferences.State nearest = states.get(0);
            for (XpsReferences.State s : states) {
                nearest = distance(s, position) < distance(nearest, position) ? s : nearest;
            }
            if (distance(nearest, position) > STATE_MARGIN && !isPartner(fit, i, line)) {
                out.remark(Remark.warning(String.format(Locale.ROOT, "%s at %.2f eV is outside every known %s "
                        + "state; the nearest is %s (%.1f eV). Check the energy calibration.", name, position, line,
                        nearest.state(), nearest.middle())).about(name));
            }
        }
    }

    /** Whether a single line may be the weaker one of a doublet: some other component lies one splitting below. */
    private static boolean isPartner(PeakFit fit, int index, String line) {
        Doublets.Doublet d = Doublets.of(line).orElse(null);
        double position = fit.estimate(index, "position").value();
        for (int j = 0; d != null && j < fit.components().size(); j++) {
            double below = position - fit.estimate(j, "position").value();
            if (j != index && d.off(below) < 0.1 * d.splitting() + 0.05) {
                return true;
            }
        }
        return false;
    }

    private static double distance(XpsReferences.State s, double position) {
        return Math.max(0, Math.max(s.low() - position, position - s.high()));
    }

    private static void areas(PeakFit fit, Outcome.Builder out) {
        for (int i = 0; i < fit.components().size(); i++) {
            PeakFit.Estimate a = fit.estimate(i, "area");
            String name = fit.components().get(i).name();
            if (a.value() < 0) {
                out.remark(Remark.error("The area of " + name + " is negative; it cannot be a photoelectron line.")
                        .about(name));
            }
        }
    }
}
