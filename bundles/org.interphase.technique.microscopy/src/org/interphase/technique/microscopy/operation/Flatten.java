package org.interphase.technique.microscopy.operation;

import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Raster;

/** Removes uneven illumination: a polynomial surface fitted to the specimen field is subtracted or divided out. */
public final class Flatten implements Operation<Raster, Flatten.Parameters> {

    /** How the surface is taken out. */
    public enum Mode {
        SUBTRACT, DIVIDE
    }

    /** Parameters. */
    public record Parameters(
            @Param(label = "Order", def = "2", min = 1, max = 3, help = "Order of the polynomial surface: 1 a plane, 2 "
                    + "shading of a field, 3 also asymmetric shading.")
            int order,
            @Param(label = "Mode", def = "divide", help = "Divide for uneven illumination or detection, subtract for "
                    + "an added background. The mean grey level is kept.")
            Mode mode) {
    }

    @Override
    public OperationInfo<Raster, Parameters> info() {
        return OperationInfo.of("microscopy.flatten", 1, "Flatten illumination", "Fits a low-order surface to the grey "
                + "levels of the specimen field and takes it out. A picture whose phases are unevenly spread over the "
                + "field is better left alone, or thresholded locally.", Raster.class, Parameters.class);
    }

    @Override
    public Outcome apply(Raster input, Parameters p, Progress progress) {
        Raster.Field f = input.field();
        int terms = (p.order() + 1) * (p.order() + 2) / 2;
        double[][] a = new double[terms][terms + 1];
        double[] basis = new double[terms];
        int step = Math.max(1, (int) Math.sqrt((double) f.width() * f.height() / 250_000));
        double mean = 0;
        long n = 0;
        for (int y = 0; y < f.height(); y += step) {
            for (int x = 0; x < f.width(); x += step) {
                double v = input.get(f.x() + x, f.y() + y);
                if (Double.isNaN(v)) {
                    continue;
                }
                basis(2.0 * x / f.width() - 1, 2.0 * y / f.height() - 1, p.order(), basis);
                for (int i = 0; i < terms; i++) {
                    for (int j = 0; j < terms; j++) {
                        a[i][j] += basis[i] * basis[j];
                    }
                    a[i][terms] += basis[i] * v;
                }
                mean += v;
                n++;
            }
        }
        if (n < 10L * terms) {
            return Outcome.of(input);
        }
        mean /= n;
        double[] c = solve(a);
        float[] out = input.pixels().toFloats();
        for (int y = 0; y < f.height(); y++) {
            progress.checkCancelled();
            for (int x = 0; x < f.width(); x++) {
                basis(2.0 * x / f.width() - 1, 2.0 * y / f.height() - 1, p.order(), basis);
                double s = 0;
                for (int i = 0; i < terms; i++) {
                    s += c[i] * basis[i];
                }
                int at = (f.y() + y) * input.width() + f.x() + x;
                out[at] = (float) (p.mode() == Mode.SUBTRACT ? out[at] - s + mean
                        : out[at] * mean / Math.max(1e-3 * Math.abs(mean) + 1e-12, s));
            }
        }
        return Outcome.of(input.withPixels(Denoise.like(input.pixels(), out)));
    }

    private static void basis(double x, double y, int order, double[] out) {
        int k = 0;
        for (int i = 0; i <= order; i++) {
            for (int j = 0; i + j <= order; j++) {
                out[k++] = Math.pow(x, i) * Math.pow(y, j);
            }
        }
    }

    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            // normal equations of a polynomial on a full grid are positive definite
            for (int r = c + 1; r < n; r++) {
                double f = a[r][c] / a[c][c];
                for (int k = c; k <= n; k++) {
                    a[r][k] -= f * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double s = a[r][n];
            for (int k = r + 1; k < n; k++) {
                s -= a[r][k] * x[k];
            }
            x[r] = s / a[r][r];
        }
        return x;
    }
}
