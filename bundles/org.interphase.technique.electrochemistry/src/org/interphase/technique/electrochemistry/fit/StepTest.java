package org.interphase.technique.electrochemistry.fit;

import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;

/**
 * Looks in the residuals of a circuit fit for a change of the instrument's range: from one frequency downwards all
 * points are off by one factor. What such a step leaves beside the fitted parameters, T - J C J^t T, is a known shape
 * for each place; its amplitude in the residuals over its standard deviation is tested, at the place where it is
 * largest.
 */
final class StepTest {

    /** Standard deviations from which on there is a step; the places tried are accounted for. */
    private static final double SEEN = 5;
    private static final int FEWEST = 3;

    private StepTest() {
    }

    /** Sound, or doubtful with place and size of the step. */
    static Verdict of(CircuitFit fit, double[][] unit) {
        int n = fit.spectrum().size();
        int dof = fit.degreesOfFreedom();
        if (dof < 1 || n < 4 * FEWEST) {
            return Verdict.SOUND;
        }
        double[] modulus = fit.spectrum().modulus();
        double[] r = fit.residuals();
        double sigma = fit.weighting().absolute() ? Math.max(1, Math.sqrt(fit.chiSquare() / dof))
                : Math.sqrt(fit.chiSquare() / dof);
        double largest = SEEN;
        double size = 0;
        int place = -1;
        double[] pull = new double[unit.length];
        double[] shape = new double[2 * n];
        for (int k = n - FEWEST; k >= FEWEST; k--) {
            for (int i = 0; i < n; i++) {
                // weights of modulus make |Z| the unit of the step; others are told by the residual itself
                shape[i] = i < k ? 0 : fit.model()[i] * weight(fit, i, i, modulus);
                shape[n + i] = i < k ? 0 : fit.model()[n + i] * weight(fit, n + i, i, modulus);
            }
            project(fit.derivatives(), unit, pull, shape);
            double length = dot(shape, shape);
            double amplitude = dot(shape, r) / length;
            double z = Math.abs(amplitude) * Math.sqrt(length) / sigma;
            if (z > largest) {
                largest = z;
                size = amplitude;
                place = k;
            }
        }
        return place < 0 ? Verdict.SOUND : Verdict.doubtful("from "
                + Numbers.plain(fit.spectrum().frequency()[place], 3) + " Hz downwards the points are off by about "
                + Numbers.plain(100 * size, 2) + " %, as by another range of the instrument");
    }

    private static double weight(CircuitFit fit, int row, int point, double[] modulus) {
        double measured = row == point ? fit.spectrum().re()[point] : fit.spectrum().im()[point];
        double difference = measured - fit.model()[row];
        return Math.abs(difference) > 1e-12 * modulus[point] ? fit.residuals()[row] / difference : 1 / modulus[point];
    }

    private static void project(double[][] derivatives, double[][] unit, double[] pull, double[] shape) {
        for (int a = 0; a < pull.length; a++) {
            pull[a] = dot(derivatives[a], shape);
        }
        for (int a = 0; a < pull.length; a++) {
            double share = 0;
            for (int b = 0; b < pull.length; b++) {
                share += unit[a][b] * pull[b];
            }
            for (int i = 0; i < shape.length && share != 0; i++) {
                shape[i] -= share * derivatives[a][i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
