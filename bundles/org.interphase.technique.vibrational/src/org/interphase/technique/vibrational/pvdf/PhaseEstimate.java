package org.interphase.technique.vibrational.pvdf;

import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.Doubt;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;

/**
 * What is known of a phase band.
 *
 * @param value height or area; of either sign
 * @param uncertainty standard uncertainty: noise, misfit, choice of the baseline, fringes
 * @param limit what it is below where it is not detected
 * @param detected whether it stands out of the noise and, unless it is doubtful, of its uncertainty
 * @param verdict what the judge of the fit says
 */
public record PhaseEstimate(double value, double uncertainty, double limit, boolean detected, Verdict verdict) {

    /** 99 % quantile of the normal distribution, one-sided. */
    private static final double SURE = 2.326;

    /** The band of a window. */
    static PhaseEstimate of(PhaseWindow w, String band, LocalFit.Quantity quantity) {
        LocalFit.Found found = w.fit().found(band);
        double value = w.fit().estimate(band, quantity).value();
        double u = Math.hypot(w.fit().estimate(band, quantity).uncertainty(),
                w.spread(f -> f.estimate(band, quantity).value()));
        double height = w.fit().estimate(band, LocalFit.Quantity.HEIGHT).value();
        // area over height is the shape's, whatever the height
        double noise = quantity == LocalFit.Quantity.HEIGHT || height == 0 ? found.limit()
                : found.limit() * Math.abs(value / height);
        // of the noise's limit and that of the whole uncertainty the larger one counts
        Verdict verdict = Doubt.of(w.fit().grounds(band, quantity), BandSpectrum.WAVENUMBERS);
        // a band that stands out of the noise and is doubtful is shown as doubtful
        return new PhaseEstimate(value, u, Math.max(noise, value + SURE * u),
                found.detected() && !(verdict.isSound() && value < SURE * u), verdict);
    }

    /** Whether it stands out of the noise and of its uncertainty, doubtful or not. */
    public boolean isSure() {
        return detected && value > SURE * uncertainty;
    }

    /** The measurement: a value with its verdict, or a limit. */
    public Measurement measurement(String name, String unit) {
        return detected ? Measurement.of(name, "A", value, uncertainty, unit).judged(verdict)
                : Measurement.notDetected(name, "A", limit, unit);
    }
}
