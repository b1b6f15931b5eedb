package org.interphase.technique.electrochemistry.fit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.api.AnalysisException;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/**
 * A resistance of a fitted circuit, or the sum of several, with its uncertainty from the whole covariance.
 *
 * @param value in the unit of the scale
 * @param uncertainty standard uncertainty
 * @param names the parameters it consists of, joined by +
 * @param scale whether it is in ohm or ohm.cm2
 * @param verdict the worst of the verdicts on its parts
 */
public record ResistanceSum(double value, double uncertainty, String names, ImpedanceScale scale,
        Verdict verdict) {

    /** Part of a sum below which nothing depends on a resistance. */
    private static final double NEGLIGIBLE = 0.01;

    /**
     * Adds up resistances of a fit.
     *
     * @param verdicts on the elements of the fit
     * @param wanted names joined by "+" such as "R1+R2"; "auto" for all resistors of the circuit
     * @throws AnalysisException naming a resistance the circuit does not have
     */
    public static ResistanceSum of(FitResult fit, ElementVerdicts verdicts, String wanted)
            throws AnalysisException {
        Map<String, Integer> known = new TreeMap<>();
        ImpedanceScale scale = ImpedanceScale.WHOLE;
        for (int i = 0; i < fit.parameters().size(); i++) {
            FitParameter p = fit.parameters().get(i);
            if (p.name().equals("resistance") && ImpedanceScale.of(p.unit()).isPresent()) {
                known.put(p.component(), i);
                scale = ImpedanceScale.of(p.unit()).orElseThrow();
            }
        }
        boolean auto = wanted.isBlank() || wanted.strip().equals("auto");
        List<String> names = auto ? List.copyOf(known.keySet()) : List.of(wanted.strip().split("\\s*\\+\\s*"));
        double sum = 0;
        for (String a : names) {
            Integer i = known.get(a);
            if (i == null) {
                throw new AnalysisException("the circuit " + fit.title() + " has no resistance '" + a + "'; it has "
                        + String.join(", ", known.keySet()));
            }
            sum += fit.parameters().get(i).value();
        }
        if (names.isEmpty()) {
            throw new AnalysisException("the circuit " + fit.title() + " has no resistor");
        }
        double u = uncertainty(fit, known, names, sum);
        Verdict verdict = names.size() == 1 ? verdicts.of(names.get(0)) : verdict(fit, verdicts, known, names, sum, u);
        return new ResistanceSum(sum, u, String.join("+", names), scale, verdict);
    }

    /** What is not determined is open by its whole value if that is negligible; else it leaves the sum open. */
    private static double uncertainty(FitResult fit, Map<String, Integer> known, List<String> names, double sum) {
        double[][] covariance = fit.covariance();
        List<Integer> counted = names.stream().map(known::get).filter(i -> !Double.isNaN(covariance[i][i])
                || fit.parameters().get(i).value() > NEGLIGIBLE * sum).toList();
        double variance = names.stream().map(known::get).filter(i -> !counted.contains(i))
                .mapToDouble(i -> Math.pow(fit.parameters().get(i).value(), 2)).sum();
        for (int a : counted) {
            for (int b : counted) {
                variance += covariance[a][b];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /** A sum may be determined where its parts are not; a part that ran away spoils it only if it is not negligible. */
    private static Verdict verdict(FitResult fit, ElementVerdicts verdicts, Map<String, Integer> known,
            List<String> names, double sum, double u) {
        Verdict out = verdicts.common();
        for (String name : names) {
            FitParameter p = fit.parameters().get(known.get(name));
            boolean counts = p.value() > NEGLIGIBLE * sum;
            if (counts && p.state() == FitParameter.State.AT_BOUND) {
                out = out.and(verdicts.of(name));
            } else if (counts && !verdicts.of(name).isWithheld()) {
                out = out.and(verdicts.of(name));
            }
        }
        if (!(u <= sum)) {
            return out.and(Verdict.withheld("the data do not determine it"));
        }
        return u > CircuitVerdict.VAGUE * sum ? out.and(Verdict.doubtful("the data determine only its order of "
                + "magnitude")) : out;
    }
}
