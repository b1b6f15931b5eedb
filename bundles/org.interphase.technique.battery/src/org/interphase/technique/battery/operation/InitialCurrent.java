package org.interphase.technique.battery.operation;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.transport.CurrentDecay;

/**
 * The current at the moment of the step, and what speaks for it. Immutable.
 *
 * @param value A
 * @param uncertainty its standard uncertainty, the choice of how it is read and the gap before the first row included
 * @param verdict whether the record tells it
 * @param contradiction whether it and the resistances are of one cell
 */
record InitialCurrent(double value, double uncertainty, Verdict verdict, Verdict contradiction) {

    /** It may differ from Ohm's law by this part before it is doubted. */
    private static final double OHMIC = 0.1;
    /** What the gap before the first row leaves open may be this part of it. */
    private static final double GAP = 0.1;

    /**
     * Reads it.
     *
     * @param dv polarisation, V
     * @param uDv its standard uncertainty, V
     * @throws AnalysisException if Ohm's law is asked for without resistances
     */
    static InitialCurrent of(CurrentDecay decay, BruceVincent.Parameters p, double dv, double uDv)
            throws AnalysisException {
        double line = decay.extrapolated();
        // the step lies anywhere in the gap between the last row before and the first behind: at its end the first
        // current is the initial one, at its beginning that of the line
        double gap = Math.abs(line - decay.firstSample());
        double read = p.initial() == BruceVincent.Initial.FIRST_SAMPLE ? decay.firstSample() : line;
        double scatter = p.initial() == BruceVincent.Initial.FIRST_SAMPLE ? decay.noise()
                : decay.extrapolatedUncertainty();
        double u = Math.hypot(scatter, gap / Math.sqrt(3));
        boolean known = p.before() != null && p.bulk() != null;
        double sum = known ? p.before() + p.bulk() : Double.NaN;
        double ohmic = dv / sum;
        double uOhmic = ohmic * Math.hypot(uDv / dv, Math.hypot(p.beforeUncertainty(), p.bulkUncertainty()) / sum);
        double off = Math.abs(read - ohmic);
        // where they stand for the record, what is not known of them counts
        Verdict stated = known ? BruceVincent.stated("the interfacial resistance before", p.before(),
                p.beforeUncertainty()).and(BruceVincent.stated("the bulk resistance", p.bulk(), p.bulkUncertainty()))
                : Verdict.SOUND;
        boolean apart = known && off > Math.max(OHMIC * ohmic, 3 * Math.hypot(u, uOhmic));
        if (p.initial() == BruceVincent.Initial.OHMIC) {
            if (!known) {
                throw new AnalysisException("the initial current by Ohm's law needs the bulk and the interfacial "
                        + "resistance before");
            }
            // a first row that came too late is what Ohm's law is chosen for; a higher current contradicts it
            return new InitialCurrent(ohmic, uOhmic, Verdict.SOUND, apart && read > ohmic ? contradiction(read, ohmic,
                    decay) : Verdict.SOUND);
        }
        Verdict c = apart ? contradiction(read, ohmic, decay) : Verdict.SOUND;
        if (!decay.stepSeen()) {
            // nothing in the record tells how long after the step it begins; only Ohm's law bounds what was missed
            return known ? new InitialCurrent(read, Math.hypot(Math.hypot(u, off), uOhmic), stated, c)
                    : new InitialCurrent(read, u, Verdict.doubtful("the record begins behind the step by an unknown "
                            + "time, and no bulk and interfacial resistance before confirm the initial current"), c);
        }
        boolean wide = gap > GAP * Math.abs(line);
        Verdict v = wide && known ? stated : wide ? Verdict.doubtful(String.format(Locale.ROOT, "%.3g s lie "
                + "between the last row before the step and the first behind it, in which the current may have "
                + "fallen by %.0f %%", decay.delay(), 100 * gap / Math.abs(line))) : Verdict.SOUND;
        return new InitialCurrent(read, u, v, c);
    }

    private static Verdict contradiction(double read, double ohmic, CurrentDecay decay) {
        return Verdict.doubtful(String.format(Locale.ROOT, "the initial current is %.0f %% %s that of Ohm's law: the "
                + "first sample at %.3g s came too late, or the resistances are not those of this cell",
                100 * Math.abs(read / ohmic - 1), read < ohmic ? "below" : "above", decay.delay()));
    }
}
