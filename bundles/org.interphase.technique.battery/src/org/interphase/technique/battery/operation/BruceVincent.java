package org.interphase.technique.battery.operation;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.figure.TransportFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.transport.CurrentDecay;
import org.interphase.technique.battery.transport.TransferenceNumber;
import org.interphase.technique.battery.voltammetry.Voltammograms;

/** Transference number of the cation by Bruce, Vincent and Evans, and by Watanabe. */
public final class BruceVincent implements Operation<Table, BruceVincent.Parameters> {

    /** What is taken for the initial current. */
    public enum Initial {
        /** The first current recorded. */
        FIRST_SAMPLE,
        /** The straight line over the square root of time through the first rows, at the step. */
        EXTRAPOLATED,
        /** Potential over the sum of bulk and interfacial resistance before. */
        OHMIC
    }

    /**
     * What impedance said before and after, and how the current is read.
     *
     * @param before interfacial resistance before, ohm
     * @param beforeUncertainty its standard uncertainty
     * @param after interfacial resistance in the steady state, ohm
     * @param afterUncertainty its standard uncertainty
     * @param bulk resistance of the electrolyte, ohm
     * @param bulkUncertainty its standard uncertainty
     * @param voltage polarisation in mV
     * @param voltageUncertainty its standard uncertainty
     * @param initial what is taken for the initial current
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Interfacial resistance before", unit = "ohm", min = 0, max = 1e12, help = "Resistance of "
                    + "both interfaces before the polarisation (the arcs of an impedance spectrum, without the "
                    + "electrolyte).") Double before,
            @Param(label = "Its uncertainty", unit = "ohm", min = 0, max = 1e12, def = "0", help = "Standard "
                    + "uncertainty of that resistance.") double beforeUncertainty,
            @Param(label = "Interfacial resistance after", unit = "ohm", min = 0, max = 1e12, help = "The same in the "
                    + "steady state.") Double after,
            @Param(label = "Its uncertainty", unit = "ohm", min = 0, max = 1e12, def = "0", help = "Standard "
                    + "uncertainty of that resistance.") double afterUncertainty,
            @Param(label = "Bulk resistance", unit = "ohm", min = 0, max = 1e12, help = "Resistance of the "
                    + "electrolyte: needed by Watanabe's number and to check the initial current; empty if not "
                    + "known.") Double bulk,
            @Param(label = "Its uncertainty", unit = "ohm", min = 0, max = 1e12, def = "0", help = "Standard "
                    + "uncertainty of that resistance.") double bulkUncertainty,
            @Param(label = "Polarisation", unit = "mV", min = 1e-3, max = 1e4, help = "Potential difference applied; "
                    + "empty takes the step of the record.") Double voltage,
            @Param(label = "Polarisation uncertainty", unit = "mV", min = 0, max = 1000, def = "0", advanced = true,
                    help = "Standard uncertainty of the polarisation beyond its scatter.") double voltageUncertainty,
            @Param(label = "Initial current", def = "extrapolated", help = "The first current recorded, the one "
                    + "extrapolated to the step over the square root of time, or Ohm's law with bulk and interfacial "
                    + "resistance.") Initial initial,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current.")
            InstrumentReading instrument) {
    }

    /** Largest polarisation at which the concentrations stay nearly even, V (P. G. Bruce, C. A. Vincent). */
    private static final double SMALL = 0.0105;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("transport.bruce-vincent", 2,
            "Transference number (Bruce-Vincent-Evans)", "Cation transference number of an electrolyte between two "
                    + "electrodes of the metal, from the initial and the steady current under a small polarisation and "
                    + "the interfacial resistances before and after: t+ = I_ss (dV - I_0 R_0) / (I_0 (dV - I_ss "
                    + "R_ss)); Watanabe's number from the steady state alone, t+ = R_b / (dV / I_ss - R_ss). The "
                    + "steady current comes from a fit of the tail. Both hold for dilute, ideal electrolytes.",
            Table.class, Parameters.class,
            Publication.article("P. G. Bruce, C. A. Vincent",
                    "Steady state current flow in solid binary electrolyte cells")
                    .in("J. Electroanal. Chem.", 1987, "225", "1-17")
                    .doi("10.1016/0022-0728(87)80001-3").seen().cited("Bruce 1987"),
            Publication.article("J. Evans, C. A. Vincent, P. G. Bruce",
                    "Electrochemical measurement of transference numbers in polymer electrolytes")
                    .in("Polymer", 1987, "28", "2324-2328")
                    .doi("10.1016/0032-3861(87)90394-6").seen().cited("Evans 1987"),
            Publication.article("M. Watanabe, S. Nagano, K. Sanui, N. Ogata",
                    "Estimation of Li+ transport number in polymer electrolytes by the combination "
                    + "of complex impedance and potentiostatic polarization measurements")
                    .in("Solid State Ionics", 1988, "28-30", "911-917")
                    .doi("10.1016/0167-2738(88)90303-7").cited("Watanabe 1988"))
            .forKinds(RecordKinds.CA, RecordKinds.RECORD, RecordColumns.CYCLING);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        CurrentDecay decay = CurrentDecay.of(Voltammograms.record(input, "a polarisation"));
        if (p.voltage == null && !decay.stepSeen() && decay.potential() > 0.1) {
            throw new AnalysisException("the record begins behind the step, and its potential of "
                    + Numbers.plain(decay.potential(), 4) + " V can't be that of a symmetric cell under a small "
                    + "polarisation; say the polarisation");
        }
        Outcome.Builder out = Outcome.builder(input);
        double dv = p.voltage != null ? p.voltage / 1000 : decay.potential();
        InstrumentAccuracy instrument = p.instrument.accuracy();
        // of a step that is seen the offset is gone; a potential by itself holds it
        double uDv = Math.hypot(p.voltageUncertainty / 1000, p.voltage != null ? 0 : Math.hypot(
                decay.potentialUncertainty(), decay.stepSeen() ? instrument.difference(dv) : instrument.voltage()));
        Verdict assumptions = decay.tail().verdict();
        if (dv > SMALL) {
            assumptions = assumptions.and(Verdict.doubtful(String.format(Locale.ROOT, "the polarisation of %.3g mV is "
                    + "above 10 mV: the concentrations at the electrodes differ too much", 1000 * dv)));
        }
        InitialCurrent initial = InitialCurrent.of(decay, p, dv, uDv);
        assumptions = assumptions.and(initial.contradiction());
        TransferenceNumber.Input in = new TransferenceNumber.Input(dv, uDv, initial.value(), unshared(initial.value(),
                initial.uncertainty(), instrument), decay.tail().current(), unshared(decay.tail().current(),
                decay.tail().uncertainty(), instrument), value(p.before), p.beforeUncertainty,
                value(p.after), p.afterUncertainty, value(p.bulk), p.bulkUncertainty, instrument.current());
        Verdict after = stated("the interfacial resistance after", p.after, p.afterUncertainty);
        Verdict before = stated("the interfacial resistance before", p.before, p.beforeUncertainty);
        Verdict bulk = stated("the bulk resistance", p.bulk, p.bulkUncertainty);
        Verdict voltage = p.voltage == null || p.voltageUncertainty > 0 ? Verdict.SOUND : Verdict.doubtful(
                "no uncertainty of the polarisation is stated");
        assumptions = assumptions.and(voltage);
        boolean ohmic = p.initial == Initial.OHMIC;
        out.measure((ohmic ? TransferenceNumber.ofOhmicCurrent(in) : TransferenceNumber.bruceVincentEvans(in))
                .judged(assumptions.and(initial.verdict()).and(before).and(after).and(ohmic ? bulk : Verdict.SOUND)));
        if (p.bulk != null) {
            out.measure(TransferenceNumber.watanabe(in).judged(assumptions.and(bulk).and(after)));
        }
        out.measure(Measurement.of("initial current", "I_0", 1000 * initial.value(),
                1000 * Math.hypot(initial.uncertainty(), (ohmic ? 0 : instrument.current()) * initial.value()),
                        "mA").judged(initial.contradiction().and(initial.verdict())
                        .and(ohmic ? before.and(bulk).and(voltage) : Verdict.SOUND)));
        out.measure(Measurement.of("steady current", "I_ss", 1000 * decay.tail().current(),
                1000 * Math.hypot(decay.tail().uncertainty(), instrument.current() * decay.tail().current()),
                        "mA").judged(decay.tail().verdict()));
        out.measure(Measurement.of("polarisation", "\u0394V", 1000 * dv, 1000 * uDv, "mV").judged(uDv > 0
                ? Verdict.SOUND : Verdict.doubtful("its uncertainty is not stated")));
        remarks(out, p, decay);
        out.figure(TransportFigures.decay(input.name(), decay, initial.value()));
        return out.build();
    }

    /** Standard uncertainty of a current, A, with what the other does not share of the instrument's accuracy. */
    private static double unshared(double current, double own, InstrumentAccuracy instrument) {
        return Math.hypot(own, instrument.currentRatio() * current);
    }

    static Verdict stated(String what, Double value, double uncertainty) {
        return value == null || value == 0 || uncertainty > 0 ? Verdict.SOUND : Verdict.doubtful("no uncertainty of "
                + what + " is stated");
    }

    private static double value(Double d) {
        return d == null ? Double.NaN : d;
    }

    private static void remarks(Outcome.Builder out, Parameters p, CurrentDecay decay) {
        if (p.initial != Initial.OHMIC) {
            out.remark(Remark.info(String.format(Locale.ROOT, "The first current was recorded %.3g s "
                    + "%s.", decay.delay(),
                    decay.stepSeen() ? "after the last row before the step" : "after the beginning of the record")));
        }
        if (p.voltage == null && !decay.stepSeen()) {
            out.remark(Remark.warning("The record begins behind the step; its potential is taken for the polarisation, "
                    + "as in a symmetric cell. Say the polarisation if that is not so."));
        }
        p.instrument.remark(out);
        if (p.voltage != null && p.voltageUncertainty == 0) {
            out.remark(Remark.warning("No uncertainty of the polarisation is stated.")
                    .coded("uncertainty-not-stated"));
        }
    }

    @Override
    public String methods(Parameters p) {
        return "The transference number is t+ = I_ss (dV - I_0 R_0) / (I_0 (dV - I_ss R_ss)) (Bruce, Vincent and "
                + "Evans), with the steady current from a fit of the tail and the initial "
                + "current " + switch (p.initial()) {
                    case EXTRAPOLATED -> "extrapolated to the step over the square root of time";
                    case OHMIC -> "by Ohm's law";
                    case FIRST_SAMPLE -> "as first recorded";
                } + "; Watanabe's number is R_b / (dV / I_ss - R_ss). Both hold for dilute, ideal electrolytes.";
    }
}
