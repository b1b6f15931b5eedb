package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;

/** Says which resistances of two cells differ by more than their uncertainties. */
public final class CellComparison {

    /** Two-sided 95 % point of the normal distribution. */
    private static final double SIGNIFICANT = 1.96;

    private CellComparison() {
    }

    /**
     * One remark per resistance; of one that is not sound in both, why it is not compared.
     *
     * @param first name of a cell
     * @param data what speaks against all its numbers
     * @param accuracy that of the instrument; nothing tells that both were measured by the same one
     */
    public static List<Remark> remarks(String first, CircuitVerdict one, Verdict data, String second,
            CircuitVerdict two, Verdict secondData, ImpedanceAccuracy accuracy) {
        List<Remark> out = new ArrayList<>();
        CircuitFit a = one.fit();
        CircuitFit b = two.fit();
        for (Circuit.Parameter p : a.circuit().parameters()) {
            if (p.definition().role() != Role.RESISTANCE) {
                continue;
            }
            int i = a.circuit().indexOf(p.name());
            int j = b.circuit().indexOf(p.name());
            double difference = a.value(p.name()) - b.value(p.name());
            double ofFirst = accuracy.with(a.value(p.name()), one.uncertainty(i));
            double ofSecond = accuracy.with(b.value(p.name()), two.uncertainty(j));
            double u = Math.hypot(ofFirst, ofSecond);
            double z = Math.abs(difference) / u;
            String against = against(first, one.of(i).and(data).and(known(one.uncertainty(i))), second,
                    two.of(j).and(secondData).and(known(two.uncertainty(j))));
            if (against.isEmpty() && u == 0) {
                against = "both were given and not fitted";
            }
            if (!against.isEmpty()) {
                // a doubtful number is compared by no one
                out.add(Remark.info(p.name() + " of " + first + " and " + second + " are not compared: " + against
                        + ".").about(p.leaf().label()));
                continue;
            }
            String smaller = difference < 0 ? first : second;
            String numbers = String.format(Locale.ROOT, " (%s and %s %s, difference %.1f standard uncertainties)",
                    Numbers.withUncertainty(a.value(p.name()), ofFirst),
                    Numbers.withUncertainty(b.value(p.name()), ofSecond),
                    a.unit(p.definition()), z);
            out.add(Remark.info((z > SIGNIFICANT ? p.name() + " of " + smaller + " is significantly smaller"
                    : p.name() + " does not differ significantly between " + first + " and " + second) + numbers + ".")
                    .about(p.leaf().label()));
        }
        return out;
    }

    private static Verdict known(double uncertainty) {
        return Double.isFinite(uncertainty) ? Verdict.SOUND : Verdict.doubtful("it has no uncertainty");
    }

    private static String against(String first, Verdict one, String second, Verdict two) {
        List<String> out = new ArrayList<>();
        if (!one.isSound()) {
            out.add("that of " + first + " is in doubt, " + one.reason());
        }
        if (!two.isSound()) {
            out.add("that of " + second + " is in doubt, " + two.reason());
        }
        return String.join("; ", out);
    }
}
