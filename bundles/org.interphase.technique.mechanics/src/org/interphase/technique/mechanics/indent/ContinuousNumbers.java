package org.interphase.technique.mechanics.indent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;

/** Means of hardness and modulus over depth. */
public final class ContinuousNumbers {

    private static final double TREND = 0.05;

    private ContinuousNumbers() {
    }

    /**
     * The means; hardness goes with the area, the moduli with its root.
     *
     * @param assumed what nobody stated
     */
    public static List<Measurement> of(ContinuousStiffness c, Elasticity e, IndentNumbers.Limits limits,
            IndentNumbers.Assumed assumed) {
        double middle = (c.from() + c.to()) / 2;
        double area = assumed.tip() ? Math.hypot(limits.area(), 2 * limits.tip() / Math.max(1, middle)) : limits.area();
        double hardness = Math.hypot(limits.force(), area);
        double reduced = Math.hypot(limits.force(), Math.hypot(area / 2, limits.beta() / e.beta()));
        double nu = 2 * e.poisson() * limits.poisson() / (1 - e.poisson() * e.poisson());
        List<Measurement> out = new ArrayList<>();
        add(out, "hardness over depth", "H_CSM", c, c.hardness(), hardness, assumed.onArea());
        add(out, "reduced modulus over depth", "E_r,CSM", c, c.reduced(), reduced, assumed.onArea());
        ContinuousStiffness.Mean r = c.mean(c.reduced());
        // the indenter's own part of the compliance makes the sample's modulus more sensitive than the reduced one
        double more = r == null || Double.isNaN(e.modulus(r.value())) ? 1
                : e.modulus(r.value()) / (1 - e.poisson() * e.poisson()) / r.value();
        add(out, "elastic modulus over depth", "E_CSM", c, c.modulus(), Math.hypot(reduced * more, nu),
                assumed.onModulus());
        return out;
    }

    private static void add(List<Measurement> out, String name, String symbol, ContinuousStiffness c, double[] values,
            double relative, Verdict assumed) {
        ContinuousStiffness.Mean mean = c.mean(values);
        if (mean == null) {
            out.add(Measurement.withheld(name, symbol, "MPa", "fewer than five points with stiffness lie between "
                    + Math.round(c.from()) + " and " + Math.round(c.to()) + " nm"));
            return;
        }
        Verdict v = assumed;
        if (Math.abs(mean.trend()) > TREND * mean.value() && Math.abs(mean.trend()) > 3 * mean.trendU()) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "it changes by %.0f %% from %.0f to %.0f nm",
                    100 * mean.trend() / mean.value(), c.from(), c.to())));
        }
        out.add(Measurement.of(name, symbol, mean.value(), Math.hypot(mean.scatter(), relative * mean.value()), "MPa")
                .judged(v));
    }
}
