package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;

/**
 * Which points the automatic choice of a circuit works with, and which circuits it tries on them.
 *
 * @param spectrum the points
 * @param lead whether they turn inductive at high frequency, so that every circuit has an inductor
 * @param loop whether they turn inductive at low frequency
 */
record ChosenPoints(ImpedanceSpectrum spectrum, boolean lead, boolean loop) {

    /** The points a person's choice leaves. */
    static ChosenPoints of(ImpedanceSpectrum all, EisFit.Parameters p) throws AnalysisException {
        ImpedanceSpectrum cut = p.frequencies().isAll() ? all
                : all.between(p.frequencies().from(), p.frequencies().to());
        if (p.points() == PointChoice.CAPACITIVE) {
            cut = cut.capacitive();
        }
        EisFit.requirePoints(cut, all);
        return new ChosenPoints(cut, SpectrumTails.leading(cut) > 0, SpectrumTails.loop(cut) > 0);
    }

    /** The same without the inductive points at high frequency. */
    ChosenPoints withoutLead() {
        return new ChosenPoints(spectrum.from(SpectrumTails.leading(spectrum)), false, loop);
    }

    /** The circuits to try. */
    List<String> candidates() {
        return CircuitLibrary.candidates(lead, loop);
    }

    /** Names the points that took no part. */
    List<Remark> remarks(ImpedanceSpectrum all) {
        List<Remark> out = new ArrayList<>();
        int spoiled = SpectrumTails.leading(all);
        if (spoiled > 0 && !lead && spectrum.frequency()[0] < all.frequency()[spoiled - 1]) {
            out.add(Remark.warning(spoiled + " points at " + Numbers.plain(all.frequency()[spoiled - 1], 3)
                    + " Hz and above are spoiled by inductive leads that a single inductor does not describe; they "
                    + "took no part."));
        }
        return out;
    }
}
