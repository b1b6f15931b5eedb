package org.interphase.technique.vibrational.bands;

/** The maximum of measured points by a weighted parabola through the top of a band. */
final class Apex {

    private Apex() {
    }

    /**
     * The apex.
     *
     * @param position near which it is
     * @param fwhm width of the band; points within a quarter of it, and at least two on either side, are used
     * @return position and standard uncertainty, or null if the points have no maximum there
     */
    static double[] near(double[] x, double[] y, double[] sigma, double position, double fwhm) {
        double centre = position;
        double[] found = null;
        for (int round = 0; round < 5; round++) {
            found = parabola(x, y, sigma, centre, fwhm);
            if (found == null || Math.abs(found[0] - position) > 0.5 * fwhm) {
                return null;
            }
            if (Math.abs(found[0] - centre) < 0.02 * fwhm) {
                return found;
            }
            centre = found[0];
        }
        return found;
    }

    private static double[] parabola(double[] x, double[] y, double[] sigma, double centre, double fwhm) {
        int nearest = 0;
        for (int i = 1; i < x.length; i++) {
            nearest = Math.abs(x[i] - centre) < Math.abs(x[nearest] - centre) ? i : nearest;
        }
        double[][] m = new double[3][4];
        int used = 0;
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i] - centre) > 0.25 * fwhm && Math.abs(i - nearest) > 2) {
                continue;
            }
            used++;
            double t = (x[i] - centre) / fwhm;
            double w = 1 / (sigma[i] * sigma[i]);
            double[] f = {1, t, t * t};
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    m[a][b] += w * f[a] * f[b];
                }
                m[a][3] += w * f[a] * y[i];
            }
        }
        if (used < 4) {
            return null;
        }
        double[][] inverse = inverse(m);
        if (inverse == null) {
            return null;
        }
        double[] c = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                c[a] += inverse[a][b] * m[b][3];
            }
        }
        if (!(c[2] < 0)) {
            return null;
        }
        // apex t = -c1 / (2 c2); variance by the law of propagation
        double d1 = -1 / (2 * c[2]);
        double d2 = c[1] / (2 * c[2] * c[2]);
        double variance = d1 * d1 * inverse[1][1] + d2 * d2 * inverse[2][2] + 2 * d1 * d2 * inverse[1][2];
        return new double[] {centre - fwhm * c[1] / (2 * c[2]), fwhm * Math.sqrt(Math.max(0, variance))};
    }

    /** Inverse of the left 3 x 3 part by cofactors; null if singular. */
    private static double[][] inverse(double[][] m) {
        double[][] out = new double[3][3];
        double det = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                int r1 = (a + 1) % 3;
                int r2 = (a + 2) % 3;
                int c1 = (b + 1) % 3;
                int c2 = (b + 2) % 3;
                out[b][a] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
            }
            det += m[0][a] * (m[1][(a + 1) % 3] * m[2][(a + 2) % 3] - m[1][(a + 2) % 3] * m[2][(a + 1) % 3]);
        }
        if (!(Math.abs(det) > 0)) {
            return null;
        }
        for (double[] row : out) {
            for (int b = 0; b < 3; b++) {
                row[b] /= det;
            }
        }
        return out;
    }
}
