package org.interphase.technique.vibrational.pvdf;

import java.util.Locale;
import java.util.function.Predicate;
import org.interphase.api.Outcome;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;

/** What the bands of PVDF can and cannot tell. */
public final class PvdfRemarks {

    private PvdfRemarks() {
    }

    /**
     * Adds the remarks.
     *
     * @param detected whether a band is reported as there: remarks and numbers must tell the same
     */
    public static void add(Outcome.Builder out, PvdfWindows w, Predicate<String> detected, boolean use840, Curve input,
            BandSpectrum s) {
        if (w.fringe() != null) {
            out.remark(Remark.info(String.format(Locale.ROOT, "Interference fringes of %.0f cm-1 and %.4f absorbance "
                    + "(half the distance from crest to trough) are taken off; a tenth of them counts as uncertain.",
                    w.fringe().period(), w.fringe().amplitude())));
        }
        boolean covered = w.found(PvdfWindows.BETA_1275) != null && w.found(PvdfWindows.GAMMA_1234) != null;
        boolean beta = detected.test(PvdfWindows.BETA_1275);
        boolean gamma = detected.test(PvdfWindows.GAMMA_1234);
        boolean at840 = detected.test(PvdfWindows.BETA_840);
        out.remark(Remark.info("The bands at 840 and 510 cm-1 are common to beta and gamma: alone they cannot tell "
                + "the two apart. Beta is told by 1275, gamma by 1234 cm-1."));
        if (use840 && at840) {
            if (!covered) {
                out.remark(Remark.warning("The spectrum does not cover 1234 and 1275 cm-1, so the band at 840 cm-1 may "
                        + "be gamma as well as beta: read F(beta) as the share of beta and gamma together."));
            } else if (gamma && !beta) {
                out.remark(Remark.warning("Gamma is there (1234 cm-1) and beta is not (1275 cm-1): the band at 840 "
                        + "cm-1 is gamma's, and F(beta) is the share of gamma."));
            } else if (gamma) {
                out.remark(Remark.warning("Beta (1275) and gamma (1234 cm-1) are both there and share the band at 840 "
                        + "cm-1: read F(beta) as the share of beta and gamma together."));
            } else if (!beta) {
                out.remark(Remark.warning("A band at 840 cm-1 is there but neither 1275 (beta) nor 1234 cm-1 (gamma): "
                        + "it cannot be assigned to one phase."));
            } else {
                out.remark(Remark.info("Beta is confirmed by 1275 cm-1; there is no sign of gamma at 1234 cm-1."));
            }
        }
        if (!use840) {
            out.remark(Remark.warning("F(beta) is from the band at 1275 cm-1, for which the absorption coefficient of "
                    + "840 cm-1 does not hold: compare samples with it, do not quote it as an absolute share."));
        }
        if (w.found(PvdfWindows.ALPHA_614) != null
                && detected.test(PvdfWindows.ALPHA_614) != detected.test(PvdfWindows.ALPHA_763)) {
            out.remark(Remark.warning("The alpha bands at 763 and 614 cm-1 do not agree on whether alpha is there; "
                    + "look for another substance's band."));
        }
        if (!w.main().converged() || w.main().reducedChiSquare() > 25 && residualShare(w.main()) > 0.02) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "The fit between 700 and 930 cm-1 leaves %.1f %% of "
                    + "the band height: another substance may have bands there.", 100 * residualShare(w.main()))));
        }
        if (input.product(Background.class).isPresent()) {
            out.remark(Remark.info("The baseline of an earlier step is not used: bands and baseline are fitted "
                    + "together, so that F(beta) carries the baseline's uncertainty."));
        }
        if (s.y().length > 0 && input.signal().max() > 2) {
            out.remark(Remark.warning("Absorbances above 2 are flattened by the detector: F(beta) can be wrong if the "
                    + "phase bands are among them."));
        }
    }

    private static double residualShare(LocalFit f) {
        double largest = 0;
        for (String n : f.names()) {
            largest = Math.max(largest, f.found(n).features().height().value());
        }
        return largest > 0 ? f.rmsResidual() / largest : 0;
    }
}
