package org.interphase.technique.vibrational.operation;

import java.util.Locale;
import java.util.function.Predicate;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;
import org.interphase.technique.vibrational.pvdf.BetaFraction;
import org.interphase.technique.vibrational.pvdf.PhaseEstimate;
import org.interphase.technique.vibrational.pvdf.PvdfRemarks;
import org.interphase.technique.vibrational.pvdf.PvdfWindows;

/** Which crystal phases of PVDF are there, and the share of beta among alpha and beta. */
public final class PvdfOperation implements Operation<Curve, PvdfOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "K alpha", def = "61000", min = 1, max = 1e9, help = "Absorption coefficient at the alpha "
                    + "band, cm2/mol (Gregorio and Cestari 1994).", advanced = true) double kAlpha,
            @Param(label = "K beta", def = "77000", min = 1, max = 1e9, help = "Absorption coefficient at the beta "
                    + "band, cm2/mol (Gregorio and Cestari 1994).", advanced = true) double kBeta,
            @Param(label = "Beta band", def = "auto", help = "Band whose absorbance stands for beta: 840 cm-1, for "
                    + "which the coefficient holds, or 1275 cm-1. Automatic: 840 where it is measured.") Beta beta,
            @Param(label = "Measure", def = "height", help = "Absorbance at the maximum over the baseline, as the "
                    + "coefficients are defined, or band area.", advanced = true) Measure measure,
            @Param(label = "Baseline degree", def = "3", min = 1, max = 5, help = "Degree of the polynomial fitted as "
                    + "baseline together with the bands.", advanced = true) int degree,
            @Param(label = "Detection", def = "3", min = 2, max = 20, help = "Significance from which a band counts as "
                    + "present.", advanced = true) double detection) {

        /** Which band stands for beta. */
        public enum Beta {
            /** 840 where it is measured. */
            AUTO,
            /** 840 cm-1. */
            AT_840,
            /** 1275 cm-1. */
            AT_1275
        }

        /** What counts as absorbance. */
        public enum Measure {
            /** Band height. */
            HEIGHT,
            /** Band area. */
            AREA
        }
    }


    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.pvdf-phase", 3, "PVDF phases",
                "Fits the phase bands of PVDF with their local baselines: alpha at 763 and 614, beta at 1275 and 840, "
                        + "gamma at 1234 cm-1, and gives F(beta) = A_beta / ((K_beta / K_alpha) A_alpha + A_beta). "
                        + "Interference fringes, found where PVDF has no bands, are taken off before. Uncertainties "
                        + "hold the misfit of the bands, the choice of baseline and line shape (pseudo-Voigt or true "
                        + "Voigt, whichever describes the data better) and what fringes leave. "
                        + "A band that does not exceed 2.33 standard uncertainties, baseline included, is given as "
                        + "an upper limit. Needs an absorbance; the spectrum should not be baseline-corrected or "
                        + "smoothed before.",
                Curve.class, Parameters.class,
                Publication.article("R. Gregorio, M. Cestari",
                        "Effect of crystallization temperature on the crystalline phase content and "
                        + "morphology of poly(vinylidene fluoride)")
                        .in("J. Polym. Sci. B", 1994, "32", "859-870")
                        .doi("10.1002/polb.1994.090320509").cited("Gregorio 1994"),
                Publication.article("X. Cai, T. Lei, D. Sun, L. Lin",
                        "A critical analysis of the alpha, beta and gamma phases in poly(vinylidene "
                        + "fluoride) using FTIR")
                        .in("RSC Adv.", 2017, "7", "15382-15389")
                        .doi("10.1039/C7RA01267E").cited("Cai 2017"))
                .forKinds(Kinds.ABSORBANCE);
    }

    /** Least height of the alpha band at 614 cm-1 relative to that at 763 cm-1 (about 0.6 in spectra; unverified). */
    private static final double LEAST_PARTNER = 0.1;
    /** 95 % quantile of the normal distribution, one-sided. */
    private static final double ONE_SIDED = 1.645;

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        BandSpectrum whole = BandSpectrum.of(input, Range.ALL, 16);
        PvdfWindows w = PvdfWindows.fit(whole, p.degree(), p.detection(), progress);
        LocalFit main = w.main();
        Outcome.Builder out = Outcome.builder(input);
        boolean height = p.measure() == Parameters.Measure.HEIGHT;
        LocalFit.Quantity quantity = height ? LocalFit.Quantity.HEIGHT : LocalFit.Quantity.AREA;
        Predicate<String> detected = band -> w.found(band) != null && w.estimate(band, quantity).isSure();
        for (String band : w.bands()) {
            Measurement m = w.estimate(band, quantity).measurement(band + (height ? " absorbance" : " area"),
                    height ? "1" : "cm-1");
            out.measure(band.equals(PvdfWindows.BETA_840) ? m.judged(shared(detected)) : m);
        }
        boolean has840 = main.names().contains(PvdfWindows.BETA_840);
        boolean use840 = switch (p.beta()) {
            case AT_840 -> true;
            case AT_1275 -> false;
            case AUTO -> has840;
        };
        if (use840 && !has840) {
            throw new AnalysisException("The spectrum does not cover the beta band at 840 cm-1. Choose 1275 for the "
                    + "beta band, or measure down to 740 cm-1.");
        }
        if (!use840 && w.found(PvdfWindows.BETA_1275) == null) {
            throw new AnalysisException("The spectrum does not cover the beta band at 1275 cm-1.");
        }
        fraction(out, w, p, use840, detected);
        PvdfRemarks.add(out, w, detected, use840, input, whole);
        w.overlays().forEach(out::overlay);
        return out.build();
    }

    private static void fraction(Outcome.Builder out, PvdfWindows w, Parameters p, boolean use840,
            Predicate<String> detected) {
        LocalFit.Quantity quantity = p.measure() == Parameters.Measure.HEIGHT ? LocalFit.Quantity.HEIGHT
                : LocalFit.Quantity.AREA;
        String betaBand = use840 ? PvdfWindows.BETA_840 : PvdfWindows.BETA_1275;
        PhaseEstimate a = w.estimate(PvdfWindows.ALPHA_763, quantity);
        PhaseEstimate b = w.estimate(betaBand, quantity);
        double k = p.kBeta() / p.kAlpha();
        if (!a.detected() && !b.detected()) {
            out.measure(Measurement.notDetected("F(beta)", "F(beta)", Double.NaN, "1"));
            out.remark(Remark.warning("Neither the alpha band at 763 nor the beta band stands out: there is no "
                    + "crystalline PVDF to speak of, or the sample is too thin."));
            return;
        }
        PhaseEstimate partner = w.estimate(PvdfWindows.ALPHA_614, quantity);
        if (a.detected() && !b.isSure() && partner != null && partner.limit() < LEAST_PARTNER * a.value()) {
            out.measure(Measurement.withheld("F(beta)", "F(beta)", "1", "the band near 763 cm-1 has no partner at 614 "
                    + "cm-1, as alpha PVDF has"));
            out.remark(Remark.warning("The band near 763 cm-1 has no partner at 614 cm-1, as alpha PVDF has: the "
                    + "spectrum does not look like PVDF, so F(beta) has no meaning."));
            return;
        }
        if (!b.detected()) {
            // as much beta and as little alpha as the uncertainties allow
            double least = Math.max(a.value() - ONE_SIDED * a.uncertainty(), 0);
            double limit = b.limit() / (k * least + b.limit());
            out.measure(Measurement.notDetected("F(beta)", "F(beta)", limit, "1").judged(a.verdict()));
            out.remark(Remark.info(String.format(Locale.ROOT, "No beta phase is detected: F(beta) is below %.3f.",
                    limit)));
            return;
        }
        String alphaBand = PvdfWindows.ALPHA_763;
        double[] f;
        double model;
        if (use840) {
            f = BetaFraction.of(w.main(), alphaBand, betaBand, quantity, k);
            model = w.mainWindow().spread(fit -> BetaFraction.of(fit, alphaBand, betaBand, quantity, k)[0]);
        } else {
            // two windows, two baselines: independent
            f = BetaFraction.of(a.value(), a.uncertainty(), b.value(), b.uncertainty(), 0, k);
            model = 0;
        }
        double u = Math.hypot(f[1], model);
        double[] possible = BetaFraction.withinRange(f[0], u);
        Verdict verdict = a.detected() ? a.verdict().and(b.verdict()) : b.verdict();
        if (f[0] > 1 + BetaFraction.IMPOSSIBLE * u || f[0] < -BetaFraction.IMPOSSIBLE * u) {
            verdict = verdict.and(Verdict.doubtful(String.format(Locale.ROOT, "the absorbances give %.3f, which no "
                    + "share can be: the baseline under the alpha band is not right", f[0])));
        }
        out.measure(Measurement.of("F(beta)", "F(beta)", possible[0], possible[1], "1")
                .judged(verdict).judged(meaning(use840, detected)));
        if (!a.detected()) {
            out.remark(Remark.info(String.format(Locale.ROOT, "No alpha phase is detected at 763 cm-1: F(beta) is "
                    + "above %.3f (95 %%), and is given as what is left of %.4f +- %.4f below 1.",
                    BetaFraction.atLeast(f[0], u), f[0], u)));
        }
    }

    /** Whether the number is the share of beta among alpha and beta at all. */
    private static Verdict meaning(boolean use840, Predicate<String> detected) {
        if (!use840) {
            return Verdict.doubtful("the absorption coefficient holds for the band at 840 cm-1, not for that at 1275");
        }
        return shared(detected);
    }

    /** Whether the band at 840 cm-1 is that of beta alone. */
    private static Verdict shared(Predicate<String> detected) {
        return detected.test(PvdfWindows.GAMMA_1234) ? Verdict.doubtful("gamma is there (1234 cm-1) and shares the "
                + "band at 840 cm-1 with beta") : Verdict.SOUND;
    }

    @Override
    public String methods(Parameters p) {
        return "The phase bands of PVDF were fitted together with a baseline of degree " + p.degree() + "; the beta "
                + "fraction is F = A_beta / ((K_beta / K_alpha) A_alpha + A_beta) with K_alpha "
                + "= " + Numbers.plain(p.kAlpha(), 4)
                + " and K_beta = " + Numbers.plain(p.kBeta(), 4) + " cm2/mol, from "
                + "the " + (p.measure() == Parameters.Measure.HEIGHT
                ? "heights" : "areas") + " of the bands.";
    }
}
