package org.interphase.technique.porosimetry.sorption;

import org.interphase.numerics.linear.StraightLine;

/**
 * A BET line through neighbouring points, p/(n (1 - p)) = 1/(n_m C) + (C - 1)/(n_m C) p with the relative pressure p
 * (S. Brunauer, P. H. Emmett, E. Teller, J. Am. Chem. Soc. 60 (1938) 309-319, doi:10.1021/ja01269a023), weighted as if
 * amounts were known alike relative to themselves.
 *
 * @param first index of the first point
 * @param last index of the last point
 * @param monolayer n_m in mmol/g
 * @param uncertainty its standard uncertainty by the scatter about the line
 * @param constant C
 * @param constantUncertainty its standard uncertainty
 * @param line the line
 */
public record BetFit(int first, int last, double monolayer, double uncertainty, double constant,
        double constantUncertainty, StraightLine line) {

    /** Any size so small that the scatter alone tells. */
    private static final double TINY = 1e-9;
    /** Agreement asked of 1/(sqrt(C) + 1) and the pressure of the monolayer (Rouquerol 2007; ISO 9277:2022). */
    private static final double AGREE = 0.2;

    /** The line through points first..last. */
    public static BetFit of(Isotherm iso, int first, int last) {
        int n = last - first + 1;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] u = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = iso.pressure()[first + i];
            y[i] = x[i] / iso.rouquerol(first + i);
            u[i] = TINY * y[i];
        }
        StraightLine l = StraightLine.through(x, y, u);
        double sum = l.slope() + l.intercept();
        double us = Math.sqrt(Math.max(0, Math.pow(l.slopeSigma(), 2) + Math.pow(l.interceptSigma(), 2)
                + 2 * l.covariance()));
        double c = 1 + l.slope() / l.intercept();
        double uc = Math.abs(c - 1) * Math.sqrt(Math.max(0, Math.pow(l.slopeSigma() / l.slope(), 2)
                + Math.pow(l.interceptSigma() / l.intercept(), 2)
                - 2 * l.covariance() / (l.slope() * l.intercept())));
        return new BetFit(first, last, 1 / sum, us / (sum * sum), c, uc, l);
    }

    /** Whether C is positive. */
    public boolean constantIsPositive() {
        return constant > 0 && monolayer > 0 && line.intercept() > 0;
    }

    /** Whether n (1 - p/p0) rises, but for what noise makes it fall. */
    public boolean rises(Isotherm iso) {
        double most = 0;
        double tolerance = iso.tolerance();
        for (int i = first; i <= last; i++) {
            if (iso.rouquerol(i) < (1 - tolerance) * most) {
                return false;
            }
            most = Math.max(most, iso.rouquerol(i));
        }
        return true;
    }

    /** Whether the monolayer is reached within the range. */
    public boolean reachesMonolayer(Isotherm iso) {
        double p = iso.pressureAt(monolayer);
        return p >= iso.pressure()[first] && p <= iso.pressure()[last];
    }

    /** Whether the pressure of the monolayer is that which C asks for. */
    public boolean agrees(Isotherm iso) {
        double p = iso.pressureAt(monolayer);
        return Math.abs(1 / (Math.sqrt(constant) + 1) - p) <= AGREE * p;
    }

    /** All four criteria (J. Rouquerol, P. Llewellyn, F. Rouquerol, Stud. Surf. Sci. Catal. 160 (2007) 49-56). */
    public boolean isValid(Isotherm iso) {
        return constantIsPositive() && rises(iso) && reachesMonolayer(iso) && agrees(iso);
    }
}
