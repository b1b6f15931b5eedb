package org.interphase.technique.battery.transport;

import org.interphase.numerics.fit.Model;

/**
 * Impedance of a symmetric cell: the electrolyte in series with one or two arcs of the interfaces (a resistance beside
 * a constant phase element) and, where it shows, diffusion of the salt between two walls, R tanh(s)/s with s the root
 * of j omega tau. Parameters are logarithms of resistances (ohm) and times (s), exponents as they are.
 *
 * @param arcs 1 or 2
 * @param diffusion whether the diffusion is in it
 */
record InterfaceModel(int arcs, boolean diffusion) {

    /** Place of the logarithm of the electrolyte's resistance. */
    static final int BULK = 0;

    /** Place of the logarithm of an arc's resistance; its time and exponent follow. */
    static int arc(int k) {
        return 1 + 3 * k;
    }

    /** Place of the logarithm of the resistance of diffusion; its time follows. */
    int tail() {
        return 1 + 3 * arcs;
    }

    int parameters() {
        return 1 + 3 * arcs + (diffusion ? 2 : 0);
    }

    /** The model at angular frequencies: real parts, then imaginary parts. */
    Model at(double[] omega) {
        return Model.numeric(2 * omega.length, parameters(), (p, f) -> values(omega, p, f));
    }

    private void values(double[] omega, double[] p, double[] f) {
        int n = omega.length;
        for (int i = 0; i < n; i++) {
            double re = Math.exp(p[BULK]);
            double im = 0;
            for (int k = 0; k < arcs; k++) {
                double r = Math.exp(p[arc(k)]);
                double exponent = p[arc(k) + 2];
                double size = Math.exp(exponent * (Math.log(omega[i]) + p[arc(k) + 1]));
                double a = 1 + size * Math.cos(exponent * Math.PI / 2);
                double b = size * Math.sin(exponent * Math.PI / 2);
                re += r * a / (a * a + b * b);
                im -= r * b / (a * a + b * b);
            }
            if (diffusion) {
                double[] z = finite(omega[i] * Math.exp(p[tail() + 1]));
                re += Math.exp(p[tail()]) * z[0];
                im += Math.exp(p[tail()]) * z[1];
            }
            f[i] = re;
            f[n + i] = im;
        }
    }

    /** tanh(s)/s with s = sqrt(j x). */
    private static double[] finite(double x) {
        double h = Math.sqrt(x / 2);
        // s = h (1 + j); tanh(h + j h) = (sinh 2h + j sin 2h) / (cosh 2h + cos 2h), both over cosh 2h for large h
        double u = 2 * h > 40 ? 1 : Math.tanh(2 * h);
        double inverse = 2 * h > 40 ? 0 : 1 / Math.cosh(2 * h);
        double d = 1 + Math.cos(2 * h) * inverse;
        double re = u / d;
        double im = Math.sin(2 * h) * inverse / d;
        if (h < 1e-6) {
            return new double[] {1, -x / 3};
        }
        return new double[] {(re + im) / (2 * h), (im - re) / (2 * h)};
    }
}
