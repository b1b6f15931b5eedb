package org.interphase.testkit.example;

import java.util.Locale;

/**
 * A simulated impedance spectrum: series resistance, two resistances each beside a constant phase element, and a
 * blocking or diffusion tail as a further constant phase element in series (Q = 0 for none).
 *
 * @param series series resistance in ohm
 * @param r1 first arc's resistance in ohm
 * @param q1 first arc's constant phase element, ohm-1 s^n1
 * @param n1 its exponent
 * @param r2 second arc's resistance in ohm, 0 for none
 * @param q2 second arc's constant phase element
 * @param n2 its exponent
 * @param tailQ tail's constant phase element, 0 for none
 * @param tailN its exponent
 */
record CellImpedance(double series, double r1, double q1, double n1, double r2, double q2, double n2, double tailQ,
        double tailN) {

    /** {real, imaginary} part in ohm at a frequency in Hz. */
    double[] at(double frequency) {
        double w = 2 * Math.PI * frequency;
        double re = series;
        double im = 0;
        double[][] arcs = {{r1, q1, n1}, {r2, q2, n2}};
        for (double[] a : arcs) {
            if (a[0] > 0) {
                double m = a[1] * Math.pow(w, a[2]);
                double yr = 1 / a[0] + m * Math.cos(a[2] * Math.PI / 2);
                double yi = m * Math.sin(a[2] * Math.PI / 2);
                double d = yr * yr + yi * yi;
                re += yr / d;
                im -= yi / d;
            }
        }
        if (tailQ > 0) {
            double m = 1 / (tailQ * Math.pow(w, tailN));
            re += m * Math.cos(tailN * Math.PI / 2);
            im -= m * Math.sin(tailN * Math.PI / 2);
        }
        return new double[] {re, im};
    }

    /** A spectrum as text: frequency, real part, negative imaginary part; noise relative to the modulus. */
    String text(double from, double to, int points, double relativeNoise, SeededNoise noise, String header) {
        StringBuilder out = new StringBuilder(header);
        out.append("frequency/Hz,Re(Z)/Ohm,-Im(Z)/Ohm\n");
        for (int i = 0; i < points; i++) {
            double f = from * Math.pow(to / from, (double) i / (points - 1));
            double[] z = at(f);
            double s = relativeNoise * Math.hypot(z[0], z[1]);
            out.append(String.format(Locale.ROOT, "%.6e,%.6e,%.6e\n", f, z[0] + s * noise.normal(),
                    -(z[1] + s * noise.normal())));
        }
        return out.toString();
    }
}
