package org.interphase.numerics.nist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.FitResult;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class NistTest {

    @Test
    void all27SetsAreCertifiedFromBothStarts() throws IOException {
        List<String> failures = new ArrayList<>();
        int sets = 0;
        StringBuilder table = new StringBuilder(String.format("%n%-10s %-6s %9s %9s %6s %6s  %s%n", "set", "start",
                "digits", "s.d.", "steps", "evals", "stopped"));
        for (String name : NistModels.names()) {
            NistProblem problem = NistProblem.read(name);
            sets++;
            for (int start = 0; start < 2; start++) {
                FitResult fit = LeastSquares.fit(NistModels.model(problem),
                        Parameters.unbounded(problem.starts()[start]),
                        NistModels.response(problem), Weights.unit(), FitOptions.precise());
                double digits = NistProblem.worstDigits(fit.values(), problem.certified());
                double deviations = NistProblem.worstDigits(fit.uncertainties(), problem.deviations());
                table.append(String.format(Locale.ROOT, "%-10s %-6d %9.1f %9.1f %6d %6d  %s%n", name, start + 1, digits,
                        deviations, fit.iterations(), fit.evaluations(), fit.stopReason()));
                if (digits < 6 || deviations < 4 || !fit.converged()) {
                    failures.add(name + " from start " + (start + 1));
                }
            }
        }
        System.out.println(table);
        assertEquals(27, sets);
        assertTrue(failures.isEmpty(), () -> "not certified: " + failures);
    }
}
