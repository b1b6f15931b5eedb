package org.interphase.technique.electrochemistry.fit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.api.AnalysisException;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/**
 * A resistance of a fitted circuit, or the sum of several, with its uncertainty from the whole covariance.
 *
 * @param value in the unit of the scale
 * @param uncertainty standard uncertainty
 * @param names the parameters it consists of, joined by +
 * @param scale whether it is in ohm or ohm.cm2
 */
public record ResistanceSum(double value, double uncertainty, String names, ImpedanceScale scale) {

    /**
     * Adds up resistances of a fit.
     *
     * @param wanted names joined by "+" such as "R1+R2"; "auto" for all resistors of the circuit
     * @throws AnalysisException naming a resistance the circuit does not have
     */
    public static ResistanceSum of(FitResult fit, String wanted) throws AnalysisException {
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
        double variance = 0;
        double[][] covariance = fit.covariance();
        for (String a : names) {
            Integer i = known.get(a);
            if (i == null) {
                throw new AnalysisException("the circuit " + fit.title() + " has no resistance '" + a + "'; it has "
                        + String.join(", ", known.keySet()));
            }
            sum += fit.parameters().get(i).value();
            for (String b : names) {
                variance += known.containsKey(b) ? covariance[i][known.get(b)] : 0;
            }
        }
        if (names.isEmpty()) {
            throw new AnalysisException("the circuit " + fit.title() + " has no resistor");
        }
        return new ResistanceSum(sum, Math.sqrt(Math.max(0, variance)), String.join("+", names), scale);
    }
}
