package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Range;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;

/**
 * Which points of a spectrum circuits are fitted to, which took no part and why, and what the data themselves say
 * against the numbers that follow.
 *
 * @param spectrum the points
 * @param lead whether the spectrum turns inductive at high frequency, so that circuits with an inductor are tried
 * @param loop whether it turns inductive at low frequency
 * @param data what speaks against every number that follows
 * @param remarks names what took no part
 */
record ChosenPoints(ImpedanceSpectrum spectrum, boolean lead, boolean loop, Verdict data, List<Remark> remarks) {

    /** The points for circuits that the data choose. */
    static ChosenPoints of(ImpedanceSpectrum all, PointChoice points, Range frequencies) throws AnalysisException {
        return of(all, points, frequencies, List.of());
    }

    /** The points for these circuits: none that one of them can't describe, unless a person wants all of them. */
    static ChosenPoints of(ImpedanceSpectrum all, PointChoice points, Range frequencies, List<Circuit> circuits)
            throws AnalysisException {
        return untested(all, points, frequencies, circuits).tested(points);
    }

    /** The same before a Kramers-Kronig test names points that stand out, and a drift. */
    static ChosenPoints untested(ImpedanceSpectrum all, PointChoice points, Range frequencies, List<Circuit> circuits)
            throws AnalysisException {
        ImpedanceSpectrum cut = frequencies.isAll() ? all : all.between(frequencies.from(), frequencies.to());
        ImpedanceSpectrum described = points == PointChoice.CAPACITIVE ? cut.capacitive() : cut;
        for (Circuit c : circuits) {
            described = points.of(described, c, Range.ALL);
        }
        EisFit.requirePoints(described, all);
        List<Remark> remarks = new ArrayList<>();
        if (cut.size() < all.size()) {
            remarks.add(Remark.info(all.size() - cut.size() + " of " + all.size() + " points lie outside the "
                    + "frequencies and took no part."));
        }
        inductive(cut, described, remarks);
        return of(described, Verdict.SOUND, remarks);
    }

    /** With what a Kramers-Kronig test says of the points. */
    ChosenPoints tested(PointChoice points) throws AnalysisException {
        SpoiledData spoiled = SpoiledData.of(spectrum, points != PointChoice.ALL);
        EisFit.requirePoints(spoiled.spectrum(), spectrum);
        List<Remark> all = new ArrayList<>(remarks);
        all.addAll(spoiled.remarks());
        return of(spoiled.spectrum(), spoiled.verdict(), all);
    }

    private static ChosenPoints of(ImpedanceSpectrum kept, Verdict data, List<Remark> remarks) {
        return new ChosenPoints(kept, SpectrumTails.leading(kept) > 0, SpectrumTails.loop(kept) > 0, data,
                List.copyOf(remarks));
    }

    /** Names the points with Im Z above zero that were left out, at either end and between. */
    private static void inductive(ImpedanceSpectrum cut, ImpedanceSpectrum kept, List<Remark> remarks) {
        double highest = kept.frequency()[0];
        double lowest = kept.frequency()[kept.size() - 1];
        double[] above = Arrays.stream(cut.frequency()).filter(f -> f > highest).toArray();
        double[] below = Arrays.stream(cut.frequency()).filter(f -> f < lowest).toArray();
        int between = cut.size() - kept.size() - above.length - below.length;
        if (above.length > 0) {
            remarks.add(Remark.info(points(above.length) + " at " + Numbers.plain(above[above.length - 1], 3)
                    + " Hz and above took no part: Im Z lies above zero there (inductance of the leads), which a "
                    + "circuit without an inductor (L0 in series) does not describe."));
        }
        if (below.length > 0) {
            remarks.add(Remark.info(points(below.length) + " at " + Numbers.plain(below[0], 3) + " Hz and below took "
                    + "no part: Im Z lies above zero there (an inductive loop), which a circuit without an inductor "
                    + "does not describe."));
        }
        if (between > 0) {
            remarks.add(Remark.info(points(between) + " with Im Z above zero took no part."));
        }
    }

    private static String points(int n) {
        return n == 1 ? "The point" : "The " + n + " points";
    }

    /** The same without the inductive points at high frequency. */
    ChosenPoints withoutLead() {
        int leads = SpectrumTails.leading(spectrum);
        List<Remark> out = new ArrayList<>(remarks);
        out.add(Remark.warning(points(leads) + " at " + Numbers.plain(spectrum.frequency()[leads - 1], 3)
                + " Hz and above took no part: inductive leads that a single inductor does not describe spoil them."));
        // what the leads do goes on below the frequency where Im Z changes its sign
        return new ChosenPoints(spectrum.from(leads), lead, loop, data.and(Verdict.doubtful("inductive leads that a "
                + "single inductor does not describe spoil the highest frequencies")), List.copyOf(out));
    }

    /** The circuits to try. */
    List<String> candidates() {
        return CircuitLibrary.candidates(lead, loop);
    }
}
