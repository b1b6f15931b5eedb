package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.kramerskronig.LinKk;

/**
 * What a Kramers-Kronig test tells of a spectrum before circuits are fitted to it.
 *
 * @param spectrum the points, without those that stand out one by one unless all are wanted
 * @param verdict what speaks against every number that follows
 * @param remarks names the points
 */
record SpoiledData(ImpedanceSpectrum spectrum, Verdict verdict, List<Remark> remarks) {

    /** Points below which such a test says nothing. */
    private static final int FEWEST = 12;

    /**
     * Tests a spectrum.
     *
     * @param leaveOut whether points that stand out take no part
     */
    static SpoiledData of(ImpedanceSpectrum s, boolean leaveOut) {
        if (s.size() < FEWEST) {
            return new SpoiledData(s, Verdict.SOUND, List.of());
        }
        LinKk kk = LinKk.usual(s);
        List<Remark> remarks = new ArrayList<>();
        Verdict verdict = Verdict.SOUND;
        ImpedanceSpectrum kept = s;
        if (!kk.outliers().isEmpty()) {
            String who = kk.outliers().stream().map(i -> Numbers.plain(s.frequency()[i], 4)).collect(
                    Collectors.joining(", ", kk.outliers().size() == 1 ? "the point at " : "the points at ", " Hz"))
                    + (kk.outliers().size() == 1 ? " stands" : " stand") + " out of the others";
            kept = leaveOut ? s.without(kk.outliers()) : s;
            verdict = leaveOut ? verdict : Verdict.doubtful(who + " and took part");
            remarks.add(Remark.warning("T" + who.substring(1) + (leaveOut ? " (mains frequency, range switch) and took "
                    + "no part." : " (mains frequency, range switch); they took part because all points are to.")));
        }
        if (kk.drift().isSeen()) {
            Verdict drift = Verdict.doubtful(String.format(Locale.ROOT, "the cell changed while it was measured (its "
                    + "polarisation by about %.2g %%)", 100 * kk.drift().growth()));
            verdict = verdict.and(drift);
            remarks.add(Remark.warning("The data violate the Kramers-Kronig relations: " + drift.reason() + "."));
        }
        return new SpoiledData(kept, verdict, remarks);
    }
}
