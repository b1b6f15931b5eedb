package org.interphase.report;

/**
 * The scatter between specimens of a sample.
 *
 * @param n how many specimens; 1 where nothing is known of it
 * @param ofMean s / sqrt(n), in the unit of the mean: the standard uncertainty of the mean by the scatter
 */
public record Scatter(int n, double ofMean) {

    /** Of a single specimen. */
    public static final Scatter NONE = new Scatter(1, 0);

    /** Coverage factors for 95.45 %, of 1 to 20 degrees of freedom (JCGM 100:2008, table G.2). */
    private static final double[] STUDENT = {13.97, 4.53, 3.31, 2.87, 2.65, 2.52, 2.43, 2.37, 2.32, 2.28, 2.25, 2.23,
        2.21, 2.20, 2.18, 2.17, 2.16, 2.15, 2.14, 2.13};
    /** The same of 20 degrees of freedom and more, each down to the next. */
    private static final double[][] STUDENT_BEYOND = {{100, 2.025}, {50, 2.05}, {45, 2.06}, {40, 2.06}, {35, 2.07},
        {30, 2.09}, {25, 2.11}, {20, 2.13}};

    /**
     * Coverage factor for about 95 % of effective degrees of freedom (Welch and Satterthwaite, JCGM 100:2008, G.4.1,
     * taken down to the next in the table): Student's t of few specimens, 2 without any.
     *
     * @param freedom effective degrees of freedom; infinite without specimens
     */
    static double coverage(double freedom) {
        if (freedom < STUDENT.length) {
            return STUDENT[(int) Math.max(1, Math.floor(freedom)) - 1];
        }
        if (Double.isFinite(freedom)) {
            for (double[] row : STUDENT_BEYOND) {
                if (freedom >= row[0]) {
                    return row[1];
                }
            }
        }
        return Comparison.COVERAGE;
    }

    /** Of how many specimens a mean is, as it stands behind the number; empty for one. */
    String pretty() {
        return n > 1 ? " (n\u00a0=\u00a0" + n + ")" : "";
    }

    /** What it adds to 1 / degrees of freedom times the fourth power of a combined uncertainty. */
    double freedomTerm() {
        return n > 1 ? Math.pow(ofMean, 4) / (n - 1) : 0;
    }
}
