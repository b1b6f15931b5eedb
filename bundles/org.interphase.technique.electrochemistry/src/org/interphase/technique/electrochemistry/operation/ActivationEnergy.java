package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.technique.electrochemistry.fit.CircuitFits;
import org.interphase.technique.electrochemistry.fit.HiddenLead;
import org.interphase.technique.electrochemistry.fit.ResistanceSum;

/**
 * An activation energy with what the choice of the circuit leaves open of it.
 *
 * @param value in eV
 * @param uncertainty standard uncertainty, the spread between circuits and the temperatures included
 * @param verdict on it
 * @param line the straight line of ln(1/R) or ln(T/R) over 1/T
 */
record ActivationEnergy(double value, double uncertainty, Verdict verdict, StraightLine line) {

    /** The spread between circuits, over the uncertainty from the points, from which on the energy is doubtful. */
    private static final double RULES = 3;
    /** The same as a part of the energy. */
    private static final double NOTABLE = 0.02;

    /**
     * The energy of a resistance.
     *
     * @param wanted names joined by "+", or auto for all resistors
     * @param withT whether ln(T/R) is drawn and not ln(1/R)
     * @return null if fewer than two temperatures have a value
     */
    static ActivationEnergy of(CircuitFits fits, double[] kelvin, String wanted, boolean withT)
            throws AnalysisException {
        ActivationEnergy own = plain(fits, kelvin, wanted, withT, 0, true);
        if (own == null) {
            return null;
        }
        double furthest = 0;
        String who = "";
        for (Alternative a : alternatives(fits, wanted)) {
            ActivationEnergy other = plain(a.fits, kelvin, a.wanted, withT, 0, false);
            if (other != null && Math.abs(other.value - own.value) > furthest) {
                furthest = Math.abs(other.value - own.value);
                who = a.wanted + " of " + a.fits.circuit();
            }
        }
        // a rectangular distribution between the two circuits (JCGM 100:2008, 4.3.7)
        double spread = furthest / Math.sqrt(3);
        double lead = lead(fits, kelvin, wanted, withT, own.value);
        spread = Math.hypot(spread, lead);
        if (Math.sqrt(3) * lead > furthest) {
            furthest = lead;
            who = "a resistance in series that all spectra have in common";
        }
        Verdict verdict = own.verdict;
        if (spread > Math.max(RULES * own.uncertainty, NOTABLE * own.value)) {
            verdict = verdict.and(Verdict.doubtful(String.format(Locale.ROOT, "the choice of the circuit moves it by "
                    + "%.2g eV (%s)", furthest, who)));
        }
        return new ActivationEnergy(own.value, Math.hypot(own.uncertainty, spread), verdict, own.line);
    }

    /**
     * The same with what the uncertainty of the temperatures leaves open.
     *
     * @return null if fewer than two temperatures have a value
     */
    static ActivationEnergy of(CircuitFits fits, double[] kelvin, TemperatureAccuracy thermometer, String wanted,
            boolean withT) throws AnalysisException {
        ActivationEnergy own = of(fits, kelvin, wanted, withT);
        return own == null ? null : new ActivationEnergy(own.value, Math.hypot(own.uncertainty,
                thermometer.leavesOpen(t -> plain(fits, t, wanted, withT, 0, true).value, kelvin)), own.verdict,
                own.line);
    }

    /** How far a hidden resistance in series, as large as the data allow, would move the energy. */
    private static double lead(CircuitFits fits, double[] kelvin, String wanted, boolean withT, double own)
            throws AnalysisException {
        HiddenLead lead = fits.lead();
        double most = 0;
        for (int sign = -1; lead != null && sign <= 1; sign++) {
            ActivationEnergy e = plain(fits, kelvin, wanted, withT, lead.value() + sign * lead.uncertainty(), true);
            most = e == null ? most : Math.max(most, Math.abs(e.value - own));
        }
        return most;
    }

    private record Alternative(CircuitFits fits, String wanted) {
    }

    /**
     * Other circuits, and the same ones without the resistance in series, which may be that of the leads. A single
     * resistance that a person named keeps its name.
     */
    private static List<Alternative> alternatives(CircuitFits fits, String wanted) {
        List<Alternative> out = new ArrayList<>();
        List<CircuitFits> all = new ArrayList<>(fits.others());
        all.add(fits);
        for (CircuitFits f : all) {
            if (f != fits) {
                out.add(new Alternative(f, wanted));
            }
            List<String> arcs = f.fits().get(0).parameters().stream().filter(q -> q.name().equals("resistance"))
                    .map(FitParameter::component).filter(c -> !inSeries(f.circuit(), c)).toList();
            boolean auto = wanted.isBlank() || wanted.strip().equals("auto");
            if (auto && !arcs.isEmpty() && !fits.others().isEmpty()) {
                out.add(new Alternative(f, String.join("+", arcs)));
            }
        }
        return out;
    }

    private static boolean inSeries(String circuit, String label) {
        return Arrays.asList(circuit.replaceAll("p\\(.*?\\)", "").split("-")).contains(label);
    }

    private static ActivationEnergy plain(CircuitFits fits, double[] kelvin, String wanted, boolean withT,
            double lead, boolean strict) throws AnalysisException {
        List<double[]> points = new ArrayList<>();
        Verdict verdict = Verdict.SOUND;
        for (int i = 0; i < kelvin.length; i++) {
            FitResult fit = fits.fits().get(i);
            ResistanceSum r;
            try {
                r = ResistanceSum.of(fit, fits.verdicts().get(i), wanted);
            } catch (AnalysisException e) {
                if (strict) {
                    throw e;
                }
                return null;
            }
            double value = r.value();
            for (String name : r.names().split("\\+")) {
                value -= lead == 0 ? 0 : lead * fits.lead().taken().getOrDefault(name, new double[kelvin.length])[i];
            }
            if (!r.verdict().isWithheld() && value > 0) {
                verdict = verdict.and(r.verdict());
                points.add(new double[] {1 / kelvin[i], Math.log((withT ? kelvin[i] : 1) / value),
                    r.uncertainty() / value});
            }
        }
        if (points.stream().mapToDouble(q -> q[0]).distinct().count() < 2) {
            return null;
        }
        StraightLine line = StraightLine.through(column(points, 0), column(points, 1), column(points, 2));
        return new ActivationEnergy(-EisArrhenius.BOLTZMANN * line.slope(), EisArrhenius.BOLTZMANN * line.slopeSigma(),
                verdict, line);
    }

    private static double[] column(List<double[]> rows, int k) {
        return rows.stream().mapToDouble(r -> r[k]).toArray();
    }

    /** The energy as a measurement; withheld if there is none. */
    static Measurement measurement(String name, ActivationEnergy e) {
        return e == null ? Measurement.withheld(name, "E_a", "eV", "fewer than two temperatures have a resistance "
                + "that the data determine")
                : Measurement.of(name, "E_a", e.value, e.uncertainty, "eV").judged(e.verdict);
    }
}
