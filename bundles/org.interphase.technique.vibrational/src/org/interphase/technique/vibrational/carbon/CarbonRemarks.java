package org.interphase.technique.vibrational.carbon;

import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Remark;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;

/** What a fit of the D and G bands says about carbon, and what it does not. */
public final class CarbonRemarks {

    private CarbonRemarks() {
    }

    public static void add(PeakFitStep.Result r) {
        int d = r.indexOf("D");
        int g = r.indexOf("G");
        Outcome.Builder out = r.outcome();
        if (d >= 0 && g >= 0) {
            PeakFit.Estimate position = r.fit().estimate(g, "position");
            PeakFit.Estimate width = r.fit().estimate(g, "fwhm");
            out.remark(Remark.info("I(D)/I(G) by heights and A(D)/A(G) by areas differ and depend on the laser: "
                    + "compare only ratios of one kind at one wavelength."));
            if (width.value() > 60) {
                out.remark(Remark.info(String.format(Locale.ROOT, "The G band is %.0f cm-1 wide: the carbon is "
                        + "strongly disordered; there I(D)/I(G) rises with order instead of falling (Ferrari and "
                        + "Robertson 2000).", width.value())).about("G"));
            }
            if (position.value() > 1595) {
                out.remark(Remark.info(String.format(Locale.ROOT, "G at %.0f cm-1 lies above graphite's 1581: "
                        + "nanocrystalline graphite, with D' at 1620 merged into it.", position.value())).about("G"));
            }
            double valley = r.fit().reducedChiSquare();
            if (valley > 4) {
                out.remark(Remark.info("Two bands do not describe the spectrum to its noise; disordered carbons often "
                        + "need a broad band near 1500 (D3) and one near 1200 cm-1 (D4).").about("D"));
            }
        }
    }
}
