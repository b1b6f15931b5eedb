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
 * @param spoiled what a Kramers-Kronig test says of the data
 */
record ChosenPoints(ImpedanceSpectrum spectrum, boolean lead, boolean loop, SpoiledData spoiled) {

    /** The points a person's choice leaves. */
    static ChosenPoints of(ImpedanceSpectrum all, EisFit.Parameters p) throws AnalysisException {
        ImpedanceSpectrum cut = p.frequencies().isAll() ? all
                : all.between(p.frequencies().from(), p.frequencies().to());
        if (p.points() == PointChoice.CAPACITIVE) {
            cut = cut.capacitive();
        }
        EisFit.requirePoints(cut, all);
        SpoiledData spoiled = SpoiledData.of(cut);
        ImpedanceSpectrum kept = p.points() == PointChoice.ALL ? cut : spoiled.spectrum();
        return new ChosenPoints(kept, SpectrumTails.leading(kept) > 0, SpectrumTails.loop(kept) > 0, spoiled);
    }

    /** The same without the inductive points at high frequency. */
    ChosenPoints withoutLead() {
        return new ChosenPoints(spectrum.from(SpectrumTails.leading(spectrum)), false, loop, spoiled);
    }

    /** The circuits to try. */
    List<String> candidates() {
        return CircuitLibrary.candidates(lead, loop);
    }

    /** Names the points that took no part. */
    List<Remark> remarks(ImpedanceSpectrum all) {
        List<Remark> out = new ArrayList<>();
        out.addAll(spoiled.remarks());
        int leads = SpectrumTails.leading(all);
        if (leads > 0 && !lead && spectrum.frequency()[0] < all.frequency()[leads - 1]) {
            out.add(Remark.warning(leads + " points at " + Numbers.plain(all.frequency()[leads - 1], 3)
                    + " Hz and above are spoiled by inductive leads that a single inductor does not describe; they "
                    + "took no part."));
        }
        return out;
    }
}
