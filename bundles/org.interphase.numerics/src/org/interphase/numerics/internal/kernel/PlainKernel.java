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
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double d = (y[i] - f[i]) * s[i];
            r[i] = d;
            sum += d * d;
        }
        return sum;
    }

    @Override
    public void normal(double[][] columns, int m, double[] r, int n, double[] a, double[] g) {
        for (int j = 0; j < m; j++) {
            double[] cj = columns[j];
            for (int k = 0; k <= j; k++) {
                double[] ck = columns[k];
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += cj[i] * ck[i];
                }
                a[j * m + k] = sum;
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += cj[i] * r[i];
            }
            g[j] = sum;
        }
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
        double inverse = 1 / width;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            gauss[i] = Math.exp(GAUSS * t * t);
            f[i] += height * gauss[i];
        }
    }

    @Override
    public void pseudoVoigt(double[] x, double centre, double width, double height, double mix, double[] lorentz,
            double[] gauss, double[] f, int n) {
        double inverse = 1 / width;
        for (int i = 0; i < n; i++) {
            double t = (x[i] - centre) * inverse;
            double l = 1 / (1 + 4 * t * t);
            double e = Math.exp(GAUSS * t * t);
            lorentz[i] = l;
            gauss[i] = e;
            f[i] += height * (e + mix * (l - e));
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
            out[i] = Math.exp(z[i]);
        }
    }
}
