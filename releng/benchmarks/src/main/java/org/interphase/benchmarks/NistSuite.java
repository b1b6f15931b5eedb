package org.interphase.benchmarks;

import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.interphase.numerics.nist.NistModels;
import org.interphase.numerics.nist.NistProblem;

import java.util.Map;

/** Digits reached on the NIST reference problems of nonlinear regression, from both starts. */
final class NistSuite implements Suite {

    @Override
    public String name() {
        return "nist";
    }

    @Override
    public void run(Context context) throws Exception {
        int[] certified = new int[2];
        int sets = 0;
        double worst = Double.POSITIVE_INFINITY;
        for (String set : NistModels.names()) {
            NistProblem problem = NistProblem.read(set);
            sets++;
            for (int start = 0; start < 2; start++) {
                long begin = System.nanoTime();
                FitResult fit = LeastSquares.fit(NistModels.model(problem),
                        Parameters.unbounded(problem.starts()[start]), NistModels.response(problem), Weights.unit(),
                        FitOptions.precise());
                double digits = NistProblem.worstDigits(fit.values(), problem.certified());
                double deviations = NistProblem.worstDigits(fit.uncertainties(), problem.deviations());
                certified[start] += digits >= 6 && deviations >= 4 ? 1 : 0;
                worst = Math.min(worst, digits);
                context.row(name(), set + "/start" + (start + 1), digits, "digits", true, 1,
                        Map.of("deviationDigits", deviations, "evaluations", fit.evaluations(), "milliseconds",
                                (System.nanoTime() - begin) * 1e-6));
            }
        }
        for (int start = 0; start < 2; start++) {
            context.row(name(), "total/start" + (start + 1), certified[start], "sets", true, 1, Map.of("of", sets));
        }
        context.row(name(), "total/worst", worst, "digits", true, 1, Map.of());
    }
}
