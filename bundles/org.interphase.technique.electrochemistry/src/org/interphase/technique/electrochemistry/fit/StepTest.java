package org.interphase.technique.electrochemistry.fit;

import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.numerics.verdict.Absorption;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.ResidualTests;

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

    /**
     * Sound, or doubtful with place and size of the step.
     *
     * @param alone whether the residuals are systematic, so that a step is told only if it leaves none of that
     */
    static Verdict of(CircuitFit fit, Absorption absorption, boolean alone) {
        int n = fit.spectrum().size();
        int dof = fit.degreesOfFreedom();
        if (dof < 1 || n < 4 * FEWEST) {
            return Verdict.SOUND;
        }
        double[] weights = fit.weights();
        double sigma = fit.weighting().absolute() ? Math.max(1, Math.sqrt(fit.chiSquare() / dof))
                : Math.sqrt(fit.chiSquare() / dof);
        double largest = SEEN;
        double size = 0;
        int place = -1;
        double[] shape = new double[2 * n];
        for (int k = n - FEWEST; k >= FEWEST; k--) {
            for (int i = 0; i < n; i++) {
                shape[i] = i < k ? 0 : fit.model()[i] * weights[i];
                shape[n + i] = i < k ? 0 : fit.model()[n + i] * weights[n + i];
            }
            Absorption.Amplitude step = absorption.amplitude(shape, fit.residuals());
            double z = Math.abs(step.value()) * Math.sqrt(step.information()) / sigma;
            if (z > largest) {
                double[] left = absorption.left(shape, absorption.taken(shape));
                double[] rest = rest(fit, left, step.value());
                if (isBeyondLocalNoise(fit, absorption, left, step, rest) && (!alone || isClean(rest, fit))) {
                    largest = z;
                    size = step.value();
                    place = k;
                }
            }
        }
        return place < 0 ? Verdict.SOUND : Verdict.doubtful("from "
                + Numbers.plain(fit.spectrum().frequency()[place], 3) + " Hz downwards the points are off by about "
                + Numbers.plain(100 * size, 2) + " %, as by another range of the instrument");
    }

    /** The residuals without a step. */
    private static double[] rest(CircuitFit fit, double[] left, double size) {
        double[] rest = fit.residuals().clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= size * left[i];
        }
        return rest;
    }

    /** Where the weights are not those of the noise, its largest residuals look like a step. */
    private static boolean isBeyondLocalNoise(CircuitFit fit, Absorption absorption, double[] left,
            Absorption.Amplitude step, double[] rest) {
        double sigma = LocalNoise.of(fit, rest, absorption.unit(), 0).ofSum(left, 0);
        return Math.abs(step.value()) * step.information() > SEEN * sigma;
    }

    private static boolean isClean(double[] rest, CircuitFit fit) {
        double squares = 0;
        for (double r : rest) {
            squares += r * r;
        }
        double sigma = Math.sqrt(squares / Math.max(1, fit.degreesOfFreedom() - 2));
        double[] standard = new double[rest.length];
        for (int i = 0; i < rest.length; i++) {
            standard[i] = rest[i] / sigma;
        }
        ResidualTests tests = ResidualTests.of(standard, 2, fit.space().size() + 2);
        return Math.abs(tests.band()) < FitJudge.BAND && tests.autocorrelation() < FitJudge.STRUCTURE;
    }
}
