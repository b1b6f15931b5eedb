package org.interphase.benchmarks;

import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded spectra of two ZARC arcs, 60 points from 1 MHz to 10 mHz, noise 0.5 % of |Z|. */
final class ImpedanceData {

    static final int SPECTRA = 200;
    static final int POINTS = 60;
    private static final double NOISE = 0.005;

    final double[] hertz = new double[POINTS];
    final double[][] re = new double[SPECTRA][POINTS];
    final double[][] im = new double[SPECTRA][POINTS];
    /** R0, R1, Q1, alpha1, R2, Q2, alpha2. */
    final double[][] truth = new double[SPECTRA][];

    ImpedanceData() {
        SplittableRandom random = new SplittableRandom(20240601);
        for (int i = 0; i < POINTS; i++) {
            hertz[i] = Math.pow(10, 6 - 8.0 * i / (POINTS - 1));
        }
        for (int k = 0; k < SPECTRA; k++) {
            double r0 = Math.pow(10, 2 * random.nextDouble());
            double r1 = Math.pow(10, 1 + 2 * random.nextDouble());
            double r2 = r1 * Math.pow(10, -0.7 + 1.4 * random.nextDouble());
            double t1 = Math.pow(10, -5 + 2 * random.nextDouble());
            double t2 = t1 * Math.pow(10, 1.5 + 2 * random.nextDouble());
            double a1 = 0.75 + 0.25 * random.nextDouble();
            double a2 = 0.75 + 0.25 * random.nextDouble();
            truth[k] = new double[] {r0, r1, Math.pow(t1, a1) / r1, a1, r2, Math.pow(t2, a2) / r2, a2};
            for (int i = 0; i < POINTS; i++) {
                double w = 2 * Math.PI * hertz[i];
                double[] a = arc(r1, w * t1, a1);
                double[] b = arc(r2, w * t2, a2);
                double x = r0 + a[0] + b[0];
                double y = a[1] + b[1];
                double s = NOISE * Math.hypot(x, y);
                re[k][i] = x + s * random.nextGaussian();
                im[k][i] = y + s * random.nextGaussian();
            }
        }
    }

    private static double[] arc(double r, double x, double phi) {
        double m = Math.pow(x, phi);
        double dr = 1 + m * Math.cos(phi * Math.PI / 2);
        double di = m * Math.sin(phi * Math.PI / 2);
        double d = dr * dr + di * di;
        return new double[] {r * dr / d, -r * di / d};
    }

    /** A spectrum as a dataset. */
    Table table(int k) {
        double[] minus = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            minus[i] = -im[k][i];
        }
        return new Table(DatasetHeader.of("spectrum " + k, "eis", Metadata.EMPTY), List.of(
                Column.of("frequency", "Hz", hertz), Column.of("Re(Z)", "ohm", re[k]),
                Column.of("-Im(Z)", "ohm", minus)));
    }
}
