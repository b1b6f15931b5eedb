package org.interphase.technique.vibrational.operation;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;
import org.interphase.technique.vibrational.pvdf.BetaFraction;
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
        return OperationInfo.of("vibrational.pvdf-phase", 1, "PVDF phases",
                "Fits the phase bands of PVDF with their local baselines: alpha at 763 and 614, beta at 1275 and 840, "
                        + "gamma at 1234 cm-1, and gives F(beta) = A_beta / ((K_beta / K_alpha) A_alpha + A_beta). "
                        + "A band that does not exceed 2.33 standard uncertainties, baseline included, is given as "
                        + "an upper limit. Needs an absorbance; the spectrum should not be baseline-corrected or "
                        + "smoothed before.",
                Curve.class, Parameters.class,
                new Citation("Gregorio 1994", "R. Gregorio, M. Cestari, Effect of crystallization temperature on the "
                        + "crystalline phase content and morphology of poly(vinylidene fluoride), J. Polym. Sci. B "
                        + "32 (1994) 859-870"),
                new Citation("Cai 2017", "X. Cai, T. Lei, D. Sun, L. Lin, A critical analysis of the alpha, beta and "
                        + "gamma phases in poly(vinylidene fluoride) using FTIR, RSC Adv. 7 (2017) 15382-15389"))
                .forKinds(Kinds.ABSORBANCE);
    }

    /** Least height of the alpha band at 614 cm-1 relative to that at 763 cm-1 (about 0.6 in spectra; unverified). */
    private static final double LEAST_PARTNER = 0.1;

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        BandSpectrum whole = BandSpectrum.of(input, Range.ALL, 16);
        PvdfWindows w = PvdfWindows.fit(whole, p.degree(), p.detection(), progress);
        LocalFit main = w.main();
        Outcome.Builder out = Outcome.builder(input);
        String quantity = p.measure() == Parameters.Measure.HEIGHT ? "absorbance" : "area";
        for (String band : w.bands()) {
            LocalFit.Found f = w.found(band);
            String unit = p.measure() == Parameters.Measure.HEIGHT ? "1" : "cm-1";
            Estimate e = estimate(f, p);
            out.measure(e.detected() ? Measurement.of(band + " " + quantity, "A", e.value(), e.uncertainty(), unit)
                    : Measurement.notDetected(band + " " + quantity, "A", e.limit(), unit));
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
        fraction(out, w, p, use840);
        PvdfRemarks.add(out, w, band -> w.found(band) != null && estimate(w.found(band), p).detected(), use840, input,
                whole);
        w.overlays().forEach(out::overlay);
        return out.build();
    }

    /**
     * What is known of a band.
     *
     * @param detected whether it stands out of the noise and of its uncertainty, baseline included
     * @param limit what it is below where it is not detected
     */
    private record Estimate(double value, double uncertainty, double limit, boolean detected) {

        /** 99 % quantile of the normal distribution, one-sided. */
        private static final double SURE = 2.326;

        /** Of the noise's limit and that of the whole uncertainty, the larger one counts. */
        static Estimate of(double value, double uncertainty, double limit, boolean standsOut) {
            double above = value + SURE * uncertainty;
            return new Estimate(value, uncertainty, above > limit ? above : limit,
                    standsOut && !(value < SURE * uncertainty));
        }
    }

    private static Estimate estimate(LocalFit.Found f, Parameters p) {
        if (p.measure() == Parameters.Measure.HEIGHT) {
            return Estimate.of(f.features().height().value(), f.features().height().uncertainty(), f.limit(),
                    f.detected());
        }
        double area = f.features().area().map(a -> a.value()).orElse(Double.NaN);
        double u = f.features().area().map(a -> a.uncertainty()).orElse(Double.NaN);
        // area over height is the shape's, whatever the height
        return Estimate.of(area, u, f.limit() * Math.abs(area / f.features().height().value()), f.detected());
    }

    private static void fraction(Outcome.Builder out, PvdfWindows w, Parameters p, boolean use840) {
        String betaBand = use840 ? PvdfWindows.BETA_840 : PvdfWindows.BETA_1275;
        LocalFit.Found alpha = w.found(PvdfWindows.ALPHA_763);
        LocalFit.Found beta = w.found(betaBand);
        Estimate a = estimate(alpha, p);
        Estimate b = estimate(beta, p);
        double covariance = use840 && p.measure() == Parameters.Measure.HEIGHT
                ? w.main().heightCovariance(PvdfWindows.ALPHA_763, PvdfWindows.BETA_840) : 0;
        double k = p.kBeta() / p.kAlpha();
        if (!a.detected() && !b.detected()) {
            out.measure(Measurement.notDetected("F(beta)", "F(beta)", Double.NaN, "1"));
            out.remark(Remark.warning("Neither the alpha band at 763 nor the beta band stands out: there is no "
                    + "crystalline PVDF to speak of, or the sample is too thin."));
            return;
        }
        LocalFit.Found partner = w.found(PvdfWindows.ALPHA_614);
        if (!b.detected() && partner != null && estimate(partner, p).limit() < LEAST_PARTNER * a.value()) {
            out.measure(Measurement.notDetected("F(beta)", "F(beta)", Double.NaN, "1"));
            out.remark(Remark.warning("The band near 763 cm-1 has no partner at 614 cm-1, as alpha PVDF has, and beta "
                    + "is not there: the spectrum does not look like PVDF, so F(beta) has no meaning."));
            return;
        }
        if (!b.detected()) {
            double limit = b.limit() / (k * a.value() + b.limit());
            out.measure(Measurement.notDetected("F(beta)", "F(beta)", limit, "1"));
            out.remark(Remark.info(String.format(Locale.ROOT, "No beta phase is detected: F(beta) is below %.3f.",
                    limit)));
            return;
        }
        double[] f = BetaFraction.of(a.value(), a.uncertainty(), b.value(), b.uncertainty(), covariance, k);
        out.measure("F(beta)", "F(beta)", f[0], f[1], "1");
        if (!a.detected()) {
            out.remark(Remark.info("No alpha phase is detected at 763 cm-1: F(beta) is 1 within its uncertainty."));
        }
    }
}
