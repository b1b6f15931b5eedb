package org.interphase.numerics.internal.kernel;

/** Plain Java loops, written so that the just-in-time compiler can vectorise them. */
public final class PlainKernel implements Kernel {

    /** -4 ln 2. */
    static final double GAUSS = -4 * 0.6931471805599453;

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public double residuals(double[] y, double[] f, double[] s, double[] r, int n) {
        for (int i = 0; i < n; i++) {
            r[i] = (y[i] - f[i]) * s[i];
        }
        return PlainNormal.dot(r, r, 0, n);
    }

    @Override
    public void normal(double[][] columns, int m, double[] r, int n, double[] a, double[] g) {
        PlainNormal.compute(columns, m, r, n, a, g);
    }

    @Override
    public void lorentzian(double[] x, double centre, double width, double height, double[] lorentz, double[] f,
            int n) {
        double inverse = 2 / width;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = 1 / (1 + t * t);
            lorentz[i] = l;
            f[i] += height * l;
        }
    }

    @Override
    public void gaussian(double[] x, double centre, double width, double height, double[] gauss, double[] f, int n) {
        unitGaussian(x, centre, width, gauss, n);
        for (int i = 0; i < n; i++) {
            f[i] = Math.fma(height, gauss[i], f[i]);
        }
    }

    /** G in two passes: the polynomial, which vectorises, and the power of two, which does not. */
    private static void unitGaussian(double[] x, double centre, double width, double[] gauss, int n) {
        double inverse = 1 / width;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            gauss[i] = Exponential.polynomial(GAUSS * t * t);
        }
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            gauss[i] = Exponential.scaled(gauss[i], GAUSS * t * t);
        }
    }

    @Override
    public void pseudoVoigt(double[] x, double centre, double width, double height, double mix, double[] lorentz,
            double[] gauss, double[] f, int n) {
        unitGaussian(x, centre, width, gauss, n);
        double inverse = 2 / width;
        double lorentzHeight = height * mix;
        double gaussHeight = height * (1 - mix);
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = 1 / Math.fma(t, t, 1);
            lorentz[i] = l;
            f[i] = Math.fma(lorentzHeight, l, Math.fma(gaussHeight, gauss[i], f[i]));
        }
    }

    @Override
    public void lorentzianColumns(double[] x, double centre, double width, double height, double[] lorentz, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n) {
        double inverse = 1 / width;
        double factor = 8 * height * inverse;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = lorentz[i] * s[i];
            double d = factor * t * l * lorentz[i];
            dHeight[i] = l;
            dCentre[i] = d;
            dWidth[i] = d * t;
        }
    }

    @Override
    public void gaussianColumns(double[] x, double centre, double width, double height, double[] gauss, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n) {
        double inverse = 1 / width;
        double factor = -2 * GAUSS * height * inverse;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double e = gauss[i] * s[i];
            double d = factor * t * e;
            dHeight[i] = e;
            dCentre[i] = d;
            dWidth[i] = d * t;
        }
    }

    @Override
    public void pseudoVoigtColumns(double[] x, double centre, double width, double height, double mix,
            double[] lorentz, double[] gauss, double[] s, double[] dCentre, double[] dHeight, double[] dWidth,
            double[] dMix, int n) {
        double inverse = 1 / width;
        double lorentzFactor = 8 * height * inverse * mix;
        double gaussFactor = -2 * GAUSS * height * inverse * (1 - mix);
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = lorentz[i];
            double e = gauss[i];
            double w = s[i];
            double d = (lorentzFactor * l * l + gaussFactor * e) * t * w;
            double difference = (l - e) * w;
            dHeight[i] = e * w + mix * difference;
            dCentre[i] = d;
            dWidth[i] = d * t;
            dMix[i] = height * difference;
        }
    }

    @Override
    public void expNegative(double[] z, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Exponential.scaled(Exponential.polynomial(z[i]), z[i]);
        }
    }
}
